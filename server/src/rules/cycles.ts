import type { SaidArgument } from '../syntax/said.ts';
import { said } from '../syntax/said.ts';
import { daysBetween, monthOf, yearOf } from '../measure/days.ts';
import type { Cycle, Goal, Item, ScopeOf } from '../model/plan.ts';

/** A cycle whose two days are known. */
export interface Dated {
  readonly name: string;
  readonly start: string;
  readonly end: string;
}

/** The cycle that an item stands in, where its days are known, else null. */
export function datedCycle({ cycle }: Pick<Item, 'cycle'>): Dated | null {
  return cycle !== null && cycle !== 'unknown' && hasDays(cycle) ? cycle : null;
}

function hasDays(cycle: Cycle): cycle is Cycle & Dated {
  return cycle.start !== null && cycle.end !== null;
}

/** How many days a cycle has, both ends counted. */
export function lengthOf({ start, end }: Dated): number {
  return daysBetween(start, end) + 1;
}

/** The share of a cycle that lies before a day: 0 on its first day, 1 and more after its end. */
export function shareBefore(day: string, cycle: Dated): number {
  return daysBetween(cycle.start, day) / lengthOf(cycle);
}

/** The name of the calendar quarter that a day lies in. */
export function quarterOf(day: string): string {
  return `${yearOf(day)}-Q${Math.ceil(monthOf(day) / 3)}`;
}

/** The name of an item's cycle, or null where none is stated or known. */
export function cycleName({ cycle }: Pick<Item, 'cycle'>): string | null {
  return cycle === null || cycle === 'unknown' ? null : cycle.name;
}

/** Whether one cycle's days all lie in another. A cycle without days contains only itself. */
export function contains(outer: Cycle, inner: Cycle): boolean {
  if (outer.name === inner.name && outer.start === inner.start) return true;
  if (!outer.start || !outer.end || !inner.start || !inner.end) return false;
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether an item is being worked on, or would be if nothing stood in the way. */
export function isRunning({ status }: Pick<Goal, 'status'>): boolean {
  return status.status === 'active' || status.status === 'blocked';
}

/** How messages name a scope: `team support`, or "the workspace" for items outside any. */
export function scopeName(scope: ScopeOf): SaidArgument {
  return scope === null || scope === 'unknown' ? said`the workspace` : `${scope.kind} ${scope.id}`;
}
