import type { Quantity } from './quantity.ts';

/** From a level to a level. `from` is null where it must be looked up, and `unknown` where the writer put `?`. */
export interface MoveMeasure {
  readonly kind: 'move';
  readonly name: string;
  readonly from: Quantity | 'unknown' | null;
  readonly to: Quantity;
}

/** A bound to reach; `to.op` says which side of it is good. */
export interface BoundMeasure {
  readonly kind: 'bound';
  readonly name: string;
  readonly to: Quantity;
}

/** A bound or a band to hold all along. At least one of `low` and `high` is there. */
export interface HoldMeasure {
  readonly kind: 'hold';
  readonly name: string;
  readonly low: Quantity | null;
  readonly high: Quantity | null;
}

/** A change relative to the baseline: `by.kind` is `delta` (+20%, -5 pp, +10 signups) or `mult` (2x). */
export interface ChangeMeasure {
  readonly kind: 'change';
  readonly name: string;
  readonly by: Quantity;
  readonly from: Quantity | null;
}

/** There or not there. */
export interface DoneMeasure {
  readonly kind: 'done';
  readonly name: string;
}

/** The share of initiatives ticked off. */
export interface TasksMeasure {
  readonly kind: 'tasks';
  readonly name: string;
}

/** How a key result is measured, whether a `metric:` line or its title says so. */
export type Measure = MoveMeasure | BoundMeasure | HoldMeasure | ChangeMeasure | DoneMeasure | TasksMeasure;
