import type { LineBase } from './tree.ts';

const OFFSETS: ReadonlySet<string> = new Set<keyof LineBase>(['from', 'to', 'end', 'content']);

/** Whether two pieces of a tree say the same, the second `by` characters behind where the first stands in its block. */
export function isSamePiece(before: unknown, after: unknown, by: number): boolean {
  if (by === 0 && before === after) return true;
  if (!isPiece(before) || !isPiece(after)) return before === after;
  const names = Object.keys(before);
  if (names.length !== Object.keys(after).length) return false;
  for (const name of names) {
    const old = before[name];
    const now = after[name];
    const isOffset = by !== 0 && OFFSETS.has(name) && typeof old === 'number';
    if (!(name in after) || (isOffset ? now !== old + by : !isSamePiece(old, now, by))) return false;
  }
  return true;
}

function isPiece(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
