import type { Item, ToldEntry, Place, Plan, PropertyUse } from '../model/plan.ts';
import type { PropertyName } from '../syntax/properties.ts';
import { blockIndex } from '../model/place.ts';
import type { Block, Line, Span, Tree } from '../syntax/tree.ts';

/** The title of an item, or its header line where the title is empty. */
export function titlePlace(item: Item): Place {
  const { title } = item.header;
  const span = title.to > title.from ? title : contentOf(item.header);
  return { uri: item.uri, block: item.block, span: { from: span.from, to: span.to } };
}

/** Words of an item's title; `from` and `to` count from the start of the title as the item has it. */
export function wordsPlace(item: Item, words: Span): Place {
  const from = item.header.title.from;
  return { uri: item.uri, block: item.block, span: { from: from + words.from, to: from + words.to } };
}

/** A line without its white space, bullets and break. */
export function contentOf(line: Pick<Line, 'content' | 'end'>): Span {
  return { from: Math.min(line.content, line.end), to: line.end };
}

/** The line of a property whose value counts, or null where the item has none. */
export function useOf(item: Item, name: PropertyName): PropertyUse | null {
  return item.properties.get(name)?.[0] ?? null;
}

export function has(item: Item, name: PropertyName): boolean {
  return item.properties.has(name);
}

/** The value of a property, or its whole line where the value is empty. */
export function valuePlace(plan: Plan, item: Item, use: PropertyUse): Place {
  const { value } = use.line;
  const span = value.to > value.from ? { from: value.from, to: value.to } : contentOf(use.line);
  return { uri: uriOf(plan, item, use.block), block: use.block, span };
}

/** A line of an item's journal. */
export function entryPlace(plan: Plan, item: Item, entry: ToldEntry): Place {
  return { uri: uriOf(plan, item, entry.block), block: entry.block, span: contentOf(entry.line) };
}

/** The file of one of an item's blocks. The lines of a KPI may stand in other files than its first header; those of the rest stand in their item's. */
export function uriOf(plan: Plan, item: Item, block: Block): string {
  if (block === item.block || item.kind !== 'kpi') return item.uri;
  const uris = new Set(item.declarations.map(({ uri }) => uri));
  if (uris.size === 1) return item.uri;
  const home = item.declarations.find((each) => each.block === block);
  return home?.uri ?? [...uris].find((uri) => holds(plan.documents.get(uri)?.tree, block)) ?? item.uri;
}

function holds(tree: Tree | undefined, block: Block): boolean {
  return tree !== undefined && blockIndex(tree, block) !== null;
}
