import type { Measure } from './measure.ts';
import type { Quantity } from './quantity.ts';

export type Measurable = 'yes' | 'milestone' | 'no';
export type Style = 'outcome' | 'activity' | 'milestone' | 'maintain';
export type Direction = 'increase' | 'decrease' | 'reach' | 'maintain' | 'none';

/** Words that led to a verdict, with the verdict in plain words. Offsets count from the start of the title. */
export interface Because {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly says: string;
}

/** A phrase that says when the result must be true, as written; `measure/dates.ts` turns it into a day. */
export interface DeadlinePhrase {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A word or phrase found in the title. */
export interface Phrase {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * What the title of a key result or KPI says, with the words each verdict rests on.
 *
 * `language` is `en` where the English word lists applied, else `other`: then only numbers were read, and rules that rest
 * on words stay silent.
 * `measure` is the measure that the title implies, or null where it implies none.
 * `joint` is where a compound title joins its two results: the conjunction.
 */
export interface Reading {
  readonly measurable: Measurable;
  readonly style: Style;
  readonly direction: Direction;
  readonly baseline: Quantity | null;
  readonly targets: readonly Quantity[];
  readonly deadline: DeadlinePhrase | null;
  readonly vague: readonly Phrase[];
  readonly openEnded: readonly Phrase[];
  readonly compound: boolean;
  readonly joint: Phrase | null;
  readonly placeholder: boolean;
  readonly language: 'en' | 'other';
  readonly measure: Measure | null;
  readonly because: readonly Because[];
}
