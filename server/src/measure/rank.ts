import type { Target } from './amount-meaning.ts';
import type { Clause } from './clause.ts';
import { nounPhraseAt, shortName } from './noun-phrase.ts';
import type { Prose } from './prose.ts';
import { isPlural, lowerAt } from './prose.ts';
import { Ordinal } from './prose-tokens.ts';
import type { Quantity } from './quantity.ts';
import { countedUnit } from './units.ts';
import { worded } from './words-for-numbers.ts';

/** "to the 75th percentile": a rank among all. */
export function findPercentile(prose: Prose): Target | null {
  const at = prose.pieces.findIndex(
    (piece, i) => piece.token.tokenType === Ordinal && /^percentile$/.test(lowerAt(prose, i + 1)),
  );
  if (at < 0 || !['to', 'the', 'at', 'in', 'above', 'of', 'reach'].includes(lowerAt(prose, at - 1))) return null;
  const value = Number.parseInt(lowerAt(prose, at), 10);
  return worded(prose, at, at + 1, { value, op: '=', kind: 'abs', unit: countedUnit('percentile') }, null, 'amount');
}

/** "Identify the top 3 causes": as many are to be found. */
function findPicked(prose: Prose, clause: Clause): Target | null {
  const at = [1, 2].map((ahead) => clause.verb + ahead).find((i) => /^top[ -]?\d+$/.test(lowerAt(prose, i)));
  const phrase = at === undefined ? null : nounPhraseAt(prose, at + 1);
  if (at === undefined || !phrase || !isPlural(prose.pieces[phrase.head])) return null;
  const value = Number.parseInt(lowerAt(prose, at).replace(/\D/g, ''), 10);
  const quantity = { value, op: '=', kind: 'abs', unit: countedUnit(shortName(prose, phrase)) } as const;
  return worded(prose, at, at, quantity, phrase, 'amount');
}

/** Verbs of what has a place among others. "Improve" and its like need a "to" before the place. */
const TAKES_PLACE = new Set(
  'rank finish be reach enter place get become make land break stay win end appear achieve hit come move climb'.split(
    ' ',
  ),
);
const ORDERS = new Set('rank finish place come end'.split(' '));
const PLACES = /^(?:places?|positions?|ranks?|spots?)$/;

/** Whether a piece is a place among others: "top 3", "#1", the "1st" of "rank 1st" and "1st place". */
function isPlace(prose: Prose, at: number, lemma: string): boolean {
  const piece = prose.pieces[at];
  if (piece?.token.tokenType !== Ordinal) return /^(?:top[ -]?\d+|#\d+)$/.test(piece?.lower ?? '');
  const before = lowerAt(prose, at - 1);
  return (
    PLACES.test(lowerAt(prose, at + 1)) || (ORDERS.has(lemma) && !['by', 'on', 'until', 'the', 'of'].includes(before))
  );
}

/** "be in the top 3", "rank 1st", "Top 5 (from 12)": a place to reach. "The top 10 customers" are a set. */
export function findRank(prose: Prose, clause: Clause): Target | null {
  const lemma = prose.pieces[clause.verb]?.verb?.lemma ?? '';
  if (/^(?:identify|determine|find|list|select|choose|pick|name|define|fix|resolve|solve|eliminate)$/.test(lemma))
    return findPicked(prose, clause);
  const at = prose.pieces.findIndex(
    (piece, i) =>
      piece.depth === 0 &&
      isPlace(prose, i, lemma) &&
      (TAKES_PLACE.has(lemma)
        ? lowerAt(prose, i - 1) !== 'from'
        : lowerAt(prose, i - 1) === 'to' || opens(prose, clause, i)),
  );
  // What follows a set is its noun in the plural; a rank is followed by nothing, "of", "in", "for", or what it is a rank of.
  if (at < 0 || prose.pieces[at + 1]?.entry.plural) return null;
  return placeAt(prose, at);
}

/** Whether a title that is no sentence begins with a place, and goes on with no more than where. */
const opens = (prose: Prose, clause: Clause, at: number): boolean =>
  clause.opening === 'name' && at === clause.start && /^(?:|\(|in|on|for|of|at|by)$/.test(lowerAt(prose, at + 1));

function placeAt(prose: Prose, at: number): Target {
  const value = Number.parseInt(lowerAt(prose, at).replace(/\D/g, ''), 10);
  const op = lowerAt(prose, at).startsWith('top') ? '<=' : '=';
  return worded(prose, at, at, { value, op, kind: 'abs', unit: countedUnit('rank') }, null, 'amount');
}

/** The 12 of "from 12th to 3rd place" and "from #12 to #3", or null. */
export function findFormerRank(prose: Prose): Quantity | null {
  const at = prose.pieces.findIndex(
    (piece, i) =>
      lowerAt(prose, i - 1) === 'from' &&
      (piece.token.tokenType === Ordinal || /^(?:top[ -]?\d+|#\d+)$/.test(piece.lower)),
  );
  return at < 0 ? null : { ...placeAt(prose, at).quantity, op: '=' };
}
