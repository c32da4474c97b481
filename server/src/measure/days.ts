/**
 * Arithmetic over days written as ISO strings (`2026-12-15`), which also sort as text. The platform's own UTC calendar
 * does the counting, so no time zone ever takes part; days that do not exist are refused before it can roll them over.
 */

const DAY_MS = 86_400_000;
const ISO_DAY = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;

/** How many days a month has; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether a text is a day of the calendar in ISO form. 30 February is none, and neither is a year before 1000. */
export function isDay(text: string): boolean {
  const match = ISO_DAY.exec(text);
  if (!match) return false;
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= daysInMonth(Number(match[1]), month);
}

/** The ISO day of a year, a month (1 to 12) and a day of the month. */
export function dayOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** How many days lie from one ISO day to another: negative where `to` is the earlier. NaN where either is no day. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The ISO day so many days later, or earlier where `days` is negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The ISO day so many months later; the last of the month where the month is too short (31 January + 1 month). */
export function addMonths(day: string, months: number): string {
  const count = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  return dayOf(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month)));
}

/** The last day of a month as an ISO day; `month` is 1 to 12. */
export function lastDayOfMonth(year: number, month: number): string {
  return dayOf(year, month, daysInMonth(year, month));
}

/** The year of an ISO day. */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** The month of an ISO day, 1 to 12. */
export function monthOf(day: string): number {
  return Number(day.slice(5, 7));
}
