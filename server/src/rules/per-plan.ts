import type { Plan } from '../model/plan.ts';

/** Computes something of a plan at most once: what many items of one plan ask for alike. */
export function perPlan<T extends object>(compute: (plan: Plan) => T): (plan: Plan) => T {
  const known = new WeakMap<Plan, T>();
  return (plan) => {
    let value = known.get(plan);
    if (value === undefined) {
      value = compute(plan);
      known.set(plan, value);
    }
    return value;
  };
}
