import type { ReportReading } from '../measure/check-in-reading.ts';
import type { Item, JournalEntry, KeyResult, ToldEntry } from '../model/plan.ts';
import { valueOf } from '../model/values.ts';
import { useOf } from './places.ts';

/** A journal line that reports a value, a confidence, a state or a remark. */
export interface CheckIn {
  readonly entry: JournalEntry;
  readonly report: ReportReading;
}

/** The latest check-in of an item up to a day, or null. */
export function lastCheckIn({ journal }: Item, today: string): CheckIn | null {
  for (let at = journal.length - 1; at >= 0; at--) {
    const entry = journal[at];
    if (entry && entry.day <= today && entry.reading.kind === 'report') return { entry, report: entry.reading };
  }
  return null;
}

/** The first confidence that was told, 0–1, and the line it stands on: a property, or a check-in. Null where none was. */
export function firstConfidence(
  kr: KeyResult,
  today: string,
): { readonly value: number; readonly entry: ToldEntry | null } | null {
  const use = useOf(kr, 'confidence');
  const stated = use && valueOf(use.line, 'share');
  if (stated) return { value: stated.share, entry: null };
  for (const entry of kr.told) {
    const { day, reading } = entry;
    if (day > today) break;
    if (reading.kind === 'report' && reading.confidence !== null) return { value: reading.confidence, entry };
  }
  return null;
}
