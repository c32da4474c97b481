import type { IToken } from 'chevrotain';
import { isBulleted } from './frame.ts';
import { blockLexer, QuantityGoal, Stray } from './tokens.ts';

/** The lists below plural labels: "Key Results:" and the bullets under it. */

/** In Word's lists an `o` is a bullet; below a label it is taken for one. */
const LETTER_BULLET = /^[oO][ \t\u00a0]+/;

/** The length of a bullet `o` that the lexer left in the text of an item; 0 where there is none. */
export function letterBullet(text: string): number {
  return LETTER_BULLET.exec(text)?.[0].length ?? 0;
}

/** True for a line that ends the list it stands in: text without a list mark. `prefix` is what was dropped before it. */
export function endsList(token: IToken, prefix: string): boolean {
  if (token.tokenType !== Stray && token.tokenType !== QuantityGoal) return false;
  return !isBulleted(prefix) && letterBullet(token.image) === 0;
}

/** True where a list that goes on at the start of `lines` still does at its end. */
export function listGoesOn(lines: string): boolean {
  return !blockLexer()
    .tokenize(lines)
    .tokens.some((token) => endsList(token, lines.slice(lineStart(lines, token.startOffset), token.startOffset)));
}

function lineStart(text: string, at: number): number {
  while (at > 0 && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) at--;
  return at;
}
