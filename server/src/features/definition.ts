import type { LocationLink, Range } from 'vscode-languageserver-types';
import type { Item, Scope } from '../model/plan.ts';
import type { Snapshot } from '../service.ts';
import { cursorAt } from './cursor.ts';
import { blockRange, rangeIn, rangeOf } from './layout.ts';
import { declarationsOf, namedAt } from './links.ts';

/**
 * Where the name at an offset (from the start of the file) is declared: all openings of a scope, all candidates of an
 * ambiguous reference. Null where there is no name or the file is not known.
 */
export function definition(snapshot: Snapshot, uri: string, offset: number): LocationLink[] | null {
  const cursor = cursorAt(snapshot, uri, offset);
  const named = cursor === null ? null : namedAt(cursor);
  const tree = snapshot.tree(uri);
  if (cursor?.placed == null || named === null || tree === null) return null;
  return linksTo(snapshot, rangeIn(tree, cursor.placed.block, named.span), named.targets);
}

/** Links from a range of the file at hand to where items and scopes are declared. */
export function linksTo(
  snapshot: Snapshot,
  originSelectionRange: Range,
  targets: readonly (Item | Scope)[],
): LocationLink[] {
  return targets.flatMap(declarationsOf).flatMap((place): LocationLink[] => {
    const target = snapshot.tree(place.uri);
    if (target === null) return [];
    return [
      {
        originSelectionRange,
        targetUri: place.uri,
        targetRange: blockRange(target, place.block),
        targetSelectionRange: rangeOf(target, place),
      },
    ];
  });
}
