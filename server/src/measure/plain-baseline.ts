import type { Amount } from './amount.ts';
import type { Clause } from './clause.ts';
import { governor } from './clause.ts';
import { multipleOf } from './lexicon.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { Prose } from './prose.ts';
import { isVerb, listed, lowerAt, textOf } from './prose.ts';
import { unitNamed } from './units.ts';
import { List, Verb } from './word-classes.ts';

/**
 * "Double the users from 10k", "under 4 h, from 8 h": whether an amount behind "from" says how it was, where no "to" follows:
 * a multiple or another figure stands before it, and nothing is counted by it that could be whom something comes from.
 */
export function isFormerLevel(prose: Prose, index: number): boolean {
  const amount = prose.amounts[index];
  if (!amount || !isFigureAlone(prose, amount)) return false;
  return (
    prose.amounts.slice(0, index).some((earlier) => isChangeOrLike(earlier, amount)) ||
    prose.pieces.slice(0, amount.first).some(({ lower }) => multipleOf(lower) !== null)
  );
}

const isChangeOrLike = (earlier: Amount, { unit }: Amount): boolean =>
  earlier.unit?.name === '%' ||
  earlier.times ||
  (earlier.compared && (earlier.unit === null || earlier.unit.dimension === unit?.dimension || unit === null));

/** Nothing is counted by an amount but its unit, or what was named before: "from 10k", "from 8 h", "from 10k users". */
function isFigureAlone(prose: Prose, { first, last, value }: Amount): boolean {
  if (typeof value !== 'number' || /^(?:ago|of|to)$/.test(lowerAt(prose, last + 1))) return false;
  const behind = nounPhraseAt(prose, last + 1);
  if (!behind) return true;
  if (lowerAt(prose, behind.last + 1) === 'ago') return false;
  const noun = lowerAt(prose, behind.head);
  return (
    unitNamed(textOf(prose, behind.first, behind.last)) !== null ||
    prose.pieces.slice(0, first).some(({ lower }) => lower === noun)
  );
}

/**
 * "Rollout 10% to 50%", "cash flow -$5k to +$5k": two shares, or two figures with a sign, right behind a name and before
 * nothing that they could count.
 */
export function isMovedLevel(prose: Prose, clause: Clause, from: Amount, to: Amount): boolean {
  const name = prose.pieces[from.first - 1];
  if (
    name?.kind !== 'word' ||
    listed(name, List.prepositions | List.determiners | List.auxiliaries | List.conjunctions)
  )
    return false;
  const shares = from.unit?.name === '%' && to.unit?.name === '%';
  if (from.compared || (!shares && from.sign === null && to.sign === null)) return false;
  if (prose.pieces.some((piece) => isVerb(piece, Verb.keep))) return false;
  // "Achieve 10% to 20%" leaves open what it was.
  if (governor(prose, clause, from.first) === from.first - 1 && name.entry.nouns === 0 && from.first > 1) return false;
  if (isVerb(name, Verb.attain | Verb.obtain | Verb.up | Verb.down | Verb.better) && from.first - 1 === clause.verb)
    return false;
  return lowerAt(prose, to.last + 1) !== 'of' && nounPhraseAt(prose, to.last + 1) === null;
}
