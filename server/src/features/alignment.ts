import type { LocationLink } from 'vscode-languageserver-types';
import type { Item } from '../model/plan.ts';
import type { Snapshot } from '../service.ts';
import { cursorAt } from './cursor.ts';
import { linksTo } from './definition.ts';
import { rangeOf } from './layout.ts';
import { linksFrom, symbolAt } from './occurrences.ts';

/**
 * What the item at an offset (from the start of the file) serves: as type definition, for it says what kind of contribution
 * this is. A key result that supports nothing itself serves its objective. Null where there is no item or the file is not
 * known.
 */
export function served(snapshot: Snapshot, uri: string, offset: number): LocationLink[] | null {
  return linksFor(snapshot, uri, offset, (item) => {
    const targets = servedBy(item);
    return targets.length === 0 && item.kind === 'kr' && item.objective !== null ? [item.objective] : targets;
  });
}

/** What serves the item at an offset: as implementation. Null where there is no item or the file is not known. */
export function serving(snapshot: Snapshot, uri: string, offset: number): LocationLink[] | null {
  return linksFor(snapshot, uri, offset, supportersOf);
}

/** What an item supports; of a KPI the objectives that it watches. */
export function servedBy(item: Item): readonly Item[] {
  const links = item.kind === 'kpi' ? linksFrom(item) : item.supports;
  return [...new Set(links.flatMap(({ target }) => target ?? []))];
}

/** Who supports an item; of a KPI the key results that measure it. */
export function supportersOf(item: Item): readonly Item[] {
  return item.kind === 'kpi' ? item.measuredBy : item.supportedBy;
}

function linksFor(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  leadsTo: (item: Item) => readonly Item[],
): LocationLink[] | null {
  const cursor = cursorAt(snapshot, uri, offset);
  const symbol = cursor === null ? null : symbolAt(cursor);
  const tree = snapshot.tree(uri);
  if (symbol === null || tree === null) return null;
  const items = symbol.entities.flatMap((entity) => (entity.kind === 'item' ? [entity.subject] : []));
  const targets = [...new Set(items.flatMap(leadsTo))];
  return items.length === 0 ? null : linksTo(snapshot, rangeOf(tree, symbol.place), targets);
}
