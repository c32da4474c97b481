import type { Place } from '../model/plan.ts';
import { positionIn } from '../syntax/positions.ts';
import type { Block, Tree } from '../syntax/tree.ts';

/** A place as people count it: lines and columns from 1, columns in UTF-16 units as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Gives start and end of a place in the files of a plan. */
export type Locate = (place: Place) => { readonly start: Position; readonly end: Position };

/** Makes a locator over the trees of a plan. Each tree's blocks are counted at the first question about it. */
export function locatorOver(treeOf: (uri: string) => Tree | null): Locate {
  const files = new Map<string, (block: Block, offset: number) => Position>();
  return ({ uri, block, span }) => {
    let locate = files.get(uri);
    if (!locate) files.set(uri, (locate = locatorIn(treeOf(uri))));
    return { start: locate(block, span.from), end: locate(block, span.to) };
  };
}

function locatorIn(tree: Tree | null): (block: Block, offset: number) => Position {
  if (!tree) return () => ({ line: 1, column: 1 });
  const indexes = new Map(tree.blocks.map((block, index) => [block, index]));
  return (block, offset) => {
    const { line, character } = positionIn(tree, indexes.get(block) ?? 0, offset);
    return { line: line + 1, column: character + 1 };
  };
}

/** The position of an offset in a whole text, for files that have no tree. */
export function lineColumnOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
