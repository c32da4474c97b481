import { readBy } from '../measure/by.ts';
import type { DeadlineReading } from '../measure/by.ts';
import { deadlineDay } from '../measure/deadline.ts';
import { daysBetween } from '../measure/days.ts';
import type { Period } from '../measure/periods.ts';
import { fiscalYearAt } from './fiscal.ts';
import { movedDeadline } from './goalposts.ts';
import { useOf } from './item-values.ts';
import type { CycleOf, KeyResult, Objective, Plan } from './plan.ts';
import { readingOf } from './title.ts';
import { valueOf } from './values.ts';

/** Start and due day of an item, both ISO days that are part of its time; null where nothing says them. */
export interface Time {
  readonly start: string | null;
  readonly due: string | null;
}

/** A cycle as a period, where its days are known. */
export function periodOf(cycle: CycleOf): Period | null {
  if (cycle === null || cycle === 'unknown' || cycle.start === null || cycle.end === null) return null;
  return { name: cycle.name, start: cycle.start, end: cycle.end };
}

/** What a key result's `by:` line says; null without one. */
export function deadlineOf(plan: Pick<Plan, 'settings'>, kr: KeyResult): DeadlineReading | null {
  const use = useOf(kr.properties, 'by');
  const by = use && valueOf(use.line, 'by')?.by;
  return by ? readBy(by.text, periodOf(kr.cycle), fiscalYearAt(plan.settings, kr.uri)) : null;
}

/** A day by which it must be there: before the cycle that is a mistake, for OKR502. "In 2025" says when something else was. */
const IS_LIMIT = /^(?:by|before|until|till|til|due|eta|no later|not later)\b/i;

/**
 * The time of a key result: from the start of its cycle to its deadline, which is where the journal moved it, else its
 * `by:`, else the date phrase of its title, unless it names a stretch of time before the cycle, else the end of its cycle.
 */
export function timeOf(plan: Plan, kr: KeyResult): Time {
  const period = periodOf(kr.cycle);
  const fiscal = fiscalYearAt(plan.settings, kr.uri);
  const moved = movedDeadline(kr.moves, plan.today);
  const start = period?.start ?? null;
  const stated = (moved && readBy(moved, period, fiscal).day) ?? deadlineOf(plan, kr)?.day;
  if (stated) return { start, due: stated };
  const phrase = readingOf(kr).deadline;
  const named = phrase && deadlineDay(phrase.text, period, fiscal);
  const isBefore = named !== null && start !== null && named < start && !IS_LIMIT.test(phrase?.text ?? '');
  return { start, due: (isBefore ? null : named) ?? period?.end ?? null };
}

/** The time of an objective: its cycle; without one, up to the last deadline of its key results. */
export function objectiveTime(plan: Plan, objective: Objective): Time {
  const period = periodOf(objective.cycle);
  if (period) return { start: period.start, due: period.end };
  const days = objective.keyResults.flatMap((kr) => timeOf(plan, kr).due ?? []);
  return { start: null, due: days.length === 0 ? null : days.reduce((a, b) => (a > b ? a : b)) };
}

/**
 * The share of a time that had passed on a day, 0–1: days since the start over days from start to due. All of it where the
 * time has no length. Null where start or due is not known.
 */
export function sharePassed({ start, due }: Time, day: string): number | null {
  if (start === null || due === null) return null;
  const length = daysBetween(start, due);
  if (length <= 0) return 1;
  return Math.min(1, Math.max(0, daysBetween(start, day) / length));
}

/** Whether an item's time is over on the plan's day: its due day has passed, or it was closed. */
export function isOver(plan: Plan, item: KeyResult | Objective, { due }: Time): boolean {
  return item.status.status === 'closed' || (due !== null && plan.today > due);
}
