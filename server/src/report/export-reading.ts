import { deadlineDay } from '../measure/deadline.ts';
import { exportReading as exportRead } from '../measure/export-reading.ts';
import type { ExportedQuantity } from '../measure/export-reading.ts';
import type { Measure } from '../measure/measure.ts';
import { fiscalYearAt } from '../model/fiscal.ts';
import type { KeyResult, Kpi, Plan } from '../model/plan.ts';
import { periodOf } from '../model/time.ts';
import { readingOf } from '../model/title.ts';
import { exportNumber } from './export-values.ts';
import type { Json } from './export-values.ts';
import { measuredReading } from './measured-reading.ts';

/**
 * What the words of an item say. `written` is the measure of its `metric:` or `target:` line, null where there is none that
 * can be read: then the title is read.
 */
export function exportReading(plan: Plan, item: KeyResult | Kpi, written: Measure | null): Json {
  const title = readingOf(item);
  const line = item.properties.get('metric')?.[0] ?? item.properties.get('target')?.[0];
  const reading = written && line ? measuredReading(title, written, line.line.value.text) : title;
  const phrase = title.deadline?.text;
  const day =
    phrase === undefined ? null : deadlineDay(phrase, periodOf(item.cycle), fiscalYearAt(plan.settings, item.uri));
  const { baseline, targets, deadline, because, ...rest } = exportRead(
    reading,
    reading === title ? 'title' : 'metric',
    day,
  );
  return {
    ...rest,
    baseline: baseline && quantityOf(baseline),
    targets: targets.map(quantityOf),
    deadline: deadline && { ...deadline },
    because: because.map((ground) => ({ ...ground })),
  };
}

function quantityOf({ value, unit, op, kind }: ExportedQuantity): Json {
  return { value: typeof value === 'number' ? exportNumber(value) : value.map(exportNumber), unit, op, kind };
}
