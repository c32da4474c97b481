/**
 * What tokens may begin with, for Chevrotain's `start_chars_hint`. Without it Chevrotain reads each expression letter by
 * letter when the lexer is made, which takes longer than reading a file of thousand lines. A token may be listed for more
 * characters than it can begin with, never for fewer.
 */

export const DIGITS = '0123456789';
export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** All that is not ASCII. Chevrotain puts codes above 255 into buckets of 255, so that one code of each stands for all. */
export const BEYOND: readonly number[] = [
  ...Array.from({ length: 128 }, (_, index) => 128 + index),
  ...Array.from({ length: 256 }, (_, index) => 256 + 255 * index),
  65535,
];

/** Any character at all. */
export const ANY_CHARACTER: readonly number[] = [...Array(128).keys(), ...BEYOND];

/** The codes of these characters. */
export function codes(characters: string): number[] {
  return Array.from(characters, (character) => character.charCodeAt(0));
}

/** The codes of these letters, small and capital. */
export function bothCases(letters: string): number[] {
  return codes(letters.toLowerCase() + letters.toUpperCase());
}
