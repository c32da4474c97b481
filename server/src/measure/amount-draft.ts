import { tokenMatcher } from 'chevrotain';
import type { IToken, TokenType } from 'chevrotain';
import type { Amount } from './amount.ts';
import * as t from './prose-tokens.ts';
import type { Comparator, Unit } from './quantity.ts';

/** A number as it is written. */
export interface Count {
  readonly value: number;
  readonly whole: number | null;
  readonly scale: number;
  readonly times: boolean;
  readonly spelt: boolean;
  /** "1.500": one and a half, or fifteen hundred. */
  readonly pointed: boolean;
}

/** What is known of an amount while it is read. */
export interface Draft {
  compared: Comparator | null;
  within: boolean;
  between: boolean;
  sign: -1 | 1 | null;
  unit: Unit | null;
  /** The unit of the last part of a duration of several. */
  least: Unit | null;
  low: Count;
  /** The unit behind the first of two numbers. */
  unitOfLow: Unit | null;
  highIsBelowZero: boolean;
  high: Count | null;
}

export const NOTHING: Count = { value: 0, whole: null, scale: 1, times: false, spelt: false, pointed: false };
const COMPARATORS: readonly (readonly [TokenType, Comparator])[] = [
  [t.AtLeast, '>='],
  [t.AtLeastSign, '>='],
  [t.AtMost, '<='],
  [t.AtMostSign, '<='],
  [t.MoreThan, '>'],
  [t.MoreSign, '>'],
  [t.LessThan, '<'],
  [t.LessSign, '<'],
  [t.Within, '<='],
];

export const emptyDraft = (): Draft => ({
  compared: null,
  within: false,
  between: false,
  sign: null,
  unit: null,
  least: null,
  low: NOTHING,
  unitOfLow: null,
  highIsBelowZero: false,
  high: null,
});

/** The side of a comparison, or null for words that say none ("between"). */
export const comparatorOf = (token: IToken): Comparator | null =>
  COMPARATORS.find(([type]) => tokenMatcher(token, type))?.[1] ?? null;

/** The number of an amount, or its two: the first in the unit and the scale of the second. */
export function valueOf({ high, unit, unitOfLow, highIsBelowZero }: Draft, low: Count): Amount['value'] {
  if (high === null) return low.value;
  const factor = unit && unitOfLow?.dimension === unit.dimension ? unitOfLow.factor / unit.factor : 1;
  return [scaledLike(low, high) * factor, highIsBelowZero ? -high.value : high.value];
}

/** No money has three decimals: in "€50.000" the point groups the digits. */
export const inThousands = (count: Count): Count =>
  count.pointed ? { ...count, value: count.value * 1000, pointed: false } : count;

/** In "10-20k" the scale belongs to both ends. */
function scaledLike(low: Count, high: Count): number {
  const scaled = low.value * high.scale;
  return low.scale === 1 && scaled <= high.value ? scaled : low.value;
}
