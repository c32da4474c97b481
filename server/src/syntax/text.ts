import { skipWhite, trimEnd } from './alphabet.ts';
import type { Text } from './tree.ts';

/** The piece of `text` from `from` to `to`. */
export function piece(text: string, from: number, to: number): Text {
  return { from, to, text: text.slice(from, to) };
}

/** The piece of `text` from `from` to `to` without the white space around it. */
export function trimmed(text: string, from: number, to: number): Text {
  const start = skipWhite(text, from, to);
  const end = trimEnd(text, start, to);
  return { from: start, to: end, text: text.slice(start, end) };
}

/** A piece of text as messages quote it: at most 60 characters, on one line, without what cannot be seen. */
export function quoted(text: string): string {
  const start = text
    .slice(0, 200)
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  const characters = Array.from(start);
  return `"${characters.length > 60 || text.length > 200 ? characters.slice(0, 59).join('').trimEnd() + '\u2026' : start}"`;
}
