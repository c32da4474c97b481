import type { Clause } from './clause.ts';
import { governor } from './clause.ts';
import { kindOf, signedLevel } from './amount-kind.ts';
import { isMeasureAt } from './measure-words.ts';
import { periodOf } from './lexicon.ts';
import { nounPhraseAt, phraseClasses, shortName } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { Amount } from './amount.ts';
import type { Prose } from './prose.ts';
import { OrLess, OrMore } from './prose-tokens.ts';
import { isBoundary, isNoun, isPlural, isVerb, listed, lowerAt, pieceAt } from './prose.ts';
import type { Comparator, Quantity, Unit } from './quantity.ts';
import { rateAfter, rateAt } from './rates.ts';
import type { FoundRate } from './rates.ts';
import { comesWhole } from './point-groups.ts';
import { countedUnit, unitNamed, withRate } from './units.ts';
import { actOf } from './words-for-numbers.ts';
import { List, Noun, Verb } from './word-classes.ts';

/** A quantity to reach, with what it counts and where it stands. */
export interface Target {
  readonly quantity: Quantity;
  /** The phrase behind the number ("blog posts"), or null. */
  readonly phrase: NounPhrase | null;
  /** What is counted: the noun behind the number, or the name before it. */
  readonly counts: number;
  readonly first: number;
  readonly last: number;
  readonly source: 'amount' | 'universal' | 'frequency' | 'multiple' | 'zeroed';
}

/**
 * Reads what an amount means where it stands: its unit with its rate, its kind and its comparison. `governed` says whether
 * a verb or noun of change leads to it.
 */
export function meaningOf(prose: Prose, clause: Clause, amount: Amount, governed: boolean): Target {
  const phrase = nounAfter(prose, amount);
  const kind = kindOf(prose, clause, amount, phrase, governed);
  const multiple = amount.times && kind === 'mult';
  const times =
    !multiple && (amount.times || lowerAt(prose, amount.last + 1) === 'times' || amount.unit?.dimension === 'times');
  let { unit, whole } = amount;
  let value = kind === 'abs' ? signedLevel(amount) : amount.value;
  let last = amount.last;
  if (amount.whole !== null && amount.whole > 0 && typeof value === 'number' && isShare(prose, clause, amount)) {
    whole = null;
    value = Math.round((value / amount.whole) * 1000) / 10;
    unit = unitNamed('%');
  }
  const glued = isMeasureAt(prose, amount.last + 1) ? (prose.pieces[amount.last + 1]?.text ?? null) : null;
  if (multiple) unit = unitNamed('x');
  else if (times && (phrase === null || isRateNext(prose, amount.last + 1)))
    unit =
      (amount.times && !isRateNext(prose, amount.last + 1) ? unitBefore(prose, clause, amount.first) : null) ??
      countedUnit(actOf(prose, governor(prose, clause, amount.first)));
  else if (unit === null && glued !== null) {
    unit = countedUnit(/^pts?$/i.test(glued) ? 'points' : glued);
    last++;
  } else if ((unit === null || times) && phrase) {
    unit = unitOfPhrase(prose, phrase);
    last = phrase.last;
  } else if (unit === null) unit = unitBefore(prose, clause, amount.first);
  const rate = multiple ? null : rateOf(prose, clause, amount, unit, phrase, last);
  if (rate) unit = withRate(unit, rate.rate);
  if (amount.pointed && typeof value === 'number' && unit !== null && comesWhole(unit)) value *= 1000;
  const from = prose.pieces[amount.first]?.from ?? 0;
  const to = prose.pieces[amount.last]?.to ?? from;
  const percent = unit?.dimension === 'percent' || unit?.dimension === 'points';
  return {
    quantity: {
      value,
      unit,
      op: comparison(prose, amount, Math.max(last, phrase?.last ?? last)),
      kind,
      whole,
      text: prose.text.slice(from, to),
      from,
      to,
    },
    phrase,
    counts: countsOf(prose, clause, amount, phrase, percent),
    first: amount.first,
    last: Math.max(amount.last, last),
    source: 'amount',
  };
}

/** The noun phrase behind an amount; "of" and determiners between them are stepped over. */
function nounAfter(prose: Prose, amount: Amount): NounPhrase | null {
  let at = amount.last + 1;
  // "300 (+100% growth) subscribers"
  if (prose.pieces[at]?.kind === 'open') {
    const close = prose.pieces.findIndex((piece, i) => i > at && piece.kind === 'close');
    if (close > 0) at = close + 1;
  }
  if (lowerAt(prose, at) === 'times' || lowerAt(prose, at) === 'x') at++;
  if (lowerAt(prose, at) === 'of') at++;
  // "from 45 to 60 this quarter": when, and not what.
  else if (['this', 'next', 'last', 'previous', 'our'].includes(lowerAt(prose, at))) return null;
  const phrase = nounPhraseAt(prose, at);
  // "2 large or strategic deals", "3 design or research colleagues": the noun stands behind the last of its descriptions.
  if (phrase && /^(?:or|and|&)$/.test(lowerAt(prose, phrase.last + 1)) && !isPlural(prose.pieces[phrase.head])) {
    const other = nounPhraseAt(prose, phrase.last + 2);
    const quality = listed(prose.pieces[phrase.head], List.quality | List.settled | List.loose);
    const several = typeof amount.value === 'number' && amount.value > 1 && amount.unit === null;
    if (other && (quality || (several && other.first === phrase.last + 2 && isPlural(prose.pieces[other.head]))))
      return other;
  }
  return phrase;
}

/** "9 out of 10 patients recommend us": so many of all there are. "Win 9 out of 10 pitches" counts. */
const isShareOfAll = (prose: Prose, clause: Clause, { first, last }: Amount): boolean =>
  (clause.opening === 'statement' || isNoun(prose.pieces[nounPhraseAt(prose, last + 1)?.head ?? -1], Noun.people)) &&
  first === clause.start &&
  prose.pieces.slice(first, last).some(({ lower }) => lower.startsWith('out of'));

/** "2/3 of users" is a share; "3 of 5 audits" and "4.5/5 stars" are a count and a score. */
const isShare = (prose: Prose, clause: Clause, amount: Amount): boolean =>
  isShareOfAll(prose, clause, amount) ||
  (lowerAt(prose, amount.last) !== '' && amount.first === amount.last && lowerAt(prose, amount.last + 1) === 'of') ||
  (amount.whole !== null && lowerAt(prose, amount.last + 1) === 'of');

const isRateNext = (prose: Prose, at: number): boolean => rateAt(prose, at) !== null || lowerAt(prose, at) === 'times';

function unitOfPhrase(prose: Prose, phrase: NounPhrase): Unit {
  const text = shortName(prose, phrase);
  const known = phrase.first === phrase.last || /^(?:business|working|calendar) /i.test(text);
  return (known ? unitNamed(text) : null) ?? countedUnit(text);
}

/** Where nothing stands behind a number, what is counted stands before it: "weekly visitors to 750", "NPS of 50". */
function unitBefore(prose: Prose, clause: Clause, to: number): Unit | null {
  const nearest = nameBefore(prose, clause, to);
  const name =
    numbered(prose, clause, to) ?? (nearest ? ofWhat(prose, clause, nearest) : movedCount(prose, clause, to));
  if (!name) return null;
  const head = prose.pieces[name.head];
  const text = head?.text ?? '';
  if (/^e?[A-Z]{2,6}s?$/.test(text)) return countedUnit(text);
  const words = prose.text.slice(prose.pieces[name.first]?.from ?? 0, head?.to ?? 0);
  if (/promoter score/i.test(words)) return countedUnit('NPS');
  if (SCORES.test(head?.lower ?? '')) return countedUnit(singularName(shortName(prose, name)));
  if (isNoun(head, Noun.people | Noun.output) || isPlural(head)) return countedUnit(shortName(prose, name));
  return null;
}

/** Names of figures that have no unit but themselves. */
const SCORES = /(?:^| )(?:scores?|ratings?|index|grade|ratio)$/;

/** Whether what is counted is the name of a score: "productivity score". */
export const isScore = (noun: string): boolean => SCORES.test(noun.toLowerCase());

const singularName = (name: string): string => name.replace(/(score|rating)s$/i, '$1');

/** "steps in signup from 7 to 3", "sessions to the docs to 900": what is counted stands before the preposition. */
function ofWhat(prose: Prose, clause: Clause, nearest: NounPhrase): NounPhrase {
  if (!AMONG.has(lowerAt(prose, nearest.first - 1))) return nearest;
  const verb = governor(prose, clause, nearest.first);
  const object = nounPhraseAt(prose, verb >= 0 ? verb + 1 : clause.start);
  if (!object || object.last >= nearest.first - 1) return nearest;
  const head = prose.pieces[object.head];
  return isPlural(head) || SCORES.test(head?.lower ?? '') ? object : nearest;
}

/** "the number of guests who stay over to 40": what a number that is moved is of. */
function numbered(prose: Prose, clause: Clause, to: number): NounPhrase | null {
  const verb = governor(prose, clause, to);
  const object = nounPhraseAt(prose, verb >= 0 ? verb + 1 : clause.start);
  if (!object || object.last + 2 >= to || !['number', 'count'].includes(lowerAt(prose, object.head))) return null;
  if (prose.pieces.slice(object.last, to).some(({ kind }) => kind === 'stop')) return null;
  return lowerAt(prose, object.last + 1) === 'of' ? nounPhraseAt(prose, object.last + 2) : null;
}

/** "Grow sessions on /docs from 3k to 7k": the plural that a verb of change moves, where no name ends before the number. */
function movedCount(prose: Prose, clause: Clause, to: number): NounPhrase | null {
  const verb = governor(prose, clause, to);
  const object = isVerb(prose.pieces[verb], Verb.up | Verb.down) ? nounPhraseAt(prose, verb + 1) : null;
  return object && object.last < to && isPlural(prose.pieces[object.head]) ? object : null;
}

const AMONG = new Set('in for on to with at across from among by the our'.split(' '));

const BETWEEN = new Set(
  'to of at from by is are be up down above below over under consistently stays remains reach reaches hits : ( = than'.split(
    ' ',
  ),
);

/** The "/month" of "from 50/month to 200/month", and the "per 100 stays" of "from 3 per 100 stays to 2". */
const isRateOfBaseline = (prose: Prose, at: number): boolean =>
  ((pieceAt(prose, at - 1)?.amount ?? -1) >= 0 && lowerAt(prose, at - 2) === 'per') ||
  (/^(?:\/|per)$/.test(lowerAt(prose, at))
    ? (prose.pieces[at - 1]?.amount ?? -1) >= 0
    : /^(?:\/|per)$/.test(lowerAt(prose, at - 1)) && (prose.pieces[at - 2]?.amount ?? -1) >= 0);

/** The noun phrase that ends before an amount, prepositions, comparisons and a baseline between them left out. */
export function nameBefore(prose: Prose, clause: Clause, to: number): NounPhrase | null {
  const { pieces } = prose;
  let end = to - 1;
  while (
    end >= clause.start &&
    (BETWEEN.has(lowerAt(prose, end)) ||
      (pieces[end]?.amount ?? -1) >= 0 ||
      listed(pieces[end], List.auxiliaries) ||
      isRateOfBaseline(prose, end) ||
      pieces[end]?.kind === 'sign')
  )
    end--;
  // "Net Promoter Score (NPS) from 45": the name stands before the brackets.
  if (pieces[end]?.kind === 'close') {
    const open = pieces.findLastIndex((piece, i) => i < end && piece.kind === 'open');
    if (open > clause.start) return nameBefore(prose, clause, open);
  }
  let start = end;
  while (start >= clause.start) {
    const piece = pieces[start];
    if (
      !piece ||
      isBoundary(piece) ||
      listed(piece, List.determiners) ||
      (start === clause.verb && clause.opening === 'order')
    )
      break;
    start--;
  }
  // "number of pages per session": the counted thing stands before the rate.
  if (lowerAt(prose, start) === 'per' && start > clause.start) return nameBefore(prose, clause, start);
  return start + 1 > end ? null : { first: start + 1, last: end, head: end };
}

function rateOf(
  prose: Prose,
  clause: Clause,
  amount: Amount,
  unit: Unit | null,
  phrase: NounPhrase | null,
  last: number,
): FoundRate | null {
  const share = unit?.dimension === 'percent' || unit?.dimension === 'points';
  const next = rateAt(prose, last + 1);
  if (next && (!share || periodOf(lowerAt(prose, next.first)) === null || isBoundary(prose.pieces[next.last + 1])))
    return next;
  if (share) return null;
  const later = rateAfter(prose, last + 1);
  if (later) return later;
  if (phrase) {
    for (let i = phrase.first; i < phrase.last; i++) if (periodOf(lowerAt(prose, i)) !== null) return rateAt(prose, i);
    return null;
  }
  if (unit !== null && unit.dimension !== 'count' && unit.dimension !== 'currency') return null;
  // "pages per session to 7", "monthly users to 7k"
  for (let i = clause.start; i < amount.first; i++) {
    // "quarterly profit to $900k" is a flow; "revenue per employee to $250k" is named so.
    if (periodOf(lowerAt(prose, i)) !== null || (lowerAt(prose, i) === 'per' && unit?.dimension !== 'currency'))
      return unit === null ? null : rateAt(prose, i);
  }
  return null;
}

const NEGATED = { '>': '<=', '>=': '<', '<': '>=', '<=': '>' } as const;

/** "3 clicks or fewer" is at most 3, and "do not create more than 2 minutes of lag" is at most 2. */
function comparison(prose: Prose, amount: Amount, last: number): Comparator {
  if (!amount.compared) {
    const behind = prose.pieces[last + 1]?.token.tokenType;
    if (behind === OrMore) return '>=';
    if (behind === OrLess) return '<=';
    // "3 beers a week max", "10 minimum"
    const word = lowerAt(prose, (rateAt(prose, last + 1)?.last ?? last) + 1);
    if (word === 'max' || word === 'maximum' || word === 'tops') return '<=';
    if (word === 'minimum') return '>=';
  }
  if (amount.op === '=') return amount.op;
  for (let i = amount.first - 1; i >= Math.max(0, amount.first - 4); i--) {
    const lower = lowerAt(prose, i);
    if (lower === 'not' || lower === 'never' || lower.endsWith("n't") || lower === 'cannot') return NEGATED[amount.op];
    if (prose.pieces[i]?.kind === 'comma' || prose.pieces[i]?.kind === 'stop') break;
  }
  return amount.op;
}

/**
 * What an amount counts. A share counts what it is a share of; a count, what stands behind it; any other figure, what is
 * named before it, or at the start of the title.
 */
function countsOf(prose: Prose, clause: Clause, amount: Amount, phrase: NounPhrase | null, percent: boolean): number {
  const behind = phraseClasses(prose, phrase);
  const counted = amount.unit === null || amount.times;
  if (
    phrase &&
    (percent
      ? lowerAt(prose, amount.last + 1) === 'of' || (behind & Noun.metric) !== 0 || (behind & Noun.people) !== 0
      : counted)
  )
    return behind;
  const name = phraseClasses(prose, numbered(prose, clause, amount.first) ?? nameBefore(prose, clause, amount.first));
  if (counted || (name & Noun.metric) !== 0 || clause.opening === 'order') return name;
  const start = phraseClasses(prose, nounPhraseAt(prose, clause.start));
  return (start & Noun.metric) !== 0 || name === 0 ? start : name;
}
