import { said } from './said.ts';
import { trimEnd } from './alphabet.ts';
import { piece } from './text.ts';
import type { Frame } from './frame.ts';
import type { ItemKind, Problem, Text } from './tree.ts';

/** A score behind a title: `=> 70%`, `(0.7)`, `(7/10)`. In brackets a fraction must be of 5, 10 or 100: (9/30) is a date. */
const TAIL =
  /(?:^|\s)(?:(?:=>|\u21d2)\s*(\d+(?:\.\d+)?(?:\s?%|\s?\/\s?\d+)?)|\(((?:0?\.\d+|1\.0+)|\d+\/(?:5|10|100))\))$/;

/** The longest tail that is looked at. */
const LONGEST = 24;

/** The figure as a `score:` line has it: 0 to 1, or a percentage; null where it is no score. */
function asScore(figure: string): string | null {
  const [count, whole] = figure.split('/').map((part) => Number.parseFloat(part));
  if (count === undefined || !Number.isFinite(count)) return null;
  if (whole !== undefined) return whole > 0 && count <= whole ? String(Math.round((count / whole) * 100) / 100) : null;
  if (figure.includes('%') || count > 1) return count <= 100 ? `${String(count)}%` : null;
  return String(count);
}

/**
 * The title without a score behind it, and that score; a hint offers to write it as a `score` line, which is safe unless
 * the lines below could then be read otherwise.
 */
export function takeStated(
  frame: Frame,
  header: ItemKind,
  whole: Text,
  isSafe: boolean,
  problems: Problem[],
): { readonly title: Text; readonly stated: Text | null } {
  const none = { title: whole, stated: null };
  if (header === 'kpi' || !/[\d%)]$/.test(whole.text.slice(-1))) return none;
  const skipped = Math.max(0, whole.text.length - LONGEST);
  const match = TAIL.exec(whole.text.slice(skipped));
  const figure = match?.[1] ?? match?.[2];
  const score = figure === undefined ? null : asScore(figure);
  if (match === null || figure === undefined || score === null) return none;
  const tail = whole.from + skipped + match.index;
  const at = frame.text.indexOf(figure, tail);
  const end = trimEnd(frame.text, whole.from, tail);
  const indent = frame.text.slice(frame.from, frame.start).replace(/[^ \t]/g, '');
  problems.push({
    rule: 'OKR001',
    severity: 'hint',
    from: at,
    to: at + figure.length,
    message: said`This reads as a score. A line of its own keeps it apart from the title: score: ${score}`,
    fixes: [
      {
        title: said`Move it to a line "score: ${score}"`,
        safe: isSafe,
        edits: [{ from: end, to: frame.end, newText: `${lineBreak(frame)}${indent}  score: ${score}` }],
      },
    ],
  });
  return { title: piece(frame.text, whole.from, end), stated: piece(frame.text, at, at + figure.length) };
}

/** The line break that the line has, or the block's first, or a line feed. */
function lineBreak(frame: Frame): string {
  return frame.text.slice(frame.end, frame.to) || /\r\n|\n|\r/.exec(frame.text)?.[0] || '\n';
}
