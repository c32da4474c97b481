import type { Grade } from './figures.ts';

/**
 * The grade of a progress or score 0–1: below 0.4 red, below 0.7 yellow, else green. What is committed is green only at 1.0
 * when its time is over, and yellow short of that.
 */
export function gradeOf(score: number, committed: boolean, over: boolean): Grade {
  // Means of thirds and sevenths are not exact in binary.
  const exact = Math.round(score * 1e9) / 1e9;
  if (exact < 0.4) return 'red';
  if (exact < 0.7) return 'yellow';
  return committed && over && exact < 1 ? 'yellow' : 'green';
}
