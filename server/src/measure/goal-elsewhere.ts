import type { Clause } from './clause.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { Prose } from './prose.ts';
import { isNoun, lowerAt, pieceAt } from './prose.ts';
import { Noun } from './word-classes.ts';

/** Index of a noun for a goal that is written elsewhere ("hit the Q4 target", "hire to plan"), or -1. */
export function goalElsewhere(prose: Prose, clause: Clause): number {
  const verb = pieceAt(prose, clause.verb);
  const meets =
    /^(?:meet|hit|reach|achieve|exceed|beat|deliver|attain|surpass|make|stay|keep|fulfil|fulfill|complete|accomplish|stick|execute)$/.test(
      verb?.verb?.lemma ?? '',
    );
  for (let i = clause.start + 1; i < prose.pieces.length; i++) {
    const piece = prose.pieces[i];
    if (!piece || !isNoun(piece, Noun.elsewhere)) continue;
    const before = lowerAt(prose, i - 1);
    if (meets && isHeadOfObject(prose, clause, i)) return i;
    if (
      ['to', 'on', 'against', 'per'].includes(before) &&
      ['plan', 'target', 'budget', 'quota', 'forecast'].includes(piece.lower)
    )
      return i;
  }
  return -1;
}

const isHeadOfObject = (prose: Prose, clause: Clause, at: number): boolean => {
  const object = nounPhraseAt(prose, clause.verb + 1);
  if (!object) return false;
  return at <= object.last
    ? at === object.head
    : /^(?:of|for|the|our|all|and|&)$/.test(lowerAt(prose, object.last + 1)) && at - object.last <= 4;
};
