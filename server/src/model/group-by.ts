import { Grouped, Shelf } from './grouped.ts';
import type { Entries } from './grouped.ts';
import type { Plan, PlanFamily } from './plan.ts';
import { tablesOf } from './tables.ts';
import type { PlanTables } from './tables.ts';

/** Items by a key, in the order of the plan. */
export interface Groups<T> {
  get(key: string): readonly T[];
}

const NO_GROUPS: Groups<never> = { get: () => [] };

/**
 * An index over a plan, kept up to date by difference. `entries` gives the keys and items of one family, and may look at
 * what that family itself says but in check-ins and notes, and at figures of nothing.
 */
export function groupBy<T>(entries: (family: PlanFamily) => Entries<string, T>): (plan: Plan) => Groups<T> {
  const known = new WeakMap<object, Grouped<string, T>>();
  const groupsIn = (tables: PlanTables): Groups<T> => {
    let groups = known.get(tables);
    if (groups === undefined) {
      const shelf = new Shelf('family');
      groups = new Grouped(shelf, entries);
      known.set(tables, groups);
      tables.adopt(shelf, groupsIn);
    }
    return groups;
  };
  return (plan) => {
    const tables = tablesOf.get(plan);
    return tables === undefined ? NO_GROUPS : groupsIn(tables);
  };
}
