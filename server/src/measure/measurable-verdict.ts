import type { Prose } from './prose.ts';
import type { Measurable, Phrase } from './reading.ts';

/** Whether a title without a target is plainly done or not done, with the pieces that decided. */
export interface MeasurableVerdict {
  readonly measurable: Measurable;
  /** The pieces that decided. */
  readonly first: number;
  readonly last: number;
  readonly says: string;
}

export const no = (first: number, last: number, says: string): MeasurableVerdict => ({
  measurable: 'no',
  first,
  last,
  says,
});
export const milestone = (first: number, last: number, says: string): MeasurableVerdict => ({
  measurable: 'milestone',
  first,
  last,
  says,
});

export const NO_AMOUNT = 'a direction without an amount';
export const NO_END = 'an effort without an end';
export const NO_LEVEL = 'a figure without a level to reach';
export const TASTE = 'a matter of taste';
export const NO_RATE = 'neither how many nor how often';
export const DONE = 'plainly done or not done';

/** Index of the first piece of a vague word between two pieces, or -1. */
export function vagueBetween(prose: Prose, vague: readonly Phrase[], first: number, last: number): number {
  const from = prose.pieces[first]?.from ?? 0;
  const to = prose.pieces[last]?.to ?? Infinity;
  const found = vague.find((phrase) => phrase.from >= from && phrase.from < to);
  return found ? prose.pieces.findIndex((piece) => piece.from === found.from) : -1;
}
