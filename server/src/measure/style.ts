import type { Target } from './amount-meaning.ts';
import type { Clause } from './clause.ts';
import { governor } from './clause.ts';
import { nounPhraseAt, phraseClasses } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { isOngoingWork } from './ongoing-work.ts';
import type { Piece, Prose } from './prose.ts';
import { isNoun, isPlural, isVerb, listed, lowerAt } from './prose.ts';
import type { Direction, Measurable, Style } from './reading.ts';
import type { Numbers } from './targets.ts';

/** What kind of thing moves: a state of the world, work of one's own, one deliverable, or a level that is kept. */
export function styleOf(
  prose: Prose,
  clause: Clause,
  numbers: Numbers,
  measurable: Measurable,
  direction: Direction,
): Style {
  const target = numbers.targets[0];
  if (target) return styleOfTarget(prose, clause, target, direction);
  if (measurable === 'milestone') return milestoneStyle(prose, clause);
  return unmeasuredStyle(prose, clause);
}

/** Verbs of answering: a time limit on these is a service level, to be kept all along. */
const ANSWERS =
  /^(?:respond|answer|reply|acknowledge|process|triage|handle|resolve|response|responses|reply|replies|answered|responded|acknowledged|handled|resolved|turnaround)$/;
const LIMITS = /^(?:limit|cap|restrict|contain|avoid|prevent|stick)$/;

function styleOfTarget(prose: Prose, clause: Clause, target: Target, direction: Direction): Style {
  if (direction === 'maintain') return 'maintain';
  const { counts, quantity } = target;
  const governing = prose.pieces[governor(prose, clause, target.first)];
  if (LIMITS.test(governing?.lower ?? '') || isKeptLimit(prose, clause, target)) return 'maintain';
  if (target.source === 'frequency') return 'activity';
  if (target.source === 'zeroed') return 'outcome';
  if (quantity.unit?.dimension === 'currency')
    return SPENDS.test(governing?.verb?.lemma ?? '') ? 'activity' : 'outcome';
  if (quantity.kind === 'mult' || (quantity.kind === 'delta' && !isCount(target))) return 'outcome';
  const outside = counts.has('people') || counts.has('metric');
  const output = counts.has('output') && !outside;
  if (quantity.unit?.dimension === 'percent' || target.source === 'universal')
    return styleOfShare(prose, clause, target, governing, output, outside);
  const changes = isVerb(governing, 'up', 'down', 'better');
  if (isVerb(governing, 'down')) return 'outcome';
  if (changes)
    return output && isCount(target) && quantity.kind === 'abs' && quantity.unit?.per === null ? 'activity' : 'outcome';
  if (!isCount(target) && clause.opening !== 'order') return isTimeSpent(clause, target) ? 'activity' : 'outcome';
  // "Certify 200 nurses": people are different afterwards.
  if (
    /^(?:certify|accredit|vaccinate|graduate|immunize|employ)$/.test(governing?.verb?.lemma ?? '') &&
    (outside || counts.has('staff'))
  )
    return 'outcome';
  const won = outside && isVerb(governing, 'obtain');
  if (
    !won &&
    isVerb(governing, 'work', 'effort') &&
    (governing?.verb?.forms.has('base') || governing?.verb?.forms.has('gerund') || clause.opening === 'order')
  )
    return isMeasured(target) ? 'outcome' : 'activity';
  if (isPublicity(prose, clause, target) && (clause.opening === 'order' || isFeatured(prose, target))) return 'outcome';
  if (isVerb(governing, 'attain', 'obtain')) return output ? 'activity' : 'outcome';
  if (output || (counts.has('staff') && !counts.has('people')))
    return isUse(prose, clause) && !isPassive(prose, clause) ? 'outcome' : 'activity';
  return counts.size === 0 && workBehind(prose, target) ? 'activity' : 'outcome';
}

const SPENDS = /^(?:invest|spend|allocate|donate|grant|budget|fund|disburse)$/;

const isCount = ({ quantity }: Target): boolean => quantity.unit === null || quantity.unit.dimension === 'count';

/** "lose 5 kg", "build 20 lb of muscle": a change of a measured thing. */
const isMeasured = ({ quantity }: Target): boolean =>
  quantity.kind === 'delta' &&
  quantity.unit?.dimension === 'count' &&
  /^(?:kg|lbs?|g|t|mi|km|cm)$/i.test(quantity.unit.name);

const isPassive = (prose: Prose, clause: Clause): boolean =>
  prose.pieces[clause.verb]?.verb?.forms.has('participle') ?? false;

/** "60 minutes of guitar": time at the start of a name is time that is spent. */
const isTimeSpent = (clause: Clause, target: Target): boolean =>
  clause.opening === 'name' &&
  target.quantity.unit?.dimension === 'time' &&
  target.first === clause.start &&
  target.quantity.op !== '<' &&
  target.quantity.op !== '<=';

/** "featured at 5 conferences", "mentioned in 3 papers": what others do. */
const isFeatured = (prose: Prose, target: Target): boolean =>
  prose.pieces.some(
    (piece, i) =>
      i < target.first &&
      /^(?:featured|mentioned|cited|listed|quoted|covered|published|adopted|used|integrated|recommended|recognized|recognised|accepted|downloaded|installed|starred|forked)$/.test(
        piece.lower,
      ),
  );

const INCIDENTS =
  /^(?:incidents?|outages?|breach(?:es)?|accidents?|alerts?|violations?|complaints?|escalations?|injur(?:y|ies)|downtime|leaks?|losses|fatalit(?:y|ies)|disruptions?|interruptions?)$/;

/** A limit that is kept all along: an answer within a time, an upper bound that is not to be passed, nothing going wrong. */
function isKeptLimit(prose: Prose, clause: Clause, target: Target): boolean {
  const { quantity } = target;
  const changes = clause.opening === 'order' && isVerb(prose.pieces[clause.verb], 'up', 'down', 'better');
  if (quantity.value === 0 && !changes && (target.source === 'universal' || isIncident(prose, target))) return true;
  const limit = prose.amounts.find(
    (amount) =>
      amount.within &&
      (amount.unit?.dimension === 'time' || /^(?:business|working|calendar)$/.test(lowerAt(prose, amount.last + 1))),
  );
  const whole = target.source === 'universal' || quantity.unit?.dimension === 'percent';
  if (limit && !changes && whole && !target.counts.has('people')) return true;
  if (limit && !changes && prose.pieces.some((piece) => piece.depth === 0 && ANSWERS.test(piece.lower))) return true;
  if (quantity.op !== '<=' && quantity.op !== '<') return false;
  // "do not create more than 2 minutes": the words say more, the meaning is at most.
  const flipped = /^(?:more|over|above|>)/i.test(quantity.text);
  const lead = prose.text.slice(Math.max(0, quantity.from - 16), quantity.from + 12).toLowerCase();
  return (flipped || /(?:no more than|exceed|never|stays?|remains?)/.test(lead)) && !changes && !isCount(target);
}

const isIncident = (prose: Prose, target: Target): boolean => INCIDENTS.test(lowerAt(prose, target.phrase?.head ?? -1));

/** Of a share or a universal: coverage of people and use is an outcome, coverage of one's own things is work. */
function styleOfShare(
  prose: Prose,
  clause: Clause,
  target: Target,
  governing: Piece | undefined,
  output: boolean,
  outside: boolean,
): Style {
  const { counts } = target;
  const main = prose.pieces[clause.verb];
  if (isVerb(governing, 'up', 'down', 'better'))
    return output && target.source === 'universal' ? 'activity' : 'outcome';
  const ordered =
    clause.opening === 'order' && isVerb(governing, 'work', 'effort', 'obtain') && !isVerb(governing, 'attain');
  // "welcome each member": one by one is work, even on people.
  if (
    clause.opening === 'order' &&
    /^(?:each|every)$/i.test(target.quantity.text) &&
    isVerb(governing, 'work', 'obtain', 'effort')
  )
    return 'activity';
  if (counts.has('elsewhere')) return output && isVerb(governing, 'work') ? 'activity' : 'outcome';
  if (outside && !(clause.opening === 'statement' && /^(?:have|has)$/.test(main?.lower ?? '') && !counts.has('people')))
    return 'outcome';
  const passive =
    clause.opening === 'statement' && isVerb(main, 'work') && (main?.verb?.forms.has('participle') ?? false);
  if (counts.has('staff')) return 'outcome';
  if (output) return isUse(prose, clause) && !ordered ? 'outcome' : 'activity';
  if (clause.opening === 'statement' && /^(?:have|has)$/.test(main?.lower ?? '') && target.first === clause.start)
    return 'activity';
  return ordered || passive ? 'activity' : 'outcome';
}

/** "is used by", "have adopted", "attend": what users do. */
const isUse = (prose: Prose, clause: Clause): boolean =>
  /^(?:use|adopt|attend|enable|install|try|integrate|choose|prefer|recommend|load|run|work|open|view|read|feature|pass|come|reach|make)$/.test(
    prose.pieces[clause.verb]?.verb?.lemma ?? '',
  ) && clause.opening === 'statement';

/** Output that others bring about: "get featured in 5 publications", "publications in the press". */
const isPublicity = (prose: Prose, clause: Clause, target: Target): boolean => {
  const before = lowerAt(prose, target.first - 1);
  return (
    (/^(?:in|by|on|at|over)$/.test(before) || /^(?:at|over)/i.test(target.quantity.text)) &&
    target.first - clause.verb > 1
  );
};

/** "15 audits done", "100 tests running": a word of work behind what is counted. */
function workBehind(prose: Prose, target: Target): boolean {
  for (let i = target.last + 1; i < Math.min(prose.pieces.length, target.last + 4); i++) {
    const piece = prose.pieces[i];
    if (!piece || piece.kind === 'stop' || piece.kind === 'comma') break;
    if (isVerb(piece, 'work') && (piece.verb?.forms.has('participle') || piece.verb?.forms.has('past'))) return true;
  }
  return false;
}

/** What users do of themselves. */
const ADOPTS = /^(?:use|adopt|choose|prefer|install|run|recommend|buy)$/;

function milestoneStyle(prose: Prose, clause: Clause): Style {
  const verb = prose.pieces[clause.verb];
  if (
    clause.opening === 'order' &&
    (isVerb(verb, 'up', 'down') ||
      (/^(?:add|win|sign|acquire|land|close)$/.test(verb?.verb?.lemma ?? '') &&
        phraseClasses(prose, nounPhraseAt(prose, clause.verb + 1)).has('people')))
  )
    return 'outcome';
  if (
    clause.opening === 'statement' &&
    ADOPTS.test(verb?.lower ?? '') &&
    isPlural(prose.pieces[clause.start]) &&
    !listed(prose.pieces[clause.verb - 1], 'auxiliaries')
  )
    return 'outcome';
  if (
    clause.opening === 'statement' &&
    /^(?:use|adopt)$/.test(verb?.verb?.lemma ?? '') &&
    (verb?.verb?.forms.has('participle') || verb?.verb?.forms.has('gerund')) &&
    /^(?:is|are|being|been)$/.test(lowerAt(prose, clause.verb - 1))
  )
    return 'outcome';
  return 'milestone';
}

/** "methods applied to data": a past form of work behind its object. */
const isWorkDone = (prose: Prose, phrase: NounPhrase): boolean => {
  const next = prose.pieces[phrase.last + 1];
  return isVerb(next, 'work', 'open', 'effort') && (next?.verb?.forms.has('participle') ?? false);
};

function unmeasuredStyle(prose: Prose, clause: Clause): Style {
  const { pieces } = prose;
  const verb = pieces[clause.verb];
  if (pieces[pieces.length - 1]?.text.includes('?')) return 'activity';
  const object = nounPhraseAt(prose, clause.verb + 1);
  switch (clause.opening) {
    case 'order': {
      if (isVerb(verb, 'up', 'down')) return 'outcome';
      if (isVerb(verb, 'better')) return betterIsOutcome(prose, clause) ? 'outcome' : 'activity';
      if (clause.gerund) return 'activity';
      if (/^(?:be|become)$/.test(verb?.verb?.lemma ?? '')) return 'outcome';
      if (isVerb(verb, 'attain', 'obtain') && !isVerb(verb, 'effort'))
        return verb?.verb?.lemma === 'ensure' && isNoun(pieces[object?.head ?? -1], 'output') ? 'milestone' : 'outcome';
      if (isVerb(verb, 'keep')) return 'maintain';
      return 'activity';
    }
    case 'statement': {
      if (isVerb(verb, 'up', 'down', 'better')) return 'outcome';
      if (isVerb(verb, 'keep') || /n't$|^not$/.test(lowerAt(prose, clause.verb - 1))) return 'maintain';
      const figure = object !== null && isNoun(pieces[object.head], 'metric') && !isNoun(pieces[object.head], 'output');
      if (/^(?:has|have)$/.test(verb?.lower ?? '')) return figure ? 'outcome' : 'milestone';
      // "sets clearer expectations": a thing of the product, of some quality; "can quickly update": how it behaves.
      const can =
        /^(?:can|could|will|should)$/.test(lowerAt(prose, clause.verb - 1)) ||
        /^(?:can|could|will)$/.test(lowerAt(prose, clause.verb - 2));
      if (object && !can && !listed(verb, 'auxiliaries') && phraseClasses(prose, object).has('output'))
        return 'milestone';
      return isVerb(verb, 'work') &&
        verb?.verb?.forms.has('participle') &&
        listed(pieces[clause.verb - 1], 'auxiliaries')
        ? 'milestone'
        : 'outcome';
    }
    case 'name': {
      const phrase = nounPhraseAt(prose, clause.start);
      return phrase && (isOngoingWork(prose, phrase) || isWorkDone(prose, phrase)) ? 'activity' : 'outcome';
    }
  }
}

/** "Improve retention" moves a figure, "improve the docs" is work. */
function betterIsOutcome(prose: Prose, clause: Clause): boolean {
  const object = nounPhraseAt(prose, clause.verb + 1);
  if (!object) return false;
  const head = prose.pieces[object.head];
  if (isNoun(head, 'output') && !isNoun(head, 'quality', 'metric')) return false;
  return (
    isNoun(head, 'metric', 'quality', 'people') ||
    ['metric', 'quality'].some((name) => phraseClasses(prose, object).has(name as 'metric'))
  );
}
