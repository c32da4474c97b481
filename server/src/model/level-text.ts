import { formatComputed, formatValue } from '../measure/format-quantity.ts';
import type { Unit } from '../measure/quantity.ts';
import type { Measure } from '../measure/measure.ts';
import type { Standing } from './figures.ts';

interface Aim {
  readonly measure: Measure | null;
  readonly unit: Unit | null;
  readonly baseline: { readonly value: number } | null;
  readonly target: number;
}

/** The level to reach, for people to read: one that a relative change leads to is no finer than the baseline. */
export function targetText({ measure, unit, baseline, target }: Aim): string {
  if (measure?.kind !== 'change' || baseline === null) return formatValue(target, unit);
  return formatComputed(target, unit, [baseline.value]);
}

/** A level that is to be expected, for people to read: no finer than the levels it is computed from. */
export function expectedText(level: number, { measure, unit, baseline, target, now }: Standing): string {
  const stated = [baseline?.value, now?.value, measure?.kind === 'change' ? null : target];
  return formatComputed(
    level,
    unit,
    stated.filter((one) => typeof one === 'number'),
  );
}
