import { compact } from '../syntax/compact.ts';
import type { Measure } from '../measure/measure.ts';
import type { Quantity, Unit } from '../measure/quantity.ts';
import { baselineOf } from './baseline.ts';
import type { Baseline, Ended } from './baseline.ts';
import { changed, isPercentage, levelIn, reportsOf, shareOfChange } from './levels.ts';
import { isLevelOrChange, isRelative } from './signs.ts';
import type { Report } from './levels.ts';
import { measureOf } from './measure.ts';
import type { KeyResultMeasure } from './measure.ts';
import { figureOf } from './per-item.ts';
import type { KeyResult, Plan, ToldEntry } from './plan.ts';
import { timeOf } from './time.ts';
import type { Time } from './time.ts';

/** A report as a level. `level` is null for "done" and for changes that nothing says the baseline of. */
export interface CourseReport {
  readonly day: string;
  readonly level: number | null;
  readonly value: Quantity | 'done';
  readonly entry: ToldEntry;
}

/** The way of a key result up to the plan's day: from where, to where, and the levels reported on it. */
export interface Course {
  readonly time: Time;
  readonly measured: KeyResultMeasure | null;
  readonly unit: Unit | null;
  readonly baseline: Baseline | null;
  /** Null for done, tasks and held measures, and for a change of an unknown baseline. */
  readonly target: number | null;
  readonly reports: readonly CourseReport[];
  /** How many reports were left out, because they cannot be compared with the target or say what was added. */
  readonly leftOut: number;
}

export const courseOf = figureOf((plan: Plan, kr: KeyResult): Course => follow(plan, kr, []));

/** `later` are the key results that continue this one, each the one before it: a loop of them ends where it closes. */
function follow(plan: Plan, kr: KeyResult, later: readonly KeyResult[]): Course {
  const time = timeOf(plan, kr);
  const measured = measureOf(plan, kr);
  if (!measured) return { time, measured, unit: null, baseline: null, target: null, reports: [], leftOut: 0 };
  const { measure, unit } = measured;
  const all = reportsFor(plan, kr, time.start);
  const usable = all.filter(
    ({ value }) => value === 'done' || (isLevelOrChange(value, measured) && !(measured.counts && isPercentage(value))),
  );
  const absolute = (report: Report): number | null =>
    report.value === 'done' || isRelative(report.value, measured)
      ? null
      : levelIn(report.value, unit, wholeOf(measure));
  const first = usable.map(absolute).find((level) => level !== null) ?? null;
  const ended = (): Ended | null => endOf(plan, kr, later);
  const baseline = hasBaseline(measure) ? baselineOf(plan, kr, measured, time.start, ended, first) : null;
  const target = targetOf(measure, unit, baseline?.value ?? null);
  const reports: CourseReport[] = [];
  for (const report of usable) {
    const { day, value, entry } = report;
    if (value === 'done' || measure.kind === 'done' || measure.kind === 'tasks') {
      reports.push({ day, level: value === 'done' ? target : null, value, entry });
    } else if (!isRelative(value, measured)) {
      const level = absolute(report);
      if (level !== null) reports.push({ day, level, value, entry });
    } else if (baseline) {
      const level = changed(baseline.value, value, unit);
      if (level !== null) reports.push({ day, level, value, entry });
    } else if (measure.kind === 'change' && shareOfChange(value, measure.by) !== null) {
      reports.push({ day, level: null, value, entry });
    }
  }
  return { time, measured, unit, baseline, target, reports: compact(reports), leftOut: all.length - reports.length };
}

/** Its own check-ins; where it has none, the readings of the KPI it measures since it began. */
function reportsFor(plan: Plan, kr: KeyResult, start: string | null): readonly Report[] {
  const own = reportsOf(kr.told, plan.today);
  const kpi = kr.measures?.target;
  if (own.length > 0 || !kpi) return own;
  return reportsOf(kpi.told, plan.today).filter(({ day }) => start === null || day > start);
}

function endOf(plan: Plan, kr: KeyResult, later: readonly KeyResult[]): Ended | null {
  const before = kr.continues?.target;
  if (!before || before === kr || later.includes(before)) return null;
  const { reports, unit } = follow(plan, before, [...later, kr]);
  const last = reports.findLast(({ level }) => level !== null);
  return last && last.level !== null ? { value: last.level, unit } : null;
}

function hasBaseline(measure: Measure): boolean {
  return measure.kind === 'move' || measure.kind === 'bound' || measure.kind === 'change';
}

function wholeOf(measure: Measure): number | null {
  switch (measure.kind) {
    case 'move':
    case 'bound':
      return measure.to.whole;
    case 'hold':
      return (measure.low ?? measure.high)?.whole ?? null;
    case 'change':
    case 'done':
    case 'tasks':
      return null;
  }
}

/**
 * The level to reach. Of a range the end that is nearer to the baseline counts: once inside, it is reached. A relative
 * change is applied to the baseline.
 */
function targetOf(measure: Measure, unit: Unit | null, baseline: number | null): number | null {
  switch (measure.kind) {
    case 'move':
    case 'bound': {
      const { value } = measure.to;
      if (typeof value === 'number') return levelIn(measure.to, unit, null);
      const end = baseline !== null && baseline > value[1] ? value[1] : value[0];
      return levelIn({ ...measure.to, value: end }, unit, null);
    }
    case 'change':
      return baseline === null ? null : changed(baseline, measure.by, unit);
    case 'hold':
    case 'done':
    case 'tasks':
      return null;
  }
}
