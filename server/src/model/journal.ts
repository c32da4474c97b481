import { POINTED } from '../measure/point-groups.ts';
import type { Quantity } from '../measure/quantity.ts';
import type { JournalEntry } from './plan.ts';

/** What to look for in a journal, so that most journals need no second look. */
export interface JournalTraits {
  /** It tells of a status. */
  readonly states: boolean;
  /** It moves a deadline. */
  readonly movesDeadline: boolean;
  /** It moves a target, a baseline or a deadline. */
  readonly moves: boolean;
  /** It reports a value with a sign. */
  readonly signed: boolean;
  /** It reports a value below the one before it. */
  readonly falls: boolean;
  /** It reports a part of what may be done or not: neither nothing nor all of it. */
  readonly partly: boolean;
  /** It reports a level that may be a thousand times as much: `1.500`. */
  readonly pointed: boolean;
}

/** By day; of two on one day the later line last, as a stable sort has it. */
export function inOrder(journal: readonly JournalEntry[]): readonly JournalEntry[] {
  return [...journal].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

const PLAIN: JournalTraits = {
  states: false,
  movesDeadline: false,
  moves: false,
  signed: false,
  falls: false,
  partly: false,
  pointed: false,
};

/** The traits of a journal in order of day. */
export function traitsOf(journal: readonly JournalEntry[]): JournalTraits {
  let { states, movesDeadline, moves, signed, falls, partly, pointed } = PLAIN;
  let last = -Infinity;
  for (const { reading } of journal) {
    if (reading.kind === 'state') states = true;
    else if (reading.kind === 'moved') {
      moves = true;
      movesDeadline ||= reading.what === 'by';
    } else if (reading.value !== null && reading.value !== 'done') {
      const { value, kind, text } = reading.value;
      signed ||= kind === 'delta';
      partly ||= isPart(reading.value);
      pointed ||= POINTED.test(text);
      if (typeof value !== 'number') continue;
      falls ||= value < last;
      last = value;
    }
  }
  const isPlain = !states && !moves && !signed && !falls && !partly && !pointed;
  return isPlain ? PLAIN : { states, movesDeadline, moves, signed, falls, partly, pointed };
}

/** Whether a level says that a part is there: `50%`, `0.5`; not `3 of 5`, which counts parts. */
export function isPart({ value, unit, whole }: Quantity): boolean {
  if (whole !== null || (unit !== null && unit.dimension !== 'percent')) return false;
  return value !== 0 && value !== (unit === null ? 1 : 100);
}
