import type { Objective, Plan, Scope } from '../model/plan.ts';
import { perPlan } from './per-plan.ts';

const tops = perPlan((plan) => new Set<Scope>(plan.scopes.filter((scope) => isTopScope(scope, plan))));

/**
 * Whether an objective stands below the top of the cascade: its scope has a parent, or has none while the workspace has a
 * company or department that it would belong under. One outside any scope, or whose parent cannot be found, does not.
 */
export function isBelowTop(plan: Plan, { scope }: Objective): boolean {
  if (scope === null || scope === 'unknown') return false;
  if (scope.parentLink && !scope.parent) return false;
  return !tops(plan).has(scope);
}

/** Whether an objective stands at the top of a cascade that has scopes below it. */
export function isTopOfCascade(plan: Plan, { scope }: Objective): boolean {
  return scope !== null && scope !== 'unknown' && tops(plan).has(scope) && scope.children.length > 0;
}

const RANK = { company: 0, department: 1, team: 2, person: 3 } as const;

function isTopScope(scope: Scope, plan: Plan): boolean {
  if (scope.parent) return false;
  return !plan.scopes.some(
    (other) => other.parent === null && RANK[other.kind] < RANK[scope.kind] && RANK[other.kind] < 2,
  );
}
