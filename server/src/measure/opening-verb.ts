import type { Piece, Prose } from './prose.ts';
import { hasForm, isBoundary, isNoun, isPastOnly, isPlural, isVerb, listed } from './prose.ts';
import { Form, List, Noun, Verb } from './word-classes.ts';

/** Auxiliaries and the like that make what stands before them a subject. */
export const FINITE = new Set(['is', 'are', 'was', 'were', 'has', 'can', 'will', 'should', 'must', 'does', 'could']);
const SUBORDINATES = new Set(
  'that which who when where so if because how what why all every each to for with by from until of in'.split(' '),
);

/** Whether a word may be a noun. */
export const isNounFirst = (piece: Piece | undefined): boolean => piece !== undefined && piece.entry.nouns !== 0;

/** "Published 3 posts": work of one's own, told as done. */
export const isWorkReported = (prose: Prose, at: number): boolean => {
  const first = prose.pieces[at];
  return (
    hasForm(first, Form.past) &&
    !hasForm(first, Form.base) &&
    isVerb(first, Verb.work) &&
    !isVerb(first, Verb.up | Verb.down | Verb.better | Verb.attain | Verb.obtain) &&
    (prose.pieces[at + 1]?.amount ?? -1) >= 0
  );
};

/** "Frobnicate the logs": a word that the lexicon does not know is a verb where only a verb can stand. */
export function looksLikeOrder(pieces: readonly Piece[], at: number): boolean {
  const first = pieces[at];
  const next = pieces[at + 1];
  if (first?.kind !== 'word' || !next || first.verb || first.entry.nouns !== 0 || first.entry.lists !== 0) return false;
  if (!/^[A-Z]?[a-z-]+$/.test(first.text) || isPlural(first)) return false;
  if (['the', 'a', 'an', 'our', 'your', 'their', 'its', 'my'].includes(next.lower)) return true;
  return /..(?:ize|ise|ify)$/.test(first.lower) && !isBoundary(next);
}

/** Whether a word that may be noun or verb opens an order: "Test the flow", not "Test coverage is at 80%". */
export function opensOrder(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (!hasForm(piece, Form.base)) return false;
  const { lemma } = piece.verb;
  if (listed(piece, List.auxiliaries) && !['have', 'do', 'be'].includes(lemma)) return false;
  const next = pieces[at + 1];
  // "Support for dark mode", "Design of the logo": a noun.
  if (isNounUse(lemma, next)) return false;
  if (isNounFirst(pieces[at]) && (isToldOf(pieces, at) || isNameOfDone(pieces, at) || namesFigure(pieces, at)))
    return false;
  if (!next) return pieces.length === 1 ? !isNounFirst(pieces[at]) : true;
  for (let i = at + 1; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || piece.kind === 'stop' || piece.kind === 'open' || piece.kind === 'comma') break;
    if (FINITE.has(piece.lower)) return !closeSubject(pieces, at, i);
    if (SUBORDINATES.has(piece.lower) || piece.amount >= 0) break;
  }
  // "Release notes", "Support tickets per week": a noun before a noun, and nothing that an order would have.
  return !(
    isNounFirst(pieces[at]) &&
    isPlural(next) &&
    next.verb === null &&
    listed(pieces[at + 2], List.prepositions) &&
    pieces[at + 2]?.lower === 'per'
  );
}

/** "Network site launched in May", "test cases automated": two nouns, and what was done. */
const isNameOfDone = (pieces: readonly Piece[], at: number): boolean => {
  const [thing, done, next] = [pieces[at + 1], pieces[at + 2], pieces[at + 3]];
  return (
    thing?.kind === 'word' &&
    thing.verb === null &&
    !isBoundary(thing) &&
    thing.entry.lists === 0 &&
    isVerb(done, Verb.work) &&
    isPastOnly(done) &&
    (next === undefined ||
      next.kind === 'stop' ||
      ['by', 'in', 'on', 'at', 'for', 'and', 'with', 'to'].includes(next.lower))
  );
};

/** "Petition signed by 500 people": a past form and "by" tell something of the noun. */
const isToldOf = (pieces: readonly Piece[], at: number): boolean => {
  const next = pieces[at + 1];
  return hasForm(next, Form.participle) && !hasForm(next, Form.base) && pieces[at + 2]?.lower === 'by';
};

/** "Survey requests answered", "comments that are closed": a plural with a past form or a clause of its own behind it. */
export function isToldOfPlural(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  const next = pieces[at + 1];
  if (!hasForm(piece, Form.present) || !next) return false;
  if (['that', 'which', 'who'].includes(next.lower))
    return piece.entry.plural && !['show', 'report', 'signal', 'claim', 'demand', 'result'].includes(piece.verb.lemma);
  if (!isPastOnly(next)) return false;
  if (listed(next, List.auxiliaries | List.quality)) return false;
  return (
    (piece.entry.plural || isBoundary(pieces[at + 2])) &&
    !/^(?:get|become|stay|remain|feel|look|go|come|need|want|seem|like|keep)$/.test(piece.verb.lemma)
  );
}

/** "Staff satisfaction with the tools at 80%", "Change failure rate below 10%": words that name a figure, and its level. */
export function namesFigure(pieces: readonly Piece[], at: number): boolean {
  if (isVerb(pieces[at], Verb.up | Verb.down | Verb.better | Verb.attain | Verb.obtain | Verb.keep)) return false;
  let end = at + 1;
  while (!isBoundary(pieces[end]) && (pieces[end]?.amount ?? 0) < 0 && !listed(pieces[end], List.determiners)) end++;
  const head = pieces[end - 1];
  if (end === at + 1 || !isNoun(head, Noun.metric) || isNoun(head, Noun.output) || isPlural(head)) return false;
  // "Track usage of the feature" is an order: a figure that is named has its level with it.
  return pieces.slice(end).some((piece) => piece.amount >= 0);
}

const isNounUse = (lemma: string, next: Piece | undefined): boolean =>
  (['average', 'total'].includes(lemma) && isNounFirst(next)) ||
  // "Win rate", "load time", "test coverage": the name of a figure.
  (/^(?:rate|time|ratio|frequency|coverage|speed|score|count|volume|duration|length)$/.test(next?.lower ?? '') &&
    /^(?:win|close|load|test|release|deploy|fill|view|open|click|book|answer|pass|build|start|cycle|run|merge|review|hit|call|show|support|hire)$/.test(
      lemma,
    )) ||
  (lemma === 'open' && next?.lower === 'source') ||
  (next?.lower === 'of' && !['think', 'dispose', 'get', 'take', 'be'].includes(lemma)) ||
  (/^(?:support|access|increase|decrease|drop|rise|decline|cut|demand|preference)$/.test(lemma) &&
    ['for', 'in', 'to'].includes(next?.lower ?? '') &&
    !(lemma === 'rise' || lemma === 'drop' || lemma === 'decline'));

/** Whether the words between form one noun phrase with no determiner: "Test coverage is …". */
function closeSubject(pieces: readonly Piece[], at: number, to: number): boolean {
  const next = pieces[at + 1];
  if (to === at + 1) return true;
  if (!next || listed(next, List.determiners | List.pronouns) || next.amount >= 0) return false;
  return pieces.slice(at + 1, to).every((piece) => piece.kind === 'word' || piece.kind === 'name');
}
