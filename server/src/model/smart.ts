import type { Smart } from './figures.ts';
import { perItem } from './per-item.ts';
import type { Goal, KeyResult, Objective, Plan } from './plan.ts';
import { lettersOf, totalOf } from './smart-check.ts';
import { KEY_RESULT_CHECKS } from './smart-key-result.ts';
import { OBJECTIVE_CHECKS } from './smart-objective.ts';
import { standingOf } from './standing.ts';
import { readingOf } from './title.ts';

/**
 * SMART of an objective or key result: each letter 0–1, the sum of what its checks give; the total their mean, 0–100. An
 * objective has its own and beside it the mean of its key results'. Remembered until something it depends on changes.
 */
export const smartOf = perItem((plan: Plan, goal: Goal): Smart =>
  goal.kind === 'kr' ? ofKeyResult(plan, goal) : ofObjective(plan, goal),
);

function ofKeyResult(plan: Plan, kr: KeyResult): Smart {
  const letters = lettersOf(KEY_RESULT_CHECKS, { plan, kr, reading: readingOf(kr), standing: standingOf(plan, kr) });
  return { letters, total: totalOf(letters), keyResults: null };
}

function ofObjective(plan: Plan, objective: Objective): Smart {
  const letters = lettersOf(OBJECTIVE_CHECKS, { plan, objective, reading: readingOf(objective) });
  const totals = objective.keyResults.map((kr) => smartOf(plan, kr).total);
  const keyResults = totals.length === 0 ? null : totals.reduce((sum, total) => sum + total, 0) / totals.length;
  return { letters, total: totalOf(letters), keyResults };
}
