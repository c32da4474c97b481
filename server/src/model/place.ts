import { blockStart, positionIn } from '../syntax/positions.ts';
import type { Position } from '../syntax/positions.ts';
import type { Block, Tree } from '../syntax/tree.ts';
import type { Place, Plan } from './plan.ts';

/** Where a place is in its document, as LSP counts it. */
export interface DocumentRange {
  readonly start: Position;
  readonly end: Position;
}

const remembered = new WeakMap<Tree, ReadonlyMap<Block, number>>();

/** The index of a block in its tree; null where it is of another one. */
export function blockIndex(tree: Tree, block: Block): number | null {
  let indices = remembered.get(tree);
  if (!indices) {
    indices = new Map(tree.blocks.map((each, index) => [each, index]));
    remembered.set(tree, indices);
  }
  return indices.get(block) ?? null;
}

/** The lines and characters of a place; null where its document or block is not the plan's. */
export function rangeOf(plan: Plan, place: Place): DocumentRange | null {
  const tree = plan.documents.get(place.uri)?.tree;
  const index = tree ? blockIndex(tree, place.block) : null;
  if (!tree || index === null) return null;
  return { start: positionIn(tree, index, place.span.from), end: positionIn(tree, index, place.span.to) };
}

/** The offsets of a place in its document, in UTF-16 units; null where its document or block is not the plan's. */
export function offsetsOf(plan: Plan, place: Place): { readonly from: number; readonly to: number } | null {
  const tree = plan.documents.get(place.uri)?.tree;
  const index = tree ? blockIndex(tree, place.block) : null;
  if (!tree || index === null) return null;
  const start = blockStart(tree, index);
  return { from: start + place.span.from, to: start + place.span.to };
}
