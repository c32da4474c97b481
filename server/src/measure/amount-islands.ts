import type { IToken, TokenType } from 'chevrotain';
import type { Amount } from './amount.ts';
import { proseNumber, scaleNamed } from './numbers.ts';
import { POINTED } from './point-groups.ts';
import * as t from './prose-tokens.ts';
import { unitNamed } from './units.ts';

/** A table by the index of a token type: one look-up for each token of a sentence, where a list would be gone through. */
function tableOf(types: readonly TokenType[]): (token: IToken) => boolean {
  const table: boolean[] = [];
  for (const { tokenTypeIdx, categoryMatches } of types)
    for (const index of [tokenTypeIdx, ...(categoryMatches ?? [])]) if (index !== undefined) table[index] = true;
  return (token) => table[token.tokenTypeIdx] === true;
}

/** Whether a token is a number that can count. */
export const isNumber = tableOf([t.Digits, t.NumberWord, t.Ratio, t.Times]);
/** Whether a token may stand before the number of an amount. */
export const leadsNumber = tableOf([t.Approx, t.Comparison, t.Dash, t.Plus, t.CurrencySign, t.Within]);
/** Whether a token may be a unit of the table. */
export const mayBeUnit = tableOf([t.Word, t.Percent, t.Points, t.CurrencySign]);

/** The offset behind a token. */
export const end = (token: IToken): number => token.startOffset + token.image.length;

/** What may stand behind the number of an amount, besides words: a unit, a second number, "or more". */
const follows = tableOf([
  ...[t.Percent, t.Points, t.CurrencySign, t.Dash, t.Plus, t.OrMore, t.OrLess, t.OutOf],
  ...[t.Digits, t.NumberWord, t.Ratio, t.Times],
]);
const isWord = tableOf([t.Word, t.WideWord]);
const isDigits = tableOf([t.Digits]);
const isPercent = tableOf([t.Percent]);

/** Whether a word can be the scale or the unit of the number before it: most words behind numbers are what is counted. */
const isMeasureWord = (word: string): boolean =>
  word.length <= LONGEST_UNIT &&
  (scaleNamed(word, true) !== null || word === 'mil' || word === 'm' || unitNamed(word) !== null);
/** "milliseconds" is the longest unit, "milliarden" the longest scale. */
const LONGEST_UNIT = 12;

/** How many tokens behind a number can belong to it: scale, unit, dash and a second number with its scale and unit. */
const REACH = 5;
/** How many of these can be words: a scale and a unit. */
const WORDS = 2;

/** The amount that digits alone are, or digits with a percent sign: most amounts, which need no grammar. */
const plainAmount = (image: string, percent: boolean, first: number): Amount => ({
  value: proseNumber(image),
  whole: null,
  unit: percent ? unitNamed('%') : null,
  op: '=',
  compared: false,
  sign: null,
  within: false,
  scale: 1,
  times: false,
  spelt: false,
  pointed: POINTED.test(image),
  first,
  last: percent ? first + 1 : first,
});

/** Where a sentence has amounts. */
interface Islands {
  /** The indices of the tokens that can be part of an amount and are not plain. */
  readonly places: readonly number[];
  readonly plain: readonly Amount[];
}

/**
 * The tokens that can be part of an amount: numbers, what leads to them and what follows them. Most of a sentence is words,
 * which the grammar then need not step over. The token before an amount is always there: it keeps two amounts apart, and
 * tells whether a dash is a minus.
 */
export function islands(tokens: readonly IToken[]): Islands {
  const places: number[] = [];
  const plain: Amount[] = [];
  let last = -1;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || !isNumber(token)) continue;
    let first = i;
    for (let lead = tokens[first - 1]; lead && leadsNumber(lead); lead = tokens[first - 1]) first--;
    let behind = i;
    let words = 0;
    for (let next = tokens[behind + 1]; next && behind < i + REACH; next = tokens[behind + 1]) {
      if (isWord(next) ? ++words > WORDS || !isMeasureWord(next.image) : !follows(next)) break;
      behind++;
    }
    if (first === i && i > last && isDigits(token) && isPlain(tokens, i, behind)) {
      plain.push(plainAmount(token.image, behind > i, i));
      last = behind;
      continue;
    }
    // "5 books with an average of 4.6": "of" would join the two numbers if nothing stood between them.
    const before = tokens[first - 1]?.tokenType === t.OutOf ? first - 2 : first - 1;
    for (let at = Math.max(last + 1, before); at <= behind; at++) places.push(at);
    last = Math.max(last, behind);
  }
  return { places, plain };
}

/** Whether a number that nothing leads to is an amount by itself, or with the percent sign behind it. */
function isPlain(tokens: readonly IToken[], number: number, behind: number): boolean {
  const next = tokens[number + 1];
  if (behind > number + 1 || (behind > number && !(next && isPercent(next)))) return false;
  // "between 5 and 10"
  return tokens[number - 1]?.image.toLowerCase() !== 'and';
}
