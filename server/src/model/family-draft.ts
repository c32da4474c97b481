import type { Block, HeaderLine } from '../syntax/tree.ts';
import type { FamilyDraft, ItemDraft } from './drafts.ts';
import { factsOf } from './facts.ts';
import type { ScopeHolder } from './holders.ts';
import type { Suppression } from './plan.ts';

/** What holds where a family begins: the scope and cycle above it, and directives that wait for the next item. */
export interface Surroundings {
  readonly scope: ItemDraft['scope'];
  /** The scope as what lines may still belong to; null where it cannot be read, or there is none. */
  readonly holder: ScopeHolder | null;
  readonly cycle: ItemDraft['cycle'];
  readonly pending: readonly Suppression[];
}

export const AT_THE_START: Surroundings = { scope: null, holder: null, cycle: null, pending: [] };

/** What a family says, and what holds behind it. */
export interface ReadFamily {
  readonly draft: FamilyDraft;
  readonly exit: Surroundings;
  /** A line of it changed what a header above it says, so that the two cannot be read apart. */
  readonly reachesOut: boolean;
}

/** Whether a family says the same in both surroundings. */
export function sameSurroundings(a: Surroundings, b: Surroundings): boolean {
  return (
    a === b ||
    (sameHolder(a.holder, b.holder) &&
      (a.holder !== null || a.scope === b.scope) &&
      cycleText(a.cycle) === cycleText(b.cycle) &&
      a.pending.length === b.pending.length &&
      a.pending.every(({ line, block }, index) => b.pending[index]?.line === line && b.pending[index].block === block))
  );
}

function sameHolder(a: ScopeHolder | null, b: ScopeHolder | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  const [one, other] = [a.draft.header, b.draft.header];
  return (
    a.kind === b.kind &&
    a.draft.key === b.draft.key &&
    one.indent === other.indent &&
    one.id?.text === other.id?.text &&
    one.title?.text === other.title?.text
  );
}

/** A cycle's name behind a mark, for one may be called "unknown". */
export function cycleText(cycle: ItemDraft['cycle']): string {
  if (cycle === null) return '';
  return cycle === 'unknown' ? '?' : `:${cycle.name?.text ?? ''}`;
}

/**
 * How many blocks belong together from `start` on: an objective with all below it, or a header that stands alone. What is
 * above a family has no item open, so that each family can be read by itself.
 */
export function familyLength(blocks: readonly Block[], start: number): number {
  const open = { objective: false, keyResult: false };
  let at = start;
  for (; at < blocks.length; at++) {
    const block = blocks[at];
    if (block === undefined) break;
    const { sections } = factsOf(block);
    const first = sections[0]?.header ?? null;
    if (at > start && first !== null && standsAlone(first, open)) break;
    for (const { header } of sections) {
      if (header?.header === 'objective') open.objective = true;
      else if (header?.header === 'kr') open.keyResult = true;
    }
  }
  return at - start;
}

function standsAlone(
  { header }: HeaderLine,
  open: { readonly objective: boolean; readonly keyResult: boolean },
): boolean {
  switch (header) {
    case 'kr':
      return !open.objective;
    case 'kpi':
      return !open.objective && !open.keyResult;
    default:
      return true;
  }
}
