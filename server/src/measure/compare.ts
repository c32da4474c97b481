import type { Quantity, Unit } from './quantity.ts';
import { sizeBetween } from './si-units.ts';
import { writeUnit } from './units.ts';

/** Dimensions that are known for certain. Counted nouns, multiples and points go with anything. */
const CERTAIN = new Set<Unit['dimension']>(['percent', 'currency', 'time', 'data']);

/**
 * Whether quantities of two units can be compared. Only known, different dimensions cannot: percent, each currency,
 * time and data. A counted noun goes with anything but, as a rate, with none of these: "7 per week" is no time. Physical
 * units of different kinds do not compare either (km, kg). A bare number takes the other's unit.
 */
export function comparable(a: Unit | null, b: Unit | null): boolean {
  if (!a || !b || (a.dimension === b.dimension && a.name === b.name)) return true;
  if (isCountedRate(a, b) || isCountedRate(b, a)) return false;
  if (a.dimension === 'count' && b.dimension === 'count') return sizeBetween(a.name, b.name) !== null;
  if (!CERTAIN.has(a.dimension) || !CERTAIN.has(b.dimension)) return true;
  if (a.dimension !== b.dimension) return false;
  return a.dimension !== 'currency' || a.name === b.name;
}

/** Whether one counts per stretch of time what the other does not count at all. */
function isCountedRate(rate: Unit, other: Unit): boolean {
  return rate.dimension === 'count' && rate.per !== null && CERTAIN.has(other.dimension) && other.per === null;
}

/**
 * The value of a quantity in another unit of its kind: `8 h` in minutes is 480, `4 per month` in weeks 0.92. Durations,
 * data sizes, physical units and rates over stretches of time are converted; a bare number takes the unit as it is; `n of m` is a share
 * against a percentage and the count n elsewhere. Null where the two cannot be compared; the mean of a range.
 */
export function valueIn(quantity: Quantity, unit: Unit | null): number | null {
  const value = middle(quantity.value);
  if (unit?.dimension === 'percent' && quantity.whole !== null && quantity.unit?.dimension !== 'percent') {
    return quantity.whole > 0 ? (value / quantity.whole) * 100 : null;
  }
  if (!comparable(quantity.unit, unit)) return null;
  const factor = factorBetween(quantity.unit, unit);
  return factor === 1 ? value : value * factor;
}

function middle(value: Quantity['value']): number {
  return typeof value === 'number' ? value : (value[0] + value[1]) / 2;
}

/** What a value in `from` is multiplied with to be in `to`; 1 where nothing is to be converted. */
function factorBetween(from: Unit | null, to: Unit | null): number {
  if (!from || !to) return 1;
  const counted = from.dimension === 'count' && to.dimension === 'count';
  const factor = from.dimension === to.dimension ? ratio(from.factor, to.factor) : 1;
  const size = counted ? (from.name === to.name ? 1 : (sizeBetween(from.name, to.name) ?? 1)) : factor;
  const pace =
    from.perSeconds !== null && to.perSeconds !== null && from.per !== to.per
      ? ratio(to.perSeconds, from.perSeconds)
      : 1;
  return size * pace;
}

/** 0.001 / 1 is exact enough; 3600 / 60 must be 60. */
function ratio(a: number, b: number): number {
  return a === b ? 1 : a / b;
}

/** The quantity with the unit where it has none of its own: "86" against a percentage is 86%. */
export function withUnit(quantity: Quantity, unit: Unit | null): Quantity {
  return quantity.unit || !unit ? quantity : { ...quantity, unit };
}

/** How a unit is called in a message: `%`, `EUR`, `h`, `tickets/week`, or "no unit". */
export function unitName(unit: Unit | null): string {
  return unit ? writeUnit(unit) : 'no unit';
}
