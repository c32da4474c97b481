import type { Measure } from '../../../server/src/measure/measure.ts';
import type { Quantity } from '../../../server/src/measure/quantity.ts';

/** A quantity in one line, for tables of expectations: `>= 90 %`, `delta 20 %`, `3 of 5 teams`, `5..8 h`, `1 /week`. */
export function showQuantity(quantity: Quantity | 'unknown' | null): string {
  if (quantity === null) return 'none';
  if (quantity === 'unknown') return '?';
  const { value, unit, op, kind, whole } = quantity;
  const number = typeof value === 'number' ? String(round(value)) : value.map(round).join('..');
  const per = unit?.per == null ? '' : `/${unit.per}`;
  return [
    kind === 'abs' ? '' : kind,
    op === '=' ? '' : op,
    whole === null ? number : `${number} of ${whole}`,
    unit ? unit.name + per : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** A measure in one line: `move "NPS" 40 to 60`. */
export function showMeasure(measure: Measure | null): string {
  if (!measure) return 'none';
  const head = `${measure.kind} "${measure.name}"`;
  switch (measure.kind) {
    case 'move':
      return `${head} ${showQuantity(measure.from)} to ${showQuantity(measure.to)}`;
    case 'bound':
      return `${head} ${showQuantity(measure.to)}`;
    case 'hold':
      return `${head} ${showQuantity(measure.low)} and ${showQuantity(measure.high)}`;
    case 'change':
      return `${head} ${showQuantity(measure.by)} from ${showQuantity(measure.from)}`;
    case 'done':
    case 'tasks':
      return head;
  }
}
