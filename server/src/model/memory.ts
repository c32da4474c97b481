import { compact } from '../syntax/compact.ts';

/**
 * Where what is computed of families and items is remembered: in lists by slot. There is one such list for each item of each
 * file, so that room that nothing is put into costs more than what is remembered.
 */

/** The slots of one kind of memory. Each has one function that fills it. */
export interface Slots {
  take(): number;
  /** A memory with room for the slots there are. */
  room(): unknown[];
}

function slots(): Slots {
  let count = 0;
  return {
    take: () => count++,
    room: () => new Array<unknown>(count),
  };
}

export const familySlots = slots();
export const itemSlots = slots();
/** Of what others may look at. */
export const judgedSlots = slots();
/** Of how items stand, which outlasts changes of what else is computed of them. */
export const figureSlots = slots();

/** The value as it is remembered: of a list, its members alone. */
export function kept<T>(value: T): T {
  // A list of the same members is as good to whoever may only read it.
  return Array.isArray(value) ? (compact(value) as T) : value;
}
