import { said } from '../syntax/said.ts';
import type { Objective, PlanFix } from '../model/plan.ts';
import type { Quantity } from '../measure/quantity.ts';
import { readTitle } from '../measure/title-reader.ts';
import { isRunning } from './cycles.ts';
import { indentBelow, lastLineOf, lineBelow, lineBreakOf, replacement } from './edits.ts';
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
  fixes: ['Make the number a key result'],
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

/**
 * Makes the title a key result, and takes the number out of the objective's, where words are left that lead somewhere. Not
 * where the objective has as many key results as it should, or stands in a list, which a header would end.
 */
function moveDown(objective: Objective, target: Quantity): readonly PlanFix[] {
  const { title, uri, block } = objective;
  const words = withoutNumber(title, target).find(isInWords);
  const last = lastLineOf(objective);
  const running = objective.keyResults.filter(isRunning).length;
  if (words === undefined || !last || objective.header.fromList || running >= MOST_KEY_RESULTS) return [];
  if (readTitle(title).measurable === 'no') return [];
  const indent = indentBelow(objective);
  // The writer said how far, not from where; the language has a mark for that.
  const start = readingOf(objective).baseline ? '' : `${lineBreakOf(block)}${indent}  baseline: ?`;
  const newLine = lineBelow(uri, block, last, indent, `kr: ${title}${start}`);
  const edit = replacement(wordsPlace(objective, { from: 0, to: title.length }), words);
  return [{ title: said`Make the number a key result`, safe: false, edits: [edit, newLine] }];
}

const MOST_KEY_RESULTS = 5;
const VERBS: Readonly<Record<string, string>> = {
  double: 'Raise',
  triple: 'Raise',
  treble: 'Raise',
  quadruple: 'Raise',
  halve: 'Reduce',
};
const LEADING =
  /\s+(?:(?:from\s+\S*\d\S*(?:\s+\p{L}{1,3})?\s+)?(?:by|to|at|of|above|below|over|under|at least|at most)\s+)$/iu;
const BEHIND = /^\s+(?:in|for|among|across|with|within|on|per|this|next|until|by)\b/i;

/** Titles without the number, the likeliest first: "Increase revenue", "Win new customers", "Raise revenue" for "Double revenue". */
function withoutNumber(title: string, { from, to, kind, text }: Quantity): readonly string[] {
  const [before, after] = [title.slice(0, from), title.slice(to)];
  const verb = kind === 'mult' && before.trim() === '' ? VERBS[text.trim().toLowerCase()] : undefined;
  if (verb !== undefined) return [`${verb}${after}`];
  const cut = before.replace(LEADING, '');
  const level = cut !== before && (BEHIND.test(after) || /^[.!\s]*$/.test(after)) ? [`${cut}${after}`] : [];
  const ends = /^[.!\s]*$/.test(after) ? [before.trimEnd()] : [];
  const counted = /^(\s+)\p{L}/u.test(after) && !BEHIND.test(after) ? [`${before}${after.trimStart()}`] : [];
  return [...level, ...ends, ...counted];
}

/** Whether a title reads as one: two words at least, none of them left hanging, and no number. */
function isInWords(title: string): boolean {
  const plain = title.trim().replace(/[.!]+$/, '');
  if (plain.split(/\s+/).length < 2 || /\s(?:by|to|at|of|from|in|for|the|a|an|and|least|most|than)$/i.test(plain))
    return false;
  return !/\b(?:by|to|of|from|at least|at most|than)\s+(?:in|for|of|among|across)\b/i.test(plain) && !/\d/.test(plain);
}
