import { said } from '../syntax/said.ts';
import { readCheckIn } from '../measure/check-in.ts';
import { isDay } from '../measure/days.ts';
import type { Block, EntryLine } from '../syntax/tree.ts';
import { badValue } from './local-problem.ts';
import type { LocalProblem } from './local-problem.ts';
import type { JournalEntry } from './plan.ts';
import { faultOf } from './read-value.ts';

/** A journal line read: null where its date is no day of the calendar, which a problem then says. */
export function entryOf(
  block: Block,
  line: EntryLine,
): { readonly entry: JournalEntry | null; readonly problems: readonly LocalProblem[] } {
  const { date, body } = line;
  const reading = readCheckIn(body.text);
  const problems = reading.problems.map((problem) => badValue(block, faultOf(problem, body)));
  if (isDay(date.text)) return { entry: { day: date.text, line, block, reading }, problems };
  const message = said`${date.text} is no day of the calendar, so this line counts for nothing.`;
  const wrongDay = badValue(block, { severity: 'error', message, from: date.from, to: date.to, fixes: [] });
  return { entry: null, problems: [wrongDay, ...problems] };
}
