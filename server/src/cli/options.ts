import { InvalidArgumentError } from 'commander';
import { isDay } from '../measure/days.ts';

/** Reads `--as-of`: an ISO day that the calendar has. */
export function readDay(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('A day is written YYYY-MM-DD, e.g. 2026-11-10, and must be one of the calendar.');
}

/** Reads `--max-warnings`: a whole number from 0. */
export function readCount(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A whole number from 0 is needed.');
}
