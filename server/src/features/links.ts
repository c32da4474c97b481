import type { Item, Place, Scope } from '../model/plan.ts';
import type { Span } from '../syntax/tree.ts';
import { touches } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { nameAt } from './occurrences.ts';

/** What a name in a property stands for, and where the name is, counted from its block's start. */
export interface Named {
  readonly span: Span;
  readonly targets: readonly (Item | Scope)[];
}

/**
 * What the name under the cursor stands for: the target of a reference or the scope in front of its dot, the scope or
 * person that owns something. Several where it is ambiguous. Null where the cursor is on no such name.
 */
export function namedAt(cursor: Cursor): Named | null {
  const name = nameAt(cursor);
  if (name === null || (name.declares && name.by === 'title')) return null;
  const targets = name.entities.flatMap((entity) =>
    entity.kind === 'item' || entity.kind === 'scope' ? [entity.subject] : [],
  );
  return targets.length === 0 ? null : { span: wholeReference(cursor, name.place.span, targets), targets };
}

/** A reference to an item is one name, dots and cycle included; the scope in front of a dot stands for itself. */
function wholeReference({ placed }: Cursor, span: Span, targets: readonly (Item | Scope)[]): Span {
  if (placed?.line.kind !== 'property' || targets.some((target) => 'headers' in target)) return span;
  const { parts, value } = placed.line;
  return parts.find((part) => touches(part, span.from)) ?? value;
}

/** The places where something is declared: every opening of a scope, the header of an item. */
export function declarationsOf(named: Item | Scope): readonly Place[] {
  if ('headers' in named) {
    return named.headers.map(({ uri, block, header }) => ({ uri, block, span: { from: header.from, to: header.end } }));
  }
  return [{ uri: named.uri, block: named.block, span: { from: named.header.from, to: named.header.end } }];
}
