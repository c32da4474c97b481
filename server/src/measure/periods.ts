import { addDays, addMonths, dayOf } from './days.ts';

/**
 * When the fiscal year begins and what names it. With `namedBy: 'end'` FY2027 ends in 2027, with `'start'` it begins in
 * it; the two are the same where the year begins in January.
 */
export interface FiscalYear {
  /** 1 to 12 */
  readonly startMonth: number;
  readonly namedBy: 'end' | 'start';
}

/** A stretch of time with a name. `start` and `end` are ISO days, both part of it. */
export interface Period {
  readonly name: string;
  readonly start: string;
  readonly end: string;
}

/** The fiscal year where nothing is configured: the calendar year. */
export const CALENDAR_YEAR: FiscalYear = { startMonth: 1, namedBy: 'end' };

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH_NAME =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

const JUST_MONTH = new RegExp(`^(?:${MONTH_NAME})$`, 'i');
const YEAR = /^(\d{4})$/;
const YEAR_MONTH = /^(\d{4})-(\d{1,2})$/;
const MONTH_YEAR = new RegExp(`^(${MONTH_NAME})\\.?,? (\\d{4})$`, 'i');
const YEAR_PART = /^(FY)? ?(\d{4}|'?\d{2})(?: ?[-/ ] ?| ?)([QH])([1-4])$/i;
const PART_YEAR = /^([QH])([1-4])(?: ?[-/, ] ?| ?)(FY)? ?(\d{4}|'?\d{2})$/i;
const FISCAL_YEAR = /^FY ?[-/]? ?(\d{4}|'?\d{2})$/i;

/** The month that a name or its short form means (`March`, `Sept.`), 1 to 12, or null. */
export function monthNamed(text: string): number | null {
  const name = text.replace(/\.$/, '');
  if (!JUST_MONTH.test(name)) return null;
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/**
 * Reads a period: `2026`, `2026-H2`, `2026-Q4`, `2026-11`, `FY2027`, `FY2027-Q1`, also `Q4 2026`, `FY27 Q1`, `H2 2026`,
 * `Q4/2026`, `November 2026`. Its name is the first form. Null where the text is anything else. Years of two digits
 * are of this century; without FY they need their apostrophe (`Q4 '26`).
 */
export function readPeriod(text: string, fiscal: FiscalYear): Period | null {
  if (text.length > 40) return null;
  const trimmed = text.trim().replace(/\s+/g, ' ').replace(/’/g, "'");
  const year = YEAR.exec(trimmed);
  if (year) return yearPeriod(Number(year[1]));
  const yearMonth = YEAR_MONTH.exec(trimmed);
  if (yearMonth) return monthPeriod(Number(yearMonth[1]), Number(yearMonth[2]));
  const monthYear = MONTH_YEAR.exec(trimmed);
  if (monthYear?.[1]) return monthPeriod(Number(monthYear[2]), monthNamed(monthYear[1]) ?? 0);
  const fiscalYear = FISCAL_YEAR.exec(trimmed);
  if (fiscalYear?.[1]) return fiscalPeriod(fullYear(fiscalYear[1]), fiscal);
  const yearPart = YEAR_PART.exec(trimmed);
  if (yearPart) return partPeriod(yearPart[2], yearPart[1], yearPart[3], Number(yearPart[4]), fiscal);
  const partYear = PART_YEAR.exec(trimmed);
  if (partYear) return partPeriod(partYear[4], partYear[3], partYear[1], Number(partYear[2]), fiscal);
  return null;
}

function fullYear(digits: string): number {
  const year = Number(digits.replace("'", ''));
  return digits.length < 4 ? 2000 + year : year;
}

function partPeriod(
  yearText: string | undefined,
  fiscalMark: string | undefined,
  letter: string | undefined,
  index: number,
  fiscal: FiscalYear,
): Period | null {
  if (!yearText || !letter) return null;
  // "26 Q4" could be anything; "FY26 Q4" and "'26 Q4" are years.
  if (yearText.length === 2 && !fiscalMark) return null;
  const months = letter.toUpperCase() === 'Q' ? 3 : 6;
  if (index * months > 12) return null;
  const year = fullYear(yearText);
  return fiscalMark ? fiscalPeriod(year, fiscal, months, index) : yearPeriod(year, months, index);
}

function period(name: string, start: string, months: number): Period {
  return { name, start, end: addDays(addMonths(start, months), -1) };
}

function partName(months: number, index: number): string {
  return months === 12 ? '' : `-${months === 3 ? 'Q' : 'H'}${index}`;
}

/** A calendar year, or its quarter (`months` 3) or half (6) of this number, counted from 1. Null for years before 1000. */
export function yearPeriod(year: number, months = 12, index = 1): Period | null {
  if (year < 1000 || year > 9998) return null;
  return period(`${year}${partName(months, index)}`, dayOf(year, (index - 1) * months + 1, 1), months);
}

/** A fiscal year by its name, or its quarter or half of this number. */
export function fiscalPeriod(year: number, fiscal: FiscalYear, months = 12, index = 1): Period | null {
  if (year < 1001 || year > 9997) return null;
  const startYear = fiscal.namedBy === 'end' && fiscal.startMonth > 1 ? year - 1 : year;
  const start = addMonths(dayOf(startYear, fiscal.startMonth, 1), (index - 1) * months);
  return period(`FY${year}${partName(months, index)}`, start, months);
}

/** A month of a year; `month` is 1 to 12, and null comes back for any other. */
export function monthPeriod(year: number, month: number): Period | null {
  if (month < 1 || month > 12 || year < 1000 || year > 9998) return null;
  return period(`${year}-${String(month).padStart(2, '0')}`, dayOf(year, month, 1), 1);
}
