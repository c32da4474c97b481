import type { Comparator, Quantity, QuantityKind } from './quantity.ts';
import type { Because, Direction, Measurable, Reading, Style } from './reading.ts';
import { writeUnit } from './units.ts';

/** A quantity as the export writes it; a rate is part of the unit ("posts/week"). */
export interface ExportedQuantity {
  readonly value: number | readonly [number, number];
  readonly unit: string | null;
  readonly op: Comparator;
  readonly kind: QuantityKind;
}

/** The `reading` of a key result or KPI in `okr export --format json`. `date` is an ISO day, or null where none is meant. */
export interface ExportedReading {
  readonly measurable: Measurable;
  readonly style: Style;
  readonly direction: Direction;
  readonly baseline: ExportedQuantity | null;
  readonly targets: readonly ExportedQuantity[];
  readonly deadline: { readonly text: string; readonly date: string | null } | null;
  readonly vague: readonly string[];
  readonly compound: boolean;
  readonly placeholder: boolean;
  readonly source: 'metric' | 'title';
  readonly because: readonly Because[];
}

/** A quantity with its unit in words. */
export function exportQuantity({ value, unit, op, kind }: Quantity): ExportedQuantity {
  return { value, unit: unit === null ? null : writeUnit(unit) || null, op, kind };
}

/**
 * A reading in the shape of the export. `source` says whether a `metric:` line or the title was read; `deadlineDate` is
 * the day that the deadline phrase means, as the caller worked it out from the cycle, or null.
 */
export function exportReading(
  reading: Reading,
  source: 'metric' | 'title',
  deadlineDate: string | null,
): ExportedReading {
  const { measurable, style, direction, baseline, targets, deadline, vague, compound, placeholder, because } = reading;
  return {
    measurable,
    style,
    direction,
    baseline: baseline && exportQuantity(baseline),
    targets: targets.map(exportQuantity),
    deadline: deadline && { text: deadline.text, date: deadlineDate },
    vague: vague.map(({ text }) => text.toLowerCase()),
    compound,
    placeholder,
    source,
    because: because.map(({ text, from, to, says }) => ({ text, from, to, says })),
  };
}
