import type { LocationLink } from 'vscode-languageserver-types';
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
  const originSelectionRange = rangeIn(tree, cursor.placed.block, named.span);
  return named.targets.flatMap(declarationsOf).flatMap((place): LocationLink[] => {
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
