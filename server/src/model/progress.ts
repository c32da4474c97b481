import type { Comparator } from '../measure/quantity.ts';

/** A level that a comparator says the good side of. */
export interface Bound {
  readonly op: Comparator;
  readonly level: number;
}

/** Units are converted and changes applied in binary: what differs by less than this part is the same. */
const EXACT = 1e-9;

function clamp(value: number): number {
  return value >= 1 - EXACT ? 1 : Math.max(0, value);
}

/** Whether a level satisfies a bound; "=" is met by the level itself. */
export function meets(exact: number, op: Comparator, bound: number): boolean {
  const level = Math.abs(exact - bound) <= EXACT * Math.abs(bound) ? bound : exact;
  switch (op) {
    case '>=':
      return level >= bound;
    case '<=':
      return level <= bound;
    case '>':
      return level > bound;
    case '<':
      return level < bound;
    case '=':
      return level === bound;
  }
}

/**
 * Progress 0–1 from a baseline to a target: `(now - from) / (to - from)`, clamped. 31% -> 40% at 34% is 0.33; 8 h -> 6 h at
 * 7.5 h is 0.25. Baseline = target: 1 where the level is on the side of it that `op` says is good, else 0.
 */
export function moveProgress(from: number, to: number, now: number, op: Comparator = '>='): number {
  if (from === to) return meets(now, op, to) ? 1 : 0;
  return clamp((now - from) / (to - from));
}

/**
 * Progress 0–1 to a bound that is to be reached, which counts like a target. Where the bound is met it is 1, wherever the
 * baseline lies; where the baseline met it already and the level no longer does, 0. Without a baseline 0 until it is met.
 */
export function boundProgress(from: number | null, op: Comparator, bound: number, now: number): number {
  if (meets(now, op, bound)) return 1;
  if (from === null || meets(from, op, bound)) return 0;
  return moveProgress(from, bound, now, op);
}

/** Progress 0–1 of a bound or band that is held: the share of check-ins that held. 0 without any. */
export function holdProgress(levels: readonly number[], low: Bound | null, high: Bound | null): number {
  if (levels.length === 0) return 0;
  const held = levels.filter((level) => holds(level, low, high)).length;
  return held / levels.length;
}

/** Whether a level lies within a bound or band. */
export function holds(level: number, low: Bound | null, high: Bound | null): boolean {
  return (!low || meets(level, low.op, low.level)) && (!high || meets(level, high.op, high.level));
}

/** Progress 0–1 of `metric: tasks`: ticked over all; null where there is none. */
export function tasksProgress(initiatives: readonly { readonly line: { readonly done: boolean } }[]): number | null {
  if (initiatives.length === 0) return null;
  return initiatives.filter(({ line }) => line.done).length / initiatives.length;
}
