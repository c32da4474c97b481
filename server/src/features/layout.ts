import type { Position, Range } from 'vscode-languageserver-types';
import type { Place } from '../model/plan.ts';
import * as positions from '../syntax/positions.ts';
import type { Block, Line, Span, Tree } from '../syntax/tree.ts';

/** A block of a file with its index and the offset it starts at, in UTF-16 units. */
export interface PlacedBlock {
  readonly block: Block;
  readonly index: number;
  readonly start: number;
}

/** The line that an offset stands in. Its own offsets count from the start of the block. */
export interface PlacedLine extends PlacedBlock {
  readonly line: Line;
}

/** Looks for a block in a tree. A few are found by going through the list; for many, a table pays. */
const FEW = 8;

interface Lookups {
  count: number;
  table: ReadonlyMap<Block, number> | null;
}

const lookups = new WeakMap<Tree, Lookups>();

function indexOf(tree: Tree, block: Block): number | null {
  let known = lookups.get(tree);
  if (known === undefined) lookups.set(tree, (known = { count: 0, table: null }));
  if (known.count++ < FEW) {
    const index = tree.blocks.indexOf(block);
    return index === -1 ? null : index;
  }
  known.table ??= new Map(tree.blocks.map((each, index) => [each, index]));
  return known.table.get(block) ?? null;
}

/** How many UTF-16 units a file has. */
export function lengthOf(tree: Tree): number {
  return positions.blockStart(tree, tree.blocks.length);
}

/** The block that holds an offset; at a border the later one, at the end of the file the last. Null in an empty tree. */
export function blockAt(tree: Tree, offset: number): PlacedBlock | null {
  const index = positions.blockAtOffset(tree, offset);
  const block = tree.blocks[index];
  return block === undefined ? null : { block, index, start: positions.blockStart(tree, index) };
}

/**
 * The line that holds an offset. Null in an empty tree, and in the empty line behind the last line break, which belongs
 * to no block.
 */
export function lineAt(tree: Tree, offset: number): PlacedLine | null {
  const placed = blockAt(tree, offset);
  if (placed === null) return null;
  const inside = offset - placed.start;
  const line = placed.block.lines[positions.lineAtOffset(placed.block, inside)];
  if (line === undefined || (inside >= line.to && line.end < line.to)) return null;
  return { ...placed, line };
}

/** The offset of a position; one behind the end of a line is that end, one behind the last line the end of the file. */
export function offsetAt(tree: Tree, position: Position): number {
  const { block, offset } = positions.offsetAt(tree, position);
  return positions.blockStart(tree, block) + offset;
}

/** The position of an offset. */
export function positionAt(tree: Tree, offset: number): Position {
  const index = positions.blockAtOffset(tree, offset);
  return positions.positionIn(tree, index, offset - positions.blockStart(tree, index));
}

/** The offset that a block starts at; null for a block that the tree does not have. */
export function blockStart(tree: Tree, block: Block): number | null {
  const index = indexOf(tree, block);
  return index === null ? null : positions.blockStart(tree, index);
}

/** The range of a span of a block; the start of the file for a block that the tree does not have. */
export function rangeIn(tree: Tree, block: Block, span: Span): Range {
  const index = indexOf(tree, block);
  if (index === null) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return { start: positions.positionIn(tree, index, span.from), end: positions.positionIn(tree, index, span.to) };
}

/** The range of a place, in the tree of its own file. */
export function rangeOf(tree: Tree, { block, span }: Place): Range {
  return rangeIn(tree, block, span);
}

/** The whole of a block from its header on, without the blank lines and comments at its end. */
export function blockRange(tree: Tree, block: Block): Range {
  const last = block.lines.findLast(({ kind }) => kind !== 'blank' && kind !== 'comment');
  return rangeIn(tree, block, { from: block.header?.from ?? 0, to: last?.end ?? block.text.length });
}
