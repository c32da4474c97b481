import { isPassive } from './actor.ts';
import type { Amount } from './amount.ts';
import type { Target } from './amount-meaning.ts';
import type { Clause } from './clause.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { Piece, Prose } from './prose.ts';
import { isNoun, isVerb, lowerAt } from './prose.ts';
import { Noun, Verb } from './word-classes.ts';

/** Verbs and nouns of answering: a time limit on these is a service level, to be kept all along. */
const ANSWERS = new Set(
  'respond answer reply acknowledge process triage handle resolve response responses reply replies answered responded acknowledged handled resolved turnaround close closed review reviewed address addressed assign assigned approve approved ship shipped dispatch dispatched follow-up follow-ups'.split(
    ' ',
  ),
);
const LIMITS = new Set('limit cap restrict contain avoid prevent stick'.split(' '));
const INCIDENTS =
  /^(?:incidents?|outages?|breach(?:es)?|accidents?|alerts?|violations?|complaints?|escalations?|injur(?:y|ies)|downtime|leaks?|losses|fatalit(?:y|ies)|disruptions?|interruptions?|crash(?:es)?|failures?|regressions?)$/;
/** Figures that are promised as a level, at which a service is to stay. */
const SERVICE = new Set('uptime availability sla slo durability'.split(' '));

/** Whether a target is a limit or a level that is kept all along, and not a place to arrive at. */
export function isKept(prose: Prose, clause: Clause, target: Target, governing: Piece | undefined): boolean {
  if (LIMITS.has(governing?.lower ?? '')) return true;
  const changes = clause.opening === 'order' && isVerb(prose.pieces[clause.verb], Verb.up | Verb.down | Verb.better);
  if (changes) return false;
  return (
    isNothingWrong(prose, clause, target) ||
    isServiceLevel(prose, clause, target) ||
    isAnswerInTime(prose, clause, target) ||
    isUpperBound(prose, target)
  );
}

/** "5 open issues", "no overdue invoices": a count of what is still to be done. */
const isLeftOpen = (prose: Prose, { phrase }: Target): boolean =>
  phrase !== null &&
  ['open', 'remaining', 'outstanding', 'unresolved', 'old', 'overdue', 'legacy'].includes(lowerAt(prose, phrase.first));

/** "No customer is blocked", "0 incidents": nothing goes wrong, all along. "0 open issues" is a count to arrive at. */
function isNothingWrong(prose: Prose, clause: Clause, target: Target): boolean {
  if (target.quantity.value !== 0) return false;
  if (isLeftOpen(prose, target)) return false;
  if (clause.opening === 'statement' && target.first === clause.start && clause.verb <= target.last + 2) return true;
  return target.source === 'universal' || INCIDENTS.test(lowerAt(prose, target.phrase?.head ?? -1));
}

/** "Availability of 99.9 %": a promise. "Achieve 99 % uptime" is still to come. */
function isServiceLevel(prose: Prose, clause: Clause, target: Target): boolean {
  if (clause.opening === 'order' || target.quantity.unit?.dimension !== 'percent' || target.quantity.kind !== 'abs')
    return false;
  return prose.pieces.some((piece) => piece.depth === 0 && SERVICE.has(piece.lower));
}

/** "Answer all letters within 2 days": a time in which each of many is to be done with. */
function isAnswerInTime(prose: Prose, clause: Clause, target: Target): boolean {
  const limit = prose.amounts.find(
    (amount) =>
      amount.within &&
      amount.first > clause.start &&
      (amount.unit?.dimension === 'time' ||
        /^(?:business|working|calendar|iterations?|sprints?|releases?)$/.test(lowerAt(prose, amount.last + 1))),
  );
  if (!limit) return false;
  const subject = clause.opening === 'statement' ? nounPhraseAt(prose, clause.start) : null;
  const people = [target.phrase, subject].some((one) => isNoun(prose.pieces[one?.head ?? -1], Noun.people));
  if (people && !isPassive(prose, clause)) return false;
  // "submitted within 5 days of the request": each time, counted from what sets the clock going.
  if (
    clause.opening !== 'order' &&
    isSoon(limit) &&
    ['of', 'after', 'from', 'following'].includes(lowerAt(prose, behind(prose, limit)))
  )
    return true;
  if (people) return false;
  if (prose.pieces.some((piece) => piece.depth === 0 && ANSWERS.has(piece.lower))) return true;
  // What takes seconds is how fast a thing runs, and no promise of those who answer.
  const fast = (limit.unit?.factor ?? Infinity) < 60;
  // "Schedule 95% of the calls within 5 days" is work that is counted, "ensure that 95% are answered" a promise.
  const work = clause.opening === 'order' && !isVerb(prose.pieces[clause.verb], Verb.attain);
  const whole = target.source === 'universal' || (target.quantity.unit?.dimension === 'percent' && !work);
  return whole && !fast;
}

/** Whether an answer can be meant: what takes longer than a month is an aim, and what takes seconds is how fast a thing runs. */
const isSoon = ({ unit }: Amount): boolean =>
  unit === null || (unit.dimension === 'time' && unit.factor >= 60 && unit.factor < 2.7e6);

/** The index of the first piece behind an amount and the noun that it counts: "5 business days |of …". */
const behind = (prose: Prose, { last }: Amount): number =>
  ['business', 'working', 'calendar'].includes(lowerAt(prose, last + 1)) ? last + 3 : last + 1;

/** "Deploys never take more than 2 minutes": the words say more, the meaning is at most. */
function isUpperBound(prose: Prose, target: Target): boolean {
  const { quantity } = target;
  const never = quantity.op === '>=' && lowerAt(prose, target.first - 2) === 'never';
  if (quantity.op !== '<=' && quantity.op !== '<' && !never) return false;
  if (/^no more than\b/i.test(quantity.text)) return !isLeftOpen(prose, target);
  if (quantity.unit === null || quantity.unit.dimension === 'count') return false;
  const lead = prose.text.slice(Math.max(0, quantity.from - 16), quantity.from + 12).toLowerCase();
  return (
    never || /^(?:more|over|above|>)/i.test(quantity.text) || /(?:no more than|exceed|never|stays?|remains?)/.test(lead)
  );
}
