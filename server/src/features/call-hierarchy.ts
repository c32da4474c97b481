import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Range,
} from 'vscode-languageserver-types';
import type { Goal, Item, Link } from '../model/plan.ts';
import type { Snapshot } from '../service.ts';
import { english } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import { supportersOf } from './alignment.ts';
import { briefOf } from './brief.ts';
import { cursorAt } from './cursor.ts';
import { rangeIn, rangeOf } from './layout.ts';
import { linksFrom, symbolAt } from './occurrences.ts';
import { KINDS } from './symbols.ts';

/**
 * The cascade as a call hierarchy: an item "calls" what it serves. The client hands the item back by its key, which is
 * steady across edits elsewhere.
 */

/** The items named at an offset (from the start of the file). Null where there is none or the file is not known. */
export function prepareCallHierarchy(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  say: Say = english,
): CallHierarchyItem[] | null {
  const cursor = cursorAt(snapshot, uri, offset);
  const symbol = cursor === null ? null : symbolAt(cursor);
  const items = symbol?.entities.flatMap((entity) => (entity.kind === 'item' ? [entity.subject] : [])) ?? [];
  return items.length === 0 ? null : items.flatMap((item) => nodeOf(snapshot, item, say));
}

/**
 * Who serves an item: what supports it or, of an objective, one of its key results; of a KPI the key results that measure
 * it. Each with the places where it says so. Null where the item is not there any more.
 */
export function incomingCalls(
  snapshot: Snapshot,
  { data }: CallHierarchyItem,
  say: Say = english,
): CallHierarchyIncomingCall[] | null {
  const item = itemOf(snapshot, data);
  if (item === null) return null;
  const served: readonly Item[] = item.kind === 'objective' ? [item, ...item.keyResults] : [item];
  return [...new Set(served.flatMap(supportersOf))].flatMap((supporter) =>
    nodeOf(snapshot, supporter, say).map((from) => {
      const links = linksFrom(supporter).filter((link) => link.target !== null && served.includes(link.target));
      return { from, fromRanges: rangesIn(snapshot, from.uri, links) };
    }),
  );
}

/**
 * What an item serves: what it supports, for an objective also what its key results support; a key result's objective; the
 * KPI that it measures; of a KPI the objectives that it watches. Null where the item is not there any more.
 */
export function outgoingCalls(
  snapshot: Snapshot,
  { data }: CallHierarchyItem,
  say: Say = english,
): CallHierarchyOutgoingCall[] | null {
  const item = itemOf(snapshot, data);
  if (item === null) return null;
  const links = [item, ...(item.kind === 'objective' ? item.keyResults : [])].flatMap(servingLinks);
  const targets = new Set<Item>(links.flatMap(({ target }) => target ?? []));
  const objective = item.kind === 'kr' ? item.objective : null;
  if (objective !== null) targets.add(objective);
  return [...targets].flatMap((target) =>
    nodeOf(snapshot, target, say).map((to) => {
      const ranges = rangesIn(
        snapshot,
        item.uri,
        links.filter((link) => link.target === target),
      );
      return { to, fromRanges: ranges.length === 0 ? nameRanges(snapshot, item) : ranges };
    }),
  );
}

/** The links with which an item says what it serves; what it continues is its past. */
function servingLinks(item: Item): readonly Link<Item>[] {
  return linksFrom(item).filter((link) => item.kind === 'kpi' || link !== item.continues);
}

function itemOf(snapshot: Snapshot, key: unknown): Item | null {
  return typeof key === 'string' ? (snapshot.plan.items.get(key) ?? null) : null;
}

/** One node; none for an item whose file is gone. */
function nodeOf(snapshot: Snapshot, item: Item, say: Say): CallHierarchyItem[] {
  const tree = snapshot.tree(item.uri);
  if (tree === null) return [];
  const { header, block } = item;
  const scope = item.scope === null || item.scope === 'unknown' ? null : item.scope.title;
  const detail = [scope, briefOf(snapshot.plan, item, say)].filter((part) => part !== null && part !== '').join(' · ');
  return [
    {
      name: nameOf(item),
      kind: KINDS[item.kind],
      detail,
      uri: item.uri,
      range: rangeIn(tree, block, { from: header.from, to: Math.max(header.end, lastLineEnd(item)) }),
      selectionRange: rangeIn(tree, block, header.id ?? header.title),
      data: item.key,
    },
  ];
}

/** Where the item's own lines end in its block: at the next header of a list, or at the block's last line. */
function lastLineEnd({ block, header }: Item): number {
  const next = block.lines.find((line) => line.kind === 'header' && line.from > header.from);
  const last = block.lines.findLast(
    ({ kind, from }) => kind !== 'blank' && kind !== 'comment' && (next === undefined || from < next.from),
  );
  return last?.end ?? header.end;
}

/** Editors refuse a node without a name. */
function nameOf({ title, id, header }: Item | Goal): string {
  return [title.trim(), id, header.number?.text, header.keyword.text].find((name) => name) ?? header.header;
}

/** The places of links that stand in one file: the only ones that the protocol lets us tell. */
function rangesIn(snapshot: Snapshot, uri: string, links: readonly Link<Item>[]): Range[] {
  const tree = snapshot.tree(uri);
  return tree === null ? [] : links.filter(({ place }) => place.uri === uri).map(({ place }) => rangeOf(tree, place));
}

function nameRanges(snapshot: Snapshot, { uri, block, header }: Item): Range[] {
  const tree = snapshot.tree(uri);
  return tree === null ? [] : [rangeIn(tree, block, header.id ?? header.title)];
}
