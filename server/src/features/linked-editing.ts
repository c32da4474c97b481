import type { Range } from 'vscode-languageserver-types';
import type { Snapshot } from '../service.ts';
import { cursorAt } from './cursor.ts';
import { rangeOf } from './layout.ts';
import { touches } from './cursor.ts';
import { occurrencesOfIn, symbolAt } from './occurrences.ts';

/** What may be typed into an id or handle. As a pattern without flags, for editors make regular expressions of it. */
const ID = '[^\\s.,:;@#()\\[\\]]+';
const HANDLE = '[^\\s,:;@#()\\[\\]]+';

/** Places that are typed over together, and what may be typed there. */
interface LinkedRanges {
  readonly ranges: Range[];
  readonly wordPattern: string;
}

/**
 * An id, handle or cycle's name under the cursor (`offset` from the start of the file) with its uses in the file that are
 * written alike, to be typed over together. Null where there is none, or no second one.
 */
export function linkedEditing(snapshot: Snapshot, uri: string, offset: number): LinkedRanges | null {
  const cursor = cursorAt(snapshot, uri, offset);
  const symbol = cursor === null ? null : symbolAt(cursor);
  const tree = snapshot.tree(uri);
  const [entity, ...others] = symbol?.entities ?? [];
  if (cursor?.placed == null || symbol === null || tree === null || entity === undefined || others.length > 0)
    return null;
  if (symbol.by !== 'id' || !touches(symbol.place.span, cursor.offset - cursor.placed.start)) return null;
  const isPerson = entity.kind === 'person';
  if (isPerson && entity.handle === null) return null;
  const text = textOf(symbol.place);
  const alike = occurrencesOfIn(snapshot.plan, [entity], uri).filter(
    ({ by, place, entities }) => by === 'id' && entities.length === 1 && textOf(place) === text,
  );
  if (alike.length < 2) return null;
  return { ranges: alike.map(({ place }) => rangeOf(tree, place)), wordPattern: isPerson ? HANDLE : ID };
}

function textOf({ block, span }: Parameters<typeof rangeOf>[1]): string {
  return block.text.slice(span.from, span.to);
}
