import { daysBetween } from '../measure/days.ts';
import type { KeyResult, Plan } from '../model/plan.ts';
import { standingOf } from '../model/standing.ts';
import type { CheckIn } from './check-ins.ts';
import { asPercent } from './render.ts';

/** Whether a key result is behind and its latest check-in has no remark that says why. */
export function isUnexplained(plan: Plan, kr: KeyResult, latest: CheckIn | null): boolean {
  return standingOf(plan, kr).pace === 'behind' && (latest === null || latest.report.remark === null);
}

/** How far a key result is and how much of its time had passed at its latest report, for a message. */
export function paceArgs(plan: Plan, kr: KeyResult): { readonly progress: string; readonly time: string } {
  const { progress, now, start, due } = standingOf(plan, kr);
  const day = now?.day ?? plan.today;
  const time = start === null || due === null ? 0 : daysBetween(start, day) / Math.max(1, daysBetween(start, due));
  return { progress: asPercent(progress ?? 0), time: asPercent(Math.min(1, time)) };
}
