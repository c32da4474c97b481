import type { Measure } from '../measure/measure.ts';
import type { Quantity } from '../measure/quantity.ts';
import { perItem } from '../model/per-item.ts';
import type { Item, KeyResult, Kpi, Place, Plan } from '../model/plan.ts';
import { valueOf } from '../model/values.ts';
import type { PropertyName } from '../syntax/properties.ts';
import { uriOf, useOf } from './places.ts';

/** A level that is written down for an item, what it is, and where it stands. */
export interface Stated {
  readonly what: 'baseline' | 'target' | 'limit' | 'stretch' | 'check-in';
  readonly quantity: Quantity;
  readonly place: Place;
}

/** All levels written down for a key result or KPI, in properties and in its journal; not those of its title. */
export const statedQuantities = perItem((plan: Plan, item: KeyResult | Kpi): readonly Stated[] => [
  ...metricSides(plan, item),
  ...properties(plan, item),
  ...checkIns(plan, item),
]);

function metricSides(plan: Plan, item: Item): readonly Stated[] {
  const use = useOf(item, 'metric');
  const measure = use && valueOf(use.line, 'metric')?.measure;
  if (!measure) return [];
  const at = (what: Stated['what'], quantity: Quantity | null): readonly Stated[] => {
    if (!quantity) return [];
    const { from } = use.line.value;
    const span = { from: from + quantity.from, to: from + quantity.to };
    return [{ what, quantity, place: { uri: uriOf(plan, item, use.block), block: use.block, span } }];
  };
  return sidesOf(measure).flatMap(([what, quantity]) => at(what, quantity));
}

function sidesOf(measure: Measure): readonly (readonly [Stated['what'], Quantity | null])[] {
  switch (measure.kind) {
    case 'move':
      return [
        ['baseline', measure.from === 'unknown' ? null : measure.from],
        ['target', measure.to],
      ];
    case 'bound':
      return [['target', measure.to]];
    case 'hold':
      return [
        ['limit', measure.low],
        ['limit', measure.high],
      ];
    case 'change':
      return [['baseline', measure.from]];
    case 'done':
    case 'tasks':
      return [];
  }
}

const LEVELS: readonly (readonly [PropertyName, Stated['what'], 'quantity' | 'bound'])[] = [
  ['baseline', 'baseline', 'quantity'],
  ['target', 'target', 'bound'],
  ['stretch', 'stretch', 'quantity'],
];

function properties(plan: Plan, item: Item): readonly Stated[] {
  return LEVELS.flatMap(([name, what, shape]): readonly Stated[] => {
    const use = useOf(item, name);
    const quantity = use && valueOf(use.line, shape)?.quantity;
    if (!use || quantity?.kind !== 'abs') return [];
    const { from, to } = use.line.value;
    return [{ what, quantity, place: { uri: uriOf(plan, item, use.block), block: use.block, span: { from, to } } }];
  });
}

function checkIns(plan: Plan, item: Item): readonly Stated[] {
  return item.journal.flatMap((entry): readonly Stated[] => {
    const { reading } = entry;
    if (reading.kind !== 'report') return [];
    const { value, valueAt } = reading;
    if (value === null || value === 'done' || value.kind !== 'abs' || !valueAt) return [];
    const { from } = entry.line.body;
    const span = { from: from + valueAt.from, to: from + valueAt.to };
    return [
      { what: 'check-in', quantity: value, place: { uri: uriOf(plan, item, entry.block), block: entry.block, span } },
    ];
  });
}
