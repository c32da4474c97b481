import { comparable, valueIn } from '../measure/compare.ts';
import type { Quantity, Unit } from '../measure/quantity.ts';
import type { ToldEntry } from './plan.ts';

/** A value that was reported: a quantity, or that it is done. */
export interface Report {
  readonly day: string;
  readonly value: Quantity | 'done';
  readonly entry: ToldEntry;
}

/** The reports of a journal up to a day that have a value, in order of day. */
export function reportsOf(journal: readonly ToldEntry[], today: string): readonly Report[] {
  const reports: Report[] = [];
  for (const entry of journal) {
    if (entry.day > today) break;
    const { reading } = entry;
    if (reading.kind === 'report' && reading.value !== null)
      reports.push({ day: entry.day, value: reading.value, entry });
  }
  return reports;
}

/**
 * A quantity as a level in a unit; null where the two cannot be compared. `whole` is the m of a target "n of m": against it
 * a percentage is that share of m, as "n of m" is a percentage against a percentage. A percentage is no number of things, and a
 * number of things no percentage.
 */
export function levelIn(quantity: Quantity, unit: Unit | null, whole: number | null): number | null {
  const percent = isPercentage(quantity);
  if (whole !== null && percent && unit?.dimension !== 'percent') {
    return typeof quantity.value === 'number' ? (quantity.value / 100) * whole : null;
  }
  if (percent && unit?.dimension === 'count') return null;
  if (isNumberOfThings(quantity) && unit?.dimension === 'percent') return null;
  return comparable(quantity.unit, unit) || quantity.whole !== null ? valueIn(quantity, unit) : null;
}

/** `60%`, not `3/5`. */
export function isPercentage({ unit, whole }: Quantity): boolean {
  return unit?.dimension === 'percent' && whole === null;
}

/** `13 beds`, not `13`, `13 of 20` or `20 beds` as a change. */
export function isNumberOfThings({ unit, whole, kind }: Quantity): boolean {
  return kind === 'abs' && whole === null && unit?.dimension === 'count';
}

/**
 * The level that a change leads to from a baseline: `+20%` a fifth more, `2x` twice as much, `-5 pp` and `+10 sign-ups` so
 * many more or fewer, in the baseline's unit. Null where the change cannot be told in that unit.
 */
export function changed(baseline: number, by: Quantity, unit: Unit | null): number | null {
  const amount = typeof by.value === 'number' ? by.value : by.value[0];
  if (by.kind === 'mult') return baseline * amount;
  switch (by.unit?.dimension) {
    case 'percent':
      return baseline * (1 + amount / 100);
    case 'points':
      return baseline + amount * by.unit.factor;
    default: {
      const added = valueIn({ ...by, value: amount }, unit);
      return added === null ? null : baseline + added;
    }
  }
}

/**
 * How far a reported change is on the way to the change that was wanted, where no baseline is known: +12% of +20% is 0.6,
 * 1.5x of 2x is 0.5. Not clamped. Null where the two are changes of different kinds.
 */
export function shareOfChange(reported: Quantity, wanted: Quantity): number | null {
  if (reported.kind === 'abs' || typeof reported.value !== 'number') return null;
  const full = typeof wanted.value === 'number' ? wanted.value : wanted.value[0];
  if (wanted.kind === 'mult') {
    if (reported.kind === 'mult') return full === 1 ? null : (reported.value - 1) / (full - 1);
    return reported.unit?.dimension === 'percent' && full !== 1 ? reported.value / 100 / (full - 1) : null;
  }
  if (reported.kind === 'mult') {
    return wanted.unit?.dimension === 'percent' && full !== 0 ? ((reported.value - 1) * 100) / full : null;
  }
  const value =
    reported.unit?.dimension === wanted.unit?.dimension || !reported.unit ? valueIn(reported, wanted.unit) : null;
  return value === null || full === 0 ? null : value / full;
}
