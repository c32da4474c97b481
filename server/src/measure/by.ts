import { said } from '../syntax/said.ts';
import { deadlineDay } from './deadline.ts';
import { isDay } from './days.ts';
import { readPeriod } from './periods.ts';
import type { FiscalYear, Period } from './periods.ts';
import { error, quoted } from './value-problem.ts';
import type { ValueProblem } from './value-problem.ts';

/** The last day that a deadline allows, or the problem of a text that is none. Neither where it needs a cycle. */
export interface DeadlineReading {
  readonly day: string | null;
  readonly problem: ValueProblem | null;
}

const END_OF_CYCLE = /^end of (?:the )?cycle$/i;
const DATE_SHAPE = /^\d{4}-\d{1,2}-\d{1,2}$/;

/**
 * Reads the value of `by:`: a date, a period whose last day counts (`2026-12`, `2026-Q4`, `FY27 Q1`), or `end of cycle`.
 * Any other phrase is a problem, which offers the day where it can be told. `end of cycle` without a known cycle gives
 * neither day nor problem.
 */
export function readBy(text: string, cycle: Period | null, fiscal: FiscalYear): DeadlineReading {
  const from = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const to = from + trimmed.length;
  if (isDay(trimmed)) return { day: trimmed, problem: null };
  if (END_OF_CYCLE.test(trimmed)) return { day: cycle?.end ?? null, problem: null };
  const period = readPeriod(trimmed, fiscal);
  if (period) return { day: period.end, problem: null };
  if (!trimmed)
    return { day: null, problem: error(said`The deadline is empty. Write a date, e.g. 2026-12-15.`, 0, text.length) };
  if (DATE_SHAPE.test(trimmed)) {
    return { day: null, problem: error(said`${trimmed} is no day of the calendar.`, from, to) };
  }
  const day = deadlineDay(trimmed, cycle, fiscal);
  if (day) {
    const says = said`Write the deadline as a date: ${quoted(trimmed)} is ${day}.`;
    return { day, problem: error(says, from, to, { title: said`Write ${day}`, from, to, newText: day }) };
  }
  const says = said`${quoted(trimmed)} is no deadline. Write a date (2026-12-15), a month (2026-12), a quarter (2026-Q4) or end of cycle.`;
  return { day: null, problem: error(says, from, to) };
}
