import type { Objective, PlanFix } from '../model/plan.ts';
import type { Quantity } from '../measure/quantity.ts';
import { indentBelow, lineBelow, lineBreakOf, linesOf, replacement } from './edits.ts';
import { wordsPlace } from './places.ts';
import { readingOf } from '../model/title.ts';
import { defineRule } from './rule.ts';

export const okr204 = defineRule({
  code: 'OKR204',
  name: 'metric-in-objective',
  severity: 'info',
  says: 'An objective with a number: a key result in disguise.',
  why: `An objective says where to go, in words that people remember; its key results say how far. A number in the objective
is a key result that has lost its place, and leaves the others nothing to measure.`,
  sources: ['Ca', 'S1'],
  bad: `objective: Increase revenue by 15%
  kr: Win 20 new customers`,
  good: `objective: Become a business that pays for itself
  kr: Increase revenue by 15%
    baseline: 400k EUR
  kr: Win 20 new customers`,
  messages: {
    number: '{item} holds a number, {number}. Say in words where it leads, and make the number a key result.',
  },
  objective(objective) {
    const target = readingOf(objective).targets.find(
      (target) => isWrittenNumber(target) && !isScope(objective.title, target),
    );
    if (!target) return [];
    return [
      {
        message: 'number',
        args: { number: target.text.trim() },
        place: wordsPlace(objective, target),
        because: [{ text: target.text, says: 'a number to reach' }],
        fixes: moveDown(objective, target),
      },
    ];
  },
});

/** "Every contact" is a way of speaking in an objective; digits and multiples are not. */
function isWrittenNumber({ text, kind }: Quantity): boolean {
  return /\d/.test(text) || kind === 'mult';
}

/** "Our 10 largest customers" are those that are meant, not how many there are to be. */
function isScope(title: string, { from }: Quantity): boolean {
  return /\b(?:our|the|its|their|these|those|all|top)\s+$/i.test(title.slice(0, from));
}

/** Makes the title a key result, and cuts the number off the objective's where it stands at the end: "… by 15%". */
function moveDown(objective: Objective, target: Quantity): readonly PlanFix[] {
  const { title } = objective;
  const rest = title
    .slice(0, target.from)
    .replace(/\s+(?:(?:by|to|at|of|above|below|over|under|at least|at most)\s*)?$/i, '');
  const tail = title.slice(target.to).replace(/[.!]\s*$/, '');
  if (tail.trim() !== '' || rest.trim().split(/\s+/).length < 2 || / from .*\d/.test(rest)) return [];
  const last = linesOf(objective).findLast(
    ({ kind }) => kind !== 'blank' && kind !== 'comment' && kind !== 'directive',
  );
  if (!last || objective.header.fromList) return [];
  const { uri, block } = objective;
  const indent = indentBelow(objective);
  // The writer said how far, not from where; the language has a mark for that.
  const start = readingOf(objective).baseline ? '' : `${lineBreakOf(block)}${indent}  baseline: ?`;
  const newLine = lineBelow(uri, block, last, indent, `kr: ${title}${start}`);
  const place = wordsPlace(objective, { from: rest.length, to: title.length });
  return [{ title: 'Make the number a key result', safe: false, edits: [replacement(place, ''), newLine] }];
}
