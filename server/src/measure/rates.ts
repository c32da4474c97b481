import { periodOf } from './lexicon.ts';
import type { Piece, Prose } from './prose.ts';
import { hasForm, isBoundary, listed } from './prose.ts';
import { ratePer, singular } from './units.ts';
import type { Rate } from './units.ts';
import { Form, List } from './word-classes.ts';

/** The other side of a rate, and the pieces that say it. */
export interface FoundRate {
  readonly rate: Rate;
  readonly first: number;
  readonly last: number;
}

const SHORT_PERIODS = new Set(['yr', 'mo', 'wk', 'hr', 'sec', 'min', 's', 'h', 'd']);
const PER = new Set(['a', 'an', 'per', 'each', 'every']);
const TO_EACH = new Set(['for', 'in', 'with', 'from', 'to', 'at', 'on']);

/** Parts of a day, and days of the week: each comes once in its stretch of time. */
const partOf = (piece: Piece): Rate | null =>
  ['night', 'morning', 'evening', 'afternoon', 'weeknight'].includes(piece.lower)
    ? { per: piece.lower, perSeconds: ratePer('day').perSeconds }
    : listed(piece, List.weekdays)
      ? ratePer('week')
      : null;

const isPeriod = (piece: Piece): boolean => listed(piece, List.periods) || SHORT_PERIODS.has(piece.lower);

const periodRate = (period: string): Rate => {
  const [count, noun] = period.split(' ');
  return noun !== undefined ? ratePer(noun, Number(count)) : ratePer(period);
};

/** The rate that begins at a piece: "/week", "per 30 days", "a month", "every quarter", "for each role", "weekly". */
export function rateAt(prose: Prose, at: number): FoundRate | null {
  const { pieces } = prose;
  const piece = pieces[at];
  if (!piece) return null;
  const frequency = periodOf(piece.lower);
  if (frequency !== null) return { rate: periodRate(frequency), first: at, last: at };
  const next = pieces[at + 1];
  if (!next) return null;
  if (piece.text === '/') {
    const adverb = periodOf(next.lower);
    if (adverb !== null) return { rate: periodRate(adverb), first: at, last: at + 1 };
    if (isPeriod(next)) return { rate: ratePer(next.lower), first: at, last: at + 1 };
    // "7.5 hours/night", "$30/user"
    const whole = next.kind === 'word' && (pieces[at - 1]?.amount ?? -1) >= 0 && pieces[at - 1]?.to === piece.from;
    return whole && next.from === piece.to
      ? { rate: { per: singular(next.lower), perSeconds: null }, first: at, last: at + 1 }
      : null;
  }
  if (PER.has(piece.lower)) {
    const part = partOf(next);
    if (part) return { rate: part, first: at, last: at + 1 };
    const second = next.lower === 'second' && listed(pieces[at + 2], List.periods);
    return isPeriod(next) && !second
      ? { rate: ratePer(singular(next.lower)), first: at, last: at + 1 }
      : perSome(prose, at, next);
  }
  if (TO_EACH.has(piece.lower) && (next.lower === 'each' || next.lower === 'every')) {
    const noun = pieces[at + 2];
    if (noun?.kind === 'word')
      return isPeriod(noun)
        ? { rate: ratePer(singular(noun.lower)), first: at, last: at + 2 }
        : perNoun(pieces, at, at + 2);
  }
  return null;
}

/** "per 30 days", "every two weeks", "every other week", "per customer". */
function perSome(prose: Prose, at: number, next: Piece): FoundRate | null {
  const { pieces } = prose;
  const { lower } = pieces[at] ?? next;
  if (lower !== 'per' && lower !== 'every') return null;
  const amount = prose.amounts[next.amount];
  if (amount) {
    if (typeof amount.value !== 'number') return null;
    if (amount.unit?.dimension === 'time')
      return { rate: ratePer(amount.unit.name, amount.value), first: at, last: amount.last };
    const noun = pieces[amount.last + 1];
    if (noun && isPeriod(noun)) return { rate: ratePer(noun.lower, amount.value), first: at, last: amount.last + 1 };
    // "per 1,000 orders", "per 1,000 bed days"
    if (lower !== 'per' || amount.unit !== null || noun?.kind !== 'word' || isBoundary(noun)) return null;
    const many = perNoun(pieces, at, amount.last + 1);
    const name = pieces.slice(amount.last + 1, (many?.last ?? -1) + 1).map((piece) => piece.lower);
    return many && { ...many, rate: ratePer(name.join(' '), amount.value) };
  }
  const noun = pieces[at + 2];
  if ((next.lower === 'other' || next.lower === 'second') && noun && isPeriod(noun))
    return { rate: ratePer(noun.lower, 2), first: at, last: at + 2 };
  return lower === 'per' && next.kind === 'word' ? perNoun(pieces, at, at + 1) : null;
}

/** A word that may be a verb, but names something behind "per": "per code review". */
const isNamed = (piece: Piece): boolean =>
  piece.entry.nouns !== 0 || (hasForm(piece, Form.participle) && !hasForm(piece, Form.base));

/** "per enterprise customer": the last noun names the other side. */
function perNoun(pieces: readonly Piece[], first: number, at: number): FoundRate | null {
  let last = at;
  for (
    let next = pieces[last + 1];
    next?.kind === 'word' && !isBoundary(next) && !listed(next, List.determiners) && (!next.verb || isNamed(next));
    next = pieces[last + 1]
  )
    last++;
  const noun = pieces[last];
  return noun ? { rate: { per: singular(noun.lower), perSeconds: null }, first, last } : null;
}

/** The first rate from a piece on, before the next amount or the end of the clause. */
export function rateAfter(prose: Prose, at: number): FoundRate | null {
  const { pieces } = prose;
  for (let i = at; i < pieces.length; i++) {
    const piece = pieces[i];
    if (
      !piece ||
      piece.kind === 'stop' ||
      (piece.amount >= 0 && pieces[i - 1]?.lower !== 'per' && pieces[i - 1]?.lower !== 'every')
    )
      return null;
    if (piece.depth > 0) continue;
    // "with weekly sessions" describes; "weekly" at the end, or "every week", is the rate.
    if (periodOf(piece.lower) !== null && i > at && !isBoundary(pieces[i + 1])) continue;
    const rate = rateAt(prose, i);
    if (rate) return rate;
  }
  return null;
}
