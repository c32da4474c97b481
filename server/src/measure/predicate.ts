import type { Clause } from './clause.ts';
import { nounPhraseAt, phraseClasses } from './noun-phrase.ts';
import type { Prose } from './prose.ts';
import { isVerb, listed, lowerAt } from './prose.ts';

/** The end of what is said directly of the subject: up to the first preposition, conjunction or stop. */
export function predicateEnd(prose: Prose, at: number): number {
  let i = at + 1;
  for (; i < prose.pieces.length; i++) {
    const piece = prose.pieces[i];
    if (
      !piece ||
      piece.kind === 'stop' ||
      piece.kind === 'comma' ||
      piece.lower === 'that' ||
      (i > at + 1 && listed(piece, 'prepositions'))
    )
      break;
    if (piece.lower === 'and' && i > at + 2) break;
  }
  return i - 1;
}

/** "indicates clearly which …", "has a robust backup": the thing said is there or not, taste or no taste. */
export function isDetail(prose: Prose, clause: Clause, at: number): boolean {
  const next = prose.pieces[at + 1];
  if (/^(?:a|an|the)$/.test(lowerAt(prose, at - 1)) && phraseClasses(prose, nounPhraseAt(prose, at)).has('output'))
    return true;
  return (
    at === clause.verb - 1 &&
    isVerb(prose.pieces[clause.verb], 'state') &&
    !listed(prose.pieces[clause.verb - 2], 'auxiliaries') &&
    next !== undefined
  );
}
