import type { Goal, Item, Link } from '../model/plan.ts';
import { linesOf } from '../rules/edits.ts';
import { perPlan } from '../rules/per-plan.ts';
import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import type { Line } from '../syntax/tree.ts';
import type { Snapshot } from '../service.ts';
import type { Change } from './changes.ts';
import { blockStart } from './layout.ts';
import { linksFrom } from './occurrences.ts';
import { keyOf } from './scope-names.ts';

/** The white space in front of an item's header. */
export function indentOf({ block, header }: Item): string {
  return block.text.slice(header.from, header.from + header.indent);
}

/** The text of a line of an item, without the white space in front of it. */
export function textOf({ block }: Item, line: Line): string {
  return block.text.slice(Math.min(line.from + line.indent, line.end), line.end);
}

/** Whether an item's header is as the grammar has it, so that it can be rewritten: no bullet of a list, no fault, a title. */
export function hasPlainHeader({ header, title }: Item): boolean {
  return !header.fromList && !header.faulty && title.trim() !== '';
}

/** The lines below an item's header, up to the next header. */
export function linesBelow(item: Item): readonly Line[] {
  return linesOf(item).slice(1);
}

/**
 * Whether the lines below the headers of these items are theirs, and all of theirs are there: a property may belong to an
 * item further up, and it would change hands if one of them went elsewhere.
 */
export function standAlone(items: readonly Item[]): boolean {
  const lines = new Set(items.flatMap(linesOf));
  const own = new Set<Line>(
    items.flatMap(({ properties, journal, initiatives }) =>
      [...[...properties.values()].flat(), ...journal, ...initiatives].map(({ line }) => line),
    ),
  );
  const isForeign = (line: Line): boolean => line.kind === 'property' && line.property !== null && !own.has(line);
  return [...own].every((line) => lines.has(line)) && ![...lines].some(isForeign);
}

const referenceCounts = perPlan((plan) => {
  const counts = new Map<Item, number>();
  for (const { target, candidates } of [...plan.items.values()].flatMap(linksFrom)) {
    for (const item of target === null ? candidates : [target]) counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return counts;
});

/** Why a goal must stay what it is: how many references lead to it. Null where none does. */
export function referredTo({ plan }: Snapshot, item: Goal): Said | null {
  const count = referenceCounts(plan).get(item) ?? 0;
  if (count === 0) return null;
  return count === 1 ? said`One reference leads to it.` : said`${count} references lead to it.`;
}

/** Whether a reference is written as a number ("KR 2"), which counts in its own file only. */
export function isByNumber({ reference, target }: Link<Item>): boolean {
  const last = reference.parts.at(-1);
  return target !== null && (target.id === null || keyOf(target.id) !== keyOf(last?.text ?? ''));
}

/** A change of the stretch of an item's block from one offset to another. */
export function changeIn(snapshot: Snapshot, item: Item, from: number, to: number, newText: string): Change {
  const tree = snapshot.tree(item.uri);
  const start = tree === null ? 0 : (blockStart(tree, item.block) ?? 0);
  return { uri: item.uri, from: start + from, to: start + to, newText };
}

/** Where an item's own lines end, those that are blank left out: behind the text of its last line. */
export function endOf(item: Item): number {
  return linesOf(item).findLast(({ kind }) => kind !== 'blank')?.end ?? item.header.end;
}

/** A line of an item as a note that still says it. A note cannot begin with a digit. */
export function asNote(item: Item, line: Line): string {
  const text = item.block.text.slice(Math.min(line.content, line.end), line.end);
  return line.kind === 'entry' ? `> Check-in ${text}` : `> ${text}`;
}

/** A name as the beginning of a title. */
export function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
