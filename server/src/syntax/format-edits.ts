import { blockOf, isBlank, startOf } from './format-draft.ts';
import type { Draft, LineRange } from './format-draft.ts';
import type { Tree } from './tree.ts';

export interface FormatOptions {
  /** One step of indentation. */
  readonly indent: string;
  readonly trimTrailingSpaces: boolean;
  readonly insertFinalNewline: boolean;
  readonly trimFinalNewlines: boolean;
}

/** A change inside one block, in the order of the text; offsets count from the start of that block. */
export interface FormatEdit {
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

/** The changes that make of each line what its draft says, as small as they can be; lines that stay give none. */
export function editsOf(
  tree: Tree,
  drafts: readonly Draft[],
  options: FormatOptions,
  range: LineRange | null,
): readonly FormatEdit[] {
  const edits: FormatEdit[] = [];
  let lineBreak: string | null = null;
  for (const draft of drafts) {
    const { block, line, locked, removed, blankBefore, content } = draft;
    const { text } = blockOf(tree, draft);
    if (!locked) {
      const start = draft === drafts[0] ? startOf(text) : line.from;
      if (removed) edits.push({ block, from: start, to: line.to, newText: '' });
      else {
        // An empty line that ends in a line feed would be one with a carriage return before it.
        const emptied = options.trimTrailingSpaces && !(lineBreak === '\r' && text[line.end] === '\n');
        const lead = isBlank(draft) ? (emptied ? '' : null) : draft.indent;
        const behind = options.trimTrailingSpaces ? '' : text.slice(content.to, line.end);
        const edit = replaced(
          text,
          start,
          line.end,
          (lead ?? text.slice(start, content.from)) +
            (draft.canonical ?? text.slice(content.from, content.to)) +
            behind,
        );
        // Where both change the start of the line they are one edit: editors differ in the order of two.
        const above = blankBefore ? (lineBreak ?? '\n') : '';
        if (edit?.from === 0) edits.push({ block, from: 0, to: edit.to, newText: above + edit.newText });
        else {
          if (blankBefore) edits.push({ block, from: 0, to: 0, newText: above });
          if (edit !== null) edits.push({ block, ...edit });
        }
      }
    }
    if (line.to > line.end && !removed) lineBreak = text.slice(line.end, line.to);
  }
  const last = drafts.findLast((draft) => !draft.removed);
  if (
    options.insertFinalNewline &&
    last !== undefined &&
    !last.locked &&
    !isBlank(last) &&
    last.line.end === last.line.to
  ) {
    if (range === null || range.last >= drafts.length - 1) {
      edits.push({ block: last.block, from: last.line.to, to: last.line.to, newText: lineBreak ?? '\n' });
    }
  }
  return edits;
}

/** The smallest change that makes `newText` of a stretch of a text; null where it is that already. */
function replaced(text: string, from: number, to: number, newText: string): Omit<FormatEdit, 'block'> | null {
  const old = text.slice(from, to);
  if (old === newText) return null;
  const most = Math.min(old.length, newText.length);
  let head = 0;
  while (head < most && old[head] === newText[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === newText[newText.length - 1 - tail]) tail++;
  return { from: from + head, to: to - tail, newText: newText.slice(head, newText.length - tail) };
}
