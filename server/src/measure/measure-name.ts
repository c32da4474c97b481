import type { Target } from './amount-meaning.ts';
import type { Clause } from './clause.ts';
import { governor } from './clause.ts';
import { isShareOfCases } from './described.ts';
import { periodOf } from './lexicon.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { Prose } from './prose.ts';
import { hasForm, isNoun, isVerb, listed, lowerAt, pieceAt, textOf } from './prose.ts';
import { Form, List, Noun, Verb } from './word-classes.ts';

/** Words that a name neither begins nor ends with. */
const EDGES = new Set(
  (
    'the a an our my your their its of to by from at in on for with and or is are be been that have has up down out into ' +
    'within than over under above below least most consistently stays remains reaches reach current overall total ' +
    'achieve all every each no zero get x # % percent'
  ).split(' '),
);
const CHANGES = new Set(
  'increase reduction decrease improvement growth drop decline rise gain uplift more fewer less additional'.split(' '),
);

/** What is counted, but never what moves: the degrees of a temperature. */
const DEGREES = /^degrees?$/i;

/**
 * The noun phrase that moves, short and clean, for a `metric:` line: "average response time". Empty where none is found.
 * What is counted behind the number names a count; what stands before it names any other figure.
 */
export function measureName(prose: Prose, clause: Clause, target: Target): string {
  const { phrase, quantity } = target;
  const before = nameBefore(prose, clause, target);
  const counts = quantity.unit === null || (quantity.unit.dimension === 'count' && !DEGREES.test(quantity.unit.name));
  const behind = phrase ? nameBehind(prose, phrase) : '';
  if (target.source === 'multiple') return behind || before;
  if (target.source === 'frequency') return behind;
  if (quantity.kind !== 'abs' && before && lowerAt(prose, target.first - 1) === 'by') return before;
  if (counts || target.source === 'universal') return behind || before;
  return before || behind;
}

/** The words between the verb that leads to the number (or the start) and the number, up to a "from". */
function nameBefore(prose: Prose, clause: Clause, target: Target): string {
  const { pieces } = prose;
  const verb = governor(prose, clause, target.first);
  const limited = prose.amounts.find(({ first }) => first === target.first);
  if (limited && isShareOfCases(prose, limited))
    return textOf(prose, Math.max(verb + 1, clause.start), target.first - 2);
  // "Onboarding time < 10 days": a gerund that no "to" follows begins the name of a figure.
  const names =
    hasForm(pieceAt(prose, verb), Form.gerund) && verb === clause.start && isNoun(pieces[verb + 1], Noun.metric);
  const whole = (clause.opening === 'statement' && verb === clause.verb) || (names && target.quantity.op !== '=');
  const first = whole ? clause.start : Math.max(verb + 1, clause.start);
  let last = target.first - 1;
  for (let i = first; i <= last; i++) {
    const piece = pieces[i];
    const leaves =
      piece?.lower === 'from' && ((pieces[i + 1]?.amount ?? -1) >= 0 || /^#?\d/.test(lowerAt(prose, i + 1)));
    if (
      leaves ||
      piece?.kind === 'open' ||
      piece?.kind === 'comma' ||
      (piece && piece.amount >= 0) ||
      (i === clause.verb && i > first)
    )
      last = i - 1;
  }
  return trim(prose, first, last);
}

/** The phrase behind a number, or, behind "a 20% increase in", what it is an increase in. */
function nameBehind(prose: Prose, phrase: NounPhrase): string {
  const { pieces } = prose;
  const next = pieces[phrase.last + 1];
  if (CHANGES.has(lowerAt(prose, phrase.head)) && (next?.lower === 'in' || next?.lower === 'of')) {
    const inner = nounPhraseAt(prose, phrase.last + 2);
    if (inner) return trim(prose, inner.first, inner.last);
  }
  // "number of active volunteers", "$2M in new bookings"
  const counted =
    ['number', 'percentage', 'share', 'amount', 'volume', 'total'].includes(lowerAt(prose, phrase.head)) &&
    next?.lower === 'of';
  const inner = counted ? nounPhraseAt(prose, phrase.last + 2) : null;
  return inner ? trim(prose, inner.first, inner.last) : trim(prose, phrase.first, phrase.last);
}

function trim(prose: Prose, first: number, last: number): string {
  let a = first;
  let b = last;
  while (a <= b && isEdge(prose, a, true)) a++;
  while (b >= a && isEdge(prose, b, false)) b--;
  return a > b ? '' : textOf(prose, a, b);
}

function isEdge(prose: Prose, at: number, leading: boolean): boolean {
  const piece = prose.pieces[at];
  if (!piece || (piece.kind !== 'word' && piece.kind !== 'name')) return true;
  if (
    EDGES.has(piece.lower) ||
    CHANGES.has(piece.lower) ||
    listed(piece, List.auxiliaries | List.prepositions | List.conjunctions | List.pronouns)
  )
    return true;
  if (['number', 'percentage', 'share', 'proportion', 'amount'].includes(piece.lower))
    return leading && lowerAt(prose, at + 1) === 'of';
  if (leading) return false;
  // "revenue reaches", "visitors weekly", "customers paying": no name ends so.
  if (periodOf(piece.lower) !== null || piece.lower.endsWith('ly')) return true;
  // "terms accepted by 80% of customers": without it the name would not say what is counted.
  if (lowerAt(prose, at + 1) === 'by' && hasForm(piece, Form.participle)) return false;
  return (
    piece.verb !== null &&
    piece.entry.nouns === 0 &&
    !isNoun(piece, Noun.metric) &&
    (hasForm(piece, Form.present) || hasForm(piece, Form.past) || isVerb(piece, Verb.keep | Verb.attain)) &&
    at > 0
  );
}
