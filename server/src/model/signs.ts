import type { Quantity } from '../measure/quantity.ts';
import type { KeyResultMeasure } from './measure.ts';

/** Whether a measure's own figures lie at or below zero, so that "-3" is a level and no change. */
function goesBelowZero({ measure, stated }: KeyResultMeasure): boolean {
  const ends = [stated?.quantity ?? null];
  if (measure.kind === 'move' || measure.kind === 'bound') ends.push(measure.to);
  if (measure.kind === 'hold') ends.push(measure.low, measure.high);
  return ends.some((end) => {
    if (end === null || end === 'unknown') return false;
    return (typeof end.value === 'number' ? end.value : end.value[0]) <= 0;
  });
}

/**
 * Whether a reported quantity can be taken as it is: a level, or a change where a change is measured. A sign anywhere else
 * says what was added since, which is never a level; only where figures go below zero is a minus one.
 */
export function isLevelOrChange(value: Quantity, measured: KeyResultMeasure): boolean {
  if (value.kind !== 'delta' || measured.measure.kind === 'change') return true;
  return typeof value.value === 'number' && value.value < 0 && goesBelowZero(measured);
}
