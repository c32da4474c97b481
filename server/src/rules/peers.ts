import type { KeyResult, Objective, Plan } from '../model/plan.ts';
import { cycleName, isRunning } from './cycles.ts';
import { perPlan } from './per-plan.ts';

const byScopeAndCycle = perPlan((plan) => {
  const groups = new Map<string, Objective[]>();
  for (const objective of plan.objectives) {
    if (isRunning(objective)) add(groups, keyOf(objective), objective);
  }
  return groups;
});

/** The objectives, running or blocked, that share an objective's scope and cycle, itself among them, in order. */
export function objectivesBeside(plan: Plan, objective: Objective): readonly Objective[] {
  return byScopeAndCycle(plan).get(keyOf(objective)) ?? [];
}

function keyOf(objective: Objective): string {
  const { scope } = objective;
  const key = scope === null || scope === 'unknown' ? '' : scope.key;
  return `${key}\n${cycleName(objective) ?? ''}`;
}

const byOwnerAndCycle = perPlan((plan) => {
  const groups = new Map<string, KeyResult[]>();
  for (const kr of plan.keyResults) {
    const key = ownerKey(kr);
    if (key !== null && isRunning(kr)) add(groups, key, kr);
  }
  return groups;
});

/** The key results, running or blocked, that one person owns in the cycle of this one, itself among them, in order. */
export function ownedBeside(plan: Plan, kr: KeyResult): readonly KeyResult[] {
  const key = ownerKey(kr);
  return key === null ? [] : (byOwnerAndCycle(plan).get(key) ?? []);
}

function ownerKey(kr: KeyResult): string | null {
  const cycle = cycleName(kr);
  if (cycle === null || kr.owner?.kind !== 'person') return null;
  const { handle, name } = kr.owner.person;
  return `${handle === null ? name : `@${handle}`}\n${cycle}`.toLowerCase();
}

function add<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
