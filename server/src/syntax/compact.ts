const NOTHING: readonly never[] = Object.freeze([]);

/**
 * The list without the room that it was given to grow, which is often more than its members take. For lists that are kept for
 * as long as a file is open, and only read.
 */
export function compact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NOTHING : list.slice();
}
