import { said } from '../syntax/said.ts';
import { readCheckIn } from '../measure/check-in.ts';
import type { CheckInReading } from '../measure/check-in.ts';
import { isDay } from '../measure/days.ts';
import type { Block, EntryLine } from '../syntax/tree.ts';
import { badValue } from './local-problem.ts';
import type { LocalProblem } from './local-problem.ts';
import type { JournalEntry } from './plan.ts';
import { faultOf } from './read-value.ts';

const NONE: readonly never[] = [];

/** A journal line read: null where its date is no day of the calendar, which a problem then says. */
export function entryOf(
  block: Block,
  line: EntryLine,
): { readonly entry: JournalEntry | null; readonly problems: readonly LocalProblem[] } {
  const { date, body } = line;
  const reading = readingOf(body.text);
  const isOfCalendar = isDay(date.text);
  if (isOfCalendar && reading.problems.length === 0) {
    return { entry: { day: date.text, line, block, reading }, problems: NONE };
  }
  // What is wrong with the day or its colon is told first, and an empty line of that alone.
  const hasColon = /[:\uff1a]/.test(block.text.slice(date.to, body.text === '' ? line.end : body.from));
  const faults = (hasColon && isOfCalendar) || body.text !== '' ? reading.problems : [];
  const problems = faults.map((problem) => badValue(block, faultOf(problem, body)));
  if (isOfCalendar) return { entry: { day: date.text, line, block, reading }, problems };
  if (!hasColon) return { entry: null, problems };
  const message = said`${date.text} is no day of the calendar, so this line counts for nothing.`;
  const wrongDay = badValue(block, { severity: 'error', message, from: date.from, to: date.to, fixes: [] });
  return { entry: null, problems: [wrongDay, ...problems] };
}

/** Most check-ins of a block that is edited say what they said before the last key, elsewhere in the block. */
const LATELY = 64;
const LONG = 1000;
const lately = new Map<string, CheckInReading>();

function readingOf(text: string): CheckInReading {
  if (text.length > LONG) return readCheckIn(text);
  let reading = lately.get(text);
  if (reading === undefined) {
    if (lately.size >= LATELY) lately.clear();
    lately.set(text, (reading = readCheckIn(text)));
  }
  return reading;
}
