import type { Comparator, Unit } from './quantity.ts';

/** A quantity as the grammar found it. `first` and `last` count tokens; what it counts is found later, among the words. */
export interface Amount {
  readonly value: number | readonly [number, number];
  /** The m of "n of m" and "n/m". */
  readonly whole: number | null;
  /** A unit that stands at the number itself: a percent sign, a currency, a time. */
  readonly unit: Unit | null;
  readonly op: Comparator;
  /** Whether words or signs of comparison are there ("at least", "+", "or less"), so that `op` is not a default. */
  readonly compared: boolean;
  readonly sign: -1 | 1 | null;
  /** "within 3 days": a limit in time, unless a rate or share says more. */
  readonly within: boolean;
  /** "3x", "5 times". */
  readonly times: boolean;
  /** The factor of the scale behind its last number: 1000 for "5k", 1 where there is none. */
  readonly scale: number;
  /** The number is a word ("three"). */
  readonly spelt: boolean;
  /** Its point may group the digits: "1.500" is one and a half in English, and fifteen hundred in many languages. */
  readonly pointed: boolean;
  readonly first: number;
  readonly last: number;
}
