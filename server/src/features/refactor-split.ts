import type { KeyResult } from '../model/plan.ts';
import { readingOf } from '../model/title.ts';
import { indentBelow, lineBreakOf } from '../rules/edits.ts';
import { said } from '../syntax/said.ts';
import { useOf } from '../rules/places.ts';
import type { PropertyName } from '../syntax/properties.ts';
import { capitalised, changeIn, endOf, hasPlainHeader, indentOf } from './item-lines.ts';
import type { Refactoring } from './offers.ts';

/** What holds for both halves: who answers, and until when. */
const SHARED: readonly PropertyName[] = ['owner', 'with', 'by'];

/**
 * Makes two key results of one whose title joins two: the first keeps all that stands below, the second comes behind it
 * with the same owner and deadline.
 */
export const splitInTwo: Refactoring = (snapshot, item) => {
  if (item.kind !== 'kr' || !hasPlainHeader(item)) return [];
  const halves = halvesOf(item);
  if (halves === null) return [];
  return [
    {
      title: said`Split it into two key results`,
      kind: 'refactor.rewrite',
      changes: () => {
        const { title } = item.header;
        const shared = SHARED.flatMap((name) => {
          const value = useOf(item, name)?.line.value.text;
          return value === undefined ? [] : [`${indentBelow(item)}${name}: ${value}`];
        });
        const lines = ['', `${indentOf(item)}kr: ${halves.second}`, ...shared];
        const added = lines.join(lineBreakOf(item.block));
        const first = changeIn(snapshot, item, title.from, title.to, halves.first);
        const end = endOf(item);
        // A header with nothing below it ends where its title does: one change, for two there would have no order.
        if (end === title.to) return [{ ...first, newText: halves.first + added }];
        return [first, changeIn(snapshot, item, end, end, added)];
      },
    },
  ];
};

/** The two results that a title joins; null where it joins none, or one of them is no more than a word. */
function halvesOf(kr: KeyResult): { readonly first: string; readonly second: string } | null {
  const { compound, joint } = readingOf(kr);
  if (!compound || joint === null) return null;
  const first = kr.title.slice(0, joint.from).replace(/[\s,;]+$/, '');
  const second = capitalised(kr.title.slice(joint.to).replace(/^[\s,;]+(?:and\s+)?/, ''));
  return first.includes(' ') && second.includes(' ') ? { first, second } : null;
}
