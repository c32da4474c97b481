import type { Target } from './amount-meaning.ts';
import type { Clause } from './clause.ts';
import { governor } from './clause.ts';
import { nounPhraseAt, phraseClasses } from './noun-phrase.ts';
import type { Piece, Prose } from './prose.ts';
import { isNoun, isVerb, listed, lowerAt } from './prose.ts';
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
  if (quantity.kind === 'mult' || (quantity.kind === 'delta' && quantity.unit?.dimension !== 'count')) return 'outcome';
  if (target.source === 'frequency') return 'activity';
  const output = counts.has('output') && !counts.has('people') && !counts.has('metric');
  const outside = counts.has('people') || counts.has('metric');
  if (quantity.unit?.dimension === 'percent' || target.source === 'universal')
    return styleOfShare(prose, clause, target, governing, output, outside);
  if (isVerb(governing, 'up', 'down', 'better'))
    return output && quantity.kind === 'abs' && quantity.unit?.dimension === 'count' ? 'activity' : 'outcome';
  if (isVerb(governing, 'work', 'effort') && !isVerb(governing, 'obtain') && governing?.verb?.forms.has('base'))
    return 'activity';
  if (isVerb(governing, 'work', 'effort') && governing?.verb?.forms.has('gerund')) return 'activity';
  if (isVerb(governing, 'attain', 'obtain'))
    return output && !isPublicity(prose, clause, target) ? 'activity' : 'outcome';
  if (clause.opening === 'name' && quantity.unit?.dimension === 'time' && target.first === clause.start)
    return 'activity';
  if (output) return 'activity';
  if (counts.size === 0 && workBehind(prose, target)) return 'activity';
  return 'outcome';
}

/** A limit that is kept all along: an answer within a time, an upper bound that is not to be passed, nothing going wrong. */
function isKeptLimit(prose: Prose, clause: Clause, target: Target): boolean {
  const { quantity } = target;
  if (quantity.value === 0 && target.source === 'universal') return true;
  const answers = prose.pieces.some(
    (piece) =>
      piece.depth === 0 && ANSWERS.test(piece.lower) && !isVerb(prose.pieces[clause.verb], 'up', 'down', 'better'),
  );
  const limit = prose.pieces.findIndex((piece) => piece.lower === 'within');
  if (answers && limit >= 0 && (prose.pieces[limit]?.amount ?? -1) >= 0)
    return quantity.unit?.dimension === 'time' || target.source === 'universal';
  if (quantity.op !== '<=') return false;
  return (
    /(?:not|n't|never|no more|not exceed|within|stays?|remains?)/i.test(
      prose.text.slice(Math.max(0, quantity.from - 24), quantity.from + 10),
    ) &&
    quantity.unit?.dimension !== 'count' &&
    clause.opening === 'statement'
  );
}

function styleOfShare(
  prose: Prose,
  clause: Clause,
  target: Target,
  governing: Piece | undefined,
  output: boolean,
  outside: boolean,
): Style {
  const { counts } = target;
  if (isVerb(governing, 'up', 'down', 'better'))
    return output && target.source === 'universal' ? 'activity' : 'outcome';
  if (outside) return 'outcome';
  const work =
    isVerb(governing, 'work', 'effort') ||
    (clause.opening === 'statement' &&
      isVerb(prose.pieces[clause.verb], 'work') &&
      prose.pieces[clause.verb]?.verb?.forms.has('participle'));
  if (output) return isUse(prose, clause) ? 'outcome' : 'activity';
  if (counts.has('staff')) return work && governing === prose.pieces[clause.start] ? 'activity' : 'outcome';
  if (work && clause.opening === 'order')
    return target.source === 'universal' && !directlyBehind(target, clause) && counts.size === 0
      ? 'outcome'
      : 'activity';
  return work ? 'activity' : 'outcome';
}

const directlyBehind = (target: Target, clause: Clause): boolean => target.first === clause.verb + 1;

/** "is used by", "have adopted", "attend": what users do. */
const isUse = (prose: Prose, clause: Clause): boolean =>
  /^(?:use|adopt|attend|enable|install|try|integrate|choose|prefer|recommend|load|run|work|open|view|read|feature|pass)$/.test(
    prose.pieces[clause.verb]?.verb?.lemma ?? '',
  ) && clause.opening === 'statement';

/** Output that others bring about: "get featured in 5 publications", "publications in the press". */
const isPublicity = (prose: Prose, clause: Clause, target: Target): boolean => {
  const before = lowerAt(prose, target.first - 1);
  return /^(?:in|by|on|at|over)$/.test(before) && target.first - clause.verb > 1;
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
    /^(?:use|adopt)$/.test(verb?.verb?.lemma ?? '') &&
    (verb?.verb?.forms.has('participle') || verb?.verb?.forms.has('gerund')) &&
    listed(prose.pieces[clause.verb - 1], 'auxiliaries')
  )
    return 'outcome';
  return 'milestone';
}

/** Names of work that goes on: "continuous feedback", "community outreach". */
const ONGOING =
  /^(?:feedback|promotion|outreach|discovery|discoveries|research|support|communication|engagement|exploration|collaboration|discussion|discussions|planning|preparation|maintenance|training|marketing|networking|work|hiring|recruiting|documentation|investigation)$/;

function unmeasuredStyle(prose: Prose, clause: Clause): Style {
  const { pieces } = prose;
  const verb = pieces[clause.verb];
  if (pieces[pieces.length - 1]?.text.includes('?')) return 'activity';
  const object = nounPhraseAt(prose, clause.verb + 1);
  switch (clause.opening) {
    case 'order': {
      if (isVerb(verb, 'up', 'down')) return 'outcome';
      if (isVerb(verb, 'better')) return betterIsOutcome(prose, clause) ? 'outcome' : 'activity';
      if (isVerb(verb, 'attain', 'obtain') && !isVerb(verb, 'effort'))
        return verb?.verb?.lemma === 'ensure' && isNoun(pieces[object?.head ?? -1], 'output') ? 'milestone' : 'outcome';
      if (isVerb(verb, 'keep')) return 'maintain';
      return 'activity';
    }
    case 'statement': {
      if (isVerb(verb, 'up', 'down', 'better')) return 'outcome';
      if (isVerb(verb, 'keep') || /n't$|^not$/.test(lowerAt(prose, clause.verb - 1))) return 'maintain';
      // "has rich metrics", "sets clearer expectations": a thing of the product, of some quality.
      if (object && clause.verb >= 0 && !listed(verb, 'auxiliaries') && phraseClasses(prose, object).has('output'))
        return 'milestone';
      if (/^(?:has|have)$/.test(verb?.lower ?? '')) return 'milestone';
      return isVerb(verb, 'work') &&
        verb?.verb?.forms.has('participle') &&
        listed(pieces[clause.verb - 1], 'auxiliaries')
        ? 'milestone'
        : 'outcome';
    }
    case 'name': {
      const phrase = nounPhraseAt(prose, clause.start);
      return phrase && ONGOING.test(lowerAt(prose, phrase.head)) ? 'activity' : 'outcome';
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
