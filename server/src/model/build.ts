import type { Tree } from '../syntax/tree.ts';
import type { Plan, PlanSettings } from './plan.ts';
import { createPlanStore } from './plan-store.ts';

/**
 * Links all files of a workspace into one plan. Neither the order of `documents` nor anything outside of the arguments
 * matters. `today` is an ISO day. Never fails.
 */
export function buildPlan(documents: ReadonlyMap<string, Tree>, settings: PlanSettings, today: string): Plan {
  const store = createPlanStore(settings, today);
  for (const [uri, tree] of documents) store.set(uri, tree);
  return store.plan();
}
