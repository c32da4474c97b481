import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import type { IToken, TokenType } from 'chevrotain';
import type { AmountParts, QuantityParts, RateParts } from './quantity-grammar.ts';
import { parseLeadingQuantity, parseQuantity } from './quantity-grammar.ts';
import { readDigits, readNumberWords, scaleNamed } from './numbers.ts';
import { comesWhole, groupedByCommas, POINTED } from './point-groups.ts';
import type { Comparator, Quantity, QuantityKind, Unit } from './quantity.ts';
import type { Rate } from './units.ts';
import { countedUnit, rateNamed, ratePer, unitNamed, withRate } from './units.ts';
import type { ValueProblem } from './value-problem.ts';
import * as T from './value-tokens.ts';

/** What a text says as a quantity: the quantity, or a problem, or neither where it does not look like one. */
export interface QuantityReading {
  readonly quantity: Quantity | null;
  readonly problem: ValueProblem | null;
}

const NOTHING: QuantityReading = { quantity: null, problem: null };

/** No quantity is longer; what is longer is prose. */
const LONGEST = 200;

/**
 * Reads a text that is one quantity and nothing else, comparators included: `86%`, `>= 90%`, `at least 5`, `~2%`,
 * `$1.5M`, `3 of 5`, `1 per week`, `3 h 40 min`, `90% .. 95%`. Null where it is anything else.
 */
export function readQuantity(text: string): Quantity | null {
  return explainQuantity(text).quantity;
}

/** As `readQuantity`, with the problem where the text is a quantity but for a fault in a number (`13,1%`). */
export function explainQuantity(text: string): QuantityReading {
  if (text.length > LONGEST && text.trim().length > LONGEST) return NOTHING;
  return quantityOf(T.valueTokens(text), text);
}

/**
 * The longest quantity that begins at an offset of a text, or null where none does. Its offsets count from the start
 * of the text. `nounWords` is how many words the counted noun may have at most. Digits that a word is glued to ("2FA")
 * are no quantity.
 */
export function readQuantityAt(text: string, offset: number, nounWords = 2): Quantity | null {
  const tokens = T.valueTokens(text.slice(offset, offset + LONGEST));
  if (tokens[0]?.startOffset !== 0) return null;
  for (const token of tokens) token.startOffset += offset;
  return leadingQuantity(tokens, text, nounWords);
}

/** The longest quantity with which these tokens of a text begin. Offsets count from the start of that text. */
export function leadingQuantity(tokens: IToken[], text: string, nounWords = 2): Quantity | null {
  const first = tokens[0];
  const leading = parseLeadingQuantity(tokens, nounWords);
  if (!first || !leading) return null;
  const to = leading.end.startOffset + leading.end.image.length;
  const next = tokens[tokens.indexOf(leading.end) + 1];
  if (next && next.startOffset === to && T.isWord(next)) return null;
  return build(leading.parts, text, first.startOffset, to).quantity;
}

/** The quantity that exactly these tokens of a text make. Offsets count from the start of that text. */
export function quantityOf(tokens: IToken[], text: string): QuantityReading {
  const first = tokens[0];
  const last = tokens[tokens.length - 1];
  if (!first || !last || !tokens.some(isNumber) || tokens.some(isForeign)) return NOTHING;
  const parts = parseQuantity(tokens);
  if (!parts) return NOTHING;
  const from = first.startOffset;
  const to = last.startOffset + last.image.length;
  return build(parts, text, from, to);
}

/** No quantity holds one of these, so the grammar need not be asked, whose "no" costs more than its "yes". */
const FOREIGN = new Set<TokenType>([T.Arrow, T.To, T.From, T.Colon, T.Question, T.Little, T.Other, T.Day]);

function isForeign(token: IToken): boolean {
  return FOREIGN.has(token.tokenType);
}

function isNumber(token: IToken): boolean {
  return token.tokenType === T.Digits || token.tokenType === T.NumberWord;
}

interface Amount {
  readonly value: number;
  readonly whole: number | null;
  readonly unit: Unit | null;
  readonly scale: number | null;
}

function build(parts: QuantityParts, text: string, from: number, to: number): QuantityReading {
  const first = amountOf(parts.first, text);
  if (!first) return NOTHING;
  if ('message' in first) return { quantity: null, problem: first };
  const negative = parts.sign !== null && parts.sign.tokenType === T.Dash;
  let value: Quantity['value'] = negative ? -first.value : first.value;
  let unit = first.unit;
  if (parts.second) {
    const second = amountOf(parts.second, text);
    if (!second) return NOTHING;
    if ('message' in second) return { quantity: null, problem: second };
    const pair = rangeOf(value, first, parts.secondSign?.tokenType === T.Dash ? -second.value : second.value, second);
    if (!pair) return NOTHING;
    value = pair;
    unit = second.unit ?? first.unit;
  }
  const quantity: Quantity = {
    value,
    unit,
    op: opOf(parts),
    kind: kindOf(parts, unit),
    whole: first.whole,
    text: text.slice(from, to),
    from,
    to,
  };
  return { quantity, problem: null };
}

/** The first of a range takes the scale and the unit of the second: "20-100k", "90 .. 95%". Low first. */
function rangeOf(a: number, first: Amount, b: number, second: Amount): readonly [number, number] | null {
  if (first.unit && second.unit) {
    if (first.unit.dimension !== second.unit.dimension) return null;
    if (first.unit.dimension === 'currency' && first.unit.name !== second.unit.name) return null;
    a = (a * first.unit.factor) / second.unit.factor;
  }
  if (second.scale !== null && first.scale === null && a * second.scale <= b) a *= second.scale;
  return a <= b ? [a, b] : [b, a];
}

const OPS = new Map<TokenType, Comparator>([
  [T.AtLeast, '>='],
  [T.AtMost, '<='],
  [T.Over, '>'],
  [T.Under, '<'],
]);

function opOf(parts: QuantityParts): Comparator {
  const op = parts.comparison && OPS.get(parts.comparison.tokenType);
  if (op) return op;
  if (!parts.tail) return '=';
  return parts.tail.tokenType === T.OrLess ? '<=' : '>=';
}

function kindOf(parts: QuantityParts, unit: Unit | null): QuantityKind {
  if (unit?.dimension === 'times') return 'mult';
  return parts.sign ? 'delta' : 'abs';
}

/** The value, unit and whole of an amount; a problem where its digits are faulty; null where the words make no number. */
function amountOf(parts: AmountParts, text: string): Amount | ValueProblem | null {
  let value: number | null;
  if (parts.digits) {
    const digits = readDigits(parts.digits.image);
    if (digits.says !== null) return faultyNumber(parts.digits, digits.says, digits.better);
    value = digits.value;
  } else {
    value = readNumberWords(parts.words.map((word) => word.image).join(' '));
  }
  if (value === null) return null;
  const lead = parts.lead ? unitNamed(parts.lead.image) : null;
  const named = parts.unit.length ? unitOf(parts.unit, text) : null;
  if (lead && named && (lead.dimension !== 'currency' || lead.name !== named.name)) return null;
  let unit = lead ?? named ?? (parts.lead ? countedUnit(parts.lead.image) : null);
  const scale = parts.scale ? scaleNamed(parts.scale.image, unit?.dimension === 'currency') : null;
  if (scale !== null) value *= scale;
  for (const part of parts.more) {
    const amount = readDigits(part.digits.image);
    if (amount.says !== null) return faultyNumber(part.digits, amount.says, amount.better);
    // "m" behind hours is minutes; alone it is nothing of the table.
    const smaller = unitNamed(part.unit.image === 'm' ? 'min' : part.unit.image);
    if (!unit || !smaller || smaller.factor >= unit.factor) return null;
    value += (amount.value * smaller.factor) / unit.factor;
  }
  let whole: number | null = null;
  if (parts.whole) {
    const digits = parts.whole.tokenType === T.Digits ? readDigits(parts.whole.image) : null;
    if (digits && digits.says !== null) return faultyNumber(parts.whole, digits.says, digits.better);
    whole = digits ? digits.value : readNumberWords(parts.whole.image);
  }
  if (parts.rate) {
    const rate = rateOf(parts.rate, text);
    if (!rate) return null;
    unit = withRate(unit?.dimension === 'times' ? countedUnit('times') : unit, rate);
  }
  if (parts.digits && scale === null && unit !== null && POINTED.test(parts.digits.image) && comesWhole(unit)) {
    const better = groupedByCommas(parts.digits.image);
    return faultyNumber(parts.digits, said`"${parts.digits.image}" groups digits by points. Write ${better}.`, better);
  }
  return { value, whole, unit, scale };
}

function faultyNumber(token: IToken, message: Said, better: string | null): ValueProblem {
  const from = token.startOffset;
  const to = from + token.image.length;
  const fix = better === null ? null : { title: said`Write ${better}`, from, to, newText: better };
  return { message, severity: 'error', from, to, fix };
}

function unitOf(tokens: readonly IToken[], text: string): Unit {
  const noun = textOf(tokens, text);
  if (tokens[0]?.tokenType === T.Percent && tokens[0].image.length > 1) return unitNamed('pp') ?? countedUnit(noun);
  return unitNamed(noun) ?? countedUnit(noun);
}

function rateOf(parts: RateParts, text: string): Rate | null {
  const noun = textOf(parts.noun, text);
  const adverb = rateNamed(noun);
  if (adverb) return adverb;
  if (!parts.count) return ratePer(noun);
  const digits =
    parts.count.tokenType === T.Digits ? readDigits(parts.count.image).value : readNumberWords(parts.count.image);
  return digits === null || digits <= 0 ? null : ratePer(noun, digits);
}

/** The words as they are written, with one space where there were several. */
function textOf(tokens: readonly IToken[], text: string): string {
  const first = tokens[0];
  const last = tokens[tokens.length - 1];
  if (!first || !last) return '';
  return text.slice(first.startOffset, last.startOffset + last.image.length).replace(/\s+/g, ' ');
}
