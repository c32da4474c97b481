import type { JournalEntry } from './plan.ts';

/** What to look for in a journal, so that most journals need no second look. */
export interface JournalTraits {
  /** It tells of a status. */
  readonly states: boolean;
  /** It moves a deadline. */
  readonly movesDeadline: boolean;
  /** It reports a value with a sign. */
  readonly signed: boolean;
  /** It reports a value below the one before it. */
  readonly falls: boolean;
}

/** By day; of two on one day the later line last, as a stable sort has it. */
export function inOrder(journal: readonly JournalEntry[]): readonly JournalEntry[] {
  return [...journal].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

const PLAIN: JournalTraits = { states: false, movesDeadline: false, signed: false, falls: false };

/** The traits of a journal in order of day. */
export function traitsOf(journal: readonly JournalEntry[]): JournalTraits {
  let { states, movesDeadline, signed, falls } = PLAIN;
  let last = -Infinity;
  for (const { reading } of journal) {
    if (reading.kind === 'state') states = true;
    else if (reading.kind === 'moved') movesDeadline ||= reading.what === 'by';
    else if (reading.value !== null && reading.value !== 'done') {
      const { value, kind } = reading.value;
      signed ||= kind === 'delta';
      if (typeof value !== 'number') continue;
      falls ||= value < last;
      last = value;
    }
  }
  return states || movesDeadline || signed || falls ? { states, movesDeadline, signed, falls } : PLAIN;
}
