import { strict } from 'chrono-node/en';
import { dayOf, isDay } from './days.ts';

/** A day of the calendar as written; `year` is null where it was left out. `month` is 1 to 12. */
export interface WrittenDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const ABSOLUTE = /\d{4}|(?:^|[^a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/i;

let reader: typeof strict | undefined;

/**
 * Reads a text that is one day: `2026-12-15`, `January 31st`, `15 Dec 2026`, `12/15/2026`. Null where it is anything
 * else, relative to today ("tomorrow"), ambiguous (`05/06/2026`), without a month name or a year (`8/10`), or no day of
 * the calendar.
 */
export function readWrittenDay(text: string): WrittenDay | null {
  const trimmed = text.trim();
  if (trimmed.length > 40 || !/\d/.test(trimmed) || !ABSOLUTE.test(trimmed)) return null;
  const slashed = SLASHED.exec(trimmed);
  if (
    slashed &&
    !trimmed.includes('.') &&
    slashed[1] !== slashed[2] &&
    Number(slashed[1]) <= 12 &&
    Number(slashed[2]) <= 12
  )
    return null;
  reader ??= strict.clone();
  // The day of reference never shows: only parts that were written are looked at. Without one the clock would be read.
  const results = reader.parse(trimmed, new Date(Date.UTC(2024, 0, 1, 12)));
  const result = results[0];
  if (!result || results.length > 1 || result.end || trimmed.length - result.text.length > 4) return null;
  const { start } = result;
  const month = start.isCertain('month') ? start.get('month') : null;
  const day = start.isCertain('day') ? start.get('day') : null;
  const year = start.isCertain('year') ? start.get('year') : null;
  if (month === null || day === null || start.isCertain('hour')) return null;
  // 29 February is a day in some years only.
  return isDay(dayOf(year ?? 2024, month, day)) ? { year, month, day } : null;
}
