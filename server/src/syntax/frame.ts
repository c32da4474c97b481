import type { Said } from './said.ts';
import { MARKS, skipWhite, WHITE } from './alphabet.ts';
import { piece } from './text.ts';
import type { Problem, ProblemFix, Span, Text } from './tree.ts';

/** A line as the tree builder finds it, before it knows what it is. Offsets count from the start of the block. */
export interface Frame {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly end: number;
  /** Where the text begins after the leading white space. */
  readonly start: number;
}

/** The white space, list marks, heading marks and tags that were dropped before `content`. */
export function dropped(frame: Frame, content: number): string {
  return frame.start === content ? '' : frame.text.slice(frame.start, content);
}

/** The P1 of a tag `[P1]` that was dropped before `content`; null where there is none. */
export function priorityTag(frame: Frame, content: number): Text | null {
  const prefix = dropped(frame, content);
  const tag = prefix === '' ? null : /\[P\d\]/i.exec(prefix);
  if (tag === null) return null;
  const at = frame.start + tag.index + 1;
  return piece(frame.text, at, at + 2);
}

const BULLET = new RegExp(`(?:^|[^*_])(?:[${MARKS}oO]|\\d[.)]|[A-Za-z]\\))(?=[${WHITE}]|$)`);

/** True where what was dropped holds a list mark. */
export function isBulleted(prefix: string): boolean {
  return prefix !== '' && BULLET.test(prefix);
}

/** Where the text of a line begins with its emphasis: the marks directly before `content` belong to the text. */
export function beforeMarks(frame: Frame, content: number): number {
  let at = content;
  while (at > frame.start && (frame.text[at - 1] === '*' || frame.text[at - 1] === '_')) at--;
  return at;
}

/** The breaks of `text`, one line after another; calls `visit` with each line's frame. */
export function eachLine(text: string, visit: (frame: Frame) => void): void {
  const returns = text.includes('\r');
  let from = 0;
  while (from < text.length) {
    const end = lineEnd(text, from, returns);
    const to = end + breakLength(text, end);
    visit({ text, from, to, end, start: skipWhite(text, from, end) });
    from = to;
  }
}

const BREAK = /[\r\n]/g;

/** Where the line that begins at `from` ends, before its break. `returns` tells that there are carriage returns. */
export function lineEnd(text: string, from: number, returns: boolean): number {
  if (!returns) {
    const found = text.indexOf('\n', from);
    return found < 0 ? text.length : found;
  }
  BREAK.lastIndex = from;
  return BREAK.exec(text)?.index ?? text.length;
}

/** The length of the line break at `at`: 2 for CRLF, 1 for LF and CR, 0 at the end of the text. */
export function breakLength(text: string, at: number): number {
  if (at >= text.length) return 0;
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1;
}

export function syntaxError(span: Span, message: Said, fixes: readonly ProblemFix[]): Problem {
  return { rule: 'OKR001', severity: 'error', from: span.from, to: span.to, message, fixes };
}

/** A fix that puts `newText` in place of the characters from `from` to `to`. */
export function replacing(title: Said, safe: boolean, from: number, to: number, newText: string): ProblemFix {
  return { title, safe, edits: [{ from, to, newText }] };
}
