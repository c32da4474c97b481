import type { Objective, Plan } from '../model/plan.ts';
import { statedScore } from '../model/score.ts';
import { computedScore } from './closing.ts';
import { datedCycle, scopeName } from './cycles.ts';
import { perPlan } from './per-plan.ts';
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
    const full = fullMarks(plan).get(objective);
    return full
      ? [{ message: 'full', args: { scope: scopeName(objective.scope), ...full }, place: titlePlace(objective) }]
      : [];
  },
});

interface Full {
  readonly before: string;
  readonly cycle: string;
}

/** For each scope: the first aspirational objective of the latest finished cycle, where it and the one before were full. */
const fullMarks = perPlan((plan) => {
  const found = new Map<Objective, Full>();
  for (const scope of plan.scopes) {
    const cycles = aspirationalByCycle(scope.objectives, plan);
    const [before, last] = cycles.slice(-2);
    const [first] = last?.objectives ?? [];
    if (before?.full && last?.full && first) found.set(first, { before: before.name, cycle: last.name });
  }
  return found;
});

interface Marks {
  readonly name: string;
  readonly end: string;
  readonly objectives: readonly Objective[];
  readonly full: boolean;
}

/** The finished cycles that have aspirational objectives with a score, earliest first. */
function aspirationalByCycle(objectives: readonly Objective[], plan: Plan): readonly Marks[] {
  const cycles = new Map<string, Marks>();
  for (const objective of objectives) {
    const cycle = datedCycle(objective);
    if (objective.type !== 'aspirational' || !cycle || cycle.end >= plan.today) continue;
    const score = statedScore(objective) ?? computedScore(plan, objective);
    if (score === null || objective.status.status === 'dropped' || objective.status.status === 'postponed') continue;
    const marks = cycles.get(cycle.name);
    cycles.set(cycle.name, {
      name: cycle.name,
      end: cycle.end,
      objectives: [...(marks?.objectives ?? []), objective],
      full: (marks?.full ?? true) && score >= 1,
    });
  }
  return [...cycles.values()].sort((a, b) => (a.end < b.end ? -1 : 1));
}
