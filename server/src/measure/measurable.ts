import type { Clause } from './clause.ts';
import { ofName } from './measurable-name.ts';
import {
  DONE,
  milestone,
  no,
  NO_AMOUNT,
  NO_END,
  NO_LEVEL,
  NO_RATE,
  TASTE,
  vagueBetween,
} from './measurable-verdict.ts';
import type { MeasurableVerdict } from './measurable-verdict.ts';
import { nounPhraseAt, phraseClasses } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { isFeatureName } from './ongoing-work.ts';
import { isDetail, saidOfSubject } from './predicate.ts';
import type { Piece, Prose } from './prose.ts';
import { hasForm, isBoundary, isNoun, isPlural, isVerb, listed, lowerAt } from './prose.ts';
import type { Phrase } from './reading.ts';
import { gradualAt, isStep, takesIn, unboundedAt } from './unbounded.ts';
import { Form, List, Noun, Verb } from './word-classes.ts';

/**
 * Of a title without a target: is it plainly done or not done, or left to taste? `vague` are the vague words found in it,
 * `elsewhere` the index of a goal that is written elsewhere, or -1.
 */
export function withoutTarget(
  prose: Prose,
  clause: Clause,
  vague: readonly Phrase[],
  elsewhere: number,
): MeasurableVerdict {
  const { pieces } = prose;
  const end = pieces.length - 1;
  if (elsewhere >= 0) return no(elsewhere, elsewhere, 'a goal that is written elsewhere');
  if (pieces[end]?.kind === 'stop' && pieces[end].text.includes('?')) return no(end, end, 'a question');
  if (['most', 'some', 'many', 'several', 'few', 'more', 'fewer', 'less'].includes(lowerAt(prose, clause.start)))
    return no(clause.start, clause.start, 'neither how many nor all');
  // "have the tools they need": only they can tell.
  const needed = pieces.findIndex(
    (piece, i) =>
      i > clause.verb &&
      /^needs?$/.test(piece.lower) &&
      listed(pieces[i - 1], List.pronouns) &&
      !isBoundary(pieces[i - 2]) &&
      !/where$/.test(lowerAt(prose, i - 2)),
  );
  if (needed >= 0) return no(needed, needed, TASTE);
  const last = pieces[end]?.kind === 'stop' ? end - 1 : end;
  if (clause.verb >= 0 && ['more', 'less', 'better'].includes(lowerAt(prose, last))) return no(last, last, NO_AMOUNT);
  switch (clause.opening) {
    case 'order':
      return ofOrder(prose, clause, vague);
    case 'statement':
      return ofStatement(prose, clause, vague);
    case 'name':
      return ofName(prose, clause, vague);
  }
}

function ofOrder(prose: Prose, clause: Clause, vague: readonly Phrase[]): MeasurableVerdict {
  const { pieces } = prose;
  const at = clause.verb;
  const verb = pieces[at];
  const object = nounPhraseAt(prose, at + 1);
  if (isStep(prose, clause) || takesIn(prose, clause, object)) return milestone(at, at, DONE);
  const unbounded = unboundedAt(prose, clause, object);
  if (unbounded >= 0) return no(at, unbounded, NO_END);
  if (isVerb(verb, Verb.up | Verb.down) && againstOther(prose, at))
    return milestone(at, at, 'a line to cross that is drawn by others');
  if (isVerb(verb, Verb.up | Verb.down))
    return intoPlace(prose, clause) || isRaise(prose, clause) ? milestone(at, at, DONE) : no(at, at, NO_AMOUNT);
  // "Research and prototype a tool": the last of joined verbs says where it ends.
  const ends = clause.heads.find(
    (head) =>
      head !== at &&
      isVerb(pieces[head], Verb.work) &&
      !isVerb(pieces[head], Verb.effort | Verb.better | Verb.open | Verb.up | Verb.down),
  );
  // "ensure that people feel valued"
  const felt = isState(prose, clause)
    ? pieces.findIndex((piece) =>
        ['feel', 'understand', 'know', 'appreciate', 'enjoy', 'love', 'trust'].includes(piece.verb?.lemma ?? ''),
      )
    : -1;
  if (felt >= 0) return no(felt, felt, TASTE);
  if (isVerb(verb, Verb.effort | Verb.better) && ends !== undefined && ends <= at + 3)
    return milestone(ends, ends, DONE);
  if (isVerb(verb, Verb.better)) return no(at, at, 'an improvement without an amount');
  if (isVerb(verb, Verb.keep)) return no(at, at, 'a steady state without a level');
  if (verb?.verb?.lemma === 'support' && isFeature(prose, object)) return milestone(at, at, DONE);
  if (isVerb(verb, Verb.effort) && !isVerb(verb, Verb.work)) return no(at, at, NO_END);
  if (isVerb(verb, Verb.attain | Verb.obtain) && !(isVerb(verb, Verb.work) && !isState(prose, clause)))
    return ofAttained(prose, clause, vague, object);
  // "Pay down debt", "bring down costs"
  if (
    lowerAt(prose, at + 1) === 'down' &&
    ['pay', 'bring', 'drive', 'scale', 'whittle', 'knock', 'push', 'get'].includes(verb?.verb?.lemma ?? '')
  )
    return no(at, at + 1, NO_AMOUNT);
  if (verb?.verb?.lemma === 'feel') return no(at, at, TASTE);
  if (lowerAt(prose, at + 1) === 'out' && pieces[at]?.verb?.lemma === 'reach') return no(at, at + 1, NO_END);
  // "establish a culture of learning", "build trust": a quality is made by degrees.
  if (
    object &&
    isQuality(pieces[object.head]) &&
    !isNoun(pieces[object.head], Noun.output) &&
    !isVerb(verb, Verb.obtain) &&
    !isDelivered(prose, clause) &&
    !isHalfOfName(prose, object)
  )
    return no(at, object.last, TASTE);
  if (
    object &&
    object.first === object.head &&
    listed(pieces[object.head], List.quality | List.loose) &&
    pieces[object.head]?.entry.nouns === 0
  )
    return no(at, object.last, TASTE);
  const gradual = gradualAt(prose, object);
  if (gradual >= 0) return no(gradual, gradual, TASTE);
  if (isOpenWork(prose, clause, object)) return no(at, object?.last ?? at, NO_END);
  const unclear = indefinite(prose, clause, object);
  return unclear >= 0 ? no(unclear, unclear, NO_RATE) : milestone(at, at, DONE);
}

/** Words before a noun, or of a verb, that say more of something or again and again, but not how much or how often. */
const INDEFINITE = new Set(
  'more some regular frequent fewer less further better stronger greater deeper faster higher lower larger bigger wider closer richer smoother clearer simpler easier tighter'.split(
    ' ',
  ),
);
const OFTEN = new Set(
  'regularly frequently often periodically occasionally continuously constantly routinely'.split(' '),
);

/** The index of a word that leaves open how much is to be done ("ship more features", "track it regularly"), or -1. */
function indefinite(prose: Prose, clause: Clause, object: NounPhrase | null): number {
  for (let i = 0; i < prose.pieces.length; i++) {
    const piece = prose.pieces[i];
    if (i <= clause.verb && !OFTEN.has(piece?.lower ?? '')) continue;
    if (!piece || piece.kind === 'stop' || listed(piece, List.prepositions) || piece.lower === 'that') break;
    if (OFTEN.has(piece.lower)) return i;
  }
  if (!object || listed(prose.pieces[object.first - 1], List.determiners)) return -1;
  // "Ship a better player": one thing, whatever its quality.
  if (isDelivered(prose, clause) && !isPlural(prose.pieces[object.head])) return -1;
  for (let i = object.first; i < object.head; i++) if (INDEFINITE.has(lowerAt(prose, i))) return i;
  return -1;
}

const isDelivered = (prose: Prose, clause: Clause): boolean =>
  ['ship', 'launch', 'release', 'deploy', 'publish', 'roll', 'deliver', 'unveil'].includes(
    prose.pieces[clause.verb]?.verb?.lemma ?? '',
  );

/** A quality of the lexicon, or one by its ending: "flakiness", "tidiness". */
const isQuality = (piece: Piece | undefined): boolean =>
  isNoun(piece, Noun.quality) ||
  (piece?.entry.nouns === 0 && /[a-z]{3}[^n]ness$/.test(piece.lower) && !/(?:witness|harness)$/.test(piece.lower));

/** "Set up communication and review routines": the noun of the whole stands behind the conjunction. */
const isHalfOfName = (prose: Prose, object: NounPhrase): boolean => {
  if (!/^(?:and|&|or)$/.test(lowerAt(prose, object.last + 1))) return false;
  const other = nounPhraseAt(prose, object.last + 2);
  return other !== null && isNoun(prose.pieces[other.head], Noun.output);
};

/** "Support Python 3.12", "support OAuth": a thing that the product can do, and nobody who is helped. */
export const isFeature = (prose: Prose, object: NounPhrase | null): boolean =>
  object !== null &&
  /^[A-Z]/.test(prose.pieces[object.first]?.text ?? '') &&
  (phraseClasses(prose, object) & Noun.people) === 0 &&
  (phraseClasses(prose, object) & Noun.staff) === 0 &&
  !/^(?:needs?|efforts?|work|growth|initiatives?|goals?|activities|adoption|development|strategy|operations|requests?)$/.test(
    lowerAt(prose, object.head),
  );

const isState = (prose: Prose, clause: Clause): boolean =>
  ['make', 'ensure', 'have', 'get', 'see'].includes(prose.pieces[clause.verb]?.verb?.lemma ?? '');

/** "Grow sales above last year's", "cut the price below that of the market leader": a line that others have drawn. */
function againstOther(prose: Prose, at: number): boolean {
  for (let i = at + 2; i < prose.pieces.length - 1; i++) {
    if (!['above', 'below', 'beyond', 'past', 'than'].includes(lowerAt(prose, i))) continue;
    const next = prose.pieces[i + 1];
    if (
      next &&
      (listed(next, List.determiners) || ['last', 'previous', 'prior'].includes(next.lower) || next.kind === 'name')
    )
      return true;
  }
  return false;
}

/** "Expand into Spain", "raise a seed round": a change that is a step. */
function intoPlace(prose: Prose, clause: Clause): boolean {
  const next = lowerAt(prose, clause.verb + 1);
  const object = prose.pieces[clause.verb + 2];
  return (next === 'into' || (next === 'to' && /^[A-Z]/.test(object?.text ?? ''))) && object?.amount === -1;
}

/** "Raise Series A", "raise a seed round": money, once. */
const isRaise = (prose: Prose, clause: Clause): boolean =>
  prose.pieces[clause.verb]?.verb?.lemma === 'raise' &&
  prose.pieces.some((piece) =>
    ['series', 'round', 'seed', 'funding', 'bridge', 'fund', 'capital'].includes(piece.lower.split(' ')[0] ?? ''),
  );

/** "Test a set of ideas", "try a range of channels": how many is not said. */
const SOME_OF = new Set('set number range variety series couple bunch handful mix selection lot'.split(' '));

/** Whether the work has no end of its own and its object is many things or none: "identify risks", "review feedback". */
function isOpenWork(prose: Prose, clause: Clause, object: NounPhrase | null): boolean {
  const { pieces } = prose;
  if (!clause.heads.every((head) => isVerb(pieces[head], Verb.open))) return false;
  if (!object) return [1, 2].every((ahead) => (pieces[clause.verb + ahead]?.amount ?? -1) < 0);
  if (SOME_OF.has(lowerAt(prose, object.head)) && lowerAt(prose, object.last + 1) === 'of') return true;
  const head = pieces[object.head];
  const determined = listed(pieces[object.first - 1], List.determiners);
  return !determined && isPlural(head) && !/^[A-Z]/.test(pieces[object.first]?.text ?? '');
}

/** What is given as a whole, once. */
const AWARDED = new Set(
  'grant investment donation loan subsidy deal award contract contribution renewal mortgage subscription'.split(' '),
);

/** "Achieve X", "get X", "ensure X", "make X …" without a number. */
function ofAttained(
  prose: Prose,
  clause: Clause,
  vague: readonly Phrase[],
  object: NounPhrase | null,
): MeasurableVerdict {
  const { pieces } = prose;
  const at = clause.verb;
  const lemma = pieces[at]?.verb?.lemma ?? '';
  const output = (phraseClasses(prose, object) & Noun.output) !== 0;
  const taste = vagueBetween(prose, vague, at + 1, pieces.length - 1);
  if (isState(prose, clause)) {
    const stated =
      lemma === 'have' &&
      object?.first === at + 1 &&
      taste <= object.last &&
      !isNoun(pieces[object.head], Noun.metric | Noun.quality | Noun.people);
    if (
      taste >= 0 &&
      !stated &&
      !(output && lemma === 'ensure' && taste > (object?.first ?? 0)) &&
      !clearDeliverable(prose, at)
    )
      return no(taste, taste, TASTE);
    if (
      lemma === 'ensure' &&
      object &&
      isBoundary(pieces[object.last + 1]) &&
      !listed(pieces[object.last + 1], List.auxiliaries) &&
      !isNoun(pieces[object.head], Noun.output)
    )
      return no(at, object.last, NO_LEVEL);
    if (object && isNoun(pieces[object.head], Noun.metric | Noun.quality) && !output)
      return no(at, object.last, NO_LEVEL);
    return milestone(at, at, DONE);
  }
  if (!object)
    return ['go', 'come', 'land', 'sign', 'finish', 'end', 'book', 'pass'].includes(lemma)
      ? milestone(at, at, DONE)
      : no(at, at, NO_LEVEL);
  const head = pieces[object.head];
  // "Achieve NPAT": the short name of a figure.
  if (
    ['achieve', 'reach', 'hit', 'attain'].includes(lemma) &&
    /^[A-Z]{2,5}$/.test(head?.text ?? '') &&
    isBoundary(pieces[object.last + 1])
  )
    return no(at, object.last, NO_LEVEL);
  const determined = listed(pieces[object.first - 1], List.determiners) && lowerAt(prose, object.first - 1) !== 'our';
  // "Secure the harbour grant": one of its kind, that is had or not.
  if (isVerb(pieces[at], Verb.obtain) && AWARDED.has(head?.lower ?? '')) return milestone(at, at, DONE);
  if (isNoun(head, Noun.metric | Noun.quality) && !isNoun(head, Noun.output))
    return lemma === 'deliver' && isFeatureName(prose, object)
      ? milestone(at, at, DONE)
      : no(at, object.last, NO_LEVEL);
  if (
    isPlural(head) &&
    !determined &&
    !isVerb(pieces[at], Verb.work) &&
    !['land', 'sign', 'finish', 'deliver', 'close'].includes(lemma)
  )
    return no(at, object.last, 'no count');
  if (['drive', 'attract', 'engage'].includes(lemma) || (!determined && ['demonstrate', 'show'].includes(lemma)))
    return no(at, object.last, NO_LEVEL);
  const unclear = indefinite(prose, clause, object);
  return unclear >= 0 ? no(unclear, unclear, NO_RATE) : milestone(at, at, DONE);
}

/** "Make sure we have a good plan": a thing that is there, whatever its quality. */
const clearDeliverable = (prose: Prose, at: number): boolean => {
  const have = prose.pieces.findIndex((piece, i) => i > at && ['have', 'has', 'is', 'are'].includes(piece.lower));
  return (
    have > 0 &&
    ['have', 'has'].includes(lowerAt(prose, have)) &&
    (phraseClasses(prose, nounPhraseAt(prose, have + 1)) & Noun.output) !== 0
  );
};

function ofStatement(prose: Prose, clause: Clause, vague: readonly Phrase[]): MeasurableVerdict {
  const { pieces } = prose;
  const at = clause.verb;
  const verb = pieces[at];
  if (
    ['reduction', 'decrease', 'increase', 'growth', 'improvement', 'decline'].includes(lowerAt(prose, clause.start)) &&
    ['in', 'of'].includes(lowerAt(prose, clause.start + 1))
  )
    return no(clause.start, clause.start, NO_AMOUNT);
  if (isVerb(verb, Verb.up | Verb.down | Verb.better) && !hasForm(verb, Form.participle)) return no(at, at, NO_AMOUNT);
  // "Users give feedback": how many and how much is not said.
  const object = nounPhraseAt(prose, at + 1);
  if (
    isNoun(pieces[at - 1], Noun.people) &&
    isPlural(pieces[at - 1]) &&
    isVerb(verb, Verb.work | Verb.open | Verb.obtain) &&
    object &&
    object.first === object.head &&
    !isPlural(pieces[object.head]) &&
    !listed(pieces[object.first - 1], List.determiners) &&
    /^[a-z]/.test(pieces[object.head]?.text ?? '')
  )
    return no(at, object.last, 'neither how many nor all');
  if (/^(?:understand|know|feel|appreciate|trust|love|like|enjoy|believe|seem|look)$/.test(verb?.verb?.lemma ?? ''))
    return no(at, at, NO_END);
  const ableTo = pieces.findIndex(
    (piece, i) =>
      i > at && piece.lower === 'to' && lowerAt(prose, i - 1) === 'able' && isVerb(pieces[i + 1], Verb.effort),
  );
  if (ableTo >= 0) return no(ableTo + 1, ableTo + 1, TASTE);
  // "within a few seconds", "most of the time"
  const loosely = vague.find(({ text }) => /\b(?:few|most|mostly|majority|generally|usually|typically)\b/i.test(text));
  if (loosely) {
    const found = pieces.findIndex(({ from }) => from === loosely.from);
    return no(found, found, 'neither how many nor all');
  }
  // "is fast", "has rich metrics", "can quickly update": taste in what is said of the subject.
  const taste = vagueBetween(prose, vague, Math.max(clause.start, at - 1), saidOfSubject(prose, at));
  if (taste >= 0 && isTaste(prose, clause, vague, taste) && !isDetail(prose, clause, taste))
    return no(taste, taste, TASTE);
  return milestone(at, at, DONE);
}

/** Whether a vague word is what is said of the subject, and no aside ("where relevant"). */
function isTaste(prose: Prose, clause: Clause, vague: readonly Phrase[], at: number): boolean {
  const piece = prose.pieces[at];
  if (listed(piece, List.quality)) return true;
  const be = /^(?:is|are|be|was|were|been|becomes?)$/;
  if (
    listed(piece, List.loose) &&
    (at === clause.verb + 1 || at === clause.verb - 1) &&
    (be.test(lowerAt(prose, clause.verb)) || be.test(lowerAt(prose, at - 1)))
  )
    return !/^(?:asap|soon|promptly|some|several|various|many|multiple|underway)$/.test(piece?.lower ?? '');
  const phrase = vague.find((one) => one.from === piece?.from && one.text.includes(' '));
  return phrase !== undefined && !/^(?:where|when|if|as|wherever|whenever)\b/i.test(phrase.text);
}
