import type { Target } from './amount-meaning.ts';
import type { Clause } from './clause.ts';
import { isMultiple } from './lexicon.ts';
import type { Prose } from './prose.ts';
import { Ordinal } from './prose-tokens.ts';
import { findPercentile, findRank } from './rank.ts';
import { findFraction, findHalf, findMultiple } from './words-for-numbers.ts';

const MULTIPLE = 1;
const HALF = 2;
const FRACTION = 4;
const PERCENTILE = 8;
const RANK = 16;

/** Words without which there is no figure of a kind. */
const HINTS: ReadonlyMap<string, number> = new Map([
  ...['twice', 'thrice', 'order'].map((word) => [word, MULTIPLE] as const),
  ['half', MULTIPLE | HALF],
  ...['third', 'thirds', 'quarter', 'quarters', 'fifth', 'fifths'].map((word) => [word, FRACTION] as const),
  ['percentile', PERCENTILE],
]);

/**
 * The figure of a title that stands in words or as a place: a multiple, a half, a share, a percentile, a rank. One look at
 * each word tells which are worth a search.
 */
export function findWordedFigure(prose: Prose, clause: Clause): Target | null {
  let hints = 0;
  for (const { lower, kind, token } of prose.pieces) {
    if (kind === 'word') hints |= HINTS.get(lower) ?? (isMultiple(lower) ? MULTIPLE : 0);
    else if (kind === 'name' || token.tokenType === Ordinal) hints |= RANK;
  }
  if (hints === 0) return null;
  return (
    (hints & MULTIPLE ? findMultiple(prose) : null) ??
    (hints & HALF ? findHalf(prose) : null) ??
    (hints & FRACTION ? findFraction(prose) : null) ??
    (hints & PERCENTILE ? findPercentile(prose) : null) ??
    (hints & RANK ? findRank(prose, clause) : null)
  );
}
