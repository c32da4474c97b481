import { readWrittenDay } from './calendar-date.ts';
import { addDays, addMonths, dayOf, daysBetween, isDay, yearOf } from './days.ts';
import { numberWord } from './numbers.ts';
import { readNamedPeriod } from './named-period.ts';
import type { FiscalYear, Period } from './periods.ts';

/** Words in front of a date that say no more than that it is a deadline. */
const INTRODUCING =
  /^(?:by|until|till|til|due|eta|deadline|in|within|during|on|at|over|through|throughout|across|finish|close|exit|no later than|not later than|the|before|:)\s+/;
const EDGE = /^(end(?:ing)?|close|late|mid|middle|beginning|start|early)(?:[ -]of)?(?: the)?[ -]+/;
const STRETCH =
  /^(?:in|within|over|during|throughout|for) the (?:next|coming|following|first) (quarter|half|half-year|month|year)$/;
const DURATION =
  /^(?:in|within|over|during)(?: the)?(?: next| coming| following| first)? ([a-z]+|\d{1,3}) (day|week|month|quarter|year)s?$/;
const MONTHS_IN: Readonly<Record<string, number>> = { month: 1, quarter: 3, half: 6, 'half-year': 6, year: 12 };

/** No phrase that names a deadline is longer. */
const LONGEST = 80;

/**
 * The last day, as an ISO day, on which a phrase of prose says that something must be true: "by end of March", "in Q2",
 * "by January 31st", "over the next 6 months", "by fiscal year-end", "by end of cycle". A year that is left out is the
 * one that brings the day first after the cycle begins; stretches of time count from the cycle's first day. Null where the
 * phrase cannot be told, or needs a cycle and there is none. Quarters are the fiscal year's where the cycle is.
 */
export function deadlineDay(phrase: string, cycle: Period | null, fiscal: FiscalYear): string | null {
  if (phrase.length > LONGEST) return null;
  const text = phrase
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.,;:!)]+$/, '')
    .replace(/\bend-of-/, 'end of ');
  const stretch = stretchEnd(text, cycle);
  if (stretch) return stretch;
  let rest = text;
  while (INTRODUCING.test(rest)) rest = rest.replace(INTRODUCING, '');
  if (!text.startsWith('before ')) return dayIn(rest, cycle, fiscal, 'end');
  const begins = dayIn(rest, cycle, fiscal, 'start');
  if (begins === null) return null;
  // "before January 1" of a cycle that begins on 1 January means the next one.
  const later = cycle && begins <= cycle.start ? { ...cycle, start: addMonths(cycle.start, 12) } : null;
  return addDays((later && dayIn(rest, later, fiscal, 'start')) ?? begins, -1);
}

/** The first or last day of what a phrase names, unless it says itself which part it means ("mid-March"). */
function dayIn(phrase: string, cycle: Period | null, fiscal: FiscalYear, side: 'start' | 'end'): string | null {
  if (isDay(phrase)) return phrase;
  const edge = EDGE.exec(phrase);
  const period = readNamedPeriod(edge ? phrase.slice(edge[0].length) : phrase, cycle, fiscal);
  return period ? edgeOf(period, edge?.[1] ?? side) : writtenDay(phrase, cycle);
}

/** "over the next 6 months", "within the next quarter": counted from the cycle's first day. */
function stretchEnd(text: string, cycle: Period | null): string | null {
  if (!cycle) return null;
  const stretch = STRETCH.exec(text)?.[1];
  if (stretch) return addDays(addMonths(cycle.start, MONTHS_IN[stretch] ?? 0), -1);
  const duration = DURATION.exec(text);
  if (!duration?.[1] || !duration[2]) return null;
  const count = numberWord(duration[1]) ?? Number(duration[1]);
  if (!(count > 0)) return null;
  if (duration[2] === 'day' || duration[2] === 'week') {
    return addDays(cycle.start, count * (duration[2] === 'week' ? 7 : 1) - 1);
  }
  return addDays(addMonths(cycle.start, count * (MONTHS_IN[duration[2]] ?? 0)), -1);
}

function edgeOf(period: Period, edge: string): string {
  if (/^(?:beginning|start|early)$/.test(edge)) return period.start;
  if (!/^mid/.test(edge)) return period.end;
  return addDays(period.start, Math.floor(daysBetween(period.start, period.end) / 2));
}

/** A day whose year was left out is the first from the cycle's beginning on. */
function writtenDay(text: string, cycle: Period | null): string | null {
  const written = readWrittenDay(text);
  if (!written) return null;
  const { year, month, day } = written;
  if (year !== null) return dayOf(year, month, day);
  if (!cycle) return null;
  // 29 February comes at the latest after eight years.
  for (let next = yearOf(cycle.start); next <= yearOf(cycle.start) + 8; next++) {
    const candidate = dayOf(next, month, day);
    if (candidate >= cycle.start && isDay(candidate)) return candidate;
  }
  return null;
}
