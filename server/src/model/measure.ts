import { boundOf, measureOf as measureFrom } from '../measure/levels.ts';
import type { Measure } from '../measure/measure.ts';
import type { Quantity, Unit } from '../measure/quantity.ts';
import { unitNamed } from '../measure/units.ts';
import { countsThings } from './counted.ts';
import type { MeasureSource } from './figures.ts';
import { movedLevel } from './goalposts.ts';
import { useOf } from './item-values.ts';
import { figureOf } from './per-item.ts';
import type { Item, KeyResult, Kpi, Plan } from './plan.ts';
import { readingOf } from './title.ts';
import { valueOf } from './values.ts';

/**
 * How a key result is measured on the plan's day. `stated` is the baseline that the `metric:` line, the `baseline:` line,
 * the title or the journal says, with where; `unknown` means that its writer put "?". `unit` is that of all its levels.
 * Where its amounts `counts` things, a percentage is none of them.
 */
export interface KeyResultMeasure {
  readonly measure: Measure;
  readonly source: MeasureSource;
  readonly stated: { readonly quantity: Quantity | 'unknown'; readonly source: 'metric' | 'title' } | null;
  readonly unit: Unit | null;
  readonly counts: boolean;
}

/**
 * What a key result is measured by: its `metric:` line; else its `baseline:` and `target:`; else its title; else the target
 * of the KPI it measures. Null where none of them says it. Where the journal moved target or baseline, as of the plan's day.
 */
export const measureOf = figureOf((plan: Pick<Plan, 'today'>, kr: KeyResult): KeyResultMeasure | null =>
  findMeasure(plan, kr),
);

function findMeasure(plan: Pick<Plan, 'today'>, kr: KeyResult): KeyResultMeasure | null {
  const found = written(kr) ?? kpiTarget(plan, kr);
  if (!found) return null;
  const { source } = found;
  const target = movedLevel(kr.moves, 'target', plan.today, targetOf(found.measure));
  const moved = target && target !== 'unknown' ? withTarget(found.measure, target) : found.measure;
  const name = moved.name === '' ? (kr.measures?.target?.title ?? '') : moved.name;
  const measure = name === moved.name ? moved : { ...moved, name };
  const stated = statedBaseline(plan, kr, measure, source);
  const unit = levelUnit(plan, measure, stated?.quantity ?? null, kr);
  return { measure, source, stated, unit, counts: counts(measure, unit, kr) };
}

function counts(measure: Measure, unit: Unit | null, kr: KeyResult): boolean {
  const target = targetOf(measure);
  if (target === null || target.whole !== null || measure.kind === 'change') return false;
  return unit === null ? countsThings(measure.name, readingOf(kr).targets) : unit.dimension === 'count';
}

function written(kr: KeyResult): { measure: Measure; source: MeasureSource } | null {
  const metric = lineValue(kr, 'metric');
  if (metric) return { measure: metric, source: 'metric' };
  const target = useOf(kr.properties, 'target');
  const quantity = target && valueOf(target.line, 'bound')?.quantity;
  if (quantity) return { measure: halfMeasure(kr, quantity), source: 'baseline and target' };
  const { measure } = readingOf(kr);
  // "Launch the new onboarding" that measures a KPI is there to move it: the KPI says more than done or not.
  // A metric line that cannot be read still says that there is a number: the title must not make it done or not.
  if (measure?.kind === 'done' && (kr.measures?.target || useOf(kr.properties, 'metric'))) return null;
  if (!measure) return null;
  return { measure, source: 'title' };
}

function lineValue(kr: KeyResult, name: 'metric'): Measure | null {
  const use = useOf(kr.properties, name);
  return use ? (valueOf(use.line, 'metric')?.measure ?? null) : null;
}

function baselineLine(kr: KeyResult): Quantity | 'unknown' | null {
  const use = useOf(kr.properties, 'baseline');
  if (!use) return null;
  return use.line.value.text === '?' ? 'unknown' : (valueOf(use.line, 'quantity')?.quantity ?? null);
}

/** The measure of a `target:` line with its `baseline:`: a range is held, a comparator is a bound, else a level is reached. */
function halfMeasure(kr: KeyResult, target: Quantity): Measure {
  if (typeof target.value !== 'number') return band('', target);
  return target.op === '=' ? measureFrom('', baselineLine(kr), target) : boundOf('', target);
}

function band(name: string, { value, ...rest }: Quantity): Measure {
  if (typeof value === 'number') {
    const end: Quantity = { value, ...rest };
    const below = rest.op === '<=' || rest.op === '<';
    const low = rest.op === '=' ? { ...end, op: '>=' as const } : end;
    return { kind: 'hold', name, low: below ? null : low, high: below ? end : null };
  }
  return {
    kind: 'hold',
    name,
    low: { value: value[0], ...rest, op: '>=' },
    high: { value: value[1], ...rest, op: '<=' },
  };
}

/** What healthy is for a KPI, from a `target:` quantity: a band or a bound to hold. */
export function healthyBand(name: string, target: Quantity): Measure {
  return band(name, target);
}

/** The target line of a KPI that holds on the plan's day: that of the latest cycle begun, else one without a cycle. */
export function kpiTargetQuantity(plan: Pick<Plan, 'today'>, kpi: Kpi): Quantity | null {
  let best: { readonly start: string; readonly quantity: Quantity } | null = null;
  for (const { cycle, target } of kpi.declarations) {
    const quantity = target && valueOf(target.line, 'bound')?.quantity;
    const start = cycle && cycle !== 'unknown' ? (cycle.start ?? '') : '';
    if (quantity && start <= plan.today && (!best || start >= best.start)) best = { start, quantity };
  }
  return best?.quantity ?? null;
}

function kpiTarget(plan: Pick<Plan, 'today'>, kr: KeyResult): { measure: Measure; source: MeasureSource } | null {
  const kpi = kr.measures?.target;
  const target = kpi ? kpiTargetQuantity(plan, kpi) : null;
  if (!kpi || !target) {
    const { measure } = readingOf(kr);
    return measure && { measure, source: 'title' };
  }
  if (typeof target.value !== 'number') return { measure: band(kpi.title, target), source: 'kpi' };
  const bound: Quantity = target.op === '=' ? { ...target, op: '>=' } : target;
  return { measure: { kind: 'bound', name: kpi.title, to: bound }, source: 'kpi' };
}

/** The one level or change that a measure wants; null for a band of two, and for what has no level. */
export function targetOf(measure: Measure): Quantity | null {
  switch (measure.kind) {
    case 'move':
    case 'bound':
      return measure.to;
    case 'hold':
      return measure.low && measure.high ? null : (measure.low ?? measure.high);
    case 'change':
      return measure.by;
    case 'done':
    case 'tasks':
      return null;
  }
}

/** A measure whose target was moved to another quantity. */
function withTarget(measure: Measure, to: Quantity): Measure {
  switch (measure.kind) {
    case 'move':
      return { ...measure, to };
    case 'bound':
      return { ...measure, to: { ...to, op: to.op === '=' ? measure.to.op : to.op } };
    case 'hold':
      if (typeof to.value !== 'number') return band(measure.name, to);
      return measure.low
        ? { ...measure, low: { ...to, op: measure.low.op } }
        : { ...measure, high: { ...to, op: measure.high?.op ?? '<=' } };
    case 'change': {
      // A change moved to another change keeps its kind; moved to a level, it is that level to reach.
      const relative = measure.by.kind === 'mult' || measure.by.unit?.dimension === to.unit?.dimension;
      return relative && to.unit?.dimension !== 'count' && to.unit !== null
        ? { ...measure, by: { ...to, kind: measure.by.kind } }
        : { kind: 'move', name: measure.name, from: measure.from, to };
    }
    case 'done':
    case 'tasks':
      return measure;
  }
}

function statedBaseline(
  plan: Pick<Plan, 'today'>,
  kr: KeyResult,
  measure: Measure,
  source: MeasureSource,
): KeyResultMeasure['stated'] {
  const own = measure.kind === 'move' || measure.kind === 'change' ? measure.from : null;
  const line = baselineLine(kr);
  const moved = movedLevel(kr.moves, 'baseline', plan.today, source === 'title' ? (line ?? own) : (own ?? line));
  if (moved) return { quantity: moved, source: 'metric' };
  if (own && source !== 'title') return { quantity: own, source: 'metric' };
  if (line) return { quantity: line, source: 'metric' };
  return own ? { quantity: own, source: 'title' } : null;
}

/**
 * The unit in which levels are told and compared: the target's; for a relative change the baseline's. Where neither has one,
 * the KPI's or the first check-in's.
 */
function levelUnit(
  plan: Pick<Plan, 'today'>,
  measure: Measure,
  stated: Quantity | 'unknown' | null,
  kr: KeyResult,
): Unit | null {
  const from = stated === 'unknown' ? null : (stated?.unit ?? null);
  const fallback = (): Unit | null =>
    from ?? (kr.measures?.target ? firstUnit(kr.measures.target, plan.today) : null) ?? reported();
  const reported = (): Unit | null => {
    const first = firstUnit(kr, plan.today);
    return first?.dimension === 'percent' && counts(measure, null, kr) ? null : first;
  };
  switch (measure.kind) {
    case 'move':
    case 'bound':
      return measure.to.unit ?? fallback();
    case 'hold':
      return measure.low?.unit ?? measure.high?.unit ?? fallback();
    case 'change': {
      const { unit, kind } = measure.by;
      if (kind === 'mult' || unit?.dimension === 'percent' || unit === null) return fallback();
      return unit.dimension === 'points' ? (fallback() ?? unitNamed('%')) : unit;
    }
    case 'done':
    case 'tasks':
      return null;
  }
}

/** The unit of the first level that a journal tells up to a day. */
function firstUnit(item: Item, today: string): Unit | null {
  for (const { day, reading } of item.told) {
    if (day > today) break;
    if (reading.kind !== 'report' || reading.value === null || reading.value === 'done') continue;
    if (reading.value.kind === 'abs' && reading.value.unit) return reading.value.unit;
  }
  return null;
}
