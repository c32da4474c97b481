import { valueIn } from '../measure/compare.ts';
import type { Unit } from '../measure/quantity.ts';
import { isCountedFromZero } from './counted.ts';
import type { BaselineSource } from './figures.ts';
import { levelIn, reportsOf } from './levels.ts';
import type { KeyResultMeasure } from './measure.ts';
import type { KeyResult, Plan } from './plan.ts';

export interface Baseline {
  readonly value: number;
  readonly source: BaselineSource;
}

/** A level that was reached, and its unit. */
export interface Ended {
  readonly value: number;
  readonly unit: Unit | null;
}

/**
 * Where a key result starts, in the unit of its levels: what its metric, `baseline:` line, journal or title says; else what
 * the item that it `continues` ended with; else the KPI's last reading when the cycle begins; else 0 for things counted
 * within the cycle; else its first check-in. Where its writer put "?", only the first check-in counts. Null where none is
 * there. `ended` is the last level of what it continues, `first` its own first level.
 */
export function baselineOf(
  plan: Plan,
  kr: KeyResult,
  { measure, stated, unit }: KeyResultMeasure,
  start: string | null,
  ended: () => Ended | null,
  first: number | null,
): Baseline | null {
  const firstCheckIn = (): Baseline | null => (first === null ? null : { value: first, source: 'first check-in' });
  if (stated?.quantity === 'unknown') return firstCheckIn();
  if (stated) {
    const whole = measure.kind === 'move' || measure.kind === 'bound' ? measure.to.whole : null;
    const value = levelIn(stated.quantity, unit, whole);
    if (value !== null) return { value, source: stated.source };
  }
  const before = ended();
  if (before) {
    const value = inUnit(before, unit);
    if (value !== null) return { value, source: 'continues' };
  }
  const reading = start === null ? null : kpiAt(kr, unit, start < plan.today ? start : plan.today);
  if (reading !== null) return { value: reading, source: 'kpi' };
  if (isCountedFromZero(measure, kr.title, unit)) return { value: 0, source: 'zero' };
  return firstCheckIn();
}

function inUnit({ value, unit }: Ended, to: Unit | null): number | null {
  return valueIn({ value, unit, op: '=', kind: 'abs', whole: null, text: '', from: 0, to: 0 }, to);
}

/** The last reading of the KPI that a key result measures, up to a day. */
function kpiAt(kr: KeyResult, unit: Unit | null, day: string): number | null {
  const kpi = kr.measures?.target;
  if (!kpi) return null;
  const levels = reportsOf(kpi.told, day).map(({ value }) => (value === 'done' ? null : levelIn(value, unit, null)));
  return levels.findLast((level) => level !== null) ?? null;
}
