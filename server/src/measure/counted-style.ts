import { actorOf, isPassive, participleBehind } from './actor.ts';
import type { Actor } from './actor.ts';
import type { Target } from './amount-meaning.ts';
import type { Clause } from './clause.ts';
import { governor } from './clause.ts';
import { isKept } from './kept-limit.ts';
import { nounPhraseAt, phraseClasses } from './noun-phrase.ts';
import { isBroughtAbout, isDoneFor, isHired, isOwnProgress } from './own-work.ts';
import type { Piece, Prose } from './prose.ts';
import { hasForm, isBoundary, isNoun, isPlural, isVerb, lowerAt, pieceAt } from './prose.ts';
import type { Direction, Style } from './reading.ts';
import { Form, Noun, Verb } from './word-classes.ts';

/** What a target says of the style: who acts, and what is counted. */
interface Counted {
  readonly prose: Prose;
  readonly clause: Clause;
  readonly target: Target;
  readonly governing: Piece | undefined;
  readonly actor: Actor;
}

/**
 * The style of a title with a target. What others do, and a figure that moves, is an outcome; what the writers do,
 * counted, is an activity; what is counted alone is one or the other by its noun.
 */
export function styleOfTarget(prose: Prose, clause: Clause, target: Target, direction: Direction): Style {
  if (direction === 'maintain') return 'maintain';
  const governing = pieceAt(prose, governor(prose, clause, target.first));
  if (isKept(prose, clause, target, governing)) return 'maintain';
  const counted = { prose, clause, target, governing, actor: actorOf(prose, clause, target, governing) };
  return isOutcome(counted) ? 'outcome' : 'activity';
}

const moves = ({ governing }: Counted): boolean => isVerb(governing, Verb.up | Verb.down | Verb.better);

function isOutcome(counted: Counted): boolean {
  const { target, governing, actor } = counted;
  const { quantity, source } = target;
  if (source === 'frequency')
    return (actor === 'others' && !isOutput(target)) || moves(counted) || isFigureOfName(counted);
  if (source === 'zeroed' || quantity.value === 0 || isOpenCount(counted)) return true;
  if (quantity.unit?.dimension === 'currency') return !SPENDS.has(governing?.verb?.lemma ?? '');
  if (quantity.kind === 'mult' || (quantity.kind === 'delta' && !isCount(target))) return true;
  if (SPENDS.has(governing?.verb?.lemma ?? '') && quantity.unit?.dimension === 'percent' && actor === 'own')
    return false;
  if (source === 'universal' || quantity.unit?.dimension === 'percent') return isShareOutcome(counted);
  if (isHabit(counted) || isTimeSpent(counted)) return false;
  if (moves(counted)) return !isOwnStock(counted) && !isTeamGrown(counted);
  if (actor === 'others' || isBroughtAbout(counted)) return true;
  if (!isCount(target)) return isLevelOutcome(counted);
  return isCountOutcome(counted);
}

const SPENDS = new Set(
  'invest spend allocate donate grant budget fund disburse pay repay lend deposit contribute give commit dedicate reserve pledge sponsor reimburse refund award bequeath put'.split(
    ' ',
  ),
);

/** Verbs of giving one's own time. */
const DEVOTES = new Set(
  'devote dedicate spend work practice practise commit reserve allocate invest volunteer study read train exercise sit rest sleep meditate write code walk play learn mentor teach give set block'.split(
    ' ',
  ),
);

const GATHERS = new Set('collect gather solicit compile'.split(' '));

/** Verbs that leave people other than they were: how many were reached is an outcome, even of work. */
const CHANGES = new Set(
  'certify accredit vaccinate graduate immunize immunise migrate switch transition upgrade employ place feed house rescue cure heal influence convince persuade convert mobilize mobilise empower inspire retain reactivate enfranchise lift resettle reunite shelter serve'.split(
    ' ',
  ),
);

const isCount = ({ quantity }: Target): boolean => quantity.unit === null || quantity.unit.dimension === 'count';
const isOutside = ({ counts }: Target): boolean => (counts & Noun.people) !== 0 || (counts & Noun.metric) !== 0;
const isOutput = (target: Target): boolean => (target.counts & Noun.output) !== 0 && !isOutside(target);

/** "Fewer than 50 open issues": what is still to be done is a state of the product. */
const isOpenCount = ({ prose, target, clause, governing }: Counted): boolean =>
  target.phrase !== null &&
  !(clause.opening === 'order' && isVerb(governing, Verb.work)) &&
  ['open', 'unresolved', 'outstanding', 'remaining', 'unanswered', 'overdue'].includes(
    lowerAt(prose, target.phrase.first),
  );

/** What one spends, one by one. */
const NIGHTS = /(?:^| )(?:days|nights|evenings|mornings|afternoons|weekends|dinners|dates)$/i;

/** "Cycle to work 3 times a week", "20 push-ups a day": a habit. */
const isHabit = ({ clause, target: { quantity, counts, phrase } }: Counted): boolean => {
  const { unit } = quantity;
  // "20 evenings offline", "12 date nights"
  if (clause.opening === 'name' && NIGHTS.test(unit?.name ?? '') && counts === 0 && !/^</.test(quantity.op))
    return true;
  if (unit === null || unit.per === null || !/(?:day|week|night|morning|evening)$/.test(unit.per)) return false;
  return clause.opening === 'order'
    ? /^(?:times|days?|nights?|hours?|h|min)$/.test(unit.name)
    : clause.opening === 'name' && phrase !== null && counts === 0 && unit.dimension === 'count';
};

/** "Each of us devotes 2 days a sprint", "work less than 5 days a week": time that is one's own to give. */
const isTimeSpent = ({ governing, target: { quantity, first }, prose }: Counted): boolean =>
  quantity.unit?.dimension === 'time' &&
  DEVOTES.has(governing?.verb?.lemma ?? '') &&
  !['in', 'within', 'under', 'by', 'to'].includes(lowerAt(prose, first - 1)) &&
  !/^(?:in|within) /i.test(quantity.text);

/** "Release frequency from monthly to weekly": a figure by its name. */
const isFigureOfName = ({ prose, clause, target }: Counted): boolean =>
  clause.opening === 'name' &&
  nounPhraseAt(prose, clause.start)?.last === target.first - 2 &&
  isNoun(prose.pieces[target.first - 2], Noun.metric);

/** "Grow the collection to 650 recipes": more of what one makes oneself. */
const isOwnStock = ({ prose, clause, target, governing }: Counted): boolean =>
  isOutput(target) &&
  // "the number of records from 6 to 11" is a figure, whoever makes them.
  !['number', 'count'].includes(lowerAt(prose, nounPhraseAt(prose, clause.verb + 1)?.head ?? 0)) &&
  target.quantity.kind === 'abs' &&
  target.quantity.unit?.per === null &&
  !isVerb(governing, Verb.down);

/** "Grow the team to 12": so many are hired. */
function isTeamGrown({ prose, clause, governing, target }: Counted): boolean {
  if (clause.opening !== 'order' || !isVerb(governing, Verb.up) || !isCount(target)) return false;
  const head = nounPhraseAt(prose, clause.verb + 1)?.head ?? -1;
  return (
    head < target.first &&
    /^(?:teams?|staff|headcount|crew|squad|workforce|department)$/.test(lowerAt(prose, head)) &&
    !isPlural(prose.pieces[head])
  );
}

/** Of a time, a weight or another level. */
function isLevelOutcome(counted: Counted): boolean {
  const { clause, target, governing } = counted;
  const { quantity } = target;
  const limit = quantity.op === '<' || quantity.op === '<=';
  const time = quantity.unit?.dimension === 'time';
  if (clause.opening !== 'order') {
    // "60 minutes of guitar": time at the start of a name is time that is spent.
    const figure = isOutside(target) || (phraseClasses(counted.prose, target.phrase) & Noun.metric) !== 0;
    // "3 hours of reading": what time is spent on.
    if (clause.opening === 'name' && time && !limit && isSpentOn(counted)) return false;
    return !(clause.opening === 'name' && time && target.first === clause.start && !limit && !figure);
  }
  // "Run a marathon in under 4 hours" is how well, "practise for 2 hours" how much.
  if (time && limit) return true;
  return !isVerb(governing, Verb.work | Verb.effort) || isOutside(target);
}

const isLevelOfName = ({ prose, clause, target }: Counted): boolean => {
  const name = nounPhraseAt(prose, clause.start);
  return (
    name !== null &&
    name.last + 2 === target.first &&
    ['at', 'above', 'over', 'below', 'under', 'to'].includes(lowerAt(prose, target.first - 1))
  );
};

const isSpentOn = ({ prose, target }: Counted): boolean =>
  lowerAt(prose, target.last + 1) === 'of' && hasForm(prose.pieces[target.last + 2], Form.gerund);

/** "Partnerships with 3 organisations": what is had with so many is what is made, as often. */
const isMadeWith = ({ prose, clause, target }: Counted): boolean => {
  if (clause.opening !== 'name' || !['with', 'for'].includes(lowerAt(prose, target.first - 1))) return false;
  const name = nounPhraseAt(prose, clause.start);
  return (
    name !== null &&
    name.last + 2 === target.first &&
    isNoun(prose.pieces[name.head], Noun.output) &&
    !isNoun(prose.pieces[name.head], Noun.metric)
  );
};

/** Of a plain count. */
function isCountOutcome(counted: Counted): boolean {
  const { prose, clause, target, governing, actor } = counted;
  const { counts } = target;
  const people = isOutside(target) || (counts & Noun.staff) !== 0;
  if (people && CHANGES.has(governing?.verb?.lemma ?? '')) return true;
  if (isMadeWith(counted)) return false;
  if (isDecided(counted) || isDoneToUs(counted)) return true;
  if (actor === 'own' && clause.opening === 'name') return people && !isContact(counted);
  if (isGivenByOthers(counted)) return true;
  if (isHired(counted) || isMet(counted)) return false;
  const done =
    isVerb(governing, Verb.work | Verb.effort) && !(isOutside(target) && isVerb(governing, Verb.obtain | Verb.attain));
  if (done && (clause.opening === 'order' || hasForm(governing, Form.base))) return isMeasured(target);
  // "Collect 40 entries": asked for, and given to those who ask.
  if (GATHERS.has(governing?.verb?.lemma ?? '') && !isOutside(target)) return false;
  if (isPublicity(prose, clause, target) && (clause.opening === 'order' || isFeatured(prose, target))) return true;
  if (isVerb(governing, Verb.attain | Verb.obtain)) return !isOutput(target);
  // "View 10 flats": an order that brings nothing about but itself.
  if (clause.opening === 'order') return isMeasured(target);
  if (actor === 'own' && done) return people && !isContact(counted);
  return !(isOutput(target) || ((counts & Noun.staff) !== 0 && (counts & Noun.people) === 0));
}

/** Of a share or a universal: coverage of people and of use is an outcome, coverage of one's own things is work. */
function isShareOutcome(counted: Counted): boolean {
  const { clause, target, governing, actor, prose } = counted;
  const { counts, source, quantity } = target;
  const output = isOutput(target);
  if (moves(counted)) return !(output && source === 'universal');
  if (actor === 'others') return true;
  const ordered =
    clause.opening === 'order' &&
    isVerb(governing, Verb.work | Verb.effort | Verb.obtain) &&
    !isVerb(governing, Verb.attain);
  // "welcome each member": one by one is work, even on people.
  if (ordered && (/^(?:each|every)$/i.test(quantity.text) || isDoneFor(counted))) return false;
  if (isOwnProgress(counted)) return false;
  if ((counts & Noun.elsewhere) !== 0) return !(output && isVerb(governing, Verb.work));
  // "Every team runs a drill": what each of us does.
  if ((counts & Noun.staff) !== 0 && actor === 'own' && clause.opening === 'statement' && !isPassive(prose, clause))
    return false;
  if ((counts & Noun.people) !== 0 || (counts & Noun.staff) !== 0)
    return !(isContact(counted) || (ordered && isVerb(governing, Verb.open) && !isVerb(governing, Verb.obtain)));
  if (isSupplied(counted)) return true;
  // "100% of the entries have been audited": how far one's own work is, whatever it is on.
  if (actor === 'own' && isPassive(prose, clause)) return false;
  const have = clause.opening === 'statement' && ['have', 'has'].includes(lowerAt(prose, clause.verb));
  const told = clause.opening === 'name' && participleBehind(prose, target) >= 0;
  if ((counts & Noun.metric) !== 0) return !(actor === 'own' && source === 'universal' && (ordered || have || told));
  // "Error-free sessions at 99 %": how things stand. What has been worked on says so behind its name.
  if (output && clause.opening === 'name' && source === 'amount' && isLevelOfName(counted)) return true;
  if (output) return false;
  return !(ordered || (actor === 'own' && (told || clause.opening === 'statement')));
}

/** "Generate 10 % of our power from the roof": a part of what cannot be counted, and where it comes from. */
const isSupplied = ({ prose, governing, target: { source, phrase } }: Counted): boolean =>
  source === 'amount' &&
  phrase !== null &&
  isVerb(governing, Verb.obtain) &&
  !isPlural(prose.pieces[phrase.head]) &&
  ['from', 'through', 'via', 'by'].includes(lowerAt(prose, phrase.last + 1));

/** "Win 4 tenders", "get 10 reports from testers", "have 3 patches accepted": what others decide or hand in. */
function isGivenByOthers({ prose, target, governing }: Counted): boolean {
  const lemma = governing?.verb?.lemma ?? '';
  if (['win', 'earn', 'land', 'clinch', 'sell'].includes(lemma)) return true;
  const obtains =
    isVerb(governing, Verb.obtain | Verb.attain) && (!isVerb(governing, Verb.work) || lemma === 'collect');
  if (!obtains) return false;
  const told = participleBehind(prose, target);
  if (told >= 0 && DECIDED.has(prose.pieces[told]?.verb?.lemma ?? '')) return true;
  const from = (told < 0 ? target.last : told) + 1;
  return lowerAt(prose, from) === 'from' && (phraseClasses(prose, nounPhraseAt(prose, from + 1)) & Noun.people) !== 0;
}
/** "4 plans approved by the council": who it rests with is said. */
const isDecided = ({ prose, clause, target }: Counted): boolean => {
  const told = clause.opening === 'name' ? participleBehind(prose, target) : -1;
  return told >= 0 && DECIDED.has(prose.pieces[told]?.verb?.lemma ?? '') && lowerAt(prose, told + 1) === 'by';
};

/** "Be quoted 10 times", "get invited to 3 panels": others act. */
const isDoneToUs = ({ prose, clause }: Counted): boolean =>
  clause.opening === 'order' &&
  ['be', 'get'].includes(lowerAt(prose, clause.verb)) &&
  hasForm(prose.pieces[clause.verb + 1], Form.participle) &&
  !hasForm(prose.pieces[clause.verb + 1], Form.base) &&
  isBoundaryOrNumber(prose.pieces[clause.verb + 2]);

const isBoundaryOrNumber = (piece: Piece | undefined): boolean => isBoundary(piece) || (piece?.amount ?? -1) >= 0;

const DECIDED = new Set(
  'accept adopt approve award cite endorse feature grant mention quote recommend sign star download install'.split(' '),
);

const HOLDS = new Set(
  'hold run conduct undertake do have schedule host make give perform organize organise arrange set complete'.split(
    ' ',
  ),
);

/** "Hold a review call with every client", "have lunch with 5 neighbours": what is held is the call. */
const isMet = ({ prose, clause, target, governing }: Counted): boolean =>
  clause.opening === 'order' &&
  ['with', 'to', 'for'].includes(lowerAt(prose, target.first - 1)) &&
  target.first - clause.verb <= 6 &&
  HOLDS.has(governing?.verb?.lemma ?? '');

/** "Interview 20 users", "50 customers called": people who are met and stay as they were. */
const isContact = (counted: Counted): boolean => {
  const { prose, clause, target, governing } = counted;
  const verb = clause.opening === 'name' ? prose.pieces[participleBehind(prose, target)] : governing;
  return isVerb(verb, Verb.contact);
};

/** "lose 5 kg", "build 20 lb of muscle": a change of a measured thing. */
const isMeasured = ({ quantity }: Target): boolean =>
  quantity.kind === 'delta' && quantity.unit?.dimension === 'count' && /^(?:kg|lbs?|g|cm)$/i.test(quantity.unit.name);

/** "featured at 5 conferences", "mentioned in 3 papers": what others do. */
const isFeatured = (prose: Prose, target: Target): boolean =>
  prose.pieces.some(
    (piece, i) =>
      i < target.first &&
      /^(?:featured|mentioned|cited|listed|quoted|covered|published|adopted|used|integrated|recommended|recognized|recognised|accepted|downloaded|installed|starred|forked)$/.test(
        piece.lower,
      ),
  );

/** Output that others bring about: "get featured in 5 publications", "publications in the press". */
const isPublicity = (prose: Prose, clause: Clause, target: Target): boolean =>
  (['in', 'by', 'on', 'at', 'over'].includes(lowerAt(prose, target.first - 1)) ||
    /^(?:at|over)/i.test(target.quantity.text)) &&
  target.first - clause.verb > 1;
