import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import type { HoldMeasure, Measure } from '../measure/measure.ts';
import type { Comparator } from '../measure/quantity.ts';
import { courseOf } from './course.ts';
import type { Course } from './course.ts';
import type { BaselineSource, Pace, Standing } from './figures.ts';
import { forecastLevel, withinUnit } from './forecast.ts';
import { gradeOf } from './grade.ts';
import { levelIn, shareOfChange } from './levels.ts';
import { paceAt } from './pace.ts';
import { figureOf } from './per-item.ts';
import type { KeyResult, Plan, Status } from './plan.ts';
import { boundProgress, holdProgress, holds, moveProgress, tasksProgress } from './progress.ts';
import type { Bound } from './progress.ts';
import { isOver, sharePassed } from './time.ts';
import { useOf } from './item-values.ts';
import { valueOf } from './values.ts';

/** How a key result stands on the plan's day. Remembered until something it depends on changes. */
export const standingOf = figureOf((plan: Plan, kr: KeyResult): Standing => compute(plan, kr));

function compute(plan: Plan, kr: KeyResult): Standing {
  const course = courseOf(plan, kr);
  const { time, measured, unit, baseline, target, reports } = course;
  const measure = measured?.measure ?? null;
  const last = reports[reports.length - 1];
  const progress = measure && progressOf(course, measure, kr, last?.level ?? null);
  const because = whyLeftOut(kr, progress, measure);
  const over = isOver(plan, kr, time);
  return {
    measure,
    source: measured?.source ?? null,
    unit,
    baseline,
    target,
    now: last ? { value: last.level, day: last.day, entry: last.entry } : null,
    progress,
    start: time.start,
    due: time.due,
    pace: progress === null || !isCounted(kr) ? null : paceOf(course, progress, over),
    // Rules ask for neither a forecast nor notes, so that a check should not compute them for each key result.
    get forecast() {
      return progress === null || over ? null : forecastOf(course);
    },
    confidence: confidenceOf(plan, kr),
    mood: moodOf(plan, kr),
    counts: because === null,
    leftOutBecause: because,
    grade: progress === null ? null : gradeOf(progress, kr.objective?.type === 'committed', over),
    get notes() {
      return notesOf(course, progress);
    },
  };
}

/** The bound that a held measure sets on one side, in the unit of its levels. */
function side(course: Course, measure: HoldMeasure, which: 'low' | 'high'): Bound | null {
  const quantity = measure[which];
  const level = quantity && levelIn(quantity, course.unit, null);
  if (!quantity || level === null) return null;
  const op = quantity.op === '=' ? (which === 'low' ? '>=' : '<=') : quantity.op;
  return { op, level };
}

/** 0–1; null where the measure has nothing to compute it from: no initiatives, or a change of nothing. */
function progressOf(course: Course, measure: Measure, kr: KeyResult, now: number | null): number | null {
  const { baseline, target, reports } = course;
  const last = reports[reports.length - 1];
  switch (measure.kind) {
    case 'tasks':
      return tasksProgress(kr.initiatives);
    case 'done':
      return last && isDone(last.value) ? 1 : 0;
    case 'hold': {
      const levels = reports.flatMap(({ level }) => level ?? []);
      return holdProgress(levels, side(course, measure, 'low'), side(course, measure, 'high'));
    }
    case 'bound':
      if (last?.value === 'done') return 1;
      if (now === null || target === null) return 0;
      return boundProgress(baseline?.value ?? null, measure.to.op, target, now);
    case 'move':
    case 'change': {
      if (!last) return 0;
      if (last.value === 'done') return 1;
      if (now !== null && baseline && target !== null) {
        if (measure.kind === 'change' && baseline.value === target) return null;
        return moveProgress(baseline.value, target, now, goodSide(measure));
      }
      if (measure.kind !== 'change') return 0;
      return Math.min(1, Math.max(0, shareOfChange(last.value, measure.by) ?? 0));
    }
  }
}

/** The side of the target that is good where nothing else tells: more of it, unless its comparator says less. */
function goodSide(measure: Measure): Comparator {
  return measure.kind === 'move' && measure.to.op !== '=' ? measure.to.op : '>=';
}

/** A milestone is there when it is reported done, as all of its parts, as 100%, or as a bare 1. */
function isDone(value: Course['reports'][number]['value']): boolean {
  if (value === 'done') return true;
  if (value.whole !== null) return value.value === value.whole;
  return value.unit === null ? value.value === 1 : value.unit.dimension === 'percent' && value.value === 100;
}

const UNMEASURED = said`nothing says how it is measured`;

/** Why a key result of a status does not count: it is a draft, put off or given up. */
const RESTS: Readonly<Record<Status, Said | null>> = {
  draft: said`it is a draft`,
  active: null,
  blocked: null,
  postponed: said`it is postponed`,
  dropped: said`it is dropped`,
  closed: null,
};

function isCounted(kr: KeyResult): boolean {
  return RESTS[kr.status.status] === null;
}

function whyLeftOut(kr: KeyResult, progress: number | null, measure: Measure | null): Said | null {
  const rests = RESTS[kr.status.status];
  if (rests !== null) return rests;
  if (progress !== null) return null;
  if (!measure) return UNMEASURED;
  return measure.kind === 'tasks' ? said`it has no initiatives to tick off` : said`its change is relative to 0`;
}

function paceOf(course: Course, progress: number, over: boolean): Pace | null {
  if (over) return progress >= 1 ? 'reached' : 'missed';
  const measure = course.measured?.measure;
  const last = course.reports[course.reports.length - 1];
  if (!measure || !last || measure.kind === 'done') return null;
  const share = sharePassed(course.time, last.day);
  if (share === null || (progress < 1 && isOnlyItsBaseline(course, measure))) return null;
  if (measure.kind !== 'hold') return paceAt(progress, share);
  const held = last.level !== null && holds(last.level, side(course, measure, 'low'), side(course, measure, 'high'));
  return paceAt(1, share) && (held ? 'on track' : 'at risk');
}

/** Whether all that was reported is the level that progress is counted from: how fast it moves is not to be seen yet. */
function isOnlyItsBaseline({ baseline, reports }: Course, { kind }: Measure): boolean {
  return kind !== 'hold' && kind !== 'tasks' && baseline?.source === 'first check-in' && reports.length < 2;
}

/** Least squares over the baseline on the first day and the check-ins, carried to the due day. */
function forecastOf(course: Course): Standing['forecast'] {
  const { measured, baseline, target, time, reports } = course;
  const measure = measured?.measure;
  if (measure?.kind !== 'move' && measure?.kind !== 'bound' && measure?.kind !== 'change') return null;
  if (!baseline || target === null || time.due === null || baseline.value === target) return null;
  const points = reports.flatMap(({ day, level }) => (level === null ? [] : [{ day, level }]));
  if (points.length === 0) return null;
  const { start } = time;
  if (start !== null && baseline.source !== 'first check-in') points.unshift({ day: start, level: baseline.value });
  const carried = forecastLevel(points, time.due);
  if (carried === null) return null;
  const value = withinUnit(carried, course.unit, [baseline.value, target, ...points.map(({ level }) => level)]);
  const progress =
    measure.kind === 'bound'
      ? boundProgress(baseline.value, measure.to.op, target, value)
      : moveProgress(baseline.value, target, value);
  return { value, progress };
}

function confidenceOf(plan: Plan, kr: KeyResult): Standing['confidence'] {
  for (let at = kr.told.length - 1; at >= 0; at--) {
    const entry = kr.told[at];
    if (!entry || entry.day > plan.today || entry.reading.kind !== 'report') continue;
    const { confidence } = entry.reading;
    if (confidence !== null) return { value: confidence, day: entry.day };
  }
  const use = useOf(kr.properties, 'confidence');
  const stated = use && valueOf(use.line, 'share');
  return stated ? { value: stated.share, day: null } : null;
}

function moodOf(plan: Plan, kr: KeyResult): Standing['mood'] {
  let mood: Standing['mood'] = null;
  for (const { day, reading } of kr.told) {
    if (day <= plan.today && reading.kind === 'report' && reading.mood) mood = reading.mood;
  }
  return mood;
}

const BASELINE_NOTES: Readonly<Record<BaselineSource, Said | null>> = {
  metric: null,
  title: null,
  continues: said`the baseline is what the key result that it continues ended with`,
  kpi: said`the baseline is the KPI's last reading when the cycle began`,
  zero: said`counted from zero`,
  'first check-in': said`the baseline is the first check-in`,
};

function notesOf(course: Course, progress: number | null): readonly Said[] {
  const { measured, baseline, reports, leftOut } = course;
  if (!measured) return [UNMEASURED];
  const notes: Said[] = [];
  const { kind } = measured.measure;
  if (measured.source === 'title') notes.push(said`read from the title`);
  if (measured.source === 'kpi') notes.push(said`the target is the KPI's`);
  if (reports.length === 0 && kind !== 'tasks') notes.push(said`no check-in yet`);
  const from = baseline && BASELINE_NOTES[baseline.source];
  if (from) notes.push(from);
  if (!baseline && kind === 'change') notes.push(said`nothing says what the change is relative to`);
  if (progress === null && kind === 'tasks') notes.push(said`no initiatives to tick off`);
  if (leftOut > 0)
    notes.push(
      leftOut === 1
        ? said`a check-in cannot be compared and is left out`
        : said`${leftOut} check-ins cannot be compared and are left out`,
    );
  return notes;
}
