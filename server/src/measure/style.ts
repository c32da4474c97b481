import type { Target } from './amount-meaning.ts';
import { governor } from './clause.ts';
import type { Clause } from './clause.ts';
import { styleOfTarget } from './counted-style.ts';
import { nounPhraseAt, phraseClasses } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { isOngoingWork } from './ongoing-work.ts';
import type { Prose } from './prose.ts';
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
  if (target) {
    const style = styleOfTarget(prose, clause, target, direction);
    return style === 'activity' && numbers.targets.some((one) => isWorkedTowards(prose, clause, target, one))
      ? 'outcome'
      : style;
  }
  if (measurable === 'milestone') return milestoneStyle(prose, clause);
  return unmeasuredStyle(prose, clause);
}

/** "Hold 5 workshops and reach a rating of 4.5": the work is for the level that it arrives at. */
function isWorkedTowards(prose: Prose, clause: Clause, work: Target, { first, quantity, counts }: Target): boolean {
  const head = governor(prose, clause, first);
  return (
    head > work.first &&
    isVerb(prose.pieces[head], 'attain', 'up', 'down') &&
    ((quantity.unit !== null && quantity.unit.dimension !== 'count') || counts.has('metric') || counts.has('people'))
  );
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
      if (clause.gerund && !(object && isVerb(verb, 'obtain', 'attain'))) return 'activity';
      if (/^(?:be|become|feel)$/.test(verb?.verb?.lemma ?? '')) return 'outcome';
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

/** Qualities that are in those who are served, and not in how the work is done. */
const FELT =
  /^(?:experiences?|awareness|trust|confidence|happiness|well-?being|wellness|satisfaction|reputation|visibility|morale|loyalty|motivation|engagement|understanding|knowledge|health|fitness|skills?|perception|sentiment|belonging|security|privacy)$/;

/** "Improve retention" moves a figure, "improve the docs" is work. */
function betterIsOutcome(prose: Prose, clause: Clause): boolean {
  const object = nounPhraseAt(prose, clause.verb + 1);
  if (!object) return false;
  const classes = phraseClasses(prose, object);
  if (isNoun(prose.pieces[object.head], 'metric', 'people')) return true;
  if (isNoun(prose.pieces[object.head], 'output')) return false;
  return classes.has('metric') || (classes.has('quality') && FELT.test(lowerAt(prose, object.head)));
}
