import { withUnit } from './compare.ts';
import type { BoundMeasure, ChangeMeasure, MoveMeasure } from './measure.ts';
import type { Quantity } from './quantity.ts';
import { unitNamed } from './units.ts';

/** What a writer put as the baseline: a quantity, `?`, or nothing. */
export type Baseline = MoveMeasure['from'];

/**
 * A quantity where a level is meant: "-5" is five below zero and "3x" a ratio of three, not changes.
 */
export function level(quantity: Quantity): Quantity {
  return quantity.kind === 'abs' ? quantity : { ...quantity, kind: 'abs' };
}

/** A baseline is where it starts, even where its writer only knew "under 5". */
function startingLevel(quantity: Quantity): Quantity {
  return { ...level(quantity), op: '=' };
}

/**
 * The measure that a baseline and a target make. A multiple, a percentage with a sign or a number with a plus is a change
 * relative to the baseline; any other target is a level. Where the baseline has a sign of its own, signs tell levels on
 * both sides of zero: "-10 -> +15" goes to 15. A bare number takes the unit of the other side.
 */
export function measureOf(name: string, from: Baseline, target: Quantity): MoveMeasure | ChangeMeasure {
  if (isChange(from, target)) {
    return changeOf(name, target, from);
  }
  if (from === 'unknown' || from === null) return { kind: 'move', name, from, to: level(target) };
  const [start, end] = ofOneWhole(startingLevel(from), level(target));
  return { kind: 'move', name, from: sharedUnit(start, end), to: sharedUnit(end, start) };
}

/** Parts of different wholes are no counts: "1/5 -> 1/3" goes from 20% to 33.3%, rounded to a tenth. */
export function ofOneWhole(from: Quantity, to: Quantity): readonly [Quantity, Quantity] {
  return from.whole === null || to.whole === null || from.whole === to.whole
    ? [from, to]
    : [shareOf(from), shareOf(to)];
}

function shareOf(part: Quantity): Quantity {
  const { value, whole } = part;
  if (typeof value !== 'number' || whole === null || whole <= 0) return part;
  return { ...part, value: Math.round((value / whole) * 1000) / 10, whole: null, unit: unitNamed('%') };
}

/** A change relative to a baseline, whose bare number takes the unit of what is added to it. */
export function changeOf(name: string, by: Quantity, from: Baseline): ChangeMeasure {
  if (from === 'unknown' || from === null) return { kind: 'change', name, by, from: null };
  const start = startingLevel(from);
  const relative = by.kind === 'mult' || by.unit?.dimension === 'percent' || by.unit?.dimension === 'points';
  return { kind: 'change', name, by, from: relative ? start : sharedUnit(start, by) };
}

/** A bound to reach, or the change where its quantity is one ("at least +20%"). */
export function boundOf(name: string, to: Quantity): BoundMeasure | ChangeMeasure {
  if (to.kind === 'delta' && isChange(null, to)) return changeOf(name, to, null);
  return { kind: 'bound', name, to: level(to) };
}

function isChange(from: Baseline, target: Quantity): boolean {
  const start = from === 'unknown' ? null : from;
  if (target.kind === 'mult') return start !== null && !isRatio(start, target);
  if (target.kind === 'abs' || start?.kind === 'delta' || (start && isNegative(start))) return false;
  // "-3" without a unit or in euros is below zero.
  return !isNegative(target) || target.unit?.dimension === 'percent';
}

/** "2x -> 3x" and "2 -> 3x" are ratios that grow; "100 signups -> 2x" and "100 -> 2x" are doubled. */
function isRatio(start: Quantity, target: Quantity): boolean {
  return start.unit ? start.unit.dimension === 'times' : top(start) < top(target);
}

function top(quantity: Quantity): number {
  return typeof quantity.value === 'number' ? quantity.value : quantity.value[1];
}

/** Whether it is written with a plus. */
export function isRise(quantity: Quantity): boolean {
  return quantity.kind === 'delta' && !isNegative(quantity);
}

function isNegative(quantity: Quantity): boolean {
  return top(quantity) < 0;
}

function sharedUnit(quantity: Quantity, other: Quantity): Quantity {
  return quantity.whole === null && other.whole === null ? withUnit(quantity, other.unit) : quantity;
}
