import type { Block, Tree } from './tree.ts';

/** Where a tree's blocks begin, counted once per tree: `offsets` in UTF-16 units, `lines` in lines, one more than blocks. */
interface Starts {
  readonly offsets: Uint32Array;
  readonly lines: Uint32Array;
}

const known = new WeakMap<Tree, Starts>();

function startsOf(tree: Tree): Starts {
  const found = known.get(tree);
  if (found !== undefined) return found;
  const { blocks } = tree;
  const offsets = new Uint32Array(blocks.length + 1);
  const lines = new Uint32Array(blocks.length + 1);
  let offset = 0;
  let line = 0;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block !== undefined) {
      offset += block.text.length;
      line += block.lines.length;
    }
    offsets[index + 1] = offset;
    lines[index + 1] = line;
  }
  const starts = { offsets, lines };
  known.set(tree, starts);
  return starts;
}

/** The last index of `sorted` whose value is at most `value`. */
function lastAtMost(sorted: Uint32Array, count: number, value: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset in the whole text at which a block begins; for the number of blocks, the length of the text. */
export function blockStart(tree: Tree, block: number): number {
  return startsOf(tree).offsets[block] ?? 0;
}

/** The line of the document, counted from 0, on which a block begins. */
export function blockLine(tree: Tree, block: number): number {
  return startsOf(tree).lines[block] ?? 0;
}

/** The index of the block that holds the character at `offset`; the last block for the end of the text, 0 without blocks. */
export function blockAtOffset(tree: Tree, offset: number): number {
  return lastAtMost(startsOf(tree).offsets, tree.blocks.length, offset);
}

/** The index of the block that holds the document's line, counted from 0; the last block beyond the end. */
export function blockAtLine(tree: Tree, line: number): number {
  return lastAtMost(startsOf(tree).lines, tree.blocks.length, line);
}

/** A place in a document as LSP counts: lines and UTF-16 units from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The index of the line of a block that holds `offset`, which counts from the block's start. */
export function lineAtOffset(block: Block, offset: number): number {
  let low = 0;
  let high = block.lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((block.lines[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** The place in the document of an offset that counts from the start of a block. */
export function positionIn(tree: Tree, block: number, offset: number): Position {
  const found = tree.blocks[block];
  if (found === undefined) return { line: 0, character: 0 };
  const index = lineAtOffset(found, offset);
  const line = found.lines[index];
  const first = blockLine(tree, block);
  if (line === undefined) return { line: first, character: 0 };
  if (offset >= line.to && line.to > line.end) return { line: first + index + 1, character: 0 };
  return { line: first + index, character: Math.min(offset, line.end) - line.from };
}

/**
 * The block at a place of the document, with the offset from that block's start. A place behind the end of its line counts
 * as that end, one behind the last line as the end of the text.
 */
export function offsetAt(tree: Tree, position: Position): { readonly block: number; readonly offset: number } {
  const block = blockAtLine(tree, position.line);
  const found = tree.blocks[block];
  if (found === undefined) return { block: 0, offset: 0 };
  const line = found.lines[position.line - blockLine(tree, block)];
  if (line === undefined) return { block, offset: found.text.length };
  return { block, offset: Math.min(line.from + position.character, line.end) };
}
