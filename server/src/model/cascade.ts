import type { ScopeKind } from '../syntax/tree.ts';
import type { Objective, Plan, Scope } from './plan.ts';

const RANK: Readonly<Record<ScopeKind, number>> = { company: 0, department: 1, team: 2, person: 3 };

const remembered = new WeakMap<Plan, number>();

/** The lowest rank among scopes without a parent: where a company stands alone, a team without one belongs under it. */
function topRank(plan: Plan): number {
  let rank = remembered.get(plan);
  if (rank === undefined) {
    rank = plan.scopes.reduce((top, scope) => (scope.parent ? top : Math.min(top, RANK[scope.kind])), Infinity);
    remembered.set(plan, rank);
  }
  return rank;
}

function isTop(plan: Plan, scope: Scope): boolean {
  if (scope.parent) return false;
  const top = topRank(plan);
  return top >= RANK.team || RANK[scope.kind] <= top;
}

/**
 * Whether an objective stands below the top of the cascade: its scope has a parent, or has none while there is a company or
 * department that it would belong under. One outside any scope, or whose parent cannot be found, does not.
 */
export function isBelowTop(plan: Plan, { scope }: Objective): boolean {
  if (scope === null || scope === 'unknown') return false;
  if (scope.parentLink && !scope.parent) return false;
  return !isTop(plan, scope);
}
