import { isOn, periodOf, singular } from './lexicon.ts';
import type { Piece, Prose } from './prose.ts';
import { ratePer } from './units.ts';
import type { Rate } from './units.ts';

/** The other side of a rate, and the pieces that say it. */
export interface FoundRate {
  readonly rate: Rate;
  readonly first: number;
  readonly last: number;
}

const isPeriod = (lower: string): boolean =>
  isOn('periods', lower) ||
  isOn('periods', singular(lower)) ||
  lower === 'yr' ||
  lower === 'mo' ||
  lower === 'wk' ||
  lower === 'hr' ||
  lower === 'sec' ||
  lower === 'min' ||
  lower === 's' ||
  lower === 'h' ||
  lower === 'd';

/** The rate that begins at a piece: "/week", "per 30 days", "a month", "every quarter", "each role", "weekly". */
export function rateAt(prose: Prose, at: number): FoundRate | null {
  const { pieces } = prose;
  const piece = pieces[at];
  if (!piece) return null;
  const frequency = periodOf(piece.lower);
  if (frequency !== null) return { rate: periodRate(frequency), first: at, last: at };
  const next = pieces[at + 1];
  if (!next) return null;
  const slash = piece.text === '/';
  if (slash && periodOf(next.lower) !== null)
    return { rate: periodRate(periodOf(next.lower) ?? ''), first: at, last: at + 1 };
  if (piece.lower === 'per' || piece.lower === 'every' || piece.lower === 'each') {
    // "per 30 days", "every two weeks"
    const amount = next.amount >= 0 ? prose.amounts[next.amount] : undefined;
    if (amount && typeof amount.value === 'number') {
      if (amount.unit?.dimension === 'time')
        return { rate: ratePer(amount.unit.name, amount.value), first: at, last: amount.last };
      const noun = pieces[amount.last + 1];
      if (noun && isPeriod(noun.lower))
        return { rate: ratePer(noun.lower, amount.value), first: at, last: amount.last + 1 };
      return null;
    }
    if (piece.lower === 'every' && next.lower === 'other') {
      const noun = pieces[at + 2];
      if (noun && isPeriod(noun.lower)) return { rate: ratePer(noun.lower, 2), first: at, last: at + 2 };
    }
  }
  if (slash && next.kind === 'word' && isPeriod(next.lower))
    return { rate: ratePer(next.lower), first: at, last: at + 1 };
  if (['a', 'an', 'every', 'each', 'per'].includes(piece.lower) && isPeriod(next.lower))
    return { rate: ratePer(singular(next.lower)), first: at, last: at + 1 };
  if (piece.lower === 'per' && next.kind === 'word')
    return { rate: { per: singular(lastNoun(pieces, at + 1).lower), perSeconds: null }, first: at, last: at + 1 };
  if (
    (piece.lower === 'for' || piece.lower === 'in' || piece.lower === 'with' || piece.lower === 'from') &&
    (next.lower === 'each' || next.lower === 'every')
  ) {
    const noun = pieces[at + 2];
    if (noun?.kind === 'word') {
      if (isPeriod(noun.lower)) return { rate: ratePer(singular(noun.lower)), first: at, last: at + 2 };
      return { rate: { per: singular(lastNoun(pieces, at + 2).lower), perSeconds: null }, first: at, last: at + 2 };
    }
  }
  return null;
}

function lastNoun(pieces: readonly Piece[], at: number): Piece {
  let i = at;
  for (let next = pieces[i + 1]; next?.kind === 'word'; next = pieces[i + 1]) {
    const { lower } = next;
    if (
      isOn('prepositions', lower) ||
      isOn('conjunctions', lower) ||
      isOn('determiners', lower) ||
      isOn('auxiliaries', lower) ||
      next.verb
    )
      break;
    i++;
  }
  return pieces[i] ?? (pieces[at] as Piece);
}

const periodRate = (period: string): Rate => {
  const [count, noun] = period.split(' ');
  return noun !== undefined ? ratePer(noun, Number(count)) : ratePer(period);
};

/** The first rate from a piece on, before the next amount or the end of the clause. */
export function rateAfter(prose: Prose, at: number): FoundRate | null {
  const { pieces } = prose;
  for (let i = at; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || piece.kind === 'stop' || piece.amount >= 0) return null;
    if (piece.depth > 0) continue;
    const rate = rateAt(prose, i);
    if (rate) return rate;
  }
  return null;
}
