import type { Measure } from './measure.ts';
import type { Quantity, Unit } from './quantity.ts';
import { countedUnit } from './units.ts';

const NAME = /(?:^|\s)(?:(e)?NPS|(employee )?net promoter score)(?: ?\(e?NPS\))?$/i;

/** The unit of a net promoter score, which is the score's own name; null where a name is that of anything else. */
function promoterUnit(name: string): Unit | null {
  const match = NAME.exec(name.slice(-60));
  return match === null ? null : countedUnit(match[1] || match[2] ? 'eNPS' : 'NPS');
}

/** Whether a unit is that of a net promoter score, which goes from -100 to 100. */
export function isPromoterScore(unit: Unit | null): boolean {
  return unit?.name === 'NPS' || unit?.name === 'eNPS';
}

/** A measure that is named as a net promoter score, its bare numbers in that unit: "NPS 30 -> 50" goes to 50 NPS. */
export function inPromoterScore(measure: Measure): Measure {
  const unit = promoterUnit(measure.name);
  if (unit === null) return measure;
  const named = (quantity: Quantity): Quantity =>
    quantity.unit === null && quantity.whole === null && quantity.kind !== 'mult' ? { ...quantity, unit } : quantity;
  switch (measure.kind) {
    case 'move': {
      const { from } = measure;
      return { ...measure, from: from === null || from === 'unknown' ? from : named(from), to: named(measure.to) };
    }
    case 'bound':
      return { ...measure, to: named(measure.to) };
    case 'hold':
      return { ...measure, low: measure.low && named(measure.low), high: measure.high && named(measure.high) };
    case 'change':
      return { ...measure, by: named(measure.by), from: measure.from && named(measure.from) };
    case 'done':
    case 'tasks':
      return measure;
  }
}

/** The measure without the unit that its name says already, as people write it; null where its name says none. */
export function withoutPromoterUnit(measure: Measure): Measure | null {
  const unit = promoterUnit(measure.name);
  if (unit === null || measure.kind !== 'move') return null;
  const bare = (quantity: Quantity): Quantity =>
    quantity.unit?.name === unit.name ? { ...quantity, unit: null, text: '' } : quantity;
  const { from, to } = measure;
  return { ...measure, from: from === null || from === 'unknown' ? from : bare(from), to: bare(to) };
}
