import type { Item, Plan, Scope } from '../model/plan.ts';
import type { ScopeKind } from '../syntax/tree.ts';
import type { Cursor } from './cursor.ts';
import type { Proposal } from './completion.ts';
import { SCOPE_NAMES } from './figure-words.ts';
import { cycleName, pathTo } from './reference-path.ts';

/**
 * The items that a reference from the cursor's item could mean, nearest first: own scope, then the others. An item of
 * another cycle is written with its cycle, one of another scope with its scope. Items without an id cannot be referred to.
 */
export function* references(cursor: Cursor, kinds: readonly Item['kind'][]): Iterable<Proposal> {
  const { scope, cycle } = cursor;
  const farther: readonly Item[][] = [[], [], []];
  for (const candidate of candidates(cursor, kinds)) {
    const distance = Number(candidate.scope !== scope) + 2 * Number(cycleName(candidate) !== cycle);
    if (distance === 0) yield proposalOf(candidate, cursor);
    else farther[distance - 1]?.push(candidate);
  }
  for (const candidate of farther.flat()) yield proposalOf(candidate, cursor);
}

/** What the cursor's item may continue: of earlier cycles, the latest first and in these the own scope; then the rest. */
export function earlier(cursor: Cursor, kind: Item['kind']): readonly Proposal[] {
  const { item, scope } = cursor;
  const start = item === null ? null : dayOf(item, 'start');
  const endOf = (candidate: Item): string => {
    const end = dayOf(candidate, 'end');
    return end !== null && (start === null || end < start) ? end : '';
  };
  return [...candidates(cursor, [kind])]
    .map((candidate) => ({ candidate, end: endOf(candidate), foreign: Number(candidate.scope !== scope) }))
    .sort((a, b) => (a.end === b.end ? a.foreign - b.foreign : a.end > b.end ? -1 : 1))
    .map(({ candidate }) => proposalOf(candidate, cursor));
}

function dayOf({ cycle }: Item, side: 'start' | 'end'): string | null {
  return cycle === null || cycle === 'unknown' ? null : cycle[side];
}

/** An objective and its key results belong together already: a reference would lead in a circle. */
function* candidates({ plan, item }: Cursor, kinds: readonly Item['kind'][]): Iterable<Item> {
  for (const { families } of plan.documents.values()) {
    for (const { items, blocks } of families) {
      for (const candidate of items) {
        if (!kinds.includes(candidate.kind) || candidate.id === null) continue;
        // A KPI that stands in several families is proposed by the one that it begins in.
        if (candidate.kind === 'kpi' && !blocks.includes(candidate.block)) continue;
        if (item === null || !isSameFamily(candidate, item)) yield candidate;
      }
    }
  }
}

function isSameFamily(a: Item, b: Item): boolean {
  return a === b || objectiveOf(a) === b || objectiveOf(b) === a;
}

function objectiveOf(item: Item): Item | null {
  return item.kind === 'kr' ? item.objective : null;
}

function proposalOf(item: Item, cursor: Cursor): Proposal {
  const path = pathTo(item, cursor);
  // Whoever writes the scope though it is their own finds the item, too.
  const whole = item.scope === cursor.scope ? pathTo(item, { scope: null, cycle: cursor.cycle }) : path;
  return {
    label: path,
    kind: 'reference',
    description: item.title,
    about: { kind: 'item', key: item.key },
    item,
    find: `${path === whole ? path : `${path} ${whole}`} ${item.title}`,
  };
}

/** The scopes of the workspace by id, the cursor's own left out. */
export function scopes(plan: Plan, except: Scope | null): readonly Proposal[] {
  return plan.scopes.filter((scope) => scope !== except).map(proposalFor);
}

/** The scopes of one kind. */
export function scopesOf(plan: Plan, kind: ScopeKind): readonly Proposal[] {
  return plan.scopes.filter((scope) => scope.kind === kind).map(proposalFor);
}

function proposalFor({ id, key, title, kind }: Scope): Proposal {
  return {
    label: id,
    kind: 'reference',
    description: title,
    detail: SCOPE_NAMES[kind],
    about: { kind: 'scope', key },
    find: `${id} ${title}`,
  };
}
