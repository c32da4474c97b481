import type { Goal, Objective, Plan } from '../model/plan.ts';
import { scoreOf } from '../model/score.ts';
import { standingOf } from '../model/standing.ts';
import { useOf } from './places.ts';

/** Whether a goal was closed: by its status, or by the final grade that is given then. */
export function isClosed(goal: Goal): boolean {
  return goal.status.status === 'closed' || (goal.status.status === 'active' && useOf(goal, 'score') !== null);
}

/** The score that follows from the check-ins, 0–1, or null where none can be computed. */
export function computedScore(plan: Plan, goal: Goal): number | null {
  return goal.kind === 'objective' ? scoreOf(plan, goal).computed : standingOf(plan, goal).progress;
}

/** Whether anything is said of what was learned: a retro, a note, or the reason given at the close. */
export function isReviewed(objective: Objective): boolean {
  return useOf(objective, 'retro') !== null || objective.notes.length > 0 || objective.status.why !== null;
}
