import type { IToken } from 'chevrotain';
import { leadsAmount } from './currencies.ts';
import type { Quantity } from './quantity.ts';
import { quantityOf } from './read-quantity.ts';
import type { QuantityReading } from './read-quantity.ts';
import { unitNamed } from './units.ts';
import * as T from './value-tokens.ts';

/** A quantity that ends at a given token, and the index of the token with which it begins. */
export interface LeftQuantity {
  readonly start: number;
  readonly reading: QuantityReading;
}

/** No quantity has more tokens: further left there is only the name. */
const MOST_TOKENS = 14;

/** A number behind one of these is part of a name: "top 10 customers", "Tier 1 tickets", "active in the last 30 days". */
const NAMING = new Set(
  'top bottom tier level phase stage step version release grade class series type wave group priority round day week month first last next past previous trailing rolling'.split(
    ' ',
  ),
);

/**
 * The quantity that touches the end of `tokens[0, end)`: the shortest there is, but with all that belongs to its number
 * ("3 h 40 min", "3 of 5", "EUR 20k", "-5"). Null where none touches it, or where its number belongs to a name.
 */
export function leftQuantity(tokens: readonly IToken[], end: number, text: string): LeftQuantity | null {
  const least = Math.max(0, end - MOST_TOKENS);
  for (let i = end - 1; i >= least; i--) {
    const token = tokens[i];
    if (!token || token.tokenType === T.Colon || token.tokenType === T.Arrow) return null;
    if (!isNumber(token)) continue;
    const core = startOfNumber(tokens, i);
    // The 2 of "1 per 2 weeks" is no quantity of its own.
    if (tokens[core - 1]?.tokenType === T.Per) continue;
    const whole = startOfAll(tokens, core, least);
    for (const start of whole === core ? [core] : [whole, core]) {
      const reading = quantityOf(tokens.slice(start, end), text);
      if (!reading.quantity && !reading.problem) continue;
      return reading.quantity && belongsToName(tokens, start, reading.quantity) ? null : { start, reading };
    }
  }
  return null;
}

/** Goes back over "two hundred", "twenty". */
function startOfNumber(tokens: readonly IToken[], index: number): number {
  let start = index;
  if (tokens[start]?.tokenType !== T.NumberWord) return start;
  while (isNumber(tokens[start - 1])) start--;
  if (tokens[start - 1]?.tokenType === T.Article) start--;
  return start;
}

/** Goes back over what belongs to a number: its currency, its sign, the n of "n of m", the hours of "3 h 40 min". */
function startOfAll(tokens: readonly IToken[], index: number, least: number): number {
  let start = index;
  for (;;) {
    const before = tokens[start - 1];
    const beforeThat = tokens[start - 2];
    const number = tokens[start];
    if (!before || !number || start - 1 < least) return start;
    if (before.tokenType === T.Sign || leadsAmount(before.image)) start -= 1;
    else if (isLink(before) && isNumber(beforeThat)) start = startOfNumber(tokens, start - 2);
    else if (isLink(before) && isUnit(beforeThat) && isNumber(tokens[start - 3])) start -= 3;
    else if (before.tokenType === T.And && isRangeStart(tokens, start)) start = rangeStart(tokens, start);
    else if (isTime(before) && isNumber(beforeThat)) start -= 2;
    else if (isSignOf(before, number) && !(beforeThat && T.glued(beforeThat, before))) start -= 1;
    else if (before.tokenType === T.About || T.isComparison(before) || before.tokenType === T.Between) start -= 1;
    else return start;
  }
}

/** "between 5 and 8": the index of "between" behind which the first amount stands, a few tokens to the left. */
function rangeStart(tokens: readonly IToken[], start: number): number {
  for (let i = start - 2; i >= 0 && i > start - 6; i--) if (tokens[i]?.tokenType === T.Between) return i;
  return start;
}

function isRangeStart(tokens: readonly IToken[], start: number): boolean {
  return rangeStart(tokens, start) !== start;
}

/**
 * Whether a number belongs to the name in front of it: behind "top", "Tier" or "last", and a duration behind a
 * preposition ("churn after 30 days") or a limit ("answered within 24 h").
 */
function belongsToName(tokens: readonly IToken[], start: number, quantity: Quantity): boolean {
  const before = tokens[start - 1];
  if (!before || !quantity.unit) return false;
  // "answered the same day 64%": names count things or time, never a share or money.
  if (quantity.unit.dimension !== 'count' && quantity.unit.dimension !== 'time') return false;
  if (NAMING.has(before.image.toLowerCase())) return true;
  if (quantity.unit.dimension !== 'time') return false;
  const first = tokens[start];
  return before.tokenType === T.Little || (first !== undefined && T.isComparison(first));
}

function isNumber(token: IToken | undefined): boolean {
  return token?.tokenType === T.Digits || token?.tokenType === T.NumberWord;
}

/** What joins the two numbers of "3 of 5", "3/5" and "5-8". */
function isLink(token: IToken): boolean {
  return [T.Of, T.Slash, T.DotDot, T.Dash].includes(token.tokenType);
}

/** A dash apart from the number sets off the name: "Revenue - 5M -> 10M". */
function isSignOf(token: IToken, number: IToken): boolean {
  return token.tokenType === T.Plus || (token.tokenType === T.Dash && T.glued(token, number));
}

function isUnit(token: IToken | undefined): boolean {
  return token?.tokenType === T.Percent || token?.tokenType === T.UnitWord || token?.tokenType === T.ScaleWord;
}

function isTime(token: IToken): boolean {
  return token.tokenType === T.UnitWord && unitNamed(token.image)?.dimension === 'time';
}
