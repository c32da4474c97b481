import { ID_CHARACTER } from './alphabet.ts';
import type { Text } from './tree.ts';

/** A reference: ids joined by dots, then perhaps the cycle it means. Spans count as those of the text it was read from. */
export interface Reference {
  /** The ids, outermost first; never empty. */
  readonly parts: readonly Text[];
  /** The cycle's name behind `@`, or null where the own cycle is meant. */
  readonly cycle: Text | null;
}

const id = `${ID_CHARACTER}(?:${ID_CHARACTER}|[_-])*`;
const REFERENCE = new RegExp(`^(${id}(?:\\.${id})*)(?:@(${id}))?$`);

/** `a.b.c@2026-Q3` in its parts; null where the text is no reference. */
export function readReference(text: Text): Reference | null {
  const match = REFERENCE.exec(text.text);
  const path = match?.[1];
  if (path === undefined) return null;
  const parts: Text[] = [];
  let from = text.from;
  for (const part of path.split('.')) {
    parts.push({ from, to: from + part.length, text: part });
    from += part.length + 1;
  }
  const cycle = match?.[2];
  return { parts, cycle: cycle === undefined ? null : { from, to: from + cycle.length, text: cycle } };
}
