import type { Place } from '../model/plan.ts';
import type { Block, Line, Tree } from '../syntax/tree.ts';

/** A place as people count it: lines and columns from 1, columns in UTF-16 units as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Gives the position of an offset in a block of the tree it was made for; null for a block that is not in it. */
export type Locate = (block: Block, offset: number) => Position | null;

/** Makes the locator of a file. Costs one pass over the blocks, then a search within one block per question. */
export function locatorOf(tree: Tree): Locate {
  const firstLines = new Map<Block, number>();
  let line = 1;
  for (const block of tree.blocks) {
    firstLines.set(block, line);
    line += block.lines.length;
  }
  return (block, offset) => {
    const first = firstLines.get(block);
    if (first === undefined) return null;
    const index = lineAt(block.lines, offset);
    return { line: first + index, column: offset - (block.lines[index]?.from ?? 0) + 1 };
  };
}

/** Start and end of a place; line 1, column 1 where its block is of another tree, which a snapshot never gives. */
export function rangeOf(place: Place, locate: Locate): { readonly start: Position; readonly end: Position } {
  const start = locate(place.block, place.span.from) ?? { line: 1, column: 1 };
  return { start, end: locate(place.block, place.span.to) ?? start };
}

/** Index of the last line that begins at or before the offset; 0 where there is none. */
function lineAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}

/** The position of an offset in a whole text, for files that have no tree. */
export function lineColumnOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
