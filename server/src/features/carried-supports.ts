import { contains } from '../model/cycles.ts';
import type { Cycle, Goal, Plan } from '../model/plan.ts';
import { pathTo } from './reference-path.ts';
import { keyOf } from './scope-names.ts';

/** What a goal supports once it is carried over: references as they are written there, and what has no counterpart there. */
export interface CarriedSupports {
  readonly paths: readonly string[];
  readonly without: readonly Goal[];
}

export function carriedSupports(plan: Plan, goal: Goal, next: Cycle): CarriedSupports {
  const paths: string[] = [];
  const without: Goal[] = [];
  for (const { target } of goal.supports) {
    if (target === null) continue;
    const path = nextParent(plan, goal, target, next);
    if (path === null) without.push(target);
    else paths.push(path);
  }
  return { paths, without };
}

/** What stands in the next cycle for the item that was supported: the one of the same name, or one of a longer cycle or of none. */
function nextParent(plan: Plan, goal: Goal, target: Goal, next: Cycle): string | null {
  const from = { scope: goal.scope, cycle: next.name };
  const isThere = target.cycle === null || (target.cycle !== 'unknown' && contains(target.cycle, next));
  if (isThere) return pathTo(target, from);
  const heir = heirOf(plan, target, next);
  return heir === null || heir.id === null ? null : pathTo(heir, from);
}

/** The goal of the next cycle that carries on another: it continues it, or has its id. */
export function heirOf<T extends Goal>(plan: Plan, goal: T, next: Cycle): T | null {
  const goals: readonly Goal[] = goal.kind === 'objective' ? plan.objectives : plan.keyResults;
  const heir = goals.find(
    (other): other is T =>
      other.kind === goal.kind &&
      other.scope === goal.scope &&
      other.cycle !== 'unknown' &&
      other.cycle?.name === next.name &&
      (other.continues?.target === goal ||
        (other.id !== null && goal.id !== null && keyOf(other.id) === keyOf(goal.id))),
  );
  return heir ?? null;
}
