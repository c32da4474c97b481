import { groupBy } from '../model/group-by.ts';
import type { Entries } from '../model/grouped.ts';
import type { KeyResult, Objective, Plan } from '../model/plan.ts';
import { cycleName, isRunning } from './cycles.ts';

const byScopeAndCycle = groupBy(({ items }) =>
  items.flatMap((item): Entries<string, Objective> => {
    return item.kind === 'objective' && isRunning(item) ? [[keyOf(item), item]] : [];
  }),
);

/** The objectives, running or blocked, that share an objective's scope and cycle, itself among them, in order. */
export function objectivesBeside(plan: Plan, objective: Objective): readonly Objective[] {
  return byScopeAndCycle(plan).get(keyOf(objective));
}

function keyOf(objective: Objective): string {
  const { scope } = objective;
  const key = scope === null || scope === 'unknown' ? '' : scope.key;
  return `${key}\n${cycleName(objective) ?? ''}`;
}

const byOwnerAndCycle = groupBy(({ items }) =>
  items.flatMap((item): Entries<string, KeyResult> => {
    const key = item.kind === 'kr' && isRunning(item) ? ownerKey(item) : null;
    return item.kind === 'kr' && key !== null ? [[key, item]] : [];
  }),
);

/** The key results, running or blocked, that one person owns in the cycle of this one, itself among them, in order. */
export function ownedBeside(plan: Plan, kr: KeyResult): readonly KeyResult[] {
  const key = ownerKey(kr);
  return key === null ? [] : byOwnerAndCycle(plan).get(key);
}

function ownerKey(kr: KeyResult): string | null {
  const cycle = cycleName(kr);
  if (cycle === null || kr.owner?.kind !== 'person') return null;
  const { handle, name } = kr.owner.person;
  return `${handle === null ? name : `@${handle}`}\n${cycle}`.toLowerCase();
}
