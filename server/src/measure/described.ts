import type { Amount } from './amount.ts';
import type { Target } from './amount-meaning.ts';
import type { Clause } from './clause.ts';
import { governor } from './clause.ts';
import type { Prose } from './prose.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import { hasForm, isBoundary, isNoun, isPlural, isVerb, listed, lowerAt, pieceAt } from './prose.ts';
import { Form, List, Noun, Verb } from './word-classes.ts';

// Whether a number only describes something: it stands in a clause about a thing, or says what one thing consists of.

const RELATIVES = new Set(['who', 'which', 'where', 'when', 'whose', 'because']);

/** Whether a relative clause ("customers who pay …", "a tool that …") stands between the verb and an amount. */
export function isRelative(prose: Prose, clause: Clause, at: number): boolean {
  const verb = governor(prose, clause, at);
  for (let i = at - 1; i > Math.max(verb, clause.start); i--) if (RELATIVES.has(lowerAt(prose, i))) return true;
  return isParticiple(prose, clause, at - 1);
}

/** "a system covering 100% of the fleet": an -ing form right behind a noun describes it. */
export function isParticiple(prose: Prose, clause: Clause, at: number): boolean {
  const noun = pieceAt(prose, at - 1);
  if (at <= clause.verb + 1 || clause.heads.includes(at) || isBoundary(noun)) return false;
  if (!hasForm(prose.pieces[at], Form.gerund) || isVerb(prose.pieces[at], Verb.up | Verb.down | Verb.attain))
    return false;
  return isVerb(prose.pieces[clause.verb], Verb.work) && (noun?.entry.nouns ?? 0) > 0;
}

/** "Build a model with three scenarios": what one thing that is made consists of; "a course with 50 students" counts. */
export function isOfOneDeliverable(prose: Prose, clause: Clause, at: number, { counts }: Target): boolean {
  const verb = prose.pieces[clause.verb];
  if (clause.opening === 'statement' && lowerAt(prose, at - 1) === 'between') return true;
  const article = [1, 2].some((ahead) => /^(?:an?|the)$/.test(lowerAt(prose, clause.verb + ahead)));
  if (clause.opening !== 'order' || !article || clause.heads.length > 1) return false;
  const had = verb?.verb?.lemma === 'have' && lowerAt(prose, at - 1) === 'with' && (counts & Noun.output) !== 0;
  if (!had && (!isVerb(verb, Verb.work) || isVerb(verb, Verb.open | Verb.attain | Verb.obtain))) return false;
  return (
    isRelative(prose, clause, at) ||
    !((counts & Noun.people) !== 0 || (counts & Noun.metric) !== 0 || (counts & Noun.staff) !== 0)
  );
}

/** "deals over $50k", "60+ days past due": which of the things are meant, and not how many. */
export function isQualifier(prose: Prose, clause: Clause, amount: Amount): boolean {
  if (
    amount.unit?.dimension === 'time' &&
    ['past', 'overdue', 'old', 'late', 'delinquent'].includes(lowerAt(prose, amount.last + 1))
  )
    return true;
  const noun = pieceAt(prose, amount.first - 1);
  return (
    clause.opening !== 'name' &&
    amount.compared &&
    amount.unit?.dimension === 'currency' &&
    noun !== undefined &&
    isPlural(noun) &&
    !isNoun(noun, Noun.metric) &&
    !isVerb(prose.pieces[clause.verb], Verb.keep | Verb.down)
  );
}

/** What a thing that is made lets happen, or has in it. */
const ENABLES = new Set(
  'enable allow let permit empower support cover include identify compare feature involve contain provide use combine unify connect integrate span serve leverage'.split(
    ' ',
  ),
);
/** Verbs of making whose object is no thing that is made, but a means or a companion. */
const MEANS = new Set(
  'use partner connect take join contact speak work spend do run host hold attend invite consult coordinate connect'.split(
    ' ',
  ),
);

/** "Build a warehouse to unify 3 sources", "ship the model, enabling 5 teams to …": what one thing that is made is for. */
export function isOfPurpose(prose: Prose, clause: Clause, at: number, target: Target): boolean {
  const { pieces } = prose;
  const main = pieceAt(prose, clause.verb);
  if (
    clause.opening !== 'order' ||
    !isVerb(main, Verb.work) ||
    isVerb(main, Verb.open | Verb.attain | Verb.obtain | Verb.up | Verb.down)
  )
    return false;
  if (MEANS.has(main?.verb?.lemma ?? '')) return false;
  const particle = ['out', 'up', 'off', 'over', 'in', 'down'].includes(lowerAt(prose, clause.verb + 1)) ? 1 : 0;
  const object = nounPhraseAt(prose, clause.verb + 1 + particle);
  if (!object || object.last >= at) return false;
  for (let i = clause.verb + 1; i < at; i++) if ((pieces[i]?.amount ?? -1) >= 0) return false;
  const one = listed(pieces[object.first - 1], List.determiners) || !isPlural(pieces[object.head]);
  for (let i = object.last + 1; i < at; i++) {
    const piece = pieces[i];
    const lemma = piece?.verb?.lemma ?? '';
    if (hasForm(piece, Form.gerund) && ENABLES.has(lemma)) return true;
    const purpose = one && piece?.lower === 'to' && hasForm(pieces[i + 1], Form.base);
    if (purpose && !isVerb(pieces[i + 1], Verb.up | Verb.down | Verb.attain | Verb.obtain | Verb.keep | Verb.better))
      return isCount(target) && (target.counts & Noun.people) === 0 && (target.counts & Noun.staff) === 0;
  }
  return false;
}

/** "within 30 minutes in 90% of cases": how often a limit holds is what is to be reached, and the limit a part of its name. */
export const isShareOfCases = (prose: Prose, { first, last, unit }: Amount): boolean =>
  unit?.name === '%' &&
  lowerAt(prose, last + 1) === 'of' &&
  ['in', 'for'].includes(lowerAt(prose, first - 1)) &&
  prose.amounts.some(
    (limit) => limit.last < first && (limit.within || (/^</.test(limit.op) && limit.unit?.dimension === 'time')),
  );

const isCount = ({ quantity }: Target): boolean => quantity.unit === null || quantity.unit.dimension === 'count';

/** Whether "that …" about the object of the verb stands before a piece. */
export function isInThatClause(prose: Prose, clause: Clause, at: number): boolean {
  if (!/^(?:an?|the)$/.test(lowerAt(prose, clause.verb + 1))) return false;
  for (let i = at - 1; i > clause.verb + 1; i--) if (['that', 'which'].includes(lowerAt(prose, i))) return true;
  return false;
}
