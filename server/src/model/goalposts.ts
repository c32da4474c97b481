import type { MovedDeadlineReading, MovedLevelReading } from '../measure/check-in-reading.ts';
import type { Quantity } from '../measure/quantity.ts';
import { sameUnit } from '../measure/same-measure.ts';
import type { JournalEntry } from './plan.ts';

/**
 * Where a goalpost that the journal moved stands on a day. Lines say from what to what, so both ends are known: on and after
 * the day of the latest line it is where that line moved it; before the first it was where that line moved it from,
 * whether or not the property was rewritten since. Null where the journal does not move it, or does not say from where.
 */
function movedTo<R extends { readonly from: unknown; readonly to: unknown }>(
  moves: readonly { readonly day: string; readonly reading: R }[],
  today: string,
): R['from'] | R['to'] | null {
  const latest = moves.findLast(({ day }) => day <= today);
  if (latest) return latest.reading.to;
  return moves[0]?.reading.from ?? null;
}

/**
 * The target or baseline that the journal says holds on a day; null where only the properties say it. `own` is the level of
 * the properties: before the first move it holds itself, unless it is one that the journal moved to only later.
 */
export function movedLevel(
  journal: readonly JournalEntry[],
  what: MovedLevelReading['what'],
  today: string,
  own: Quantity | 'unknown' | null,
): Quantity | 'unknown' | null {
  const moves = journal.flatMap(({ day, reading }) =>
    reading.kind === 'moved' && reading.what === what && reading.to !== null ? [{ day, reading }] : [],
  );
  const [first] = moves;
  if (!first) return null;
  if (own && first.day > today && !moves.some(({ reading }) => isSame(reading.to, own))) return null;
  return movedTo<MovedLevelReading>(moves, today);
}

/** A bare number is the same level as one with a unit; the comparator may be left out as well. */
function isSame(to: Quantity | null, own: Quantity | 'unknown'): boolean {
  if (!to || own === 'unknown' || String(to.value) !== String(own.value)) return false;
  return !to.unit || !own.unit || sameUnit(to.unit, own.unit);
}

/** The words of the deadline that the journal says holds on a day; null where only the properties say it. */
export function movedDeadline(journal: readonly JournalEntry[], today: string): string | null {
  const moves = journal.flatMap(({ day, reading }) =>
    reading.kind === 'moved' && reading.what === 'by' && reading.to !== null ? [{ day, reading }] : [],
  );
  return moves.length === 0 ? null : (movedTo<MovedDeadlineReading>(moves, today)?.text ?? null);
}
