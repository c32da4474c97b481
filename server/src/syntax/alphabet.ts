/**
 * The characters the language is made of, as sources of regular expressions. They stay inside what Chevrotain can
 * analyse for its first-character tables: no `^`, no `$`, no `u` flag. The characters stand for themselves wherever they
 * may: Chevrotain reads each expression letter by letter when the lexer is made.
 */

/** White space inside a line: also non-breaking, zero-width and direction marks, and the byte order mark. */
export const WHITE =
  ' \t\u000b\f\u0085\u00a0\u1680\u180e\u2000-\u200f\\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff';

/** Letters and marks of any script in the basic plane, without its punctuation and symbols. */
const BASIC_LETTER =
  'A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u167f\u1681-\u180d\u180f-\u1fff' +
  '\u2c00-\u2dff\u3005-\u3007\u3021-\u303c\u3041-\ud7ff\uf900-\ufdff\ufe70-\ufefc' +
  '\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc';

/** A letter inside a character class; letters beyond the basic plane are two halves, and both are taken. */
export const LETTER = `${BASIC_LETTER}\ud800-\ud83b\ud840-\ud8ff\udc00-\udfff`;

/** Any character but a line break. */
export const ANY = '[\\u0000-\\u0009\\u000b\\u000c\\u000e-\\uffff]';

/** Nothing but white space up to the end of the line. */
export const LINE_END = `(?=[${WHITE}]*(?:[\\r\\n]|(?![\\s\\S])))`;

/** White space or the end of the line must follow. */
export const SPACE_NEXT = `(?=[${WHITE}\\r\\n]|(?![\\s\\S]))`;

/** The characters that are list marks where white space follows, inside a character class. */
export const MARKS =
  '-*+\u2022\u25e6\u25aa\u25cf\u00b7\u2023\u2013\u2014\u25cb\u25a0\u25b8\u27a2\u2219\u2043\uf0b7\uf0a7';

export const COLON = '[:\uff1a]';

/** Markdown emphasis that closes a label, before or behind its colon. */
export const CLOSING = '[*_]{1,3}';

/** A letter of any script or a digit; letters beyond the basic plane are taken whole, and emoji are none. */
export const ID_CHARACTER = `(?:[${BASIC_LETTER}\\d]|[\ud800-\ud83b\ud840-\ud8ff][\udc00-\udfff])`;

/** An id: a letter or digit, then letters, digits, `-` and `_`. Emphasis that closes the label is no part of it. */
export const ID = `${ID_CHARACTER}(?:(?!_{1,3}[${WHITE}]*${COLON})(?:${ID_CHARACTER}|[_-]))*`;

/** A calendar day as ISO writes it. */
export const DAY = '\\d{4}-\\d\\d-\\d\\d(?!\\d)';

const WHITE_CHARACTER = new RegExp(`[${WHITE}]`);

/** True for a UTF-16 unit that is white space inside a line. */
export function isWhite(code: number): boolean {
  return (
    code === 32 ||
    code === 9 ||
    (code > 126 || code === 11 || code === 12 ? WHITE_CHARACTER.test(String.fromCharCode(code)) : false)
  );
}

/** The first position in `text` from `from` that is no white space, at most `to`. */
export function skipWhite(text: string, from: number, to: number): number {
  while (from < to && isWhite(text.charCodeAt(from))) from++;
  return from;
}

/** The end of `text` between `from` and `to` without the white space at its end. */
export function trimEnd(text: string, from: number, to: number): number {
  while (to > from && isWhite(text.charCodeAt(to - 1))) to--;
  return to;
}
