import type { Location } from 'vscode-languageserver-types';
import type { Snapshot } from '../service.ts';
import { cursorAt } from './cursor.ts';
import { rangeOf } from './layout.ts';
import { occurrencesOf, symbolAt } from './occurrences.ts';

/**
 * Every place of the workspace that names what stands at an offset (from the start of the file): an item, a scope, a person
 * or a cycle, found by its title as well as by its id. `declarations` says whether the headers that declare it are among
 * them. Null where nothing is named there or the file is not known.
 */
export function references(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  { declarations }: { readonly declarations: boolean },
): Location[] | null {
  const cursor = cursorAt(snapshot, uri, offset);
  const symbol = cursor === null ? null : symbolAt(cursor);
  if (symbol === null) return null;
  return occurrencesOf(snapshot.plan, symbol.entities)
    .filter(({ declares }) => declarations || !declares)
    .flatMap(({ place }): Location[] => {
      const tree = snapshot.tree(place.uri);
      return tree === null ? [] : [{ uri: place.uri, range: rangeOf(tree, place) }];
    });
}
