import type { Pace } from './figures.ts';

/** Before this share of the time no pace is told: one check-in more or less would turn it round. */
export const TOO_EARLY = 0.15;

/**
 * The pace of a progress at a share of the time, both 0–1: their quotient is `ahead` from 1.1, `on track` from 0.7, `at risk`
 * from 0.4, `behind` below. Null before 15 % of the time. `share` is that at the latest check-in.
 */
export function paceAt(progress: number, share: number): Pace | null {
  if (share < TOO_EARLY) return null;
  // Decimal shares are not exact in binary: 0.77 / 0.7 is a hair below 1.1.
  const pace = Math.round((progress / share) * 1e9) / 1e9;
  if (pace >= 1.1) return 'ahead';
  if (pace >= 0.7) return 'on track';
  return pace >= 0.4 ? 'at risk' : 'behind';
}

/** `behind` counts 0 to `ahead` 3; what was reached counts as on track, what was missed as behind. */
const RANK: Readonly<Record<Pace, number>> = {
  behind: 0,
  missed: 0,
  'at risk': 1,
  'on track': 2,
  reached: 2,
  ahead: 3,
};
const RUNNING: readonly Pace[] = ['behind', 'at risk', 'on track', 'ahead'];

/**
 * The pace of an objective: the weighted mean of its key results' paces as steps from `behind` to `ahead`, a half rounded to
 * the worse. Where all of them are over: `reached` when all were, else `missed`. Null where none has a pace or weight. What
 * those without a check-in add is up to the caller.
 */
export function meanPace(paces: readonly { readonly pace: Pace; readonly weight: number }[]): Pace | null {
  const weighted = paces.filter(({ weight }) => weight > 0);
  const [first] = weighted;
  if (!first) return null;
  if (weighted.every(({ pace }) => pace === 'reached')) return 'reached';
  if (weighted.every(({ pace }) => pace === 'reached' || pace === 'missed')) return 'missed';
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const mean = weighted.reduce((sum, { pace, weight }) => sum + RANK[pace] * weight, 0) / total;
  return RUNNING[Math.ceil(mean - 0.5)] ?? first.pace;
}
