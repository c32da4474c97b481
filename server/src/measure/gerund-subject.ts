import { FINITE, isNounFirst, namesFigure } from './opening-verb.ts';
import type { Piece } from './prose.ts';
import { isBoundary, isNoun, isPastOnly, isVerb } from './prose.ts';
import { Noun, Verb } from './word-classes.ts';

/** Whether the -ing form at the start is, or begins, what the sentence is about, and orders nothing. */
export const beginsSubject = (pieces: readonly Piece[], at: number): boolean =>
  verbPhraseSubject(pieces, at) ||
  isMoved(pieces, at) ||
  (isNounFirst(pieces[at]) && (namesFigure(pieces, at) || isTold(pieces, at)));

/** "Testing an analyzer is easy": an -ing form that is the subject of the verb behind it. */
const verbPhraseSubject = (pieces: readonly Piece[], at: number): boolean => {
  for (let i = at + 1; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || piece.kind === 'stop' || piece.kind === 'comma') return false;
    if (FINITE.has(piece.lower)) return true;
    if (piece.lower === 'that' || piece.lower === 'who' || piece.lower === 'which' || piece.lower === 'we')
      return false;
  }
  return false;
};

/** "Onboarding experience improved": an -ing form that is part of a name, of which a past form tells something. */
const isTold = (pieces: readonly Piece[], at: number): boolean => {
  let i = at + 1;
  while (pieces[i] && !isBoundary(pieces[i]) && !isPastOnly(pieces[i])) i++;
  return i > at + 1 && isPastOnly(pieces[i]) && (!pieces[i + 1] || isBoundary(pieces[i + 1]));
};

/** "Reading scores rise to 80 %": a figure whose name an -ing form begins, and how it moves. */
const isMoved = (pieces: readonly Piece[], at: number): boolean => {
  let i = at + 1;
  while (pieces[i] && !isBoundary(pieces[i]) && !isVerb(pieces[i], Verb.up | Verb.down)) i++;
  const next = pieces[i + 1];
  return (
    i > at + 1 &&
    isVerb(pieces[i], Verb.up | Verb.down) &&
    isNoun(pieces[i - 1], Noun.metric | Noun.quality) &&
    (!next || next.amount >= 0 || ['from', 'to', 'by', 'above', 'below'].includes(next.lower))
  );
};
