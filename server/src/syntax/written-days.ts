import { said } from './said.ts';

/** Days at the beginning of a line that are not written the way of the language: `31 Oct 2026`, `10/31/2026`, `Nov 3`. */

/** How a date begins a line, where it cannot be told which day was meant. */
export const DATE_FORM = said`A journal line begins with the whole date, the year first: YYYY-MM-DD.`;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const NAMED_DAY = new RegExp(
  `^(?:${MONTH} (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th|\\.)? ${MONTH})(?:,? (\\d{4}))?$`,
  'i',
);

/** A day with the name of its month as an ISO day, which is null where the year is left out. Null for any other text. */
export function namedDay(text: string): { readonly iso: string | null } | null {
  const [whole, before, behind, ahead, after, year] = text.length > 30 ? [] : (NAMED_DAY.exec(text) ?? []);
  if (whole === undefined) return null;
  if (year === undefined) return { iso: null };
  const month = MONTHS.indexOf((before ?? after ?? '').slice(0, 3).toLowerCase()) + 1;
  return { iso: isoDay(year, String(month), behind ?? ahead ?? '') };
}

/** The ISO day of a year, month and day in digits. */
export function isoDay(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `22.10.2026`, `10/22/2026`, `5.11.`, `11/3:`, with what separates it from what follows. */
const DAY_AND_MONTH =
  /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2})?)?(?:[ \t]*(?:[:\uff1a]|[-\u2013\u2014](?=[ \t]))[ \t]*|[ \t]+|$)/;

/**
 * The ISO days that a day in digits at the beginning of a text may mean, the likelier first, and how many characters it
 * takes: only a number over 12 tells which of two is the day. None where the year is left out. Null for any other text.
 */
export function dayInDigits(text: string): { readonly days: readonly string[]; readonly length: number } | null {
  const date = DAY_AND_MONTH.exec(text);
  const [whole = '', one = '', mark = '', two = '', year = ''] = date ?? [];
  const [low, high] = [Math.min(Number(one), Number(two)), Math.max(Number(one), Number(two))];
  // "4.5 stars" and "3/5 done" are none: a year, or what separates, tells a date from a figure.
  if (date === null || low < 1 || low > 12 || high > 31 || !(year || /\D[ \t]*$/.test(whole.trim()))) return null;
  if (year.length !== 4) return { days: [], length: whole.length };
  const dayFirst = isoDay(year, two, one);
  const monthFirst = isoDay(year, one, two);
  if (Number(one) > 12) return { days: [dayFirst], length: whole.length };
  if (Number(two) > 12) return { days: [monthFirst], length: whole.length };
  const days = mark === '.' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  return { days: [...new Set(days)], length: whole.length };
}
