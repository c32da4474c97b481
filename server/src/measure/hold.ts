import { said } from '../syntax/said.ts';
import type { IToken, TokenType } from 'chevrotain';
import { valueIn, withUnit } from './compare.ts';
import { leftQuantity } from './left-quantity.ts';
import { level } from './levels.ts';
import type { HoldMeasure } from './measure.ts';
import { boundBefore, failure, isKeep, nameOf, success } from './metric-value.ts';
import type { MetricReading, Value } from './metric-value.ts';
import type { Quantity } from './quantity.ts';
import { error } from './value-problem.ts';
import * as T from './value-tokens.ts';

/**
 * `keep [NAME] >= QUANTITY` and `keep [NAME] QUANTITY .. QUANTITY`. Null where the value begins with another word, or
 * goes on to an arrow, and is then no bound to hold.
 */
export function readHold(value: Value): MetricReading | null {
  const { tokens, text } = value;
  if (!isKeep(tokens[0]) || tokens.some(isArrow)) return null;
  const bound = boundBefore(value, tokens.length);
  if (bound && bound.index > 0) {
    const { quantity, problem } = bound.reading;
    if (!quantity) return { measure: null, problem };
    return success({ kind: 'hold', name: nameOf(value, 1, bound.index), ...sideOf(quantity) });
  }
  const last = leftQuantity(tokens, tokens.length, text);
  if (!last || last.start === 0) return failure(noBound(text));
  if (!last.reading.quantity) return { measure: null, problem: last.reading.problem };
  return readBand(value, last.start, last.reading.quantity);
}

function readBand(value: Value, start: number, last: Quantity): MetricReading {
  const name = nameOf(value, 1, start);
  if (typeof last.value !== 'number') return success(bandOf(name, last, last.value));
  if (last.op !== '=') return success({ kind: 'hold', name, ...sideOf(last) });
  const link = value.tokens[start - 1];
  const first = link && JOINS.has(link.tokenType) ? leftQuantity(value.tokens, start - 1, value.text) : null;
  if (first?.reading.problem) return failure(first.reading.problem);
  const low = first?.reading.quantity;
  if (!first || !low || typeof low.value !== 'number') return failure(noSide(last));
  const a = level(withUnit(low, last.unit));
  const b = level(withUnit(last, low.unit));
  const [least, most] = (valueIn(a, b.unit) ?? -Infinity) <= (valueIn(b, b.unit) ?? 0) ? [a, b] : [b, a];
  const named = nameOf(value, 1, first.start);
  return success({ kind: 'hold', name: named, low: { ...least, op: '>=' }, high: { ...most, op: '<=' } });
}

const JOINS = new Set<TokenType>([T.DotDot, T.To, T.Dash, T.And]);

function isArrow(token: IToken): boolean {
  return token.tokenType === T.Arrow;
}

function sideOf(quantity: Quantity): Pick<HoldMeasure, 'low' | 'high'> {
  if (typeof quantity.value !== 'number') return ends(quantity, quantity.value);
  const held = level(quantity);
  return quantity.op === '<=' || quantity.op === '<' ? { low: null, high: held } : { low: held, high: null };
}

/** A band to hold, from a quantity that is a range. */
export function bandOf(name: string, band: Quantity, value: readonly [number, number]): HoldMeasure {
  return { kind: 'hold', name, ...ends(band, value) };
}

function ends(band: Quantity, [low, high]: readonly [number, number]): Pick<HoldMeasure, 'low' | 'high'> {
  const both = level(band);
  return { low: { ...both, value: low, op: '>=' }, high: { ...both, value: high, op: '<=' } };
}

function noBound(text: string) {
  return error(said`Say what is to be kept, e.g. keep uptime >= 99.9% or keep margin 40% .. 45%.`, 0, text.length);
}

function noSide(quantity: Quantity) {
  const says = said`Say which side of ${quantity.text} is good: keep … >= ${quantity.text}, or keep … <= ${quantity.text}.`;
  return error(says, quantity.from, quantity.to);
}
