import { isSamePiece } from '../syntax/same-piece.ts';
import type { Span } from '../syntax/tree.ts';
import type { ItemDraft } from './drafts.ts';
import type { JournalEntry, Properties } from './plan.ts';
import { FACET } from './tracking.ts';

/** Which sides of an item's lines changed: what they say, and (`anchor`) where in the plan it stands. */
export function linesBetween(before: ItemDraft, after: ItemDraft): number {
  return (
    propertiesBetween(before.properties, after.properties) |
    journalBetween(before, after) |
    notesBetween(before.notes, after.notes) |
    usesBetween(before.initiatives, after.initiatives, FACET.body | FACET.figures) |
    usesBetween(before.suppressions, after.suppressions, FACET.body)
  );
}

/** A line that says something, and the block it stands in. A line that says the same at the same place of its block is the same object. */
interface Use {
  readonly line: Span;
  readonly block: object;
}

function usesBetween(before: readonly Use[], after: readonly Use[], side: number): number {
  if (before === after) return 0;
  if (before.length !== after.length) return side | FACET.anchor;
  let facets = 0;
  for (let index = 0; index < after.length; index++) {
    const [old, now] = [before[index], after[index]];
    if (old === undefined || now === undefined || !saysSame(old.line, now.line)) return side | FACET.anchor;
    if (old.line !== now.line || old.block !== now.block) facets = FACET.anchor;
  }
  return facets;
}

/** Whether a line is the same as another but for where it stands, as all lines behind an edit are. */
function saysSame(before: Span, after: Span): boolean {
  return before === after || isSamePiece(before, after, after.from - before.from);
}

function journalBetween(before: ItemDraft, after: ItemDraft): number {
  const facets = usesBetween(before.journal, after.journal, FACET.journal);
  if ((facets & FACET.journal) === 0) return facets;
  const moves = before.traits.moves || after.traits.moves ? FACET.moves : 0;
  const isSame =
    before.journal.length === after.journal.length &&
    before.journal.every((entry, index) => reportsAs(entry, after.journal[index]));
  return facets | moves | (isSame ? 0 : FACET.figures);
}

/** Whether two entries differ in their remarks at most, from which no figure is computed. */
function reportsAs(before: JournalEntry, after: JournalEntry | undefined): boolean {
  if (after === undefined || before.day !== after.day) return false;
  const [old, now] = [before.reading, after.reading];
  if (old === now) return true;
  if (old.kind !== 'report' || now.kind !== 'report') return false;
  return (
    old.confidence === now.confidence &&
    old.mood === now.mood &&
    (old.value === now.value || JSON.stringify(old.value) === JSON.stringify(now.value))
  );
}

function propertiesBetween(before: Properties, after: Properties): number {
  if (before === after) return 0;
  if (before.size !== after.size) return FACET.properties | FACET.anchor;
  let facets = 0;
  const names = before.keys();
  for (const [name, uses] of after) {
    if (names.next().value !== name) return FACET.properties | FACET.anchor;
    facets |= usesBetween(before.get(name) ?? [], uses, FACET.properties);
  }
  return facets;
}

function notesBetween(before: ItemDraft['notes'], after: ItemDraft['notes']): number {
  if (before === after) return 0;
  const same = before.length === after.length && before.every(({ text }, index) => after[index]?.text === text);
  if (!same) return FACET.body | FACET.anchor;
  return before.every(({ block, span }, index) => {
    const other = after[index];
    return other?.block === block && other.span.from === span.from && other.span.to === span.to;
  })
    ? 0
    : FACET.anchor;
}
