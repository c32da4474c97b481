import type { Measure } from '../measure/measure.ts';
import type { Quantity } from '../measure/quantity.ts';
import { perItem } from '../model/per-item.ts';
import type { Item, KeyResult, Kpi, Place, Plan } from '../model/plan.ts';
import { valueOf } from '../model/values.ts';
import type { Block } from '../syntax/tree.ts';
import type { PropertyName } from '../syntax/properties.ts';
import { uriOf, useOf } from './places.ts';

/** A level that is written down for an item, what it is, and where in which of its blocks it stands. */
export interface Stated {
  readonly what: 'baseline' | 'target' | 'limit' | 'stretch' | 'check-in';
  readonly quantity: Quantity;
  readonly block: Block;
  readonly from: number;
  readonly to: number;
}

/** Where a level stands that is written down for an item. */
export function statedPlace(plan: Plan, item: Item, { block, from, to }: Stated): Place {
  return { uri: uriOf(plan, item, block), block, span: { from, to } };
}

/** All levels written down for a key result or KPI, in properties and in its journal; not those of its title. */
export const statedQuantities = perItem((_plan: Plan, item: KeyResult | Kpi): readonly Stated[] => {
  const stated: Stated[] = [];
  addMetricSides(item, stated);
  addProperties(item, stated);
  addCheckIns(item, stated);
  return stated;
});

function addMetricSides(item: Item, stated: Stated[]): void {
  const use = useOf(item, 'metric');
  const measure = use && valueOf(use.line, 'metric')?.measure;
  if (!measure) return;
  const start = use.line.value.from;
  for (const [what, quantity] of sidesOf(measure)) {
    if (!quantity) continue;
    stated.push({ what, quantity, block: use.block, from: start + quantity.from, to: start + quantity.to });
  }
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

function addProperties(item: Item, stated: Stated[]): void {
  for (const [name, what, shape] of LEVELS) {
    const use = useOf(item, name);
    const quantity = use && valueOf(use.line, shape)?.quantity;
    if (!use || quantity?.kind !== 'abs') continue;
    const { from, to } = use.line.value;
    stated.push({ what, quantity, block: use.block, from, to });
  }
}

function addCheckIns(item: Item, stated: Stated[]): void {
  for (const { reading, line, block } of item.told) {
    if (reading.kind !== 'report') continue;
    const { value, valueAt } = reading;
    if (value === null || value === 'done' || value.kind !== 'abs' || !valueAt) continue;
    const { from } = line.body;
    stated.push({ what: 'check-in', quantity: value, block, from: from + valueAt.from, to: from + valueAt.to });
  }
}
