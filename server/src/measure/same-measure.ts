import type { Measure } from './measure.ts';
import type { Quantity, Unit } from './quantity.ts';
import { sameNoun } from './units.ts';

/** Whether two units are the same: counted nouns but for case, singular and plural. */
export function sameUnit(a: Unit | null, b: Unit | null): boolean {
  if (!a || !b) return a === b;
  if (a.dimension !== b.dimension || a.factor !== b.factor || a.perSeconds !== b.perSeconds) return false;
  if (!sameNoun(a.name, b.name) || (a.per === null) !== (b.per === null)) return false;
  return a.per === null || b.per === null || sameNoun(a.per, b.per);
}

/** Whether two quantities say the same, wherever and however they are written. */
export function sameQuantity(a: Quantity | null, b: Quantity | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.op === b.op && a.kind === b.kind && a.whole === b.whole && sameValue(a.value, b.value) && sameUnit(a.unit, b.unit)
  );
}

function sameValue(a: Quantity['value'], b: Quantity['value']): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b;
  return a[0] === b[0] && a[1] === b[1];
}

/** Whether two measures say the same, wherever and however they are written. Names are compared as they are. */
export function sameMeasure(a: Measure, b: Measure): boolean {
  if (a.name !== b.name) return false;
  switch (a.kind) {
    case 'move':
      return b.kind === 'move' && sameQuantity(a.to, b.to) && sameBaseline(a.from, b.from);
    case 'bound':
      return b.kind === 'bound' && sameQuantity(a.to, b.to);
    case 'hold':
      return b.kind === 'hold' && sameQuantity(a.low, b.low) && sameQuantity(a.high, b.high);
    case 'change':
      return b.kind === 'change' && sameQuantity(a.by, b.by) && sameQuantity(a.from, b.from);
    case 'done':
    case 'tasks':
      return a.kind === b.kind;
  }
}

function sameBaseline(a: Quantity | 'unknown' | null, b: Quantity | 'unknown' | null): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return sameQuantity(a, b);
}
