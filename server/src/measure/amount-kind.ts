import type { Clause } from './clause.ts';
import { governor } from './clause.ts';
import { foreignChange, foreignTo } from './foreign-words.ts';
import { isMeasureAt } from './measure-words.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { Amount } from './amount.ts';
import type { Prose } from './prose.ts';
import { hasForm, isNoun, isVerb, listed, lowerAt, pieceAt } from './prose.ts';
import type { QuantityKind } from './quantity.ts';
import { rateAt } from './rates.ts';
import { Form, List, Noun, Verb } from './word-classes.ts';

const isRateNext = (prose: Prose, at: number): boolean => rateAt(prose, at) !== null || lowerAt(prose, at) === 'times';

const ARROW = /^(?:-+>|=>|[–—]>|[→⇒⟶➔➜➝➞⭢])$/;
const CHANGES = new Set(['increase', 'reduction', 'decrease', 'improvement', 'growth']);

/** Whether a verb or noun of change leads to a piece. */
export function isGoverned(prose: Prose, clause: Clause, to: number): boolean {
  const verb = pieceAt(prose, governor(prose, clause, to));
  if (isVerb(verb, Verb.up | Verb.down | Verb.better)) return true;
  for (let i = clause.start; i < to; i++) {
    const piece = prose.pieces[i];
    if (piece && piece.depth === 0 && (isVerb(piece, Verb.up | Verb.down) || CHANGES.has(piece.lower))) return true;
  }
  return false;
}

const CHANGE_NOUNS =
  /^(?:increase|decrease|reduction|growth|improvement|gain|rise|drop|decline|uplift|cut|savings?|boost|lift|bump|jump|hike)$/;

/** `abs`, `delta` or `mult`, by the words around the amount. */
export function kindOf(
  prose: Prose,
  clause: Clause,
  amount: Amount,
  phrase: NounPhrase | null,
  governed: boolean,
): QuantityKind {
  if (!prose.english)
    return amount.unit?.name === '%' && foreignChange(prose) !== null && !foreignTo(prose, amount) ? 'delta' : 'abs';
  const before = lowerAt(prose, amount.first - 1);
  const after = lowerAt(prose, amount.last + 1);
  if (amount.times && ['the', 'our', 'as', 'that'].includes(lowerAt(prose, amount.last + 1))) return 'mult';
  if (amount.times)
    return before !== 'of' && before !== 'at' && before !== 'to' && (before === 'by' || governed) && !phrase
      ? 'mult'
      : !phrase && !isRateNext(prose, amount.last + 1) && before !== 'of' && before !== 'at'
        ? 'mult'
        : isChangePhrase(prose, phrase)
          ? 'mult'
          : 'abs';
  if (isSignOfLevel(prose, amount)) return 'abs';
  if (amount.sign === 1 || (amount.sign === -1 && (before === 'by' || governed))) return 'delta';
  if (ARROW.test(before)) return 'abs';
  if (amount.sign === -1 && amount.unit !== null && amount.unit.dimension !== 'currency') return 'delta';
  const figure = amount.unit !== null && amount.unit.dimension !== 'count';
  const makesUp = pieceAt(prose, amount.first - 2)?.verb?.lemma === 'make';
  if (makesUp && before === 'up') return 'abs';
  if (['up', 'down'].includes(before) && !prose.pieces.some((piece) => piece.lower === 'from')) return 'delta';
  if (before === 'by' && isShareOfActors(prose, amount, phrase)) return 'abs';
  if (before === 'by' && (governed || figure)) return 'delta';
  if (
    ['additional', 'extra', 'another', 'further'].includes(before) ||
    ['additional', 'extra'].includes(lowerAt(prose, amount.first - 2))
  )
    return 'delta';
  if (['more', 'fewer', 'less', 'additional', 'extra', 'further'].includes(after)) return 'delta';
  const points = /^(?:pts?|points?)$/.test(after) && CHANGE_NOUNS.test(lowerAt(prose, amount.last + 2));
  const loses = isMeasureAt(prose, amount.last + 1) && ['loss', 'gain'].includes(lowerAt(prose, phrase?.head ?? -1));
  if (points || loses || (figure && isChangePhrase(prose, phrase))) return 'delta';
  // "30%–40%": the end of a range of levels.
  if (pieceAt(prose, amount.first - 1)?.kind === 'dash' && (pieceAt(prose, amount.first - 2)?.amount ?? -1) >= 0)
    return 'abs';
  const verb = governor(prose, clause, amount.first);
  const direct = isDirect(prose, verb, amount.first);
  const piece = pieceAt(prose, verb);
  if (direct && isVerb(piece, Verb.up | Verb.down) && amount.unit?.name === '%' && !amount.compared) return 'delta';
  const lemma = piece?.verb?.lemma ?? '';
  // "onboard customers in less than 10 days": what is added has no upper limit.
  const limited = amount.op === '<' || amount.op === '<=';
  if (direct && !limited && ['add', 'gain'].includes(lemma)) return 'delta';
  if (direct && ['lose', 'build', 'shed', 'drop'].includes(lemma) && isMeasureAt(prose, amount.last + 1))
    return 'delta';
  return 'abs';
}

/** "from -10 to +15", "-€2M -> -€500k": a sign behind what leads to a level says on which side of zero it is. */
function isSignOfLevel(prose: Prose, { sign, first, compared, value }: Amount): boolean {
  if (sign === null) return false;
  const before = lowerAt(prose, first - 1);
  return (
    ARROW.test(before) ||
    LEADS_TO_LEVEL.has(before) ||
    (before !== 'by' && sign === -1 && (compared || typeof value !== 'number'))
  );
}
const LEADS_TO_LEVEL = new Set(['from', 'to', 'into', 'at', 'of', 'than', '..', '…', '=']);

/** What an amount says as a level: below zero with a minus. */
export function signedLevel({ value, sign }: Amount): Amount['value'] {
  if (sign !== -1) return value;
  return typeof value === 'number' ? -value : [-value[0], value[1]];
}

/** "accepted by 80% of customers": who does it, not by how much it changes. */
function isShareOfActors(prose: Prose, amount: Amount, phrase: NounPhrase | null): boolean {
  if (amount.unit?.name !== '%' || lowerAt(prose, amount.last + 1) !== 'of' || !phrase) return false;
  const done = prose.pieces[amount.first - 2];
  const participle = done?.verb ? hasForm(done, Form.participle) : /[^e]ed$/.test(done?.lower ?? '');
  const actors = isNoun(prose.pieces[phrase.head], Noun.people | Noun.staff);
  return participle && actors && !isVerb(done, Verb.up | Verb.down | Verb.better);
}

const isChangePhrase = (prose: Prose, phrase: NounPhrase | null): boolean => {
  if (!phrase) return false;
  for (let i = phrase.first; i <= phrase.last; i++) {
    const lower = lowerAt(prose, i);
    if (
      CHANGE_NOUNS.test(lower) ||
      /^(?:more|less|fewer|faster|lower|higher|better|additional|cheaper|smaller)$/.test(lower)
    )
      return true;
  }
  return false;
};

/** Whether no preposition stands between a verb and what follows: "increase sign-ups 20%", "add 5 customers". */
function isDirect(prose: Prose, verb: number, at: number): boolean {
  for (let i = verb + 1; i < at; i++) {
    if (
      listed(prose.pieces[i], List.prepositions) &&
      !['of', 'in', 'for', 'on', 'with', 'up'].includes(lowerAt(prose, i))
    )
      return false;
    if (listed(prose.pieces[i], List.prepositions) && lowerAt(prose, at - 1) === lowerAt(prose, i)) return false;
  }
  return true;
}
