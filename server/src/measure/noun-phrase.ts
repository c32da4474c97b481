import { isOn, nounClasses, periodOf, singular } from './lexicon.ts';
import type { NounClass } from './lexicon.ts';
import type { Piece, Prose } from './prose.ts';
import { isBoundary } from './prose.ts';

/** A run of words that names one thing. `head` is the index of its last noun. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

const DROPPED = new Set(
  'new more additional extra further fewer less active existing current potential different separate distinct total key other most unique own such same average avg overall full-time full paid paying large small medium high low good great internal external public'.split(
    ' ',
  ),
);

/** Whether the word is a form that only follows its noun ("posts published", "companies using", "reviews done"). */
function follows(piece: Piece, before: Piece | undefined): boolean {
  const { verb, lower } = piece;
  if (lower.endsWith('ly') && periodOf(lower) === null && lower !== 'family') return true;
  if (!verb || !before) return false;
  const known = nounClasses(lower).size > 0;
  if (known && !verb.forms.has('past') && !verb.forms.has('gerund')) return false;
  if (verb.forms.has('past') || verb.forms.has('participle') || verb.forms.has('gerund')) {
    return before.amount < 0 && !known && (nounClasses(before.lower).size > 0 || before.lower.endsWith('s'));
  }
  return !known && before.lower.endsWith('s') && before.amount < 0;
}

/** The noun phrase that begins at a piece, determiners left out, or null where there is none. */
export function nounPhraseAt(prose: Prose, at: number): NounPhrase | null {
  const { pieces } = prose;
  let first = at;
  while (pieces[first] && isOn('determiners', pieces[first]?.lower ?? '')) first++;
  let last = first - 1;
  for (let i = first; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece) break;
    // "5 2h workshops": the second amount describes the thing that is counted.
    if (piece.amount >= 0 && i === first && pieces[i - 1]?.amount !== piece.amount && /h|d|min/.test(piece.text))
      continue;
    if (
      piece.kind === 'joint' &&
      piece.text === '/' &&
      i > first &&
      !isBoundary(pieces[i + 1]) &&
      nounLike(pieces[i + 1])
    )
      break;
    if (isBoundary(piece) || piece.amount >= 0) break;
    if (isOn('determiners', piece.lower) && i > first) break;
    if (periodOf(piece.lower) !== null && i > first && isBoundary(pieces[i + 1])) break;
    if (i > first && follows(piece, pieces[i - 1])) break;
    last = i;
  }
  return last < first ? null : { first, last, head: last };
}

const nounLike = (piece: Piece | undefined): boolean => piece !== undefined && nounClasses(piece.lower).size > 0;

/** The words of a noun phrase without those that say nothing of what is counted, in at most three words. */
export function shortName(prose: Prose, phrase: NounPhrase): string {
  const words: string[] = [];
  for (let i = phrase.first; i <= phrase.last; i++) {
    const piece = prose.pieces[i];
    if (
      !piece ||
      (i < phrase.head && (DROPPED.has(piece.lower) || periodOf(piece.lower) !== null || isOn('vague', piece.lower)))
    )
      continue;
    if (i < phrase.head && piece.verb?.forms.has('participle') && !piece.verb.forms.has('base')) continue;
    words.push(piece.text);
  }
  return words.slice(-3).join(' ');
}

/** What the nouns around a head count: those of the head itself, else of the words before it, nearest first. */
export function phraseClasses(prose: Prose, phrase: NounPhrase): ReadonlySet<NounClass> {
  for (let i = phrase.head; i >= phrase.first; i--) {
    const classes = nounClasses(prose.pieces[i]?.lower ?? '');
    if (classes.size > 0) return classes;
  }
  return new Set();
}

/** Whether a noun is written in its plural: "posts", "people". */
export function isPlural(lower: string): boolean {
  return singular(lower) !== lower;
}
