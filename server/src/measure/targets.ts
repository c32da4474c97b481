import type { Clause } from './clause.ts';
import type { FoundDeadline } from './deadline-phrase.ts';
import { isOn, multipleOf, nounClasses, periodOf } from './lexicon.ts';
import type { NounClass } from './lexicon.ts';
import { nounPhraseAt, phraseClasses, shortName } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { Amount } from './prose-grammar.ts';
import type { Piece, Prose } from './prose.ts';
import { isVerb } from './prose.ts';
import type { Quantity, Unit } from './quantity.ts';
import { rateAfter, rateAt } from './rates.ts';
import type { FoundRate } from './rates.ts';
import type { Universal } from './universals.ts';
import { findUniversals } from './universals.ts';
import { countedUnit, unitNamed, withRate } from './units.ts';

/** A quantity to reach, with what it counts and where it stands. */
export interface Target {
  readonly quantity: Quantity;
  /** The phrase counted ("blog posts"), or null where the unit says it all. */
  readonly phrase: NounPhrase | null;
  readonly counts: ReadonlySet<NounClass>;
  readonly first: number;
  readonly last: number;
  readonly source: 'amount' | 'universal' | 'frequency' | 'multiple';
}

/** What a title's numbers are. */
export interface Numbers {
  readonly targets: readonly Target[];
  readonly baseline: Quantity | null;
}

const CURRENT = new Set([
  'current',
  'currently',
  'baseline',
  'starting',
  'today',
  'now',
  'was',
  'were',
  'previously',
  'versus',
  'vs',
  'compared',
  'original',
  'up',
  'down',
]);
const ASIDE = new Set([
  'in',
  'on',
  'across',
  'for',
  'with',
  'among',
  'amongst',
  'over',
  'from',
  'during',
  'after',
  'per',
  'between',
  'against',
  'around',
  'through',
  'under',
  'than',
  'besides',
  'via',
  'every',
  'using',
  'as',
  'including',
  'into',
]);

const lowerAt = (prose: Prose, at: number): string => prose.pieces[at]?.lower ?? '';

/** Reads which numbers are targets, which is the baseline, and which only describe something. */
export function readNumbers(prose: Prose, clause: Clause, deadline: FoundDeadline | null): Numbers {
  const candidates = prose.amounts.map((_, i) => i).filter((i) => counts(prose, i, deadline));
  const baselines = new Set<number>();
  let baseline: Quantity | null = null;
  for (const i of candidates) {
    if (baseline || !isBaseline(prose, i)) continue;
    baselines.add(i);
    const amount = prose.amounts[i];
    if (amount) baseline = describe(prose, clause, amount, 'abs').quantity;
  }
  const targets = chooseTargets(
    prose,
    clause,
    candidates.filter((i) => !baselines.has(i)),
    deadline,
  );
  if (baseline && targets[0]) baseline = sameUnit(baseline, targets[0].quantity);
  return { targets, baseline };
}

/** Whether an amount can be a quantity of the result at all: no year, no day, no part of a rate or of a description. */
function counts(prose: Prose, index: number, deadline: FoundDeadline | null): boolean {
  const amount = prose.amounts[index];
  if (!amount) return false;
  const { first, last } = amount;
  if (deadline && first >= deadline.first && first <= deadline.last) return false;
  const before = lowerAt(prose, first - 1);
  const after = lowerAt(prose, last + 1);
  const bare = amount.unit === null && typeof amount.value === 'number';
  const written = prose.pieces[first]?.text ?? '';
  if (
    bare &&
    /^(?:19|20)\d\d$/.test(written) &&
    first === last &&
    (isOn('prepositions', before) ||
      isOn('months', before) ||
      before === '' ||
      before === 'end' ||
      before === 'year' ||
      !nounPhraseAt(prose, last + 1))
  )
    return false;
  if (before === 'per' || before === 'every' || (before === 'each' && amount.unit?.dimension === 'time')) return false;
  if (isOn('months', before) && bare) return false;
  // "a 5k", "a 3-day event": the number describes one thing. "a 20% increase" does count.
  if (
    (before === 'a' || before === 'an') &&
    amount.unit?.name !== '%' &&
    amount.unit?.dimension !== 'currency' &&
    !amount.times &&
    !amount.compared
  ) {
    if (amount.unit !== null || /^\d/.test(written)) return after === 'point';
  }
  // "5 2h workshops": the second describes.
  const previous = prose.amounts[index - 1];
  if (previous && previous.last === first - 1 && previous.unit === null && amount.unit !== null) return false;
  if (amount.spelt && amount.value === 1) {
    if (['in', 'no', 'the', 'any', 'at', 'which', 'this', 'that', 'each', 'into', 'every'].includes(before))
      return false;
    if (['or', 'place', 'of', 'another', 'single'].includes(after)) return false;
  }
  return true;
}

function isBaseline(prose: Prose, index: number): boolean {
  const amount = prose.amounts[index];
  const next = prose.amounts[index + 1];
  if (!amount) return false;
  const before = lowerAt(prose, amount.first - 1);
  if (before === 'from') {
    if (next && isTo(prose, amount, next)) return true;
    // "improve the rate from 12 %": a level that something starts at, not a set that something comes from.
    return (
      amount.unit?.name === '%' ||
      lowerAt(prose, amount.first - 2) === 'up' ||
      lowerAt(prose, amount.first - 2) === 'down'
    );
  }
  if (next && amount.last + 1 < next.first && isArrow(prose, amount, next)) return true;
  for (let i = amount.first - 1; i >= Math.max(0, amount.first - 4); i--) {
    const lower = lowerAt(prose, i);
    if (CURRENT.has(lower) && ((lower !== 'up' && lower !== 'down') || lowerAt(prose, i + 1) === 'from')) {
      if (
        [
          'starting',
          'compared',
          'vs',
          'versus',
          'was',
          'were',
          'now',
          'up',
          'down',
          'today',
          'previously',
          'currently',
          'baseline',
        ].includes(lower)
      )
        return true;
      return (prose.pieces[amount.first]?.depth ?? 0) > 0;
    }
    if (prose.pieces[i]?.kind === 'comma' || (prose.pieces[i]?.kind === 'stop' && prose.pieces[i]?.text !== ':')) break;
  }
  return false;
}

/** "from 4 days to 2 days", "from 30 % of users to 40 %". */
function isTo(prose: Prose, from: Amount, to: Amount): boolean {
  for (let i = from.last + 1; i < to.first; i++) {
    const piece = prose.pieces[i];
    if (!piece || piece.kind === 'stop') return false;
    if ((piece.lower === 'to' || piece.lower === 'into') && i >= to.first - 3) return true;
  }
  return isArrow(prose, from, to);
}

function isArrow(prose: Prose, from: Amount, to: Amount): boolean {
  for (let i = from.last + 1; i < to.first; i++)
    if (/^(?:-+>|=>|[–—]>|[→⇒⟶➔➜➝➞⭢])$/.test(lowerAt(prose, i))) return true;
  return false;
}

interface Scored {
  readonly target: Target;
  readonly score: number;
}

function chooseTargets(
  prose: Prose,
  clause: Clause,
  candidates: readonly number[],
  deadline: FoundDeadline | null,
): readonly Target[] {
  const scored: Scored[] = [];
  for (const i of candidates) {
    const amount = prose.amounts[i];
    if (!amount) continue;
    const target = describe(prose, clause, amount, null);
    scored.push({ target, score: scoreOf(prose, clause, i, target) });
  }
  for (const universal of prose.english ? findUniversals(prose, clause) : []) {
    if (deadline && universal.at >= deadline.first && universal.at <= deadline.last) continue;
    const before = lowerAt(prose, universal.at - 1);
    const score = universal.subject ? 7 : before === 'across' || before === 'from' || before === 'with' ? 2 : 4;
    scored.push({ target: fromUniversal(prose, universal), score });
  }
  const multiple = prose.english ? fromMultiple(prose) : null;
  if (multiple) scored.push({ target: multiple, score: 6 });
  scored.sort((a, b) => a.target.first - b.target.first);
  const groups = splitResults(prose, clause, scored);
  const chosen: Target[] = [];
  for (const group of groups) {
    const best = group.reduce<Scored | null>((top, one) => (top === null || one.score > top.score ? one : top), null);
    if (best && best.score > 0 && (chosen.length === 0 || best.score >= 4)) chosen.push(best.target);
  }
  if (chosen.length > 0 || !prose.english) return chosen;
  const frequency = fromFrequency(prose, clause, deadline);
  return frequency ? [frequency] : [];
}

/** How likely an amount is what the title wants, by the words that lead to it. Zero or less: it only describes. */
function scoreOf(prose: Prose, clause: Clause, index: number, target: Target): number {
  const amount = prose.amounts[index];
  if (!amount) return 0;
  const piece = prose.pieces[amount.first];
  const before = lowerAt(prose, amount.first - 1);
  const governed = hasChange(prose, clause, amount.first);
  if ((piece?.depth ?? 0) > 0) return governed && amount.times ? 3 : 0;
  if (before === 'to' && governed) return 10;
  if (before === 'by' && (governed || target.quantity.kind === 'delta')) return 9;
  if (before === 'to' || before === 'of' || before === 'at' || before === 'is' || before === 'are') return 8;
  if (amount.within) return 4;
  if (amount.compared && !isOn('prepositions', before)) return before === 'with' ? 4 : 8;
  if (ASIDE.has(before))
    return amount.first === clause.start + 1
      ? 2
      : before === 'in' && target.quantity.unit?.dimension === 'time'
        ? 4
        : 3;
  return 8;
}

/** Whether a verb or noun of change stands before a piece. */
function hasChange(prose: Prose, clause: Clause, to: number): boolean {
  for (let i = clause.start; i < to; i++) {
    const piece = prose.pieces[i];
    if (isVerb(piece, 'up', 'down', 'better')) return true;
    if (piece && (isOn('more', piece.lower) || isOn('less', piece.lower))) return true;
  }
  return false;
}

/** Parts a title where a conjunction starts another result: another verb, or another number of its own. */
function splitResults(prose: Prose, clause: Clause, scored: readonly Scored[]): readonly Scored[][] {
  const groups: Scored[][] = [];
  let previous: Scored | null = null;
  for (const one of scored) {
    const parted = previous !== null && partsBetween(prose, clause, previous.target, one.target);
    if (parted || groups.length === 0) groups.push([]);
    groups[groups.length - 1]?.push(one);
    previous = one;
  }
  return groups;
}

function partsBetween(prose: Prose, clause: Clause, a: Target, b: Target): boolean {
  for (let i = a.last + 1; i < b.first; i++) {
    const piece = prose.pieces[i];
    if (!piece || piece.depth > 0) continue;
    const joins =
      piece.lower === 'and' ||
      piece.text === '&' ||
      piece.kind === 'comma' ||
      (piece.kind === 'stop' && piece.text !== ':' && i < b.first);
    if (!joins) continue;
    let next = i + 1;
    while (['and', '&', 'then', 'also', 'the', ','].includes(lowerAt(prose, next))) next++;
    if (next >= b.first && piece.kind !== 'comma') return true;
    const head = prose.pieces[next];
    if (head?.verb?.forms.has('base') && next < b.first && clause.opening !== 'name') return true;
    if (piece.kind === 'stop' && next < b.first) return true;
  }
  return false;
}

/** A found amount as a quantity of the result. `kind` null: read it from the words. */
function describe(prose: Prose, clause: Clause, amount: Amount, kind: Quantity['kind'] | null): Target {
  const { pieces } = prose;
  const phrase = nounAfter(prose, amount);
  const head = phrase ? lowerAt(prose, phrase.head) : '';
  const change = isOn('more', head) || isOn('less', head);
  let unit: Unit | null = amount.unit;
  let value = amount.value;
  const before = lowerAt(prose, amount.first - 1);
  if (amount.whole !== null && typeof value === 'number') {
    value = amount.whole > 0 ? Math.round((value / amount.whole) * 1000) / 10 : value;
    unit = unitNamed('%');
  }
  const quantityKind = kind ?? kindOf(prose, clause, amount, phrase);
  const times = amount.times && quantityKind === 'mult';
  let last = amount.last;
  let counted: NounPhrase | null = null;
  if (!times && unit === null) {
    counted = phrase;
    if (phrase && lowerAt(prose, phrase.head) === 'times') unit = countedUnit('times');
    else if (phrase) {
      unit = unitOfPhrase(prose, phrase);
      last = phrase.last;
    } else unit = unitBefore(prose, clause, amount.first);
  }
  let rate: FoundRate | null = null;
  if (!times) {
    const follow = rateAt(prose, last + 1);
    rate =
      follow ?? (unit?.dimension !== 'percent' && unit?.dimension !== 'points' ? rateAfter(prose, last + 1) : null);
  }
  if (!rate && phrase && counted) rate = rateBefore(prose, phrase);
  if (!rate && !phrase && unit?.dimension === 'count') rate = rateInName(prose, clause, amount.first);
  if (times) unit = unitNamed('x');
  if (rate) unit = withRate(unit, rate.rate);
  const a = pieces[amount.first];
  const b = pieces[amount.last];
  const from = a?.from ?? 0;
  const to = b?.to ?? from;
  void change;
  void before;
  return {
    quantity: {
      value,
      unit,
      op: amount.op,
      kind: quantityKind,
      whole: amount.whole,
      text: prose.text.slice(from, to),
      from,
      to,
    },
    phrase: counted ?? phrase,
    counts: phrase ? phraseClasses(prose, phrase) : new Set<NounClass>(),
    first: amount.first,
    last: Math.max(amount.last, counted?.last ?? amount.last),
    source: 'amount',
  };
}

/** The noun phrase behind an amount; "of" and determiners between them are stepped over. */
function nounAfter(prose: Prose, amount: Amount): NounPhrase | null {
  let at = amount.last + 1;
  if (lowerAt(prose, at) === 'of' && (amount.unit === null || amount.unit.name === '%')) at++;
  else if (lowerAt(prose, at) === 'of') return null;
  return nounPhraseAt(prose, at);
}

function unitOfPhrase(prose: Prose, phrase: NounPhrase): Unit {
  const text = shortName(prose, phrase);
  return (phrase.first === phrase.last ? unitNamed(text) : null) ?? countedUnit(text);
}

/** Where nothing stands behind a number, the thing counted stands before it: "weekly visitors to 750", "NPS of 50". */
function unitBefore(prose: Prose, clause: Clause, to: number): Unit | null {
  const name = nameBefore(prose, clause, to);
  if (!name) return null;
  const head = lowerAt(prose, name.head);
  const text = prose.pieces[name.head]?.text ?? '';
  const classes = nounClasses(head);
  if (/^[A-Z]{2,6}$/.test(text)) return countedUnit(text);
  if (/net promoter/i.test(prose.text.slice(prose.pieces[name.first]?.from ?? 0, prose.pieces[name.last]?.to ?? 0)))
    return countedUnit('NPS');
  if (classes.has('people') || classes.has('output')) return countedUnit(shortName(prose, name));
  if (head.endsWith('s') && classes.has('metric') && !head.endsWith('ss')) return countedUnit(shortName(prose, name));
  return null;
}

function nameBefore(prose: Prose, clause: Clause, to: number): NounPhrase | null {
  let end = to - 1;
  while (
    end >= 0 &&
    [
      'to',
      'of',
      'at',
      'from',
      'by',
      'is',
      'are',
      'be',
      'up',
      'down',
      'above',
      'below',
      'over',
      'under',
      'consistently',
      'stays',
      'remains',
      ':',
      '(',
    ].includes(lowerAt(prose, end))
  )
    end--;
  let start = end;
  while (start >= clause.start) {
    const piece = prose.pieces[start];
    if (
      !piece ||
      (piece.kind !== 'word' && piece.kind !== 'name') ||
      isOn('prepositions', piece.lower) ||
      isOn('conjunctions', piece.lower) ||
      isOn('determiners', piece.lower) ||
      isOn('auxiliaries', piece.lower)
    )
      break;
    if (start === clause.verb && clause.opening === 'order') break;
    start--;
  }
  return start + 1 > end ? null : { first: start + 1, last: end, head: end };
}

function rateBefore(prose: Prose, phrase: NounPhrase): FoundRate | null {
  for (let i = phrase.first; i < phrase.last; i++) if (periodOf(lowerAt(prose, i)) !== null) return rateAt(prose, i);
  return null;
}

function rateInName(prose: Prose, clause: Clause, to: number): FoundRate | null {
  for (let i = clause.start; i < to; i++) if (periodOf(lowerAt(prose, i)) !== null) return rateAt(prose, i);
  return null;
}

/** `abs`, `delta` or `mult`, by the words around the amount. */
function kindOf(prose: Prose, clause: Clause, amount: Amount, phrase: NounPhrase | null): Quantity['kind'] {
  const before = lowerAt(prose, amount.first - 1);
  const governed = hasChange(prose, clause, amount.first);
  if (amount.times)
    return before === 'by' || governed || !phrase
      ? before === 'of' || before === 'at'
        ? 'abs'
        : governed || before === 'by'
          ? 'mult'
          : phrase
            ? 'abs'
            : 'mult'
      : 'abs';
  if (amount.sign !== null && (before === 'by' || governed)) return 'delta';
  if (amount.sign === 1) return 'delta';
  if (before === 'by') return 'delta';
  if (phrase) {
    for (let i = phrase.first; i <= phrase.last; i++) {
      const lower = lowerAt(prose, i);
      if (lower === 'new' || lower === 'extra-ordinary' || lower === 'further') continue;
      if (isOn('more', lower) || isOn('less', lower)) return 'delta';
    }
  }
  if (before === 'additional' || before === 'extra' || lowerAt(prose, amount.first - 2) === 'additional')
    return 'delta';
  const verb = prose.pieces[clause.verb];
  if (
    verb &&
    isVerb(verb, 'up', 'down') &&
    clause.opening === 'order' &&
    multipleOf(verb.lower) === null &&
    amount.unit?.name === '%' &&
    !leadsToLevel(prose, clause, amount.first)
  )
    return 'delta';
  if (
    verb &&
    ['add', 'gain', 'onboard', 'build'].includes(verb.verb?.lemma ?? '') &&
    clause.opening === 'order' &&
    directObject(prose, clause, amount.first)
  ) {
    if (verb.verb?.lemma === 'build') return amount.unit !== null ? 'delta' : 'abs';
    return 'delta';
  }
  return 'abs';
}

const leadsToLevel = (prose: Prose, clause: Clause, to: number): boolean => {
  for (let i = clause.verb + 1; i < to; i++)
    if (['to', 'from', 'at', 'of', 'above', 'below', 'under', 'over', 'until'].includes(lowerAt(prose, i))) return true;
  return prose.amounts.some(
    (amount) =>
      amount.first === to &&
      amount.compared &&
      !['or'].includes(lowerAt(prose, to)) &&
      /^[<>≤≥bu]/i.test(lowerAt(prose, to)),
  );
};

const directObject = (prose: Prose, clause: Clause, at: number): boolean => {
  for (let i = clause.verb + 1; i < at; i++)
    if (isOn('prepositions', lowerAt(prose, i)) && lowerAt(prose, i) !== 'up') return false;
  return true;
};

function fromUniversal(prose: Prose, universal: Universal): Target {
  const piece: Piece | undefined = prose.pieces[universal.at];
  const from = piece?.from ?? 0;
  const to = piece?.to ?? from;
  const { phrase } = universal;
  const unit = universal.value === 100 ? unitNamed('%') : phrase ? countedUnit(shortName(prose, phrase)) : null;
  return {
    quantity: {
      value: universal.value,
      unit,
      op: '=',
      kind: 'abs',
      whole: null,
      text: prose.text.slice(from, to),
      from,
      to,
    },
    phrase,
    counts: phrase ? phraseClasses(prose, phrase) : new Set<NounClass>(universal.value === 100 ? ['people'] : []),
    first: universal.at,
    last: phrase?.last ?? universal.at,
    source: 'universal',
  };
}

/** "Double the number of …", "halve the cost", "by an order of magnitude". */
function fromMultiple(prose: Prose): Target | null {
  const { pieces } = prose;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || piece.kind !== 'word' || piece.amount >= 0) continue;
    let value = multipleOf(piece.lower);
    if (value !== null && pieces[i + 1]?.lower === 'down') continue;
    let last = i;
    if (piece.lower === 'half' && lowerAt(prose, i - 1) === 'in') value = 0.5;
    if (piece.lower === 'half' && lowerAt(prose, i - 1) === 'by') value = 0.5;
    if (piece.lower === 'order' && lowerAt(prose, i + 2) === 'magnitude') {
      value = hasDown(prose, i) ? 0.1 : 10;
      last = i + 2;
    }
    if (value === null) continue;
    const phrase = nounPhraseAt(prose, last + 1);
    const to = pieces[last]?.to ?? piece.to;
    return {
      quantity: {
        value,
        unit: unitNamed('x'),
        op: '=',
        kind: 'mult',
        whole: null,
        text: prose.text.slice(piece.from, to),
        from: piece.from,
        to,
      },
      phrase,
      counts: phrase ? phraseClasses(prose, phrase) : new Set<NounClass>(),
      first: i,
      last,
      source: 'multiple',
    };
  }
  return null;
}

const hasDown = (prose: Prose, to: number): boolean => prose.pieces.slice(0, to).some((piece) => isVerb(piece, 'down'));

/** "Send the newsletter weekly", "run a retrospective every month": once a period is a count. */
function fromFrequency(prose: Prose, clause: Clause, deadline: FoundDeadline | null): Target | null {
  const { pieces } = prose;
  const verb = pieces[clause.verb];
  for (let i = clause.start; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || piece.depth > 0 || (deadline && i >= deadline.first && i <= deadline.last)) continue;
    const rate = rateAt(prose, i);
    if (!rate || rate.rate.perSeconds === null) continue;
    if (isVerb(verb, 'up', 'down', 'better')) return null;
    if (
      /^(?:launch|create|build|define|implement|develop|introduce|establish|set|design|start)$/.test(
        verb?.verb?.lemma ?? '',
      ) &&
      periodOf(piece.lower) !== null
    )
      continue;
    const phrase =
      nounPhraseAt(prose, rate.last + 1) ?? (clause.verb >= 0 ? nounPhraseAt(prose, clause.verb + 1) : null);
    const noun = phrase ? shortName(prose, phrase) : '';
    if (periodOf(piece.lower) !== null && phrase && nounClasses(lowerAt(prose, phrase.head)).has('metric')) continue;
    const to = pieces[rate.last]?.to ?? piece.to;
    return {
      quantity: {
        value: 1,
        unit: withRate(countedUnit(noun), rate.rate),
        op: '=',
        kind: 'abs',
        whole: null,
        text: prose.text.slice(piece.from, to),
        from: piece.from,
        to,
      },
      phrase,
      counts: phrase ? phraseClasses(prose, phrase) : new Set<NounClass>(),
      first: i,
      last: rate.last,
      source: 'frequency',
    };
  }
  return null;
}

/** A baseline that has no unit of its own takes the target's. */
function sameUnit(baseline: Quantity, target: Quantity): Quantity {
  if (
    target.unit === null ||
    (baseline.unit !== null && baseline.unit.per === target.unit.per && baseline.unit.dimension !== 'count')
  )
    return baseline;
  if (baseline.unit !== null && baseline.unit.dimension !== 'count') return baseline;
  return target.unit.dimension === 'times' || target.kind === 'delta' ? baseline : { ...baseline, unit: target.unit };
}
