import { said } from '../syntax/said.ts';
import type { IToken } from 'chevrotain';
import { bandOf, readHold } from './hold.ts';
import { leftQuantity } from './left-quantity.ts';
import { boundOf, changeOf, isRise, measureOf } from './levels.ts';
import type { Baseline } from './levels.ts';
import {
  bareBand,
  bareQuantity,
  clockIn,
  explainTarget,
  nothingToRead,
  percentOfPercent,
  SHAPES,
} from './metric-problems.ts';
import { baselineBefore, boundBefore, failure, lastIndexOfType, MOST_TRIES, nameOf, success } from './metric-value.ts';
import type { MetricReading, Value } from './metric-value.ts';
import { mayBeThousands } from './point-groups.ts';
import { inPromoterScore } from './promoter-score.ts';
import type { Quantity } from './quantity.ts';
import { quantityOf } from './read-quantity.ts';
import { error } from './value-problem.ts';
import type { ValueFix } from './value-problem.ts';
import * as T from './value-tokens.ts';

/** A longer value is no measure, and is not looked at. */
const LONGEST = 2000;

/**
 * Reads the value of `metric:`. The line is split at the rightmost arrow; else at the rightmost comparator with a
 * quantity behind it; else at the rightmost "to" with quantities on both sides. What stands to the left of the left
 * quantity is the name.
 */
export function readMetric(text: string): MetricReading {
  const reading = readOnce(text);
  const { measure, problem } = reading;
  return problem?.severity === 'error' && problem.fix
    ? { measure, problem: { ...problem, fix: withFurther(text, problem.fix) } }
    : reading;
}

/** How many faults of a value one fix mends. */
const MOST_FAULTS = 4;

/** The fix with those of the faults behind it that it would bring to light: "5,5 to 7,25" takes one, not two. */
function withFurther(text: string, fix: ValueFix): ValueFix {
  const { from } = fix;
  let mended = text.slice(0, from) + fix.newText + text.slice(fix.to);
  let end = from + fix.newText.length;
  for (let faults = 1; faults < MOST_FAULTS; faults++) {
    const { problem } = readOnce(mended);
    const next = problem?.severity === 'error' ? problem.fix : null;
    if (!next || next.from < end) break;
    mended = mended.slice(0, next.from) + next.newText + mended.slice(next.to);
    end = next.from + next.newText.length;
  }
  const to = text.length - (mended.length - end);
  if (to === fix.to) return fix;
  const newText = mended.slice(from, end);
  return { title: said`Write ${newText}`, from, to, newText };
}

function readOnce(text: string): MetricReading {
  if (text.length > LONGEST && text.trim().length > LONGEST) {
    return failure(error(said`This is too long to be a measure. ${SHAPES}`, 0, text.length));
  }
  const value = { text, tokens: T.valueTokens(text) };
  if (value.tokens.length === 0) return failure(error(said`The metric is empty. ${SHAPES}`, 0, text.length));
  const clock = clockIn(value);
  if (clock) return failure(clock);
  const reading =
    readWord(value) ??
    readHold(value) ??
    readArrow(value) ??
    readBound(value) ??
    readTo(value) ??
    readChange(value) ??
    readFaultyBound(value, isComparisonSign) ??
    readBare(value) ??
    readFaultyTo(value) ??
    readFaultyBound(value, T.isComparison) ??
    failure(nothingToRead(value));
  const named = reading.measure === null ? reading : { ...reading, measure: inPromoterScore(reading.measure) };
  return withPointHint(withRelativeHint(named));
}

/** `done`, `tasks`, with a name only in front of a colon: "tickets done" is the name of a count. */
function readWord(value: Value): MetricReading | null {
  const last = value.tokens.length - 1;
  const word = value.tokens[last]?.image.toLowerCase();
  if ((word !== 'done' && word !== 'tasks') || (last > 0 && value.tokens[last - 1]?.tokenType !== T.Colon)) return null;
  return success({ kind: word, name: nameOf(value, 0, last) });
}

function readArrow(value: Value): MetricReading | null {
  const arrow = lastIndexOfType(value.tokens, T.Arrow);
  if (arrow < 0) return null;
  const left = baselineBefore(value, arrow);
  if (left.problem) return failure(left.problem);
  const name = nameOf(value, 0, left.start);
  const base = baselineBehind(value, arrow + 1);
  const target = value.tokens.slice(arrow + 1, base.end);
  const right = quantityOf(target, value.text);
  const from = left.from ?? base.from;
  // "-> +15 from -10" says from what the 15 are added.
  if (left.from === null && base.from !== null && right.quantity && isRise(right.quantity))
    return success(changeOf(name, right.quantity, base.from));
  if (right.quantity) return success(measureOf(name, from, right.quantity));
  const { quantity, problem } = explainTarget(value, target, name, right.problem);
  return { measure: quantity && measureOf(name, from, quantity), problem };
}

/** "from 31%" at the end of the value, where a quantity or `?` stands behind it. `end` is where it begins. */
function baselineBehind(value: Value, start: number): { readonly from: Baseline; readonly end: number } {
  const { tokens, text } = value;
  const index = lastIndexOfType(tokens, T.From);
  if (index <= start) return { from: null, end: tokens.length };
  if (tokens[index + 1]?.tokenType === T.Question && index + 2 === tokens.length)
    return { from: 'unknown', end: index };
  const { quantity } = quantityOf(tokens.slice(index + 1), text);
  return quantity?.op === '=' ? { from: quantity, end: index } : { from: null, end: tokens.length };
}

function readBound(value: Value): MetricReading | null {
  const base = baselineBehind(value, 0);
  const bound = boundBefore(value, base.end);
  if (!bound) return null;
  const { quantity, problem } = bound.reading;
  // "from under 5 to over 10" goes from a level to a level.
  const to = bound.index - 1;
  if (value.tokens[to]?.tokenType === T.To && baselineBefore(value, to).from !== null) return null;
  if (!quantity) return { measure: null, problem };
  const name = nameOf(value, 0, bound.index);
  return success(base.from === null ? boundOf(name, quantity) : measureOf(name, base.from, quantity));
}

/** A sign such as ">=" can be nothing but a bound; a word such as "over" may belong to a name. */
function isComparisonSign(token: IToken): boolean {
  return T.isComparison(token) && !/^[a-z]/i.test(token.image);
}

function readFaultyBound(value: Value, isBound: (token: IToken) => boolean): MetricReading | null {
  const index = value.tokens.findLastIndex(isBound);
  if (index < 0 || value.tokens[index + 1]?.tokenType === T.Colon) return null;
  const name = nameOf(value, 0, index);
  const { quantity, problem } = explainTarget(value, value.tokens.slice(index), name, null);
  if (!quantity && isBound === T.isComparison) return null;
  return { measure: quantity && boundOf(name, quantity), problem };
}

function readTo(value: Value): MetricReading | null {
  const { tokens, text } = value;
  let tries = 0;
  for (let i = tokens.length - 2; i > 0 && tries < MOST_TRIES; i--) {
    if (tokens[i]?.tokenType !== T.To) continue;
    tries++;
    const right = quantityOf(tokens.slice(i + 1), text);
    if (!right.quantity && !right.problem) continue;
    const left = baselineBefore(value, i);
    if (left.from === null && !left.problem) continue;
    const problem = left.problem ?? right.problem;
    if (problem || !right.quantity) return { measure: null, problem };
    return success(measureOf(nameOf(value, 0, left.start), left.from, right.quantity));
  }
  return null;
}

/** "from 31% to 40% of users": the right side only begins with a quantity. */
function readFaultyTo(value: Value): MetricReading | null {
  const index = lastIndexOfType(value.tokens, T.To);
  if (index < 0) return null;
  const left = baselineBefore(value, index);
  if (left.from === null) return null;
  const name = nameOf(value, 0, left.start);
  const { quantity, problem } = explainTarget(value, value.tokens.slice(index + 1), name, null);
  return { measure: quantity && measureOf(name, left.from, quantity), problem };
}

/** `+20%`, `-25%`, `2x`, `+10 signups`, each with or without "from QUANTITY". */
function readChange(value: Value): MetricReading | null {
  const base = baselineBehind(value, 0);
  const left = leftQuantity(value.tokens, base.end, value.text);
  const by = left?.reading.quantity;
  if (!left || !by || by.kind === 'abs' || spansZero(by)) return null;
  return success(changeOf(nameOf(value, 0, left.start), by, base.from));
}

/** "-5 .. 10" is a band of levels: no change goes both ways. */
function spansZero({ value }: Quantity): boolean {
  return typeof value !== 'number' && value[0] < 0 && value[1] >= 0;
}

/** A quantity that nothing introduces: most likely the level to reach. */
function readBare(value: Value): MetricReading | null {
  const left = leftQuantity(value.tokens, value.tokens.length, value.text);
  if (!left) return null;
  const { quantity, problem } = left.reading;
  if (!quantity) return { measure: null, problem };
  const name = nameOf(value, 0, left.start);
  if (quantity.op !== '=') return success(boundOf(name, quantity));
  if (typeof quantity.value !== 'number') {
    return { measure: bandOf(name, quantity, quantity.value), problem: bareBand(value, quantity) };
  }
  const to = value.tokens[left.start - 1];
  return {
    measure: measureOf(name, null, quantity),
    problem: bareQuantity(quantity, to?.tokenType === T.To ? to : null),
  };
}

/** A percentage of a percentage is easily taken for points. */
function withRelativeHint(reading: MetricReading): MetricReading {
  const { measure, problem } = reading;
  if (problem || measure?.kind !== 'change' || measure.by.unit?.dimension !== 'percent') return reading;
  return measure.from?.unit?.dimension === 'percent' ? { measure, problem: percentOfPercent(measure.by) } : reading;
}

function withPointHint(reading: MetricReading): MetricReading {
  const { measure, problem } = reading;
  if (problem || (measure?.kind !== 'move' && measure?.kind !== 'bound')) return reading;
  const { from, to } = measure.kind === 'move' ? measure : { from: null, to: measure.to };
  const found = (from === null || from === 'unknown' ? null : mayBeThousands(from)) ?? mayBeThousands(to);
  return found === null ? reading : { measure, problem: found };
}
