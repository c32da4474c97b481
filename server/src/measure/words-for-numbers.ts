import type { Target } from './amount-meaning.ts';
import type { Clause } from './clause.ts';
import type { FoundDeadline } from './deadline-phrase.ts';
import { multipleOf, periodOf } from './lexicon.ts';
import { nounPhraseAt, phraseClasses, shortName } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { Prose } from './prose.ts';
import { isBoundary, isNoun, isPlural, isVerb, listed, lowerAt, pieceAt } from './prose.ts';
import type { Quantity, Unit } from './quantity.ts';
import { rateAt } from './rates.ts';
import { countedUnit, unitNamed, withRate } from './units.ts';
import { List, Noun, Verb } from './word-classes.ts';

/** A target that stands in words: its value, where it is said, and what it counts. */
export function worded(
  prose: Prose,
  first: number,
  last: number,
  { value, unit, op, kind }: Pick<Quantity, 'value' | 'op' | 'kind'> & { unit: Unit | null },
  phrase: NounPhrase | null,
  source: Target['source'],
): Target {
  const from = prose.pieces[first]?.from ?? 0;
  const to = prose.pieces[last]?.to ?? from;
  return {
    quantity: { value, unit, op, kind, whole: null, text: prose.text.slice(from, to), from, to },
    phrase,
    counts: phraseClasses(prose, phrase),
    first,
    last,
    source,
  };
}

/** Words that are a multiple only with the right word beside them. */
const NEARLY_MULTIPLES = new Set(['twice', 'thrice', 'half', 'order']);

/** "Double the number of …", "halve the cost", "by half", "by an order of magnitude". */
export function findMultiple(prose: Prose): Target | null {
  const { pieces } = prose;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || piece.kind !== 'word' || piece.amount >= 0) continue;
    let value = multipleOf(piece.lower);
    if (value === null && !NEARLY_MULTIPLES.has(piece.lower)) continue;
    let last = i;
    // "twice as many sign-ups"
    if ((piece.lower === 'twice' || piece.lower === 'thrice') && lowerAt(prose, i + 1) === 'as')
      value = piece.lower === 'twice' ? 2 : 3;
    const before = lowerAt(prose, i - 1);
    if (value !== null && (lowerAt(prose, i + 1) === 'down' || ['a', 'the', 'with'].includes(before))) continue;
    if (piece.lower === 'half' && (before === 'in' || before === 'by')) value = 0.5;
    else if (piece.lower === 'order' && lowerAt(prose, i + 1) === 'of' && lowerAt(prose, i + 2) === 'magnitude') {
      value = pieces.slice(0, i).some((one) => isVerb(one, Verb.down)) ? 0.1 : 10;
      last = i + 2;
    }
    if (value === null) continue;
    const unit = unitNamed('x');
    return worded(prose, i, last, { value, op: '=', kind: 'mult', unit }, nounPhraseAt(prose, last + 1), 'multiple');
  }
  return null;
}

/** "half of the teams", "at least half of all activities": a share of 50 %. "By half" and "in half" are changes. */
export function findHalf(prose: Prose): Target | null {
  const at = prose.pieces.findIndex(
    ({ lower, depth }, i) => lower === 'half' && depth === 0 && lowerAt(prose, i + 1) === 'of',
  );
  const before = lowerAt(prose, at - 1);
  if (at < 0 || /^(?:by|in|first|second|other|the|last|this|next)$/.test(before)) return null;
  const op = before === 'at least' ? '>=' : ['over', 'more than'].includes(before) ? '>' : '=';
  const phrase = nounPhraseAt(prose, at + 2);
  return worded(prose, at, at, { value: 50, op, kind: 'abs', unit: unitNamed('%') }, phrase, 'amount');
}

const FRACTIONS: Readonly<Record<string, number>> = {
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
};

/** "by a third", "two thirds of the teams": a change by a share, or a share. */
export function findFraction(prose: Prose): Target | null {
  const { pieces } = prose;
  for (let i = 1; i < pieces.length; i++) {
    const parts = FRACTIONS[lowerAt(prose, i)];
    const count = ['a', 'one'].includes(lowerAt(prose, i - 1)) ? 1 : prose.amounts[pieces[i - 1]?.amount ?? -1]?.value;
    if (parts === undefined || typeof count !== 'number' || count >= parts) continue;
    const by = lowerAt(prose, i - 2) === 'by';
    const of = lowerAt(prose, i + 1) === 'of';
    if (!by && !of) continue;
    const value = Math.round((count / parts) * 1000) / 10;
    const phrase = of ? nounPhraseAt(prose, i + 2) : null;
    const quantity = { value, op: '=', kind: by ? 'delta' : 'abs', unit: unitNamed('%') } as const;
    return worded(prose, i - 1, i, quantity, phrase, 'amount');
  }
  return null;
}

/** What is counted where a verb says what is done so many times: "post twice a week" is posts, "work out" workouts. */
export function actOf(prose: Prose, verb: number): string {
  const lemma = prose.pieces[verb]?.verb?.lemma ?? '';
  if (/^(?:post|tweet|blog|call|email|review|visit|pitch|demo|publish|audit)$/.test(lemma))
    return lemma === 'publish' ? 'publications' : lemma === 'pitch' ? 'pitches' : `${lemma}s`;
  return lemma === 'work' && lowerAt(prose, verb + 1) === 'out' ? 'workouts' : 'times';
}

/** "at least once", "twice a week". "Once" alone is "when". */
export function findOnce(prose: Prose, clause: Clause): Target | null {
  const { pieces } = prose;
  for (let i = clause.start; i < pieces.length; i++) {
    const { lower } = pieces[i] ?? { lower: '' };
    if ((lower !== 'once' && lower !== 'twice') || lowerAt(prose, i + 1) === 'as') continue;
    const rate = rateAt(prose, i + 1);
    const least =
      ['at least', 'least', 'minimum'].includes(lowerAt(prose, i - 1)) || ['at least'].includes(lowerAt(prose, i - 1));
    if (lower === 'once' && !rate && !least) continue;
    const object = clause.verb >= 0 ? nounPhraseAt(prose, clause.verb + 1) : nounPhraseAt(prose, clause.start);
    const unit = countedUnit(object && object.last < i ? shortName(prose, object) : actOf(prose, clause.verb));
    const quantity = {
      value: lower === 'once' ? 1 : 2,
      op: least ? '>=' : '=',
      kind: 'abs',
      unit: rate ? withRate(unit, rate.rate) : unit,
    } as const;
    return worded(
      prose,
      least ? i - 1 : i,
      rate?.last ?? i,
      quantity,
      object && object.last < i ? object : null,
      'frequency',
    );
  }
  return null;
}

/** "Eliminate duplicate entries": none are to be left. What has an article is one thing, and is removed. */
export function findZeroed(prose: Prose, clause: Clause): Target | null {
  const at = clause.verb;
  if (
    clause.opening !== 'order' ||
    !['eliminate', 'eradicate', 'abolish'].includes(prose.pieces[at]?.verb?.lemma ?? '')
  )
    return null;
  const phrase = nounPhraseAt(prose, at + 1);
  if (!phrase || listed(prose.pieces[phrase.first - 1], List.determiners)) return null;
  if (!isPlural(prose.pieces[phrase.head]) && !isNoun(prose.pieces[phrase.head], Noun.metric)) return null;
  const quantity = { value: 0, op: '=', kind: 'abs', unit: countedUnit(shortName(prose, phrase)) } as const;
  return worded(prose, at, at, quantity, phrase, 'zeroed');
}

/** "Send the newsletter weekly", "a retrospective every month": once a period is a count. */
export function findFrequency(prose: Prose, clause: Clause, deadline: FoundDeadline | null): Target | null {
  const { pieces } = prose;
  const verb = pieceAt(prose, clause.verb);
  if (isVerb(verb, Verb.up | Verb.down | Verb.better) && clause.opening === 'order') return null;
  for (let i = clause.start; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || piece.depth > 0 || (deadline && i >= deadline.first && i <= deadline.last)) continue;
    const rate = rateAt(prose, i);
    if (!rate || rate.rate.perSeconds === null) continue;
    const adverb = periodOf(piece.lower) !== null;
    const before = ['per', 'a', 'an', 'each', 'every'].includes(piece.lower);
    if (before && ['a', 'an', 'per'].includes(piece.lower)) continue;
    // "Publish the annual report", "hold an annual gala": one of its kind too.
    if (adverb && ['the', 'this', 'our'].includes(lowerAt(prose, i - 1)) && !isPlural(pieces[rate.last + 1])) continue;
    if (['annual', 'yearly'].includes(piece.lower) && /^an?$/.test(lowerAt(prose, i - 1))) continue;
    const described = adverb ? nounPhraseAt(prose, rate.last + 1) : null;
    if (adverb && (['of', 'than', 'with'].includes(lowerAt(prose, i - 1)) || lowerAt(prose, i + 1) === '/')) continue;
    const held =
      described !== null && clause.opening === 'statement' && i === clause.start && takesPlace(prose, clause);
    if (described && !held && isNoun(pieces[described.head], Noun.metric | Noun.people | Noun.quality)) continue;
    const begins = held || (clause.opening === 'name' && i === clause.start);
    if (described && !begins && !isNoun(pieces[described.head], Noun.output)) continue;
    const phrase = described ?? objectBefore(prose, clause, i);
    // "Check the logs weekly": many at a time, so that the times are counted.
    const many = clause.opening === 'order' && described === null && phrase !== null && isPlural(pieces[phrase.head]);
    const name = phrase && !many ? shortName(prose, phrase) : actOf(prose, clause.verb);
    const unit = withRate(countedUnit(name), rate.rate);
    return worded(prose, i, rate.last, { value: 1, op: '=', kind: 'abs', unit }, phrase, 'frequency');
  }
  return null;
}

/** "Weekly updates happen", "monthly talks are held". */
const takesPlace = (prose: Prose, clause: Clause): boolean =>
  /^(?:happen|occur|hold|take|run|send|publish|go|conduct)$/.test(prose.pieces[clause.verb]?.verb?.lemma ?? '');

/** The object of the last verb before a piece, or the name that the title begins with. */
function objectBefore(prose: Prose, clause: Clause, to: number): NounPhrase | null {
  let verb = -1;
  for (const head of clause.heads) if (head < to) verb = head;
  const phrase = nounPhraseAt(prose, verb >= 0 ? verb + 1 : clause.start);
  return phrase && phrase.last < to && !isBoundary(prose.pieces[phrase.first]) ? phrase : null;
}
