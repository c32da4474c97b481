import type { TextEdit } from '../syntax/blocks.ts';
import { PROPERTIES } from '../syntax/properties.ts';
import type { Owner } from '../syntax/properties.ts';
import { PROPERTY_NAMES } from '../syntax/keywords.ts';
import type { Block, HeaderKind, PropertyLine, Span, Tree } from '../syntax/tree.ts';
import type { Change } from './changes.ts';
import { blockStart } from './layout.ts';

/** A property line with the comments directly above it, without the line break at its end. */
interface Unit extends Span {
  readonly rank: number;
}

/**
 * The changes that put the properties of each scope and item of a file in the order of the language: each takes the place
 * of another, and everything else stays where it is. A comment goes with the property below it. Properties that belong to
 * an item further up, and those that are none, stay as well.
 */
export function organized(uri: string, tree: Tree): readonly Change[] {
  return tree.blocks.flatMap((block) => {
    const edits = editsOf(block);
    if (edits.length === 0) return [];
    const start = blockStart(tree, block) ?? 0;
    return edits.map(({ from, to, newText }) => ({ uri, from: start + from, to: start + to, newText }));
  });
}

const remembered = new WeakMap<Block, readonly TextEdit[]>();

/** The edits of one block, remembered with it: editors ask at each move of the cursor whether there are any. */
function editsOf(block: Block): readonly TextEdit[] {
  let edits = remembered.get(block);
  if (edits === undefined) {
    edits = sectionsOf(block).flatMap((units) => swapped(block, units));
    remembered.set(block, edits);
  }
  return edits;
}

/** The properties of each header of a block: a list under a label has several. */
function sectionsOf({ lines }: Block): readonly (readonly Unit[])[] {
  const sections: Unit[][] = [];
  let kind: HeaderKind | null = null;
  let comments: number | null = null;
  for (const line of lines) {
    if (line.kind === 'header') {
      kind = line.header;
      sections.push([]);
    }
    const rank = line.kind === 'property' && kind !== null ? rankOf(line, kind) : null;
    if (rank !== null) sections.at(-1)?.push({ from: comments ?? line.from, to: line.end, rank });
    comments = line.kind === 'comment' ? (comments ?? line.from) : null;
  }
  return sections;
}

/** Its place in the order; null for a property that the item does not have itself. */
function rankOf({ property }: PropertyLine, kind: HeaderKind): number | null {
  if (property === null || kind === 'cycle') return null;
  const of: readonly Owner[] = PROPERTIES[property].of;
  return of.includes(kind) ? PROPERTY_NAMES.indexOf(property) : null;
}

function swapped({ text }: Block, units: readonly Unit[]): readonly TextEdit[] {
  const inOrder = [...units].sort((a, b) => a.rank - b.rank);
  return units.flatMap(({ from, to }, index) => {
    const other = inOrder[index];
    if (other === undefined || other.from === from) return [];
    return [{ from, to, newText: text.slice(other.from, other.to) }];
  });
}
