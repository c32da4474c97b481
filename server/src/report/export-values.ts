import type { Measure } from '../measure/measure.ts';
import type { Quantity, Unit } from '../measure/quantity.ts';
import { writeUnit } from '../measure/units.ts';
import type { Link, OwnerOf, PersonUse, StatusOf } from '../model/plan.ts';

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Twelve digits are more than any reading has, and hide what arithmetic adds behind them (0.1 + 0.2). Null for no number. */
export function exportNumber(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(12));
}

/** `%`, `EUR`, `visitors`, `tickets/week`; null for a bare number. */
export function exportUnit(unit: Unit | null): string | null {
  return unit === null ? null : writeUnit(unit) || null;
}

export function exportQuantity({ value, unit, op, kind, whole }: Quantity): Json {
  const number = typeof value === 'number' ? exportNumber(value) : value.map(exportNumber);
  return { value: number, unit: exportUnit(unit), op, kind, whole: exportNumber(whole) };
}

function exportOptional(quantity: Quantity | null): Json {
  return quantity === null ? null : exportQuantity(quantity);
}

export function exportMeasure(measure: Measure | null): Json {
  if (measure === null) return null;
  const { kind, name } = measure;
  switch (measure.kind) {
    case 'move': {
      const { from, to } = measure;
      return { kind, name, from: from === 'unknown' ? from : exportOptional(from), to: exportQuantity(to) };
    }
    case 'bound':
      return { kind, name, to: exportQuantity(measure.to) };
    case 'hold':
      return { kind, name, low: exportOptional(measure.low), high: exportOptional(measure.high) };
    case 'change':
      return { kind, name, by: exportQuantity(measure.by), from: exportOptional(measure.from) };
    case 'done':
    case 'tasks':
      return { kind, name };
  }
}

export function exportPerson({ handle, name }: Pick<PersonUse, 'handle' | 'name'>): Json {
  return { handle, name };
}

export function exportOwner(owner: OwnerOf | null): Json {
  if (owner === null) return null;
  const { inherited } = owner;
  return owner.kind === 'person'
    ? { kind: 'person', handle: owner.person.handle, name: owner.person.name, inherited }
    : { kind: 'scope', scope: owner.scope.key, inherited };
}

export function exportStatus({ status, why, since, inherited }: StatusOf): Json {
  return { status, why, since, inherited };
}

/** A reference as written, the key it leads to, and the keys it could lead to where that is not certain. */
export function exportLink(link: Link<{ readonly key: string }>): Json {
  const { reference, target, candidates } = link;
  const text = reference.parts.map((part) => part.text).join('.') + (reference.cycle ? `@${reference.cycle.text}` : '');
  return { text, target: target?.key ?? null, candidates: target ? [] : candidates.map(({ key }) => key) };
}

export function exportOptionalLink(link: Link<{ readonly key: string }> | null): Json {
  return link === null ? null : exportLink(link);
}
