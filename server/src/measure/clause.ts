import { beginsSubject } from './gerund-subject.ts';
import { periodOf } from './lexicon.ts';
import { FINITE, isNounFirst, isToldOfPlural, isWorkReported, looksLikeOrder, opensOrder } from './opening-verb.ts';
import type { Piece, Prose } from './prose.ts';
import { hasForm, isBoundary, isNoun, isPastOnly, isPlural, isVerb, listed, lowerAt, pieceAt } from './prose.ts';
import { mark } from './word-marks.ts';
import { Form, List, Noun, Verb } from './word-classes.ts';

/** How a title begins: an order ("Launch …"), a statement ("X is …", "We have …"), or a name alone ("Weekly active users"). */
export type Opening = 'order' | 'statement' | 'name';

/** The bones of a title: where it begins, its verbs, and how it is built. Numbers are indices of pieces. */
export interface Clause {
  readonly opening: Opening;
  /** The first piece after labels such as "New:" and adverbs such as "Proactively". */
  readonly start: number;
  /** The main verb, or -1 where there is none. */
  readonly verb: number;
  /** Whether the verb stands in its -ing form at the start ("Reducing churn"). */
  readonly gerund: boolean;
  /** The main verb and those joined to it ("Draft … and publish …"), in their order. */
  readonly heads: readonly number[];
}

const LEAD_IN = new Set(['to', 'also', 'please', 'and', 'then', 'will', 'should', 'must', 'not', 'be', "let's"]);
const SUBJECTS = new Set(['we', 'i', 'you', 'they', 'everyone', 'everybody', 'it', 'nobody']);

/** Adverbs of manner ("Proactively"), not of frequency ("weekly"). */
const isAdverb = (piece: Piece | undefined): boolean =>
  piece !== undefined &&
  /..ly$/.test(piece.lower) &&
  piece.verb === null &&
  periodOf(piece.lower) === null &&
  piece.entry.nouns === 0;

/** Past a label ("Existing:", "React - ") of at most four words, which says what the title is about. */
function afterLabel(prose: Prose): number {
  const { pieces } = prose;
  for (let i = 1; i < Math.min(6, pieces.length - 1); i++) {
    const piece = pieces[i];
    if (!piece || piece.amount >= 0 || piece.kind === 'number' || listed(piece, List.auxiliaries)) return 0;
    // "Active partners: 5 -> 12": what stands before the colon is what is counted.
    const following = pieces[i + 1];
    if (piece.kind === 'stop' && piece.text === ':')
      return (following?.amount ?? -1) >= 0 &&
        prose.amounts.length > 0 &&
        (following?.lower === 'from' || pieces[(prose.amounts[following?.amount ?? 0]?.last ?? 0) + 1]?.kind !== 'word')
        ? 0
        : i + 1;
    const before = pieces[i - 1];
    const next = pieces[i + 1];
    // "Conversion – Increase …": a dash between spaces, and an order behind it.
    if (piece.kind === 'dash' && before && next && before.to < piece.from && piece.to < next.from)
      return hasForm(next, Form.base) && /^[A-Z]/.test(next.text) ? i + 1 : 0;
    if (piece.kind === 'stop' || piece.kind === 'open') return 0;
  }
  return 0;
}

/** Finds the opening and the verbs of a title. */
export function readClause(prose: Prose): Clause {
  const { pieces } = prose;
  let start = afterLabel(prose);
  while (start < pieces.length - 1) {
    const piece = pieces[start];
    const next = pieces[start + 1];
    if (!piece) break;
    if (
      piece.kind === 'word'
        ? isAdverb(piece) || LEAD_IN.has(piece.lower)
        : ['sign', 'dash', 'stop'].includes(piece.kind) && piece.amount < 0 && piece.text !== '%' && next !== undefined
    )
      start++;
    else break;
  }
  start = afterAside(pieces, start);
  const first = pieces[start];
  if (!first) return { opening: 'name', start: 0, verb: -1, gerund: false, heads: [] };
  if (isWorkReported(prose, start)) return order(prose, start, false);
  if (hasForm(first, Form.gerund) && !listed(first, List.auxiliaries) && !beginsSubject(pieces, start))
    return order(prose, start, true);
  if (opensOrder(pieces, start) || looksLikeOrder(pieces, start)) return order(prose, start, false);
  const verb = finiteVerb(pieces, start);
  return verb >= 0
    ? { opening: 'statement', start, verb, gerund: false, heads: joined(prose, verb) }
    : { opening: 'name', start, verb: -1, gerund: false, heads: [] };
}

/** Words that begin a phrase of when, where or for what: "By May, …", "To cut costs, …". */
const ASIDE = mark(() =>
  'in by for at on during after before within through with as from throughout across over until per to'.split(' '),
);
/** No such phrase is longer. */
const LONGEST_ASIDE = 16;

/** Past "By the end of May, " and the like where an order or "we" follows; else the start that was given. */
function afterAside(pieces: readonly Piece[], start: number): number {
  const opener = start > 0 && pieces[start - 1]?.lower === 'to' ? start - 1 : start;
  if (((pieces[opener]?.marks ?? 0) & ASIDE) === 0) return start;
  for (let i = opener + 1; i < Math.min(pieces.length - 2, opener + LONGEST_ASIDE); i++) {
    const piece = pieces[i];
    if (piece?.kind === 'stop') return start;
    if (piece?.kind !== 'comma' || piece.depth > 0) continue;
    let at = i + 1;
    while (at < pieces.length - 1 && (isAdverb(pieces[at]) || pieces[at]?.lower === 'to')) at++;
    if (SUBJECTS.has(pieces[at]?.lower ?? '') || opensOrder(pieces, at)) return at;
  }
  return start;
}

const order = (prose: Prose, start: number, gerund: boolean): Clause => ({
  opening: 'order',
  start,
  verb: start,
  gerund,
  heads: joined(prose, start),
});

/** "We've", "they're": a subject and its auxiliary in one. */
const CONTRACTED = /^(?:we|i|you|they|it)'(?:ve|re|ll)$/;

function finiteVerb(pieces: readonly Piece[], start: number): number {
  const subject = pieces[start]?.lower ?? '';
  if (CONTRACTED.test(subject)) return verbAfter(pieces, start);
  const plain = SUBJECTS.has(subject);
  for (let i = start + 1; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || (piece.kind === 'stop' && piece.text !== ':')) break;
    if (piece.amount >= 0 || piece.depth > 0) continue;
    if (piece.lower === 'that' || piece.lower === 'which' || piece.lower === 'who') return relativeSkipped(pieces, i);
    if (listed(piece, List.auxiliaries)) return verbAfter(pieces, i);
    // "Each report gets checked"
    if (['get', 'gets', 'got'].includes(piece.lower) && isPastOnly(pieces[i + 1])) return i + 1;
    const { verb } = piece;
    if (!verb) continue;
    if (plain && (i === start + 1 || isAdverb(pieces[i - 1]))) return i;
    if (!isFinitePlace(pieces, i) || isCountedNoun(pieces, start, i) || isToldOfPlural(pieces, i)) continue;
    if (isAdjective(piece, pieces[i + 1])) continue;
    if (
      hasForm(piece, Form.present) ||
      (hasForm(piece, Form.base) && isDoneByPeople(pieces, i)) ||
      (hasForm(piece, Form.base) &&
        ((verb.classes & (Verb.state | Verb.keep | Verb.up | Verb.down)) !== 0 || isPlural(pieces[i - 1])) &&
        piece.entry.nouns === 0)
    )
      return i;
    if ((verb.classes & (Verb.up | Verb.down)) !== 0 && hasForm(piece, Form.past) && pieces[i + 1]?.lower === 'to')
      return i;
  }
  return -1;
}

/** "The dashboard live with results", "two open source projects": no verb, though each could be one. */
const isAdjective = ({ lower }: Piece, next: Piece | undefined): boolean =>
  (lower === 'live' || lower === 'open') && !listed(next, List.determiners | List.pronouns);

/** "Customers track their sleep", "the team identify 3 gaps": a base form behind those who do it. */
function isDoneByPeople(pieces: readonly Piece[], at: number): boolean {
  const [before, piece, next] = [pieces[at - 1], pieces[at], pieces[at + 1]];
  if (!isNoun(before, Noun.people | Noun.staff) || isBoundary(next)) return false;
  if (piece?.entry.nouns === 0) return isPlural(before) || (next?.amount ?? -1) >= 0;
  return isPlural(before) && (listed(next, List.determiners) || (next?.amount ?? -1) >= 0 || isPlural(next));
}

/** "4 user surveys a month", "code reviews from peers": the plural of a noun, and no verb of what stands before it. */
function isCountedNoun(pieces: readonly Piece[], start: number, at: number): boolean {
  if (!pieces[at]?.entry.plural) return false;
  const next = pieces[at + 1];
  if (!next || !(listed(next, List.determiners | List.pronouns) || next.amount >= 0)) return true;
  for (let i = at - 1; i >= start; i--) {
    const piece = pieces[i];
    if (!piece || piece.amount >= 0) return true;
    if (isBoundary(piece)) return false;
  }
  return false;
}

/** Past "users who …" to the verb of the whole: the last auxiliary of the title, or none. */
function relativeSkipped(pieces: readonly Piece[], at: number): number {
  for (let i = at + 2; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || piece.kind === 'stop') break;
    if (FINITE.has(piece.lower) && i > at + 3 && !listed(pieces[i - 1], List.conjunctions)) return verbAfter(pieces, i);
  }
  return -1;
}

/** Whether a verb may be finite here ("supports an ACL", "runs on Firefox"), by the words on both sides. */
function isFinitePlace(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1];
  if (before && periodOf(before.lower) !== null) return false;
  const next = pieces[at + 1];
  if (
    !before ||
    !next ||
    listed(before, List.determiners | List.prepositions | List.conjunctions) ||
    before.kind === 'comma' ||
    before.amount >= 0
  )
    return false;
  return (
    next.amount >= 0 ||
    next.kind === 'sign' ||
    listed(next, List.determiners | List.prepositions | List.conjunctions | List.pronouns) ||
    !isBoundary(next)
  );
}

/** The verb an auxiliary helps ("is published", "can rsync"), or the auxiliary itself ("is fast"). */
function verbAfter(pieces: readonly Piece[], auxiliary: number): number {
  for (let i = auxiliary + 1; i < Math.min(pieces.length, auxiliary + 4); i++) {
    const piece = pieces[i];
    if (!piece) break;
    if (listed(piece, List.auxiliaries) || piece.lower === 'not' || isAdverb(piece)) continue;
    return isHelped(pieces[auxiliary], piece) && !listed(piece, List.quality) ? i : auxiliary;
  }
  return auxiliary;
}

/** "have shipped", "can ship", "is shipping": the form that an auxiliary asks for. "Have test plans" has a noun behind it. */
function isHelped(auxiliary: Piece | undefined, piece: Piece): boolean {
  if (!piece.verb) return false;
  if (/^(?:have|has|had|haven't|hasn't)$|'ve$/.test(auxiliary?.lower ?? ''))
    return hasForm(piece, Form.participle) && piece.entry.nouns === 0;
  return true;
}

/** The verbs joined to the first: behind "and", "&", a comma or a semicolon, in the same form. */
function joined(prose: Prose, verb: number): readonly number[] {
  const { pieces } = prose;
  const heads = [verb];
  const order = hasForm(pieces[verb], Form.base);
  for (let i = verb + 1; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || piece.depth > 0 || !piece.verb) continue;
    const before = joinBefore(prose, i);
    if (before < 0) continue;
    const same = order ? hasForm(piece, Form.base) : sameForm(pieces[verb], piece);
    if (
      !same ||
      piece.entry.plural ||
      isQualityHere(piece, pieces[i + 1]) ||
      (isNounFirst(piece) && nounHere(pieces, i)) ||
      isSubject(pieces[i + 1])
    )
      continue;
    heads.push(i);
  }
  return heads;
}

/** "… and clear guidelines": a word that describes its noun and is no verb. */
const isQualityHere = ({ entry }: Piece, next: Piece | undefined): boolean =>
  ((entry.lists & List.quality) !== 0 || (entry.lists & List.loose) !== 0 || (entry.lists & List.settled) !== 0) &&
  !(isBoundary(next) || listed(next, List.determiners) || (next?.amount ?? 0) >= 0);

/** "… and squash shipped with monitoring": what stands before a past form is its subject and no verb. */
const isSubject = isPastOnly;

/** The joint right before a piece, adverbs left out, or -1. */
export function joinBefore(prose: Prose, at: number): number {
  let i = at - 1;
  while (i >= 0 && (isAdverb(prose.pieces[i]) || ['then', 'also', 'to'].includes(lowerAt(prose, i)))) i--;
  const piece = pieceAt(prose, i);
  // "quickly and easily export": what is joined are the adverbs.
  if (!piece || (i < at - 1 && isAdverb(pieceAt(prose, i - 1)))) return -1;
  return piece.lower === 'and' ||
    piece.text === '&' ||
    (piece.text === '+' && piece.amount < 0) ||
    piece.kind === 'comma' ||
    (piece.kind === 'stop' && piece.text !== ':') ||
    (piece.kind === 'stop' && i > 0)
    ? i
    : -1;
}

/** "… and test coverage": a verb's form that is a noun here, for nothing that a verb needs follows. */
function nounHere(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  if (!next) return true;
  if (listed(next, List.determiners | List.pronouns) || next.amount >= 0) return false;
  if (isBoundary(next)) return true;
  // "… and staff interviews": who, and not what is done.
  if (isNoun(pieces[at], Noun.people | Noun.staff) && next.entry.nouns !== 0) return true;
  if (next.entry.nouns === 0 || isPlural(next)) return false;
  if (isNoun(pieces[at], Noun.metric)) return true;
  // "… and track weight": a noun that begins what is listed follows one without an article, and this one does not.
  return !afterArticle(pieces, at);
}

/** Whether what stands before "and" is one thing with its article: "obtain a scale and …". */
function afterArticle(pieces: readonly Piece[], at: number): boolean {
  for (let i = at - 2; i >= 0; i--) {
    const piece = pieces[i];
    if (!piece || listed(piece, List.determiners)) return /^an?$/.test(piece?.lower ?? '');
    if (isBoundary(piece) || piece.amount >= 0) return false;
  }
  return false;
}

const sameForm = (a: Piece | undefined, b: Piece): boolean => {
  if (!a?.verb || !b.verb) return false;
  return (a.verb.forms & b.verb.forms & ~Form.base) !== 0 || (isVerb(b, Verb.state) && hasForm(b, Form.present));
};

/** The verb that leads to a piece: the nearest head before it, or a nearer -ing form ("…, achieving 90%", "by posting 5 photos"). */
export function governor(prose: Prose, clause: Clause, at: number): number {
  let found = -1;
  for (const head of clause.heads) if (head < at) found = head;
  for (let i = Math.max(found, clause.start) + 1; i < at; i++) {
    const piece = prose.pieces[i];
    // "Work with the schools to raise attendance from 80% to 90%"
    if (
      hasForm(piece, Form.base) &&
      lowerAt(prose, i - 1) === 'to' &&
      isVerb(piece, Verb.up | Verb.down) &&
      !isPlural(piece)
    ) {
      found = i;
      continue;
    }
    if (!hasForm(piece, Form.gerund) || piece.depth > 0) continue;
    const before = prose.pieces[i - 1];
    if (
      before &&
      (before.kind === 'comma' ||
        ['by', 'while', 'through', 'for', 'of', 'and', 'from', 'campaign'].includes(before.lower))
    )
      found = i;
    else if (isVerb(piece, Verb.up | Verb.down | Verb.attain) && before && !listed(before, List.determiners)) found = i;
  }
  return found;
}
