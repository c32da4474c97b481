import type { Measure } from '../measure/measure.ts';
import type { Quantity } from '../measure/quantity.ts';
import type { KpiHealth } from './figures.ts';
import { levelIn, reportsOf } from './levels.ts';
import { healthyBand, kpiTargetQuantity } from './measure.ts';
import { figureOf } from './per-item.ts';
import type { Kpi, Plan } from './plan.ts';
import { holds } from './progress.ts';
import type { Bound } from './progress.ts';
import { readingOf } from './title.ts';

/**
 * The health of a KPI on the plan's day: whether its latest reading lies within its target, and where it moves. The target is
 * that of the latest cycle begun, else what the title says. Remembered until something it depends on changes.
 */
export const healthOf = figureOf((plan: Plan, kpi: Kpi): KpiHealth => compute(plan, kpi));

function compute(plan: Plan, kpi: Kpi): KpiHealth {
  const quantity = kpiTargetQuantity(plan, kpi);
  const target = quantity ? healthyBand(kpi.title, sided(kpi, quantity)) : titleTarget(kpi);
  const readings = reportsOf(kpi.told, plan.today).flatMap(({ day, value }) =>
    value === 'done' ? [] : [{ day, value }],
  );
  const last = readings[readings.length - 1];
  if (!last) return { target, latest: null, healthy: null, trend: null };
  const unit = last.value.unit ?? unitOf(target);
  const levels = readings.flatMap(({ value }) => levelIn(value, unit, null) ?? []);
  const level = levels[levels.length - 1];
  if (level === undefined) return { target, latest: null, healthy: null, trend: null };
  const before = levels[levels.length - 2];
  return {
    target,
    latest: { value: level, unit, day: last.day },
    healthy: isHealthy(target, last.value, unit),
    trend: before === undefined ? null : level > before ? 'up' : level < before ? 'down' : 'flat',
  };
}

function unitOf(target: Measure | null): Quantity['unit'] {
  return target?.kind === 'hold' ? (target.low?.unit ?? target.high?.unit ?? null) : null;
}

/** A level without a comparator is the least that is healthy; the most where the title wants less of it, or none at all. */
function sided(kpi: Kpi, quantity: Quantity, falling = false): Quantity {
  if (quantity.op !== '=' || typeof quantity.value !== 'number') return quantity;
  const below = falling || quantity.value === 0 || readingOf(kpi).direction === 'decrease';
  return { ...quantity, op: below ? '<=' : '>=' };
}

/** What the title of a KPI says is healthy: a level to hold, or a level to reach as a bound. */
function titleTarget(kpi: Kpi): Measure | null {
  const { measure } = readingOf(kpi);
  switch (measure?.kind) {
    case 'hold':
      return measure;
    case 'bound':
      return healthyBand(kpi.title, sided(kpi, measure.to));
    case 'move': {
      const { from, to } = measure;
      const falling = from !== null && from !== 'unknown' && Number(from.value) > Number(to.value);
      return healthyBand(kpi.title, sided(kpi, to, falling));
    }
    case 'change':
    case 'done':
    case 'tasks':
    case undefined:
      return null;
  }
}

/** Whether a reading lies within a held target; null where there is none or the two cannot be compared. */
function isHealthy(target: Measure | null, reading: Quantity, unit: Quantity['unit']): boolean | null {
  if (target?.kind !== 'hold') return null;
  const against = unitOf(target) ?? unit;
  const level = levelIn(reading, against, target.low?.whole ?? target.high?.whole ?? null);
  if (level === null) return null;
  return holds(level, boundOf(target.low, against), boundOf(target.high, against));
}

function boundOf(quantity: Quantity | null, unit: Quantity['unit']): Bound | null {
  const level = quantity && levelIn(quantity, unit, null);
  return quantity && level !== null ? { op: quantity.op, level } : null;
}
