import type { Quantity, Unit } from '../measure/quantity.ts';
import { writeMetric } from '../measure/write-metric.ts';
import type { Standing } from '../model/figures.ts';
import type { KeyResult, Plan } from '../model/plan.ts';
import { standingOf } from '../model/standing.ts';
import type { PropertyName } from '../syntax/properties.ts';

const AS_WRITTEN: readonly PropertyName[] = ['measures', 'metric', 'baseline', 'target', 'stretch'];

/**
 * The lines that measure a key result in the cycle after its own: from the last value to the same target. A relative change
 * ends where it would have ended, for once more the same share would be another goal. As written where there is no last
 * value, or no way from a level to a level.
 */
export function carriedMeasure(plan: Plan, kr: KeyResult): readonly string[] {
  const lines = (names: readonly PropertyName[]): readonly string[] =>
    names.flatMap((name) => (kr.properties.get(name) ?? []).map(({ line }) => `${name}: ${line.value.text}`));
  const metric = fromLastValue(standingOf(plan, kr));
  if (metric === null) return lines(AS_WRITTEN);
  return [...lines(['measures']), `metric: ${metric}`, ...lines(['stretch'])];
}

function fromLastValue({ measure, source, now, unit, target }: Standing): string | null {
  if (measure === null || source === 'kpi' || now?.value == null) return null;
  const reading = now.entry?.reading;
  const reported = reading?.kind === 'report' && reading.value !== 'done' ? reading.value : null;
  // A bare number takes the unit of the measure, and a change is written as the level it came to.
  const from = reported?.kind === 'abs' && reported.unit !== null ? reported : level(now.value, unit);
  switch (measure.kind) {
    case 'move':
      return writeMetric({ ...measure, from });
    case 'change':
      return target === null ? null : writeMetric({ kind: 'move', name: measure.name, from, to: level(target, unit) });
    case 'bound':
    case 'hold':
    case 'done':
    case 'tasks':
      return null;
  }
}

/** A level that nobody wrote, without the noise of computed fractions. */
function level(value: number, unit: Unit | null): Quantity {
  const plain = Number(value.toPrecision(12));
  return { value: plain, unit, op: '=', kind: 'abs', whole: null, text: '', from: 0, to: 0 };
}
