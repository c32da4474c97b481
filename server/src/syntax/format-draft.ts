import { isSpace } from './format-line.ts';
import type { Content } from './format-line.ts';
import type { Block, Line, Tree } from './tree.ts';

/** Lines of the document, counted from 0, both part of it. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** A line with what it becomes. */
export interface Draft {
  readonly block: number;
  readonly line: Line;
  readonly locked: boolean;
  /** Null where the line keeps its white space. */
  indent: string | null;
  canonical: string | null;
  content: Content;
  removed: boolean;
  blankBefore: boolean;
}

const BYTE_ORDER_MARK = '\ufeff';

/** A draft of each line, in the order of the text; those outside of `range` are locked. */
export function draftsOf(tree: Tree, range: LineRange | null): readonly Draft[] {
  const drafts: Draft[] = [];
  tree.blocks.forEach(({ text, lines }, block) => {
    for (const line of lines) {
      const at = drafts.length;
      const locked = range !== null && (at < range.first || at > range.last);
      const content = contentOf(text, line, at === 0 ? startOf(text) : line.from);
      const base = { block, line, content, locked, indent: null, canonical: null, removed: false, blankBefore: false };
      drafts.push(base);
    }
  });
  return drafts;
}

/** A byte order mark at the start of a file stays there. */
export function startOf(text: string): number {
  return text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
}

/** What of a line is no white space; all of it where it begins with a character that cannot be seen. */
function contentOf(text: string, line: Line, start: number): Content {
  let from = start;
  let to = line.end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { from, to };
}

/** True for an empty line, which may be taken away. */
export function isBlank({ line, content }: Draft): boolean {
  return line.kind === 'blank' && content.from === content.to;
}

/** The block that a line stands in. */
export function blockOf(tree: Tree, { block }: Draft): Block {
  const found = tree.blocks[block];
  if (found === undefined) throw new Error('A line of the draft has no block.');
  return found;
}
