import type { Quantity } from '../measure/quantity.ts';
import type { KeyResultMeasure } from './measure.ts';

/** The lowest of a measure's own figures. */
function lowestOf({ measure, stated }: KeyResultMeasure): number {
  const ends = [stated?.quantity ?? null];
  if (measure.kind === 'move' || measure.kind === 'bound') ends.push(measure.to);
  if (measure.kind === 'hold') ends.push(measure.low, measure.high);
  return Math.min(
    ...ends.map((end) => {
      if (end === null || end === 'unknown') return Infinity;
      return typeof end.value === 'number' ? end.value : end.value[0];
    }),
  );
}

/**
 * Whether a reported quantity can be taken as it is: a level, or a change where a change is measured. A sign anywhere else
 * says what was added since, which is never a level. Only where figures go below zero is it part of one: a minus from zero
 * on, and a plus where one of them lies below it.
 */
export function isLevelOrChange(value: Quantity, measured: KeyResultMeasure): boolean {
  if (value.kind !== 'delta' || measured.measure.kind === 'change') return true;
  const lowest = lowestOf(measured);
  return typeof value.value === 'number' && (value.value < 0 ? lowest <= 0 : lowest < 0);
}

/**
 * Whether a report counts against the baseline: one with a sign or a multiple, where the measure is itself a change. On the
 * way up from below zero a minus is that of a level: "-€7M" of what is to rise by €5M from -€10M.
 */
export function isRelative(value: Quantity, { measure, stated }: KeyResultMeasure): boolean {
  if (measure.kind !== 'change' || value.kind === 'abs') return false;
  const start = stated?.quantity ?? null;
  const rises = start !== null && start !== 'unknown' && isBelowZero(start) && !isBelowZero(measure.by);
  return !rises || !isBelowZero(value) || value.unit?.dimension === 'percent' || value.unit?.dimension === 'points';
}

function isBelowZero({ value }: Quantity): boolean {
  return typeof value === 'number' && value < 0;
}
