import { addDays, addMonths, daysBetween, monthOf, yearOf } from './days.ts';
import { fiscalPeriod, monthNamed, monthPeriod, readPeriod, yearPeriod } from './periods.ts';
import type { FiscalYear, Period } from './periods.ts';

const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: 4, final: 4 };
const NUMBERED =
  /^(?:(first|second|third|fourth|last|final|1st|2nd|3rd|4th) (quarter|half)|([qh])([1-4])|(quarter|half) ([1-4]))(?: of(?: the)?)? ?(.*)$/;
const RELATIVE =
  /^(this|current|present|the current|next|following)? ?(calendar |fiscal |financial )?(year|quarter|half|half-year|month)(?:[- ]end)?$/;
const SHORT: Readonly<Record<string, string>> = {
  eoq: 'quarter',
  eoy: 'year',
  eom: 'month',
  eofy: 'fiscal year',
  fye: 'fiscal year',
};
const CYCLE = /^(?:this |the |current |okr )*(?:cycle|period)$/;

/**
 * The period that a lower-case phrase names in or near a cycle: "q2", "second quarter of 2027", "march", "year-end",
 * "fiscal year", "next quarter", "cycle". Null where it names none, or one that the cycle does not settle: "this month"
 * of a quarter.
 */
export function readNamedPeriod(phrase: string, cycle: Period | null, fiscal: FiscalYear): Period | null {
  const text = Object.hasOwn(SHORT, phrase) ? (SHORT[phrase] ?? phrase) : phrase;
  const written = readPeriod(text, fiscal);
  if (written) return written;
  const numbered = NUMBERED.exec(text);
  if (numbered) return numberedPeriod(numbered, cycle, fiscal);
  if (!cycle) return null;
  if (CYCLE.test(text)) return cycle;
  const month = monthNamed(text);
  if (month !== null) return firstPeriod(cycle, (year) => monthPeriod(year, month));
  const relative = RELATIVE.exec(text);
  if (!relative?.[3]) return null;
  const isFiscal = relative[2] ? !relative[2].startsWith('calendar') : isFiscalCycle(cycle);
  const next = relative[1] === 'next' || relative[1] === 'following';
  if (relative[3] === 'year' && !next) {
    return firstPeriod(cycle, (year) => (isFiscal ? fiscalPeriod(year, fiscal) : yearPeriod(year)));
  }
  return around(cycle, MONTHS[relative[3]] ?? 12, isFiscal ? fiscal : null, next);
}

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, half: 6, 'half-year': 6, year: 12 };

function isFiscalCycle(cycle: Period): boolean {
  return /^FY/i.test(cycle.name);
}

function numberedPeriod(match: RegExpExecArray, cycle: Period | null, fiscal: FiscalYear): Period | null {
  const [, ordinal, ordinalUnit, letter, digit, unit, number, year = ''] = match;
  const months = ordinalUnit === 'half' || letter === 'h' || unit === 'half' ? 6 : 3;
  let index = Number(digit ?? number ?? ordinal?.charAt(0));
  if (ordinal && Object.hasOwn(ORDINALS, ordinal)) index = ORDINALS[ordinal] ?? 0;
  if (/^(?:last|final)$/.test(ordinal ?? '') && months === 6) index = 2;
  if (!(index * months <= 12)) return null;
  if (year && !/^(?:the |this )?(?:(?:calendar |fiscal )?year|fy)$/.test(year)) {
    return readPeriod(`${months === 3 ? 'Q' : 'H'}${index} ${year}`, fiscal);
  }
  if (!cycle) return null;
  const isFiscal = /fiscal|fy/.test(year) || (isFiscalCycle(cycle) && !year.includes('calendar'));
  return firstPeriod(cycle, (y) => (isFiscal ? fiscalPeriod(y, fiscal, months, index) : yearPeriod(y, months, index)));
}

/** Of a period of every year, the first that ends after the cycle begins. */
function firstPeriod(cycle: Period, ofYear: (year: number) => Period | null): Period | null {
  const first = yearOf(cycle.start) - 1;
  for (let year = first; year <= first + 3; year++) {
    const period = ofYear(year);
    if (period && period.end >= cycle.start) return period;
  }
  return null;
}

/** The month, quarter, half or year in which the whole cycle lies, or the next after it; null where it is longer. */
function around(cycle: Period, months: number, fiscal: FiscalYear | null, next: boolean): Period | null {
  const firstMonth = fiscal?.startMonth ?? 1;
  const into = (monthOf(cycle.start) - firstMonth + 12) % months;
  const start = addMonths(`${cycle.start.slice(0, 7)}-01`, -into);
  const end = addDays(addMonths(start, months), -1);
  if (daysBetween(end, cycle.end) > 0) return null;
  if (!next) return { name: cycle.name, start, end };
  return { name: cycle.name, start: addDays(end, 1), end: addDays(addMonths(start, 2 * months), -1) };
}
