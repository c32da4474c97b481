import type { Clause } from './clause.ts';
import { periodOf } from './lexicon.ts';
import type { Prose } from './prose.ts';
import { listed, textOf } from './prose.ts';
import type { Target } from './amount-meaning.ts';

const EDGES = new Set([
  'the',
  'a',
  'an',
  'our',
  'my',
  'your',
  'their',
  'its',
  'of',
  'to',
  'by',
  'from',
  'at',
  'in',
  'on',
  'for',
  'with',
  'and',
  'or',
  'is',
  'are',
  'be',
  'that',
  'total',
  'have',
  'has',
  'by',
  'up',
  'within',
  'than',
  'over',
  'under',
  'above',
  'below',
  'least',
  'most',
  'consistently',
  'stays',
  'remains',
  'current',
  'increase',
  'reduction',
  'decrease',
  'improvement',
  'growth',
  'number',
  'overall',
]);

/** The noun phrase that moves, short and clean, for a `metric:` line: "average response time". Empty where none is found. */
export function measureName(prose: Prose, clause: Clause, target: Target | undefined): string {
  const { pieces } = prose;
  if (!target) return '';
  const after = target.phrase;
  const counted = target.quantity.unit?.dimension === 'count' && after && target.source === 'amount';
  if (counted && after) return trim(prose, after.first, after.last);
  const from = clause.opening === 'order' ? clause.verb + 1 : clause.start;
  let end = Math.min(target.first - 1, pieces.length - 1);
  const leading = pieces.slice(from, end + 1).findIndex((piece) => piece.lower === 'from' && piece.depth === 0);
  if (leading >= 0) end = from + leading - 1;
  const before = trim(prose, from, end);
  if (before && target.source === 'amount') return before;
  if (after) {
    const next = pieces[after.last + 1];
    if (EDGES.has(pieces[after.last]?.lower ?? '') && next && (next.lower === 'in' || next.lower === 'of'))
      return trim(prose, after.last + 2, wordsFrom(prose, after.last + 2));
    return trim(prose, after.first, after.last);
  }
  return before;
}

function wordsFrom(prose: Prose, at: number): number {
  let i = at;
  for (; i < prose.pieces.length; i++) {
    const piece = prose.pieces[i];
    if (
      !piece ||
      (piece.kind !== 'word' && piece.kind !== 'name') ||
      (i > at && listed(piece, 'prepositions')) ||
      piece.amount >= 0
    )
      break;
  }
  return i - 1;
}

function trim(prose: Prose, first: number, last: number): string {
  const { pieces } = prose;
  let a = first;
  let b = last;
  while (a <= b && (EDGES.has(pieces[a]?.lower ?? '') || (pieces[a]?.kind !== 'word' && pieces[a]?.kind !== 'name')))
    a++;
  while (
    b >= a &&
    (EDGES.has(pieces[b]?.lower ?? '') ||
      (pieces[b]?.kind !== 'word' && pieces[b]?.kind !== 'name') ||
      pieces[b]?.verb?.forms.has('gerund') ||
      periodOf(pieces[b]?.lower ?? '') !== null)
  )
    b--;
  return a > b ? '' : textOf(prose, a, b);
}
