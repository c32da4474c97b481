import type { Amount } from './amount.ts';
import type { Piece, Prose } from './prose.ts';
import { isMonth, lowerAt, pieceAt } from './prose.ts';

const NOW = new Set(['today', 'now', 'currently', 'baseline']);

/**
 * "(30 now)", "(412 on 1 Oct)", "(412 as of March)", "to 600, 412 today": whether an amount beside the figure to reach says how
 * it is, or was on a day.
 */
export function isAsideLevel(prose: Prose, { first, last }: Amount): boolean {
  const after = lowerAt(prose, last + 1);
  if (NOW.has(after)) return (prose.pieces[first]?.depth ?? 0) > 0 || isLast(prose, first, last + 1);
  if (prose.pieces[first - 1]?.kind !== 'open' || !prose.amounts.some((earlier) => earlier.last < first)) return false;
  return (after === 'on' && isDay(prose.pieces[last + 2])) || (after === 'as' && lowerAt(prose, last + 2) === 'of');
}

const isDay = (piece: Piece | undefined): boolean => piece !== undefined && (/^\d/.test(piece.text) || isMonth(piece));

/** Behind a comma, and at the end. */
const isLast = (prose: Prose, first: number, last: number): boolean =>
  pieceAt(prose, first - 1)?.kind === 'comma' && prose.pieces[last + 1] === undefined;
