import type { IToken } from 'chevrotain';
import { isBulleted } from './frame.ts';

/**
 * The lists below plural labels: "Key Results:" and the bullets under it. A list goes on until the next header: a line in
 * it that is no line of the language costs one message, and changes no other line.
 */

/** In Word's lists an `o` is a bullet; below a label it is taken for one. */
const LETTER_BULLET = /^[oO][ \t\u00a0]+/;

/** The length of a bullet `o` that the lexer left in the text of an item; 0 where there is none. */
export function letterBullet(text: string): number {
  return LETTER_BULLET.exec(text)?.[0].length ?? 0;
}

/** True for text with a list mark. `prefix` is what was dropped before it. */
export function isMarked(token: IToken, prefix: string): boolean {
  return isBulleted(prefix) || letterBullet(token.image) > 0;
}
