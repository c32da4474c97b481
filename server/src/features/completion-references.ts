import type { Item, Plan, Scope } from '../model/plan.ts';
import { briefOf, ownerName } from './brief.ts';
import type { Cursor } from './cursor.ts';
import type { Proposal } from './completion.ts';

/**
 * The items that a reference from the cursor's item could mean, nearest first: own scope, then the others. An item of
 * another cycle is written with its cycle, one of another scope with its scope. Items without an id cannot be referred to.
 */
export function references(cursor: Cursor, kinds: readonly Item['kind'][], own = true): readonly Proposal[] {
  const { plan, item, scope, cycle } = cursor;
  const near = (candidate: Item): number =>
    Number(candidate.scope !== scope) + 2 * Number(cycleName(candidate) !== cycle);
  return [...plan.items.values()]
    .filter((candidate) => kinds.includes(candidate.kind) && candidate !== item && candidate.id !== null)
    .filter((candidate) => own || candidate.scope !== scope)
    .map((candidate) => ({ candidate, distance: near(candidate) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ candidate }) => proposalOf(plan, candidate, pathOf(candidate, cursor)));
}

function proposalOf(plan: Plan, item: Item, path: string): Proposal {
  const details = [briefOf(plan, item), ownerName(item.owner)].filter((part) => part !== null && part !== '');
  return {
    label: path,
    kind: 'reference',
    description: item.title,
    ...(details.length > 0 ? { detail: details.join(' · ') } : {}),
    find: `${path} ${item.title}`,
  };
}

/** The shortest path that means the item where the cursor stands, without leaving out what a reader needs. */
function pathOf(item: Item, { scope, cycle }: Cursor): string {
  const ids: string[] = [];
  const itsScope = item.scope === 'unknown' ? null : item.scope;
  if (itsScope !== null && itsScope !== scope) ids.push(itsScope.id);
  if (item.kind === 'kr' && item.objective?.id != null) ids.push(item.objective.id);
  ids.push(item.id ?? '');
  const itsCycle = cycleName(item);
  return ids.join('.') + (item.kind === 'kpi' || itsCycle === null || itsCycle === cycle ? '' : `@${itsCycle}`);
}

function cycleName(item: Item): string | null {
  return item.cycle === null || item.cycle === 'unknown' ? null : item.cycle.name;
}

/** The scopes of the workspace by id, the cursor's own left out. */
export function scopes(plan: Plan, except: Scope | null): readonly Proposal[] {
  return plan.scopes
    .filter((scope) => scope !== except)
    .map(({ id, title, kind }) => ({
      label: id,
      kind: 'reference',
      description: title,
      detail: kind,
      find: `${id} ${title}`,
    }));
}
