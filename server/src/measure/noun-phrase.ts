import type { Amount } from './amount.ts';
import { isLittleWord } from './foreign-words.ts';
import { MoreThan } from './prose-tokens.ts';
import { periodOf } from './lexicon.ts';
import type { Piece, Prose } from './prose.ts';
import { amountAt, hasForm, isBoundary, isNoun, isPlural, listed, lowerAt } from './prose.ts';
import { mark } from './word-marks.ts';
import { Form, List, Noun } from './word-classes.ts';

/** A run of words that names one thing, by the indices of its pieces. `head` is its last noun. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

/** Words that say nothing of what is counted. */
const DROPPED = new Set(
  (
    'new more additional extra further fewer less active existing current potential different separate distinct total ' +
    'other unique own such same average avg overall full-time full part-time paid paying great internal external public ' +
    'first initial incremental net existing dedicated full time'
  ).split(' '),
);

/** How bad a finding is says which are counted. */
const SEVERITY = new Set('critical major minor severe serious'.split(' '));

/** Words that say something of the noun before them. */
const AFTER = new Set(
  'etc w ready available back together live on-site onsite offline online abroad worldwide nationwide globally locally'.split(
    ' ',
  ),
);

const EACH = mark(() => ['every', 'each', 'per', 'a', 'an']);
const ADDED = mark(() => ['more', 'additional', 'new', 'extra', 'further']);

const STANDING = new Set('open pending outstanding unresolved overdue old left alone online'.split(' '));

/** Whether a word only follows its noun ("posts published", "companies using", "reviews done") and is no part of its name. */
function follows(piece: Piece, before: Piece | undefined, next: Piece | undefined): boolean {
  const { verb, lower, entry } = piece;
  if (!before || /^[A-Z]/.test(piece.text)) return false;
  if (lower.endsWith('ly') && periodOf(lower) === null && entry.nouns === 0) return true;
  if (AFTER.has(lower)) return true;
  if (STANDING.has(lower) && (isBoundary(next) || (next?.amount ?? -1) >= 0)) return true;
  // "causes customers leave", "shops nationwide": a plural is followed by no further noun of its name.
  if (before.entry.plural && before.amount < 0)
    if (entry.plural ? isNoun(piece, Noun.people) : !verb && entry.nouns === 0 && entry.lists === 0 && isBoundary(next))
      return true;
  if (before.entry.plural && !verb && /..ed$/.test(lower) && entry.nouns === 0) return true;
  // "invoices older than 30 days"
  if (
    /..er$/.test(lower) &&
    entry.nouns === 0 &&
    (next?.lower === 'than' || next?.token.tokenType === MoreThan || (next?.amount ?? -1) >= 0)
  )
    return true;
  if (!verb || before.amount >= 0) return false;
  // "users report a problem", "people attend": people in the plural are a subject.
  if (
    before.entry.plural &&
    isNoun(before, Noun.people | Noun.staff) &&
    (entry.nouns === 0 || listed(next, List.determiners | List.pronouns))
  )
    return true;
  const closed = isNoun(before, Noun.people | Noun.staff | Noun.metric | Noun.output) || isPlural(before);
  if (hasForm(piece, Form.gerund)) return closed && isPlural(before);
  if (hasForm(piece, Form.past | Form.participle)) return closed && !hasForm(piece, Form.base) && entry.nouns === 0;
  return entry.nouns === 0 && isPlural(before);
}

/** "end to end tests", "face to face sessions": a word, "to", and the word again describe what follows. */
const echoes = (prose: Prose, at: number): boolean =>
  lowerAt(prose, at) === lowerAt(prose, at + 2) &&
  ['to', 'by', 'for'].includes(lowerAt(prose, at + 1)) &&
  lowerAt(prose, at) !== '';

/** The noun phrase that begins at a piece, determiners left out, or null where there is none. */
export function nounPhraseAt(prose: Prose, at: number): NounPhrase | null {
  const { pieces } = prose;
  let first = at;
  // "10 minutes every day": a rate, and nothing that is counted.
  if (((pieces[first]?.marks ?? 0) & EACH) !== 0 && listed(pieces[first + 1], List.periods)) return null;
  while (
    (listed(pieces[first], List.determiners) && pieces[first + 1]?.text !== '/') ||
    (pieces[first]?.kind === 'sign' && pieces[first]?.amount === -1)
  )
    first++;
  // "the 5 posts", "5 2h workshops", "5 >$20k customers": an amount here describes what is counted behind it.
  while (((pieces[first]?.marks ?? 0) & ADDED) !== 0 && (pieces[first + 1]?.amount ?? -1) >= 0) first++;
  const amount = amountAt(prose, first);
  if (amount && amount.first === first) first = amount.last + 1;
  let last = first - 1;
  for (let i = first; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece) break;
    if (echoes(prose, i)) {
      i += 2;
      continue;
    }
    // "sites/apps", "reviews & audits": alternatives of one name.
    if (
      piece.kind === 'joint' &&
      i > first &&
      piece.text !== '+' &&
      !isBoundary(pieces[i + 1]) &&
      (pieces[i + 1]?.amount ?? 0) < 0 &&
      (piece.text === '/' || !hasForm(pieces[i + 1], Form.base)) &&
      !listed(pieces[i + 1], List.periods)
    )
      continue;
    if (isBoundary(piece) || piece.amount >= 0) break;
    // German names begin with a capital, and what follows them in small letters is no part of them.
    if (!prose.english && i > first && (isLittleWord(piece.lower) || isSmallBehindCapital(pieces[i - 1], piece))) break;
    if (listed(piece, List.determiners) && i > first) break;
    if (periodOf(piece.lower) !== null && i > first && isBoundary(pieces[i + 1])) break;
    if (i > first && follows(piece, pieces[i - 1], pieces[i + 1])) break;
    // "1 lab completes the course": what can only be a verb is what the one before it does.
    if (i > first && isSingle(prose, amount, first) && hasForm(piece, Form.present) && piece.entry.nouns === 0) break;
    last = i;
  }
  return last < first ? null : { first, last, head: last };
}

const isSmallBehindCapital = (before: Piece | undefined, piece: Piece): boolean =>
  /^\p{Lu}\p{Ll}/u.test(before?.text ?? '') && /^\p{Ll}/u.test(piece.text);

/** Whether one or none is counted, by the amount in a phrase or right before it. */
const isSingle = (prose: Prose, inside: Amount | undefined, first: number): boolean => {
  const value = (inside ?? amountAt(prose, first - 1))?.value;
  return value === 1 || value === 0;
};

/** The words of a noun phrase without those that say nothing of what is counted, in at most three words. */
export function shortName(prose: Prose, phrase: NounPhrase): string {
  const words: string[] = [];
  for (let i = phrase.first; i <= phrase.last; i++) {
    const piece = prose.pieces[i];
    if (!piece || piece.kind === 'joint') continue;
    if (i < phrase.head) {
      if (
        DROPPED.has(piece.lower) ||
        /..ly$/.test(piece.lower) ||
        periodOf(piece.lower) !== null ||
        (listed(piece, List.quality | List.loose | List.settled) && !SEVERITY.has(piece.lower))
      )
        continue;
      if (piece.verb && !hasForm(piece, Form.base) && hasForm(piece, Form.participle)) continue;
    }
    words.push(piece.text);
  }
  return words.slice(-3).join(' ');
}

/** What the head of a phrase counts; where the lexicon does not know it, the nearest known word before it. */
export function phraseClasses(prose: Prose, phrase: NounPhrase | null): number {
  if (phrase) {
    for (let i = phrase.head; i >= phrase.first; i--) {
      const nouns = prose.pieces[i]?.entry.nouns;
      if (nouns) return nouns;
    }
  }
  return 0;
}
