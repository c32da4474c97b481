import { groupBy } from '../model/group-by.ts';
import type { Entries } from '../model/grouped.ts';
import type { Objective, Plan } from '../model/plan.ts';
import { statedScore } from '../model/score.ts';
import { computedScore } from './closing.ts';
import { datedCycle, scopeName } from './cycles.ts';
import { titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr905 = defineRule({
  code: 'OKR905',
  name: 'always-full-marks',
  severity: 'info',
  says: 'Every aspirational objective of a scope at 1.0 for two cycles: not ambitious enough.',
  why: `Aspirational objectives are set where 0.7 is good. Full marks twice in a row mean that they were set where they were sure. The
first aspirational objective of the later cycle carries the finding.`,
  sources: ['RW', 'GL', 'S3'],
  bad: `cycle 2026-Q2
team support: Customer Support
  objective spring: Be quick to help
    type: aspirational
    score: 1.0
    retro: It was easier than we thought.
cycle 2026-Q3
  objective summer: Be kind to callers
    type: aspirational
    score: 1.0
    retro: Again.`,
  good: `cycle 2026-Q2
team support: Customer Support
  objective spring: Be quick to help
    type: aspirational
    score: 1.0
    retro: It was easier than we thought.
cycle 2026-Q3
  objective summer: Be kind to callers
    type: aspirational
    score: 0.7
    retro: We aimed further, and learned more.`,
  messages: {
    full: '{item}: every aspirational objective of {scope} ended at 1.0, in {before} and in {cycle}. Aim where 0.7 would be good.',
  },
  old: true,
  dependsOn: ['period', 'scope'],
  objective(objective, { plan }) {
    const full = fullMarks(objective, plan);
    return full
      ? [{ message: 'full', args: { scope: scopeName(objective.scope), ...full }, place: titlePlace(objective) }]
      : [];
  },
});

interface Full {
  readonly before: string;
  readonly cycle: string;
}

const aspirational = groupBy(({ items }) =>
  items.flatMap((item): Entries<string, Objective> => {
    const scope = item.kind === 'objective' && item.type === 'aspirational' ? item.scope : null;
    return item.kind === 'objective' && scope !== null && scope !== 'unknown' ? [[scope.key, item]] : [];
  }),
);

/** The two cycles, where the objective is the first aspirational one of its scope's latest finished cycle, and it and the one before were full. */
function fullMarks(objective: Objective, plan: Plan): Full | null {
  const { scope } = objective;
  if (objective.type !== 'aspirational' || scope === null || scope === 'unknown' || !hasMark(objective, plan))
    return null;
  const all = aspirational(plan).get(scope.key);
  if (all.find((other) => other.cycle === objective.cycle && hasMark(other, plan)) !== objective) return null;
  const [before, last] = marksByCycle(all, plan).slice(-2);
  const carries = before?.full && last?.full && last.objectives[0] === objective;
  return carries ? { before: before.name, cycle: last.name } : null;
}

/** Whether an objective's cycle is over and it has a score that counts. */
function hasMark(objective: Objective, plan: Plan): boolean {
  const cycle = datedCycle(objective);
  const { status } = objective.status;
  return (
    cycle !== null &&
    cycle.end < plan.today &&
    status !== 'dropped' &&
    status !== 'postponed' &&
    scoreIn(objective, plan) !== null
  );
}

function scoreIn(objective: Objective, plan: Plan): number | null {
  return statedScore(objective) ?? computedScore(plan, objective);
}

interface Marks {
  readonly name: string;
  readonly end: string;
  readonly objectives: readonly Objective[];
  readonly full: boolean;
}

/** The finished cycles that have aspirational objectives with a score, earliest first. */
function marksByCycle(objectives: readonly Objective[], plan: Plan): readonly Marks[] {
  const cycles = new Map<string, Marks>();
  for (const objective of objectives) {
    const cycle = datedCycle(objective);
    if (!cycle || !hasMark(objective, plan)) continue;
    const marks = cycles.get(cycle.name);
    cycles.set(cycle.name, {
      name: cycle.name,
      end: cycle.end,
      objectives: [...(marks?.objectives ?? []), objective],
      full: (marks?.full ?? true) && (scoreIn(objective, plan) ?? 0) >= 1,
    });
  }
  return [...cycles.values()].sort((a, b) => (a.end < b.end ? -1 : 1));
}
