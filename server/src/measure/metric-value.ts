import type { IToken, TokenType } from 'chevrotain';
import { leftQuantity } from './left-quantity.ts';
import type { Baseline } from './levels.ts';
import type { Measure } from './measure.ts';
import { quantityOf } from './read-quantity.ts';
import type { QuantityReading } from './read-quantity.ts';
import type { ValueProblem } from './value-problem.ts';
import * as T from './value-tokens.ts';

/** The value of a metric with its tokens: whatever reads a part of it needs both. */
export interface Value {
  readonly text: string;
  readonly tokens: IToken[];
}

/**
 * What a `metric:` value says. Both are there where it can be read but was badly written; neither never happens.
 * Offsets count from the start of the value.
 */
export interface MetricReading {
  readonly measure: Measure | null;
  readonly problem: ValueProblem | null;
}

export function success(measure: Measure): MetricReading {
  return { measure, problem: null };
}

export function failure(problem: ValueProblem): MetricReading {
  return { measure: null, problem };
}

/** How many comparators or "to"s are tried from the right, so that a line full of them costs no more than its length. */
export const MOST_TRIES = 8;

/** The index of the last token of a type, or -1. */
export function lastIndexOfType(tokens: readonly IToken[], type: TokenType): number {
  let i = tokens.length - 1;
  while (i >= 0 && tokens[i]?.tokenType !== type) i--;
  return i;
}

/** Little words that lead from a name to its figures: "Revenue: 5M", "reduce cost by -25%", "from". */
const LEADING_ON = new Set(['by', 'is', 'at', 'of', 'with', 'in', ',', '|', '(']);

/** The name that the tokens from `start` to before `end` make, without what only joins it to what follows. */
export function nameOf(value: Value, start: number, end: number): string {
  let last = end - 1;
  for (; last >= start; last--) {
    const token = value.tokens[last];
    if (token && !JOINING.has(token.tokenType) && !LEADING_ON.has(token.image.toLowerCase())) break;
  }
  let first = start;
  if (start === 0) while (isKeep(value.tokens[first])) first++;
  const from = value.tokens[first];
  const to = value.tokens[last];
  if (!from || !to || from.startOffset > to.startOffset) return '';
  const name = value.text.slice(from.startOffset, to.startOffset + to.image.length);
  return /\s\s|[^\S ]/.test(name) ? name.replace(/\s+/g, ' ') : name;
}

/** The word that begins a measure to hold, and no name. */
export function isKeep(token: IToken | undefined): boolean {
  return token !== undefined && /^(?:keep|maintain)$/i.test(token.image);
}

const JOINING = new Set<TokenType>([T.From, T.To, T.Colon, T.Dash, T.Between, T.About, T.Arrow]);

/** The quantity or the `?` that touches the link from the left. */
export function baselineBefore(
  value: Value,
  link: number,
): { readonly from: Baseline; readonly start: number; readonly problem: ValueProblem | null } {
  if (value.tokens[link - 1]?.tokenType === T.Question) return { from: 'unknown', start: link - 1, problem: null };
  const left = leftQuantity(value.tokens, link, value.text);
  if (!left) return { from: null, start: link, problem: null };
  return { from: left.reading.quantity, start: left.start, problem: left.reading.problem };
}

/** The rightmost comparator with a quantity behind it that goes on to before `end`. */
export function boundBefore(
  value: Value,
  end: number,
): { readonly index: number; readonly reading: QuantityReading } | null {
  const { tokens, text } = value;
  let tries = 0;
  for (let i = end - 1; i >= 0 && tries < MOST_TRIES; i--) {
    const token = tokens[i];
    if (!token || !T.isComparison(token)) continue;
    tries++;
    const reading = quantityOf(tokens.slice(i, end), text);
    if (reading.quantity || reading.problem) return { index: i, reading };
  }
  return null;
}
