import type { Measure } from '../measure/measure.ts';
import type { Quantity } from '../measure/quantity.ts';
import type { Said } from '../syntax/said.ts';
import type { ToldEntry } from './plan.ts';

/** The shapes of what is computed from a plan. Each is produced by the file named in its comment. */

export type Grade = 'red' | 'yellow' | 'green';

/** `reached` and `missed` are for after the deadline. */
export type Pace = 'ahead' | 'on track' | 'at risk' | 'behind' | 'reached' | 'missed';

/** Where a key result's measure was read. */
export type MeasureSource = 'metric' | 'baseline and target' | 'kpi' | 'title';

/** Where a baseline comes from, in the order in which they are looked up. */
export type BaselineSource = 'metric' | 'title' | 'continues' | 'kpi' | 'zero' | 'first check-in';

/** How a key result stands (standing.ts). Values are in the measure's unit, progress 0–1. */
export interface Standing {
  /** Null where neither a metric line nor the title says what is measured. */
  readonly measure: Measure | null;
  readonly source: MeasureSource | null;
  readonly unit: Quantity['unit'];
  readonly baseline: { readonly value: number; readonly source: BaselineSource } | null;
  /** The level to reach, after a relative change was applied to the baseline; null for done, tasks and held measures. */
  readonly target: number | null;
  /** The latest report up to the plan's day that has a value; `value` null for done and tasks. */
  readonly now: { readonly value: number | null; readonly day: string; readonly entry: ToldEntry | null } | null;
  /** Null where it cannot be measured. 0 without a check-in, which `notes` then says. */
  readonly progress: number | null;
  /** ISO day it is due and the ISO day it starts; null where no period is known. */
  readonly start: string | null;
  readonly due: string | null;
  readonly pace: Pace | null;
  readonly forecast: { readonly value: number; readonly progress: number } | null;
  /** 0–1, the latest one told. */
  readonly confidence: { readonly value: number; readonly day: string | null } | null;
  /** The latest "on track", "at risk" or "off track" that was reported. */
  readonly mood: 'on track' | 'at risk' | 'off track' | null;
  /** Whether it counts in its objective's score, and if not, why in plain words. */
  readonly counts: boolean;
  readonly leftOutBecause: Said | null;
  readonly grade: Grade | null;
  /** Plain sentences for the hover: "no check-in yet", "read from the title", "the baseline is the first check-in". */
  readonly notes: readonly Said[];
}

/** The score of an objective (score.ts). */
export interface ObjectiveScore {
  /** Weighted mean of the counting key results' progress, 0–1; null where none counts. */
  readonly computed: number | null;
  /** The `score:` line, 0–1; null where there is none. */
  readonly stated: number | null;
  /** The mean of its supporters' scores or progress; null where none has one. */
  readonly supporters: number | null;
  readonly grade: Grade | null;
  /** The weighted mean pace word over its key results that have one. */
  readonly pace: Pace | null;
  readonly counted: number;
  readonly leftOut: readonly { readonly title: string; readonly because: Said }[];
  readonly notes: readonly Said[];
}

/** A KPI's health (health.ts). */
export interface KpiHealth {
  readonly target: Measure | null;
  readonly latest: { readonly value: number; readonly unit: Quantity['unit']; readonly day: string } | null;
  /** Null where there is no target or no reading. */
  readonly healthy: boolean | null;
  readonly trend: 'up' | 'down' | 'flat' | null;
}

export type SmartLetter = 'S' | 'M' | 'A' | 'R' | 'T';

/** One check of a letter: what it wants, what it found, and its share of the letter, 0–1 in all per letter. */
export interface SmartCheck {
  readonly name: string;
  readonly wants: Said;
  readonly found: Said;
  readonly met: boolean;
  /** Part of the letter this check is worth, 0–1; what it gives is `worth` where met, else `given`. */
  readonly worth: number;
  readonly given: number;
  /** What to write to gain it; null where met. */
  readonly gain: Said | null;
}

/** SMART of an objective or key result (smart.ts): each letter 0–1, the total 0–100. */
export interface Smart {
  readonly letters: Readonly<Record<SmartLetter, { readonly value: number; readonly checks: readonly SmartCheck[] }>>;
  readonly total: number;
  /** For an objective: the mean of its key results' totals, 0–100. */
  readonly keyResults: number | null;
}
