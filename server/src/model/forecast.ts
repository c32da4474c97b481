import { daysBetween } from '../measure/days.ts';
import { isPromoterScore } from '../measure/promoter-score.ts';
import type { Unit } from '../measure/quantity.ts';

/** A level on an ISO day. */
export interface Point {
  readonly day: string;
  readonly level: number;
}

/**
 * The level on the due day by least squares over the points: the line through them with the smallest sum of squared
 * distances, carried on. Null with points on fewer than two days.
 */
export function forecastLevel(points: readonly Point[], due: string): number | null {
  const [first] = points;
  if (!first) return null;
  const xs = points.map(({ day }) => daysBetween(first.day, day));
  const meanX = xs.reduce((sum, x) => sum + x, 0) / xs.length;
  const meanY = points.reduce((sum, { level }) => sum + level, 0) / points.length;
  let over = 0;
  let under = 0;
  points.forEach(({ level }, index) => {
    const x = (xs[index] ?? 0) - meanX;
    over += x * (level - meanY);
    under += x * x;
  });
  if (under === 0) return null;
  return meanY + (over / under) * (daysBetween(first.day, due) - meanX);
}

/**
 * A forecast level within what its unit allows: a line goes on below nothing and beyond everything, counts and shares do
 * not. `known` are the baseline, the target and the levels reported: what already lies outside (a loss, 120 %) sets no
 * bound. Money and a net promoter score may fall below zero.
 */
export function withinUnit(level: number, unit: Unit | null, known: readonly number[]): number {
  if (unit?.dimension === 'currency' || isPromoterScore(unit)) return level;
  const least = known.some((one) => one < 0) ? -Infinity : 0;
  const most = unit?.dimension !== 'percent' || known.some((one) => one > 100) ? Infinity : 100;
  return Math.min(most, Math.max(least, level));
}
