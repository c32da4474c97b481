import type { ReportReading } from '../measure/check-in-reading.ts';
import type { Item, JournalEntry, KeyResult } from '../model/plan.ts';
import { valueOf } from '../model/values.ts';
import { useOf } from './places.ts';

/** A journal line that reports a value, a confidence, a state or a remark. */
export interface CheckIn {
  readonly entry: JournalEntry;
  readonly report: ReportReading;
}

/** The check-ins of an item up to a day, the latest last. */
export function checkInsOf(item: Item, today: string): readonly CheckIn[] {
  return item.journal.flatMap((entry) => {
    const { day, reading } = entry;
    return day <= today && reading.kind === 'report' ? [{ entry, report: reading }] : [];
  });
}

/** The first confidence that was told, 0–1, and the line it stands on: a property, or a check-in. Null where none was. */
export function firstConfidence(
  kr: KeyResult,
  today: string,
): { readonly value: number; readonly entry: JournalEntry | null } | null {
  const use = useOf(kr, 'confidence');
  const stated = use && valueOf(use.line, 'share');
  if (stated) return { value: stated.share, entry: null };
  for (const { entry, report } of checkInsOf(kr, today)) {
    if (report.confidence !== null) return { value: report.confidence, entry };
  }
  return null;
}
