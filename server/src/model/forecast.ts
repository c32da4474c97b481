import { daysBetween } from '../measure/days.ts';

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
