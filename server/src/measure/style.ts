import type { Target } from './amount-meaning.ts';
import { governor } from './clause.ts';
import type { Clause } from './clause.ts';
import { styleOfTarget } from './counted-style.ts';
import { nounPhraseAt, phraseClasses } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { isOngoingWork } from './ongoing-work.ts';
import type { Prose } from './prose.ts';
import { hasForm, isBoundary, isNoun, isPlural, isVerb, listed, lowerAt } from './prose.ts';
import type { Direction, Measurable, Style } from './reading.ts';
import type { Numbers } from './targets.ts';
import { widens } from './unbounded.ts';
import { Form, List, Noun, Verb } from './word-classes.ts';

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
    return style === 'activity' &&
      (numbers.targets.some((one) => isWorkedTowards(prose, clause, target, one)) ||
        arrivesAtLevel(prose, clause, target))
      ? 'outcome'
      : style;
  }
  if (isForbidden(prose)) return 'maintain';
  if (measurable === 'milestone') return milestoneStyle(prose, clause);
  return unmeasuredStyle(prose, clause);
}

/** "Hold 5 workshops and reach a rating of 4.5": the work is for the level that it arrives at. */
function isWorkedTowards(prose: Prose, clause: Clause, work: Target, { first, quantity, counts }: Target): boolean {
  const head = governor(prose, clause, first);
  // "Hold 5 courses with a 90% pass rate"
  if (
    quantity.unit?.dimension === 'percent' &&
    (counts & Noun.metric) !== 0 &&
    ['with', 'at'].includes(lowerAt(prose, first - (listed(prose.pieces[first - 1], List.determiners) ? 2 : 1))) &&
    first > clause.verb + 1
  )
    return true;
  return (
    head > work.first &&
    isVerb(prose.pieces[head], Verb.attain | Verb.up | Verb.down) &&
    ((quantity.unit !== null && quantity.unit.dimension !== 'count') ||
      (counts & Noun.metric) !== 0 ||
      (counts & Noun.people) !== 0)
  );
}

/** "Train 5 models and achieve ≥ 80% … accuracy": a level behind the work, whatever stands between it and its name. */
const arrivesAtLevel = (prose: Prose, clause: Clause, work: Target): boolean =>
  clause.heads.some((head, i) => {
    if (
      !['achieve', 'reach', 'attain', 'hit', 'score', 'exceed', 'surpass', 'obtain'].includes(
        prose.pieces[head]?.verb?.lemma ?? '',
      )
    )
      return false;
    const end = clause.heads[i + 1] ?? prose.pieces.length;
    return (
      head > clause.verb &&
      clause.verb < work.first &&
      prose.amounts.some(
        ({ first, unit, last }) =>
          first > head &&
          first < head + 4 &&
          last < end &&
          (unit === null || unit.dimension !== 'count') &&
          lowerAt(prose, first - 1) !== 'by',
      )
    );
  });

/** What people are made able to, or come to have: a state of the product as much as of them. */
const ENABLED = new Set('be have get receive know see understand find need want learn hear feel can'.split(' '));

/** "Publishers start to share their data": people outside, and what they do themselves. */
const peopleAct = (prose: Prose, clause: Clause): boolean => {
  const subject = nounPhraseAt(prose, clause.start);
  const lemma = prose.pieces[clause.verb]?.verb?.lemma ?? '';
  return (
    clause.opening === 'statement' &&
    subject !== null &&
    isPlural(prose.pieces[subject.head]) &&
    isNoun(prose.pieces[subject.head], Noun.people) &&
    !isNoun(prose.pieces[subject.head], Noun.staff) &&
    lemma !== '' &&
    !ENABLED.has(lemma) &&
    !listed(prose.pieces[clause.verb - 1], List.auxiliaries)
  );
};

function milestoneStyle(prose: Prose, clause: Clause): Style {
  const verb = prose.pieces[clause.verb];
  if (
    clause.opening === 'order' &&
    ((isVerb(verb, Verb.up | Verb.down) && !widens(verb)) ||
      (/^(?:add|win|sign|acquire|land|close|get|gain|attract|find|secure)$/.test(verb?.verb?.lemma ?? '') &&
        (phraseClasses(prose, nounPhraseAt(prose, clause.verb + 1)) & Noun.people) !== 0))
  )
    return 'outcome';
  if (peopleAct(prose, clause)) return 'outcome';
  if (
    clause.opening === 'statement' &&
    ['use', 'adopt'].includes(verb?.verb?.lemma ?? '') &&
    (hasForm(verb, Form.participle) || hasForm(verb, Form.gerund)) &&
    ['is', 'are', 'being', 'been'].includes(lowerAt(prose, clause.verb - 1))
  )
    return 'outcome';
  return 'milestone';
}

/** "methods applied to data": a past form of work behind its object. */
const isWorkDone = (prose: Prose, phrase: NounPhrase): boolean => {
  const next = prose.pieces[phrase.last + 1];
  return isVerb(next, Verb.work | Verb.open | Verb.effort) && hasForm(next, Form.participle);
};

/** "Don't merge untested code", "never skip a review": what is not to be done is kept to all along. */
const isForbidden = (prose: Prose): boolean =>
  ["don't", 'dont', 'never'].includes(lowerAt(prose, 0).replace('’', "'")) ||
  (lowerAt(prose, 0) === 'do' && lowerAt(prose, 1) === 'not');

/** Gathering what others only give where they are asked: work of one's own. */
const GATHERS = new Set('solicit collect gather seek request source procure obtain recruit'.split(' '));

function unmeasuredStyle(prose: Prose, clause: Clause): Style {
  const { pieces } = prose;
  const verb = pieces[clause.verb];
  if (pieces[pieces.length - 1]?.text.includes('?')) return 'activity';
  const object = nounPhraseAt(prose, clause.verb + 1);
  switch (clause.opening) {
    case 'order': {
      if (isVerb(verb, Verb.up | Verb.down)) return isOwnNumber(prose, clause) ? 'activity' : 'outcome';
      if (isMoreOfOthers(prose, clause)) return 'outcome';
      if (GATHERS.has(verb?.verb?.lemma ?? '') || isPlainFeedback(prose, clause)) return 'activity';
      if (isVerb(verb, Verb.better)) return betterIsOutcome(prose, clause) ? 'outcome' : 'activity';
      // "Get back to writing": what is done, and nothing that is had.
      if (['back', 'into', 'out'].includes(lowerAt(prose, clause.verb + 1)) && isVerb(verb, Verb.obtain))
        return 'activity';
      if (clause.gerund && !(object && isVerb(verb, Verb.obtain | Verb.attain))) return 'activity';
      if (['be', 'become', 'feel'].includes(verb?.verb?.lemma ?? '')) return 'outcome';
      if (isVerb(verb, Verb.attain | Verb.obtain) && !isVerb(verb, Verb.effort))
        return verb?.verb?.lemma === 'ensure' && isNoun(pieces[object?.head ?? -1], Noun.output)
          ? 'milestone'
          : 'outcome';
      if (isVerb(verb, Verb.keep)) return 'maintain';
      return 'activity';
    }
    case 'statement': {
      if (isVerb(verb, Verb.up | Verb.down | Verb.better)) return 'outcome';
      if (isVerb(verb, Verb.keep) || /n't$|^not$/.test(lowerAt(prose, clause.verb - 1))) return 'maintain';
      const figure =
        object !== null && isNoun(pieces[object.head], Noun.metric) && !isNoun(pieces[object.head], Noun.output);
      if (['has', 'have'].includes(verb?.lower ?? '')) return figure ? 'outcome' : 'milestone';
      // "sets clearer expectations": a thing of the product, of some quality; "can quickly update": how it behaves.
      const can =
        ['can', 'could', 'will', 'should'].includes(lowerAt(prose, clause.verb - 1)) ||
        ['can', 'could', 'will'].includes(lowerAt(prose, clause.verb - 2));
      if (object && !can && !listed(verb, List.auxiliaries) && (phraseClasses(prose, object) & Noun.output) !== 0)
        return 'milestone';
      const helped =
        listed(pieces[clause.verb - 1], List.auxiliaries) ||
        (hasForm(verb, Form.participle) && listed(pieces[clause.verb - 2], List.auxiliaries));
      return helped ? 'milestone' : 'outcome';
    }
    case 'name': {
      const phrase = nounPhraseAt(prose, clause.start);
      return phrase && (isOngoingWork(prose, phrase) || isWorkDone(prose, phrase)) ? 'activity' : 'outcome';
    }
  }
}

/** "Increase the number of classes": more of what one makes oneself. */
function isOwnNumber(prose: Prose, clause: Clause): boolean {
  const object = nounPhraseAt(prose, clause.verb + 1);
  if (!object || !/^(?:numbers?|amounts?|volumes?)$/.test(lowerAt(prose, object.head))) return false;
  if (lowerAt(prose, object.last + 1) !== 'of') return false;
  const counted = nounPhraseAt(prose, object.last + 2);
  if (!counted || prose.pieces.slice(counted.first, counted.head).some((piece) => isNoun(piece, Noun.people)))
    return false;
  const head = prose.pieces[counted.head];
  return (
    isNoun(head, Noun.output) && !isNoun(head, Noun.metric | Noun.people) && isBoundary(prose.pieces[counted.last + 1])
  );
}

/** "Encourage more participation": an effort, and the figure that it is to move. */
function isMoreOfOthers(prose: Prose, clause: Clause): boolean {
  if (!isVerb(prose.pieces[clause.verb], Verb.effort)) return false;
  if (!['more', 'greater', 'higher', 'increased', 'wider'].includes(lowerAt(prose, clause.verb + 1))) return false;
  const object = nounPhraseAt(prose, clause.verb + 1);
  return object !== null && isNoun(prose.pieces[object.head], Noun.metric);
}

/** "Get some feedback": asked for and had. "Get good feedback" is another thing. */
function isPlainFeedback(prose: Prose, clause: Clause): boolean {
  const object = nounPhraseAt(prose, clause.verb + 1);
  return (
    object !== null &&
    /^(?:feedback|input|advice|opinions?|suggestions?|ideas?)$/.test(lowerAt(prose, object.head)) &&
    isVerb(prose.pieces[clause.verb], Verb.obtain) &&
    !prose.pieces
      .slice(object.first, object.last)
      .some((piece) => listed(piece, List.quality) || QUALIFIED.has(piece.lower))
  );
}
const QUALIFIED = new Set('positive favourable favorable negative constructive critical'.split(' '));

/** Qualities that are in those who are served, and not in how the work is done. */
const FELT =
  /^(?:experiences?|awareness|trust|confidence|happiness|well-?being|wellness|satisfaction|reputation|visibility|morale|loyalty|motivation|engagement|understanding|knowledge|health|fitness|skills?|perception|sentiment|belonging|security|privacy)$/;

/** "Improve retention" moves a figure, "improve the docs" is work. */
function betterIsOutcome(prose: Prose, clause: Clause): boolean {
  const object = nounPhraseAt(prose, clause.verb + 1);
  if (!object) return false;
  const classes = phraseClasses(prose, object);
  if (isNoun(prose.pieces[object.head], Noun.metric)) return true;
  if (isNoun(prose.pieces[object.head], Noun.output)) return false;
  return (classes & Noun.metric) !== 0 || ((classes & Noun.quality) !== 0 && FELT.test(lowerAt(prose, object.head)));
}
