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
    const start = blockStart(tree, block) ?? 0;
    return sectionsOf(block).flatMap((units) => swapped(block, units).map((edit) => moved(uri, start, edit)));
  });
}

function moved(uri: string, start: number, { from, to, newText }: Omit<Change, 'uri'>): Change {
  return { uri, from: start + from, to: start + to, newText };
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

function swapped({ text }: Block, units: readonly Unit[]): readonly Omit<Change, 'uri'>[] {
  const inOrder = [...units].sort((a, b) => a.rank - b.rank);
  return units.flatMap(({ from, to }, index) => {
    const other = inOrder[index];
    if (other === undefined || other.from === from) return [];
    return [{ from, to, newText: text.slice(other.from, other.to) }];
  });
}
