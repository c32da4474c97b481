import type { CompletionItem } from 'vscode-languageserver-types';
import type { Item, Plan } from '../model/plan.ts';
import { pageAddress, withWholeLinks } from '../rules/page-address.ts';
import { ruleCalled } from '../rules/registry.ts';
import type { Snapshot } from '../service.ts';
import { english, worded } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import { briefOf, ownerName } from './brief.ts';
import { cardOf } from './card.ts';
import { paragraphs } from './markdown.ts';
import { personCard } from './person-card.ts';
import { scopeCard } from './scope-card.ts';

/** What a proposal stands for, in a form that comes back from the editor as it was. */
export type About =
  | { readonly kind: 'item'; readonly key: string }
  | { readonly kind: 'scope'; readonly key: string }
  | { readonly kind: 'person'; readonly handle: string | null; readonly name: string }
  | { readonly kind: 'rule'; readonly code: string };

/** A proposal with what is told of it once it is selected: how an item stands and who answers for it, its whole card. */
export function resolveCompletion({ plan }: Snapshot, item: CompletionItem, say: Say = english): CompletionItem {
  const about = aboutOf(item.data);
  if (about === null) return item;
  const subject = about.kind === 'item' ? plan.items.get(about.key) : undefined;
  const detail = item.detail ?? (subject && detailOf(plan, subject, say));
  const card = cardFor(plan, about, say);
  return {
    ...item,
    ...(detail === undefined ? {} : { detail }),
    ...(card === null ? {} : { documentation: { kind: 'markdown', value: card } }),
  };
}

/** Score and owner of an item. */
export function detailOf(plan: Plan, item: Item, say: Say): string | undefined {
  const parts = [briefOf(plan, item, say), ownerName(item.owner)].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? undefined : parts.join(' · ');
}

function cardFor(plan: Plan, about: About, say: Say): string | null {
  switch (about.kind) {
    case 'item': {
      const item: Item | undefined = plan.items.get(about.key);
      return item === undefined ? null : cardOf(plan, item, say);
    }
    case 'scope': {
      const scope = plan.scopes.find(({ key }) => key === about.key);
      return scope === undefined ? null : scopeCard(plan, scope, say);
    }
    case 'person': {
      const person = plan.people.find(({ handle, name }) => handle === about.handle && name === about.name);
      return person === undefined ? null : personCard(plan, person, say);
    }
    case 'rule': {
      const rule = ruleCalled(about.code);
      return rule === null
        ? null
        : paragraphs(withWholeLinks(say(worded(rule.why))), `[${rule.code}](${pageAddress(rule.code)})`);
    }
  }
}

/** What a client sends back may be anything. */
function aboutOf(data: unknown): About | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  const { kind } = data;
  if ((kind === 'item' || kind === 'scope') && 'key' in data && typeof data.key === 'string') {
    return { kind, key: data.key };
  }
  if (kind === 'person' && 'name' in data && typeof data.name === 'string' && 'handle' in data) {
    return { kind, name: data.name, handle: typeof data.handle === 'string' ? data.handle : null };
  }
  return kind === 'rule' && 'code' in data && typeof data.code === 'string' ? { kind, code: data.code } : null;
}
