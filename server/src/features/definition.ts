import type { LocationLink, Range } from 'vscode-languageserver-types';
import type { Item, Scope } from '../model/plan.ts';
import type { Snapshot } from '../service.ts';
import type { Tree } from '../syntax/tree.ts';
import { cursorAt } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { blockRange, rangeIn, rangeOf } from './layout.ts';
import { declarationsOf, namedAt } from './links.ts';
import { occurrencesOf, symbolAt } from './occurrences.ts';

/**
 * Where the name at an offset (from the start of the file) is declared: all openings of a scope, all candidates of an
 * ambiguous reference, all lines that declare a cycle. Null where there is no name or the file is not known.
 */
export function definition(snapshot: Snapshot, uri: string, offset: number): LocationLink[] | null {
  const cursor = cursorAt(snapshot, uri, offset);
  const named = cursor === null ? null : namedAt(cursor);
  const tree = snapshot.tree(uri);
  if (cursor?.placed == null || tree === null) return null;
  if (named === null) return cycleLinks(snapshot, cursor, tree);
  return linksTo(snapshot, rangeIn(tree, cursor.placed.block, named.span), named.targets);
}

/** To the lines that declare the cycle which the cursor names; null where it names none. */
function cycleLinks(snapshot: Snapshot, cursor: Cursor, tree: Tree): LocationLink[] | null {
  const symbol = symbolAt(cursor);
  if (symbol?.entities.some(({ kind }) => kind === 'cycle') !== true) return null;
  return occurrencesOf(snapshot.plan, symbol.entities)
    .filter(({ declares }) => declares)
    .flatMap(({ place }): LocationLink[] => {
      const target = snapshot.tree(place.uri);
      if (target === null) return [];
      const range = rangeOf(target, place);
      return [
        {
          originSelectionRange: rangeOf(tree, symbol.place),
          targetUri: place.uri,
          targetRange: range,
          targetSelectionRange: range,
        },
      ];
    });
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
