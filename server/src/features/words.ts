import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';

const CELLS = 10;

/** A share 0–1 as ten cells and a percentage: `▰▰▰▱▱▱▱▱▱▱ 31 %`. Only what is whole fills the last cell. */
export function bar(share: number): string {
  const clamped = Math.min(Math.max(share, 0), 1);
  const full = clamped === 1 ? CELLS : Math.min(Math.round(clamped * CELLS), CELLS - 1);
  return `${'▰'.repeat(full)}${'▱'.repeat(CELLS - full)} ${percent(share)}`;
}

/** A share 0–1 as a whole percentage. */
export function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}

type Month = (day: number, year: string) => Said;

/** Whole texts and not names alone: other languages put a point behind the day. */
const LONG: readonly Month[] = [
  (day, year) => said`${day} January ${year}`,
  (day, year) => said`${day} February ${year}`,
  (day, year) => said`${day} March ${year}`,
  (day, year) => said`${day} April ${year}`,
  (day, year) => said`${day} May ${year}`,
  (day, year) => said`${day} June ${year}`,
  (day, year) => said`${day} July ${year}`,
  (day, year) => said`${day} August ${year}`,
  (day, year) => said`${day} September ${year}`,
  (day, year) => said`${day} October ${year}`,
  (day, year) => said`${day} November ${year}`,
  (day, year) => said`${day} December ${year}`,
];

const SHORT: readonly Month[] = [
  (day, year) => said`${day} Jan ${year}`,
  (day, year) => said`${day} Feb ${year}`,
  (day, year) => said`${day} Mar ${year}`,
  (day, year) => said`${day} Apr ${year}`,
  (day, year) => said`${day} May ${year}`,
  (day, year) => said`${day} Jun ${year}`,
  (day, year) => said`${day} Jul ${year}`,
  (day, year) => said`${day} Aug ${year}`,
  (day, year) => said`${day} Sept ${year}`,
  (day, year) => said`${day} Oct ${year}`,
  (day, year) => said`${day} Nov ${year}`,
  (day, year) => said`${day} Dec ${year}`,
];

/** An ISO day as people write it: 15 December 2026, or 15 Dec 2026. */
export function day(iso: string, month: 'long' | 'short' = 'long'): Said {
  const [year = '', monthNumber, dayNumber] = iso.split('-');
  const written = (month === 'long' ? LONG : SHORT)[Number(monthNumber) - 1];
  return written === undefined ? said`${iso}` : written(Number(dayNumber), year);
}

/** How long ago a day was that lies so many days back: another case than that of the days alone, in some languages. */
export function daysAgo(count: number): Said {
  return count === 1 ? said`${count} day ago` : said`${count} days ago`;
}

/** How far off a day is that lies so many days ahead. */
export function inDays(count: number): Said {
  return count === 1 ? said`in ${count} day` : said`in ${count} days`;
}
