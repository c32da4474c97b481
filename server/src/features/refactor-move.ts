import type { Item, Plan } from '../model/plan.ts';
import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import { slug } from '../syntax/slug.ts';
import type { Block } from '../syntax/tree.ts';
import type { Snapshot } from '../service.ts';
import { blockStart } from './layout.ts';
import { isByNumber, standAlone } from './item-lines.ts';
import { linksFrom } from './occurrences.ts';
import { MIXED_LINES, refusal } from './offers.ts';
import type { Offer, Refactoring } from './offers.ts';
import type { Change } from './changes.ts';
import { canHold, contextOf, holds, isKnown, written } from './runs.ts';
import type { Context } from './runs.ts';

/** More files than this are not offered: those where the scope is at home come first. */
const MOST_FILES = 8;

/**
 * Moves an objective with its key results, or a KPI, to another file, below the scope and cycle it stands in now; the lines
 * that open these are written where they are missing. References go by ids and stay what they are.
 */
export const toAnotherFile: Refactoring = (snapshot, item) => {
  if (item.kind === 'kr' || item.header.fromList) return [];
  const { plan } = snapshot;
  const document = plan.documents.get(item.uri);
  if (document === undefined) return [];
  const context = contextOf(plan, document, item.block);
  const refused = whyNot(snapshot, item, context);
  return targets(plan, item, context).map(({ uri, isNew }): Offer => {
    const title = isNew ? said`Move it to a new file ${nameOf(uri)}` : said`Move it to ${nameOf(uri)}`;
    if (refused !== null) return refusal(title, 'refactor.move', refused);
    return { title, kind: 'refactor.move', changes: () => move(snapshot, item, uri, context) };
  });
};

function whyNot({ plan }: Snapshot, item: Item, context: Context): Said | null {
  if (!isKnown(context)) return said`The scope or cycle that it stands in cannot be read.`;
  const all: readonly Item[] = item.kind === 'objective' ? [item, ...item.keyResults] : [item];
  if (!standAlone(all)) return MIXED_LINES;
  const concerned = [...plan.items.values()].flatMap((other) =>
    linksFrom(other).filter(({ target }) => all.includes(other) || (target !== null && all.includes(target))),
  );
  return concerned.some(isByNumber)
    ? said`A reference goes by a number, which counts in this file only. Give ids first.`
    : null;
}

/** The other files where the item may stand, and one of its own. */
function targets(
  plan: Plan,
  item: Item,
  context: Context,
): readonly { readonly uri: string; readonly isNew: boolean }[] {
  const rank = (uri: string): number => {
    const document = plan.documents.get(uri);
    if (document === undefined) return 2;
    return holds(plan, document, context) ? 0 : document.scopes.some((scope) => scope === context.scope) ? 1 : 2;
  };
  const others = [...plan.documents.keys()]
    .filter((uri) => uri !== item.uri && canHold(plan, uri, context))
    .map((uri) => ({ uri, at: rank(uri) }))
    .filter(({ at }) => at < 2)
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST_FILES)
    .map(({ uri }) => ({ uri, isNew: false }));
  const name = item.id ?? slug(item.title);
  const own = `${item.uri.slice(0, item.uri.lastIndexOf('/') + 1)}${encodeURIComponent(name)}.okr`;
  return name === '' || plan.documents.has(own) ? others : [...others, { uri: own, isNew: true }];
}

function nameOf(uri: string): string {
  const parts = uri.split('/').slice(-2).map(decoded);
  return parts.join('/');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A percent sign that stands for itself.
    return part;
  }
}

function move(snapshot: Snapshot, item: Item, uri: string, context: Context): readonly Change[] {
  const { plan } = snapshot;
  const tree = snapshot.tree(item.uri);
  const blocks = blocksOf(plan, item);
  if (tree === null) return [];
  const text = blocks.map((block) => block.text).join('');
  const added = written(plan, uri, context, trimmed(text).split(/\r\n|\r|\n/));
  if (added === null) return [];
  const removed = blocks.map((block): Change => {
    const start = blockStart(tree, block) ?? 0;
    return { uri: item.uri, from: start, to: start + block.text.length, newText: '' };
  });
  return [...removed, added];
}

/** Without the blank lines around it. */
function trimmed(text: string): string {
  return text.replace(/^(?:[ \t]*(?:\r\n|\r|\n))+/, '').trimEnd();
}

/** The blocks of an item, and for an objective those of its key results, in the order of the text. */
function blocksOf(plan: Plan, item: Item): readonly Block[] {
  const own = new Set<Block>([item.block]);
  if (item.kind === 'objective') for (const kr of item.keyResults) own.add(kr.block);
  return (plan.documents.get(item.uri)?.tree.blocks ?? []).filter((block) => own.has(block));
}
