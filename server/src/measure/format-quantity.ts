import { formatMoney, formatNumber } from './format-number.ts';
import type { Comparator, Quantity, Unit } from './quantity.ts';
import { nameOfOne } from './units.ts';

/** No value is shown with more. */
const DECIMALS = 2;

const SIGNS: Readonly<Record<Comparator, string>> = { '=': '', '>=': '≥ ', '<=': '≤ ', '>': '> ', '<': '< ' };

/** A value with its unit for people to read: `86%`, `1 visitor`, `€20,000`, `7.5 h`, `115,900 visitors`, `4 posts per month`. */
export function formatValue(value: number, unit: Unit | null): string {
  if (!unit) return formatNumber(value);
  const amount = unit.dimension === 'currency' ? formatMoney(value, unit.name) : formatNumber(value);
  return amount + unitBehind(value === 1 || value === -1 ? { ...unit, name: nameOfOne(unit) } : unit);
}

function unitBehind(unit: Unit): string {
  const per = unit.per === null ? '' : ` per ${unit.per}`;
  if (unit.dimension === 'currency' || unit.name === '') return per;
  return (unit.dimension === 'percent' || unit.dimension === 'times' ? unit.name : ` ${unit.name}`) + per;
}

/**
 * A value that was computed from others, for people to read: no finer than what it was computed from. It has as many decimals
 * as the finest of `stated` at most, and, where it does not count things, as many significant digits, two at least: a
 * forecast from 31%, 34% and 40% is 38%, one from 840 and 700 tickets is 626 tickets.
 */
export function formatComputed(value: number, unit: Unit | null, stated: readonly number[]): string {
  const decimals = Math.max(0, ...stated.map(decimalsOf));
  const counts = unit === null || unit.dimension === 'count';
  const kept = counts ? value : Number(value.toPrecision(Math.max(2, ...stated.map(digitsOf))));
  const rounded = Number(kept.toFixed(decimals));
  return formatValue(rounded === 0 ? 0 : rounded, unit);
}

function decimalsOf(value: number): number {
  return Math.min(DECIMALS, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0);
}

/** Significant digits: noughts at the end of a whole number are taken for such up to the third digit. */
function digitsOf(value: number): number {
  const digits = Math.abs(value).toFixed(decimalsOf(value)).replace('.', '').replace(/^0+/, '');
  return Math.max(digits.replace(/0+$/, '').length, Math.min(3, digits.length));
}

/** A quantity for people to read, with its comparator or sign: `≥ 90%`, `+20%`, `3 of 5 teams`, `40–45%`. */
export function formatQuantity(quantity: Quantity): string {
  const { value, unit, op, kind, whole } = quantity;
  if (typeof value !== 'number') {
    const [low, high] = value;
    return `${SIGNS[op]}${formatValue(low, unit)} – ${formatValue(high, unit)}`;
  }
  if (whole !== null) {
    return `${SIGNS[op]}${formatNumber(value)} of ${formatNumber(whole)}${unit ? unitBehind(unit) : ''}`;
  }
  return `${SIGNS[op]}${kind === 'delta' && value >= 0 ? '+' : ''}${formatValue(value, unit)}`;
}
