import type { Target } from './amount-meaning.ts';
import type { Clause } from './clause.ts';
import { MULTIPLES } from './lexicon.ts';
import type { Prose } from './prose.ts';
import { Ordinal } from './prose-tokens.ts';
import { findPercentile, findRank } from './rank.ts';
import { mark } from './word-marks.ts';
import { findFraction, findHalf, findMultiple } from './words-for-numbers.ts';

// Words without which there is no figure of a kind.
const MULTIPLE = mark(() => [...MULTIPLES, 'twice', 'thrice', 'order', 'half']);
const HALF = mark(() => ['half']);
const FRACTION = mark(() => ['third', 'thirds', 'quarter', 'quarters', 'fifth', 'fifths']);
const PERCENTILE = mark(() => ['percentile']);

/**
 * The figure of a title that stands in words or as a place: a multiple, a half, a share, a percentile, a rank. One look at
 * each word tells which are worth a search.
 */
export function findWordedFigure(prose: Prose, clause: Clause): Target | null {
  let hints = 0;
  let mayRank = false;
  for (const { marks, kind, token } of prose.pieces) {
    if (kind === 'word') hints |= marks;
    else if (kind === 'name' || token.tokenType === Ordinal) mayRank = true;
  }
  return (
    (hints & MULTIPLE ? findMultiple(prose) : null) ??
    (hints & HALF ? findHalf(prose) : null) ??
    (hints & FRACTION ? findFraction(prose) : null) ??
    (hints & PERCENTILE ? findPercentile(prose) : null) ??
    (mayRank ? findRank(prose, clause) : null)
  );
}
