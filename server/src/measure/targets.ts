import type { Target } from './amount-meaning.ts';
import { isGoverned, signedLevel } from './amount-kind.ts';
import { meaningOf } from './amount-meaning.ts';
import type { Candidates } from './candidates.ts';
import { findCandidates } from './candidates.ts';
import type { Clause } from './clause.ts';
import {
  isInThatClause,
  isShareOfCases,
  isOfOneDeliverable,
  isOfPurpose,
  isParticiple,
  isQualifier,
  isRelative,
} from './described.ts';
import type { FoundDeadline } from './deadline-phrase.ts';
import type { Amount } from './amount.ts';
import { ofOneWhole } from './levels.ts';
import { comesWhole, POINTED } from './point-groups.ts';
import type { Piece, Prose } from './prose.ts';
import { hasForm, isNoun, isVerb, listed, lowerAt, pieceAt } from './prose.ts';
import { otherwise } from './quantity.ts';
import type { Quantity } from './quantity.ts';
import { findUniversals } from './universals.ts';
import type { Universal } from './universals.ts';
import { withRate } from './units.ts';
import { findFormerRank } from './rank.ts';
import { findFrequency, findOnce, findZeroed } from './words-for-numbers.ts';
import { findWordedFigure } from './worded-figures.ts';
import { Form, List, Noun, Verb } from './word-classes.ts';

/** What a title's numbers are. */
export interface Numbers {
  readonly targets: readonly Target[];
  readonly baseline: Quantity | null;
}

/** How strongly a number is said to be the one to reach. At `described` it only describes something. */
const WEIGHT = { described: 0, aside: 3, within: 4, direct: 8, by: 9, to: 10 } as const;

interface Scored {
  readonly target: Target;
  readonly score: number;
}

/** Prepositions behind which a number describes where, with whom or how: "in 5 cities", "with 3 partners". */
const ASIDES = new Set(
  'in on across for with among amongst over from during after per between against around through under than besides via every using as including into without'.split(
    ' ',
  ),
);

/** Reads which numbers are targets, which is the baseline, and which only describe something. */
export function readNumbers(prose: Prose, clause: Clause, deadline: FoundDeadline | null): Numbers {
  const candidates = findCandidates(prose, clause, deadline);
  const targets = chooseTargets(prose, clause, candidates, deadline);
  const first = candidates.baselines[0];
  const target = targets[0]?.quantity;
  if (first) {
    const said = meaningOf(prose, clause, first, isGoverned(prose, clause, first.first)).quantity;
    const from = said.kind === 'delta' ? otherwise(said, { value: signedLevel(first) }) : said;
    return inOneWhole({ targets: likeBaseline(targets, from), baseline: likeTarget(from, target) });
  }
  if (target?.unit?.name === 'rank') return { targets, baseline: findFormerRank(prose) };
  return { targets, baseline: target ? keptLevel(prose, clause, target) : null };
}

/** "Maintain the current rate of 5 %": the level to keep is the level it has. */
function keptLevel(prose: Prose, clause: Clause, target: Quantity): Quantity | null {
  const keeps = isVerb(pieceAt(prose, clause.verb), Verb.keep);
  return keeps && prose.pieces.some((piece) => piece.lower === 'current' && piece.from < target.from) ? target : null;
}

const withQuantity = ({ phrase, counts, first, last, source }: Target, quantity: Quantity): Target => ({
  quantity,
  phrase,
  counts,
  first,
  last,
  source,
});

/** "from 1/5 to 1/3": parts of different wholes are shares. */
function inOneWhole({ targets, baseline }: Numbers): Numbers {
  const [target, ...others] = targets;
  if (!target || !baseline) return { targets, baseline };
  const [from, quantity] = ofOneWhole(baseline, target.quantity);
  return { targets: [withQuantity(target, quantity), ...others], baseline: from };
}

/** "from $1.2M to 1.5M": a target without a unit of its own has the baseline's. */
function likeBaseline(targets: readonly Target[], { unit }: Quantity): readonly Target[] {
  const [target, ...others] = targets;
  if (!target || unit === null || target.phrase !== null || target.source !== 'amount') return targets;
  const own = target.quantity.unit;
  if (target.quantity.kind !== 'abs' || (own !== null && (own.dimension !== 'count' || unit.dimension === 'count')))
    return targets;
  return [withQuantity(target, otherwise(target.quantity, { unit })), ...others];
}

/** A baseline without a unit of its own has the target's; it is a level, whatever the target is. */
function likeTarget(baseline: Quantity, target: Quantity | undefined): Quantity {
  const level = otherwise(baseline, { kind: 'abs' });
  if (!target || target.kind !== 'abs' || target.unit === null) return level;
  if (baseline.unit !== null && baseline.unit.dimension !== 'count') return level;
  // "from 1.000 to 2.000 subscribers": only the second says what is counted.
  const { value, text } = baseline;
  const grouped = baseline.unit === null && typeof value === 'number' && POINTED.test(text) && comesWhole(target.unit);
  return otherwise(level, { unit: target.unit, value: grouped ? value * 1000 : value });
}

function chooseTargets(
  prose: Prose,
  clause: Clause,
  candidates: Candidates,
  deadline: FoundDeadline | null,
): readonly Target[] {
  const scored: Scored[] = candidates.figures.map((amount) => {
    const governed = isGoverned(prose, clause, amount.first);
    const target = meaningOf(prose, clause, amount, governed);
    return { target, score: scoreOf(prose, clause, amount, target, governed) };
  });
  if (prose.english) {
    for (const universal of findUniversals(prose, clause))
      scored.push({ target: universal.target, score: scoreOfUniversal(prose, clause, universal) });
    const worded = findWordedFigure(prose, clause);
    if (worded) scored.push({ target: worded, score: WEIGHT.direct - 1 });
    scored.sort((a, b) => a.target.first - b.target.first);
  }
  const chosen: Target[] = [];
  for (const group of splitResults(prose, clause, scored)) {
    const best = strongest(group);
    const owned = clause.heads.some(
      (head) => head > (chosen[chosen.length - 1]?.last ?? -1) && head < best.target.first,
    );
    const enough = chosen.length === 0 || owned ? WEIGHT.described : WEIGHT.within;
    if (best.score > enough && !pointsBack(prose, chosen, best.target)) chosen.push(best.target);
  }
  if (!prose.english) return chosen.slice(0, 1);
  if (chosen.length === 0) {
    const worded = findZeroed(prose, clause) ?? findOnce(prose, clause) ?? findFrequency(prose, clause, deadline);
    // "Regular practice (piano 2x/week)": how often stands in brackets.
    const aside = worded ? null : scored.find(({ target }) => target.quantity.unit?.name === 'times');
    return worded ? [worded] : aside ? [aside.target] : [];
  }
  return shareRate(prose, chosen);
}

const strongest = (group: readonly [Scored, ...Scored[]]): Scored =>
  group.reduce((top, one) => (one.score > top.score ? one : top));

/** "… all three pages" behind "3 pages": the same things again. */
const pointsBack = (prose: Prose, chosen: readonly Target[], { first, quantity }: Target): boolean =>
  chosen.some((one) => one.quantity.value === quantity.value) &&
  ['all', 'the', 'these', 'those', 'both', 'of'].includes(lowerAt(prose, first - 1));

/** The word that leads to an amount, past determiners and adjectives: "in the 5 largest …" is led by "in". */
function leadTo(prose: Prose, at: number): Piece | undefined {
  let i = at - 1;
  while (
    i > 0 &&
    (listed(prose.pieces[i], List.determiners | List.quality | List.settled) || prose.pieces[i]?.kind === 'sign') &&
    prose.pieces[i]?.lower !== 'all'
  )
    i--;
  return pieceAt(prose, i);
}

function scoreOf(prose: Prose, clause: Clause, amount: Amount, target: Target, governed: boolean): number {
  const piece = prose.pieces[amount.first];
  const before = leadTo(prose, amount.first)?.lower ?? '';
  if (piece && piece.depth > 0) {
    if (leadsFromBaseline(prose, amount.first)) return WEIGHT.to;
    if (governed && target.quantity.kind === 'mult') return WEIGHT.aside;
    if (/^(?:target|goal|to|by|from|:)$/.test(before)) return WEIGHT.within;
    return isNamedBefore(prose, amount, target) ? WEIGHT.within : WEIGHT.described;
  }
  if (isOfPurpose(prose, clause, amount.first, target) || isQualifier(prose, clause, amount)) return WEIGHT.described;
  if (isShareOfCases(prose, amount)) return WEIGHT.to + 1;
  if (before === 'to' && governed) return WEIGHT.to;
  if (before === 'by' && (governed || target.quantity.kind === 'delta')) return WEIGHT.by;
  if (amount.within) return isDescription(prose, clause, amount) ? WEIGHT.described : WEIGHT.within;
  if (before === 'with' && isEnding(prose, amount.first)) return WEIGHT.direct;
  if (before === 'with' && isLevel(target)) return WEIGHT.within + 1;
  if (ASIDES.has(before)) {
    // "in six days or fewer" is a limit, and no place.
    if (before === 'in' && target.quantity.unit?.dimension === 'time' && target.quantity.op !== '=')
      return WEIGHT.within;
    // "Translate the guide into 4 languages": so many are made of it.
    if (before === 'into' && SPREADS.has(prose.pieces[clause.verb]?.verb?.lemma ?? '')) return WEIGHT.within;
    if (isRelative(prose, clause, amount.first)) return WEIGHT.aside - 2;
    if (amount.first <= clause.start + 2) return WEIGHT.aside - 1;
    if (isOfOneDeliverable(prose, clause, amount.first, target)) return WEIGHT.described;
    return before === 'in' && target.quantity.unit?.dimension === 'time' ? WEIGHT.within : WEIGHT.aside;
  }
  if (isRelative(prose, clause, amount.first) && isOfOneDeliverable(prose, clause, amount.first, target))
    return WEIGHT.described;
  return isRelative(prose, clause, amount.first) ? WEIGHT.aside : WEIGHT.direct;
}

/** A share or a count of nothing: how well something is to go, where "with 3 partners" says who takes part. */
const isLevel = ({ quantity }: Target): boolean =>
  quantity.kind === 'abs' && (quantity.unit?.dimension === 'percent' || quantity.value === 0);

/** ", with a pass rate of 90%": a second result. "10 modules with 80% coverage" are such modules. */
function isFurtherLevel(prose: Prose, at: number, a: Target, b: Target): boolean {
  if (lowerAt(prose, at) !== 'with' || !isLevel(b)) return false;
  return prose.pieces[at - 1]?.kind === 'comma' || isMeasured(a);
}

const isMeasured = ({ quantity }: Target): boolean =>
  quantity.kind !== 'abs' || (quantity.unit !== null && quantity.unit.dimension !== 'count');

/** "New members bring ideas (at least 3 members)": brackets that say how many of what the title is about. */
function isNamedBefore(prose: Prose, amount: Amount, { phrase }: Target): boolean {
  const head = lowerAt(prose, phrase?.head ?? -1);
  return amount.compared && head !== '' && prose.pieces.slice(0, amount.first).some(({ lower }) => lower === head);
}

const SPREADS = new Set('translate localize localise dub subtitle port adapt expand internationalize'.split(' '));

/** "(82% → 90%)", "(from 3 to 5)": brackets that hold both ends. */
const leadsFromBaseline = (prose: Prose, at: number): boolean =>
  (prose.pieces[at - 2]?.amount ?? -1) >= 0 && /^(?:to|-+>|=>|[–—]>|[→⇒⟶➔➜➝➞⭢])$/.test(lowerAt(prose, at - 1));

/** "share of students employed within 6 months of graduation": the time is part of the figure's name. */
const isDescription = (prose: Prose, clause: Clause, amount: Amount): boolean =>
  clause.opening === 'name' &&
  isNoun(prose.pieces[clause.start], Noun.metric) &&
  lowerAt(prose, amount.last + 1) === 'of';

/** "Finish the quarter with 24 customers", "end the year with". */
const isEnding = (prose: Prose, at: number): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - 5); i--)
    if (['finish', 'end', 'close', 'exit', 'start', 'begin'].includes(prose.pieces[i]?.verb?.lemma ?? '')) return true;
  return false;
};

function scoreOfUniversal(prose: Prose, clause: Clause, universal: Universal): number {
  const { subject, lead, single, target } = universal;
  // "has a document that names all limits": what one thing does.
  if (!subject && clause.opening !== 'name' && isInThatClause(prose, clause, target.first)) return WEIGHT.described;
  if (isParticiple(prose, clause, target.first - 1)) return WEIGHT.described;
  // "Answer all letters within 2 days", "no letter is left": how many comes before how soon.
  const limited = prose.amounts.some((amount) => amount.within && amount.first > target.first);
  if (limited && !subject && (lead === '' || lead === 'to')) return WEIGHT.within + 1;
  if (universal.predicated) return WEIGHT.by;
  // "For each visit, 80% of …": the whole is where it holds.
  if (subject && lead !== '' && clause.opening !== 'order') return WEIGHT.within;
  // "All routes cut the fare by 10%", "every nurse gives 2 talks": what each does is told by the number.
  if (subject && clause.opening === 'statement' && isOfEach(prose, clause, single && target.quantity.value !== 0))
    return WEIGHT.direct - 1;
  if (subject) return clause.opening === 'order' ? WEIGHT.direct - 1 : WEIGHT.by;
  if (single && lead !== '') return WEIGHT.aside - 1;
  if (clause.opening === 'name' && ['with', 'from', 'on', 'through', 'into'].includes(lead)) return WEIGHT.described;
  if (target.quantity.value === 0) return lead === 'with' ? WEIGHT.within + 1 : WEIGHT.within;
  if (
    lead === 'across' ||
    lead === 'from' ||
    lead === 'with' ||
    lead === 'on' ||
    lead === 'into' ||
    lead === 'through'
  ) {
    // "links from all pages" tells where; "across all teams" tells how far, unless something is made once.
    return isVerb(prose.pieces[clause.verb], Verb.work) && lead !== 'across'
      ? WEIGHT.described
      : lead === 'from'
        ? WEIGHT.described
        : WEIGHT.aside - 2;
  }
  return WEIGHT.aside - (lead === '' ? 0 : 1);
}

/** Whether what is said of a whole tells of each of many: how much is changed, or exactly how much each gives. */
function isOfEach(prose: Prose, clause: Clause, single: boolean): boolean {
  if (isVerb(prose.pieces[clause.verb], Verb.up | Verb.down)) return true;
  const given = prose.amounts[prose.pieces[clause.verb + 1]?.amount ?? -1];
  return single && given?.op === '=' && !listed(prose.pieces[clause.verb], List.auxiliaries);
}

/** Parts the numbers where a conjunction starts another result: another verb, or another number of its own. */
function splitResults(
  prose: Prose,
  clause: Clause,
  scored: readonly Scored[],
): readonly (readonly [Scored, ...Scored[]])[] {
  const groups: [Scored, ...Scored[]][] = [];
  for (const one of scored) {
    const group = groups[groups.length - 1];
    // What only describes keeps no two results together.
    const previous = group?.findLast(({ score }) => score > WEIGHT.described) ?? group?.[group.length - 1];
    if (!group || !previous || partsBetween(prose, clause, previous, one)) groups.push([one]);
    else group.push(one);
  }
  return groups;
}

function partsBetween(prose: Prose, clause: Clause, a: Scored, b: Scored): boolean {
  if (a.score <= WEIGHT.described || b.score <= WEIGHT.described) return false;
  for (let i = a.target.first + 1; i < b.target.first; i++) {
    const piece = prose.pieces[i];
    if (!piece || piece.depth > 0 || piece.amount >= 0) continue;
    if (isFurtherLevel(prose, i, a.target, b.target)) return true;
    // "… while growing the volume by 40%"
    if (piece.lower === 'while' && hasForm(prose.pieces[i + 1], Form.gerund)) return true;
    const sentence = piece.kind === 'stop' && piece.text !== ':';
    if (
      !sentence &&
      piece.lower !== 'and' &&
      piece.text !== '&' &&
      !(piece.text === '+' && piece.from > (prose.pieces[i - 1]?.to ?? 0)) &&
      piece.kind !== 'comma'
    )
      continue;
    if (sentence) return b.score >= WEIGHT.direct || clause.heads.some((head) => head > i);
    if (clause.heads.some((head) => head > i && head < b.target.first)) return true;
    // "60 minutes guitar and 30 minutes piano", "A to 10 and B to 20", "2 of these, and 4 of those"
    if (onlySmallWords(prose, i + 1, b.target.first)) return !ASIDES.has(leadTo(prose, a.target.first)?.lower ?? '');
    if (b.score >= WEIGHT.by || (b.score >= WEIGHT.direct && a.score >= WEIGHT.direct && piece.kind !== 'comma'))
      return true;
  }
  return false;
}

const onlySmallWords = (prose: Prose, from: number, to: number): boolean => {
  for (let i = from; i < to; i++)
    if (!listed(prose.pieces[i], List.determiners | List.conjunctions) && prose.pieces[i]?.kind !== 'sign')
      return false;
  return true;
};

/** "3 posts and 2 videos per month": the rate at the end of a list is the rate of all. */
function shareRate(prose: Prose, targets: readonly Target[]): readonly Target[] {
  const last = targets[targets.length - 1];
  const per = last?.quantity.unit?.per;
  if (!last || targets.length < 2 || per === null || per === undefined) return targets;
  const rate = { per, perSeconds: last.quantity.unit?.perSeconds ?? null };
  return targets.map((target, i) => {
    const next = targets[i + 1];
    const { unit } = target.quantity;
    const listedTogether = next !== undefined && target.source === 'amount' && next.first - target.last <= 3;
    if (
      !listedTogether ||
      !unit ||
      unit.per !== null ||
      rate.perSeconds === null ||
      isNoun(prose.pieces[target.last], Noun.metric)
    )
      return target;
    return withQuantity(target, otherwise(target.quantity, { unit: withRate(unit, rate) }));
  });
}
