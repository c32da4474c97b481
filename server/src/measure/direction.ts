import type { Target } from './amount-meaning.ts';
import type { Clause } from './clause.ts';
import { governor } from './clause.ts';
import { foreignChange } from './foreign-words.ts';
import { multipleOf } from './lexicon.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { Piece, Prose } from './prose.ts';
import { hasForm, isVerb, listed, lowerAt, pieceAt } from './prose.ts';
import type { Direction } from './reading.ts';
import type { Numbers } from './targets.ts';
import { widens } from './unbounded.ts';
import { Form, List, Verb } from './word-classes.ts';

export interface DirectionVerdict {
  readonly direction: Direction;
  /** The piece that decided, or -1. */
  readonly at: number;
}

const middle = (value: number | readonly [number, number]): number =>
  typeof value === 'number' ? value : (value[0] + value[1]) / 2;

/**
 * Where the figure is to go: by the numbers where there are two, else by the verb or noun of change that leads to the
 * first target. `elsewhere` is the index of a goal that is written elsewhere, or -1.
 */
export function directionOf(prose: Prose, clause: Clause, numbers: Numbers, elsewhere: number): DirectionVerdict {
  const target = numbers.targets[0];
  if (!target) {
    if (!prose.english) return foreignChange(prose) ?? { direction: 'none', at: -1 };
    const change = changeWithoutNumber(prose, clause);
    if (change) return change;
    if (elsewhere >= 0) return { direction: 'reach', at: elsewhere };
    return { direction: 'none', at: -1 };
  }
  const keep = keepWord(prose, clause, target);
  if (keep >= 0) return { direction: 'maintain', at: keep };
  if (isNamedBand(clause, target)) return { direction: 'maintain', at: target.first };
  const { baseline } = numbers;
  if (baseline && target.quantity.kind === 'abs') {
    const from = middle(baseline.value) * (baseline.unit?.factor ?? 1);
    const to = middle(target.quantity.value) * (target.quantity.unit?.factor ?? 1);
    if (from !== to) return { direction: to > from ? 'increase' : 'decrease', at: target.first };
  }
  if (!prose.english) return foreignChange(prose) ?? { direction: 'reach', at: target.first };
  if (target.source === 'zeroed') return { direction: 'decrease', at: target.first };
  if (target.source === 'multiple')
    return { direction: middle(target.quantity.value) >= 1 ? 'increase' : 'decrease', at: target.first };
  return changeTo(prose, clause, target) ?? aside(prose, target) ?? { direction: 'reach', at: target.first };
}

/** "Bed occupancy between 85% and 92%": a figure and nothing that is done to it stays within the two. */
const isNamedBand = (clause: Clause, { first, quantity }: Target): boolean =>
  clause.opening === 'name' &&
  first > clause.start &&
  quantity.kind === 'abs' &&
  typeof quantity.value !== 'number' &&
  /^between\b/i.test(quantity.text);

/** "keep", "maintain", "stay" as the verb that leads to the target or that the counted thing is the subject of. */
function keepWord(prose: Prose, clause: Clause, target: Target): number {
  const verb = governor(prose, clause, target.first);
  if (isVerb(pieceAt(prose, verb), Verb.keep) && pieceAt(prose, verb)?.verb?.lemma !== 'retain') return verb;
  for (let i = clause.start; i < prose.pieces.length; i++) {
    const piece = prose.pieces[i];
    if (!piece || piece.depth > 0 || !isVerb(piece, Verb.keep) || piece.verb?.lemma === 'retain') continue;
    const finite = (hasForm(piece, Form.base) || hasForm(piece, Form.present)) && !isOfName(prose, i);
    if (i < target.first ? finite && !clause.heads.some((head) => head > i && head < target.first) : i === clause.verb)
      return i;
  }
  return -1;
}

/** "length of stay", "guests who stay longer": what is counted, and nothing that is kept. */
const isOfName = (prose: Prose, at: number): boolean => {
  const before = prose.pieces[at - 1];
  return (
    ['that', 'which', 'who'].includes(before?.lower ?? '') ||
    (listed(before, List.prepositions | List.determiners) && before?.lower !== 'to')
  );
};

const more = (at: number): DirectionVerdict => ({ direction: 'increase', at });
const less = (at: number): DirectionVerdict => ({ direction: 'decrease', at });

/** The verb or noun of change that leads to a target, or null. */
function changeTo(prose: Prose, clause: Clause, target: Target): DirectionVerdict | null {
  const { quantity } = target;
  const verb = governor(prose, clause, target.first);
  const piece = pieceAt(prose, verb);
  const before = lowerAt(prose, target.first - 1);
  const led =
    /^(?:to|by|from|at|above|below|under|over|is|of|for|until|than|:)$/.test(before) ||
    quantity.kind !== 'abs' ||
    !listed(pieceAt(prose, target.first - 1), List.prepositions);
  // "onboarding time < 10 days": more of something is not meant by what it may not exceed.
  const limits = /^</.test(quantity.op) && quantity.kind === 'abs' && before !== 'to';
  const raises = piece?.verb?.lemma === 'raise' && quantity.kind === 'abs' && !['to', 'by', 'from'].includes(before);
  if (led && !raises && multipleOf(piece?.lower ?? '') === null) {
    if (isVerb(piece, Verb.up) && !limits) return more(verb);
    if (isVerb(piece, Verb.down) && !negated(prose, verb)) return less(verb);
    // "improve the rating to 4.5": better is more, save of times and of what stays below a bound.
    const rises = before === 'to' && quantity.unit?.dimension !== 'time' && !/^[<]/.test(quantity.op);
    if (isVerb(piece, Verb.better) && rises) return more(verb);
  }
  // "the share increased to 85 %", "an increase in users to 5k", "reviewing time falls to 5 days"
  if (led) {
    for (let i = clause.start; i < target.first; i++) {
      const word = prose.pieces[i];
      if (!word || word.depth > 0 || i === verb) continue;
      const noun = ['increase', 'growth', 'rise'].includes(word.lower)
        ? more(i)
        : ['reduction', 'decrease', 'drop', 'decline'].includes(word.lower)
          ? less(i)
          : null;
      if (noun && clause.heads.every((head) => head <= i || head > target.first || head === verb)) return noun;
      const finite =
        word.verb &&
        (hasForm(word, Form.past) || hasForm(word, Form.gerund) || i === clause.verb) &&
        !isInsidePurpose(prose, i) &&
        !negated(prose, i);
      if (finite && isVerb(word, Verb.up) && !limits) return more(i);
      if (finite && isVerb(word, Verb.down)) return less(i);
    }
  }
  if (quantity.kind === 'delta' && before === 'up') return more(target.first - 1);
  if (quantity.kind === 'delta' && before === 'down') return less(target.first - 1);
  if (quantity.kind === 'abs') return null;
  return changeAfter(prose, target, piece, verb);
}

/** "to lower the barrier": what something is for, not what it does. */
const isInsidePurpose = (prose: Prose, at: number): boolean =>
  lowerAt(prose, at - 1) === 'to' || lowerAt(prose, at - 1) === 'at';

/** "20% fewer tickets", "10% growth", "24 more customers": the words behind the number. */
function changeAfter(prose: Prose, target: Target, verb: Piece | undefined, at: number): DirectionVerdict | null {
  const comparedUse = target.quantity.op === '<=' || target.quantity.op === '<';
  for (let i = target.first; i <= Math.min(target.last + 3, prose.pieces.length - 1); i++) {
    const piece = prose.pieces[i];
    if (!piece || piece.kind === 'comma') break;
    if (listed(piece, List.less)) return less(i);
    if (listed(piece, List.more)) return comparedUse ? null : more(i);
  }
  if (/^[-–−]/.test(target.quantity.text)) return less(target.first);
  return isVerb(verb, Verb.down) ? less(at) : more(target.first);
}

/** "reach 700 (a 40% increase)": what stands in brackets behind the target. */
function aside(prose: Prose, target: Target): DirectionVerdict | null {
  for (let i = target.last + 1; i < prose.pieces.length; i++) {
    const piece = prose.pieces[i];
    if (!piece || piece.depth === 0) continue;
    if (['increase', 'growth', 'up'].includes(piece.lower)) return more(i);
    if (['decrease', 'reduction', 'down'].includes(piece.lower)) return less(i);
  }
  return null;
}

/** The direction of a title without a number: its own verb's, its first word's, or its purpose's where its verb is vague. */
function changeWithoutNumber(prose: Prose, clause: Clause): DirectionVerdict | null {
  const { pieces } = prose;
  const first = pieces[clause.start];
  const verb = pieceAt(prose, clause.verb);
  if (clause.opening === 'order' || clause.opening === 'statement') {
    // "Expand to Kenya", "extend the API to cover sound": a step, and no figure.
    if (widens(verb) && isPlaceAt(prose, (nounPhraseAt(prose, clause.verb + 1)?.last ?? clause.verb) + 1)) return null;
    if (isVerb(verb, Verb.up))
      return clause.opening === 'statement' && negated(prose, clause.verb) ? null : more(clause.verb);
    if (isVerb(verb, Verb.down))
      return clause.opening === 'statement' && negated(prose, clause.verb) ? null : less(clause.verb);
    if (
      isVerb(verb, Verb.obtain | Verb.attain) &&
      ['more', 'another', 'additional'].includes(lowerAt(prose, clause.verb + 1))
    )
      return more(clause.verb + 1);
    if (isVerb(verb, Verb.attain | Verb.obtain) && ['fewer', 'less'].includes(lowerAt(prose, clause.verb + 1)))
      return less(clause.verb + 1);
    const object =
      lowerAt(prose, clause.verb + 1) === 'an' || lowerAt(prose, clause.verb + 1) === 'a'
        ? lowerAt(prose, clause.verb + 2)
        : '';
    if (object === 'increase') return more(clause.verb + 2);
    if (object === 'decrease' || object === 'reduction') return less(clause.verb + 2);
    if (clause.opening === 'order' && isVerb(verb, Verb.keep)) return { direction: 'maintain', at: clause.verb };
    // "Ship more features", "attract fewer bots": the object says which way.
    const how = clause.opening === 'order' ? lowerAt(prose, clause.verb + 1) : '';
    if (how === 'more') return more(clause.verb + 1);
    if (how === 'fewer' || how === 'less') return less(clause.verb + 1);
    const end = pieces.length - (pieces[pieces.length - 1]?.kind === 'stop' ? 2 : 1);
    if (clause.opening === 'order' && lowerAt(prose, end) === 'more') return more(end);
    if (isVerb(verb, Verb.better)) {
      const to = pieces.findIndex(
        (piece, i) =>
          i > clause.verb &&
          piece.lower === 'to' &&
          isVerb(pieces[i + 1], Verb.up | Verb.down) &&
          hasForm(pieces[i + 1], Form.base),
      );
      if (to >= 0) return isVerb(pieces[to + 1], Verb.up) ? more(to + 1) : less(to + 1);
    }
    return null;
  }
  if (isVerb(first, Verb.up) || ['more', 'higher', 'growth', 'additional'].includes(first?.lower ?? ''))
    return more(clause.start);
  if (
    isVerb(first, Verb.down) ||
    ['reduction', 'fewer', 'less', 'lower', 'drop', 'decline'].includes(first?.lower ?? '')
  )
    return less(clause.start);
  return null;
}

/** "to Kenya", "into Wales", "to cover sound": not "into new markets". */
const isPlaceAt = (prose: Prose, at: number): boolean =>
  ['to', 'with', 'by'].includes(lowerAt(prose, at)) ||
  (lowerAt(prose, at) === 'into' && /^[A-Z]/.test(prose.pieces[at + 1]?.text ?? ''));

const negated = (prose: Prose, at: number): boolean =>
  /(?:^not|n't|^no|^never|^cannot)$/.test(lowerAt(prose, at - 1)) || lowerAt(prose, at - 2) === 'not';
