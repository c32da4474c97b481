import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import type { ObjectiveScore, Pace, Standing } from './figures.ts';
import { gradeOf } from './grade.ts';
import { useOf } from './item-values.ts';
import { meanPace, paceAt } from './pace.ts';
import { perItem } from './per-item.ts';
import type { Goal, Objective, Plan } from './plan.ts';
import { standingOf } from './standing.ts';
import { isOver, objectiveTime, sharePassed } from './time.ts';
import { valueOf } from './values.ts';

/**
 * The score of an objective: `sum(weight × progress) / sum(weight)` over its key results that count. What is stated and what
 * its supporters have stand beside it and never feed it. Remembered until something it depends on changes.
 */
export const scoreOf = perItem((plan: Plan, objective: Objective): ObjectiveScore => compute(plan, objective));

/** The weighted mean of values; null where there is none, or none with a weight. */
export function weightedMean(values: readonly { readonly value: number; readonly weight: number }[]): number | null {
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  if (total <= 0) return null;
  return values.reduce((sum, { value, weight }) => sum + value * weight, 0) / total;
}

function compute(plan: Plan, objective: Objective): ObjectiveScore {
  const counted: { readonly value: number; readonly weight: number }[] = [];
  const leftOut: { readonly title: string; readonly because: Said }[] = [];
  const paces: Parameters<typeof meanPace>[0][number][] = [];
  for (const kr of objective.keyResults) {
    const standing = standingOf(plan, kr);
    const { progress, leftOutBecause } = standing;
    if (progress === null || leftOutBecause !== null) {
      leftOut.push({ title: kr.title, because: leftOutBecause ?? said`nothing says how it is measured` });
      continue;
    }
    counted.push({ value: progress, weight: kr.weight });
    const pace = standing.pace ?? silentPace(plan, standing);
    if (pace) paces.push({ pace, weight: kr.weight });
  }
  const computed = weightedMean(counted);
  const stated = statedScore(objective);
  const graded = computed ?? stated;
  const over = isOver(plan, objective, objectiveTime(plan, objective));
  return {
    computed,
    stated,
    // Looked up when it is asked for: what supporters report would else concern all that is computed of the objective.
    get supporters() {
      return supportersOf(plan, objective);
    },
    grade: graded === null ? null : gradeOf(graded, objective.type === 'committed', over),
    pace: meanPace(paces),
    counted: counted.length,
    leftOut,
    notes: notesOf(objective, counted.length, leftOut.length, computed),
  };
}

/**
 * What a key result that nothing was reported of adds to its objective's pace: it stands where it started, at the share of
 * its time that has passed by the plan's day. A level to hold is at risk. Null for milestones, and while it is too early.
 */
function silentPace(plan: Plan, { measure, progress, now, start, due }: Standing): Pace | null {
  if (measure === null || measure.kind === 'done' || progress === null || now !== null) return null;
  const share = sharePassed({ start, due }, plan.today);
  if (share === null) return null;
  return measure.kind === 'hold' ? paceAt(1, share) && 'at risk' : paceAt(progress, share);
}

/** The `score:` line of a goal, 0–1; null without one. */
export function statedScore(goal: Goal): number | null {
  const use = useOf(goal.properties, 'score');
  return use ? (valueOf(use.line, 'share')?.share ?? null) : null;
}

const supportersOf = perItem((plan: Plan, objective: Objective): number | null => supportersMean(plan, objective));

/** The mean of what supports an objective: an objective's own score, a key result's progress; null where none has one. */
function supportersMean(plan: Plan, objective: Objective): number | null {
  const values = objective.supportedBy.flatMap((goal) => {
    if (goal.kind === 'kr') {
      const { progress, counts } = standingOf(plan, goal);
      return counts && progress !== null ? [{ value: progress, weight: 1 }] : [];
    }
    const { status } = goal.status;
    if (status === 'draft' || status === 'postponed' || status === 'dropped') return [];
    // Not the supporter's full score: two objectives that support each other would never come to an end.
    const value = ownScore(plan, goal);
    return value === null ? [] : [{ value, weight: 1 }];
  });
  return weightedMean(values);
}

function ownScore(plan: Plan, objective: Objective): number | null {
  return weightedMean(
    objective.keyResults.flatMap((kr) => {
      const { progress, counts } = standingOf(plan, kr);
      return counts && progress !== null ? [{ value: progress, weight: kr.weight }] : [];
    }),
  );
}

function notesOf(objective: Objective, counted: number, leftOut: number, computed: number | null): readonly Said[] {
  if (objective.keyResults.length === 0) return [said`it has no key results`];
  if (counted === 0) return [said`none of its key results counts`];
  const notes: Said[] = [];
  if (computed === null) notes.push(said`all its key results have the weight 0`);
  if (leftOut > 0)
    notes.push(leftOut === 1 ? said`one key result is left out` : said`${leftOut} key results are left out`);
  return notes;
}
