import type { DocumentHighlight } from 'vscode-languageserver-types';
import type { Snapshot } from '../service.ts';
import { cursorAt } from './cursor.ts';
import { rangeOf } from './layout.ts';
import { occurrencesOfIn, symbolAt } from './occurrences.ts';

const READ = 2;
const WRITE = 3;

/**
 * The places of the file that name what stands at an offset (from its start): headers, which declare it, as written, all
 * others as read. Null where nothing is named there or the file is not known.
 */
export function documentHighlights(snapshot: Snapshot, uri: string, offset: number): DocumentHighlight[] | null {
  const cursor = cursorAt(snapshot, uri, offset);
  const symbol = cursor === null ? null : symbolAt(cursor);
  const tree = snapshot.tree(uri);
  if (symbol === null || tree === null) return null;
  return occurrencesOfIn(snapshot.plan, symbol.entities, uri).map(({ place, declares }) => ({
    range: rangeOf(tree, place),
    kind: declares ? WRITE : READ,
  }));
}
