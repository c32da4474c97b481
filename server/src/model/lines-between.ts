import type { ItemDraft } from './drafts.ts';
import type { Properties } from './plan.ts';
import { FACET } from './tracking.ts';

/** Which sides of an item's lines changed: what they say, and (`anchor`) where in the plan it stands. */
export function linesBetween(before: ItemDraft, after: ItemDraft): number {
  return (
    propertiesBetween(before.properties, after.properties) |
    usesBetween(before.journal, after.journal, FACET.journal) |
    notesBetween(before.notes, after.notes) |
    usesBetween(before.initiatives, after.initiatives, FACET.body) |
    usesBetween(before.suppressions, after.suppressions, FACET.body)
  );
}

/** A line that says something, and the block it stands in. A line that says the same at the same place of its block is the same object. */
interface Use {
  readonly line: object;
  readonly block: object;
}

function usesBetween(before: readonly Use[], after: readonly Use[], side: number): number {
  if (before === after) return 0;
  if (before.length !== after.length) return side | FACET.anchor;
  let facets = 0;
  for (let index = 0; index < after.length; index++) {
    if (before[index]?.line !== after[index]?.line) return side | FACET.anchor;
    if (before[index]?.block !== after[index]?.block) facets = FACET.anchor;
  }
  return facets;
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
  const same =
    before.length === after.length &&
    before.every(({ text, span }, index) => {
      const other = after[index];
      return other?.text === text && other.span.from === span.from && other.span.to === span.to;
    });
  if (!same) return FACET.body | FACET.anchor;
  return before.every(({ block }, index) => after[index]?.block === block) ? 0 : FACET.anchor;
}
