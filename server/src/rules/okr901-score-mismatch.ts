import { said } from '../syntax/said.ts';
import type { Goal, Plan } from '../model/plan.ts';
import { statedScore } from '../model/score.ts';
import { computedScore } from './closing.ts';
import { replacement } from './edits.ts';
import { has, titlePlace, useOf, valuePlace } from './places.ts';
import { asScore } from './render.ts';
import { defineRule, numberOption } from './rule.ts';

export const okr901 = defineRule({
  code: 'OKR901',
  name: 'score-mismatch',
  severity: 'warning',
  says: 'The stated and the computed score differ by more than 0.05, with no note.',
  why: `A score may be judged otherwise than the numbers have it: effort, luck, a changed world. A note (\`>\`) says so. Without one it is
a slip, or a check-in that was never written.`,
  sources: ['practice'],
  bad: `cycle 2026-Q3
objective: Be quick to help
  score: 0.9
  2026-10-01: closed
  kr: Reduce response time from 8 h to 6 h
    2026-09-30: 7 h`,
  good: `cycle 2026-Q3
objective: Be quick to help
  score: 0.9
  > Six hours were reached in every week but the one of the outage.
  2026-10-01: closed
  kr: Reduce response time from 8 h to 6 h
    2026-09-30: 7 h`,
  fixes: ['Write {score}, as the check-ins have it'],
  messages: {
    differ: '{item} states {stated}, and its check-ins make {computed}. Say why in a note (>), or correct one of them.',
  },
  options: { tolerance: numberOption(0.05, 0, 'How far apart, 0–1, the two may be.') },
  old: true,
  objective: (objective, { plan, options }) => mismatch(objective, plan, options.tolerance),
  keyResult: (kr, { plan, options }) => mismatch(kr, plan, options.tolerance),
});

function mismatch(goal: Goal, plan: Plan, tolerance: number) {
  const stated = statedScore(goal);
  if (stated === null || goal.notes.length > 0 || has(goal, 'retro')) return [];
  const computed = computedScore(plan, goal);
  if (computed === null) return [];
  const use = useOf(goal, 'score');
  // Differences such as 0.75 - 0.7 are a hair more than they look.
  if (Math.abs(stated - computed) <= tolerance + 1e-9) return [];
  const args = { stated: asScore(stated), computed: asScore(computed) };
  if (!use) return [{ message: 'differ' as const, args, place: titlePlace(goal) }];
  const place = valuePlace(plan, goal, use);
  const fixes = [
    {
      title: said`Write ${args.computed}, as the check-ins have it`,
      safe: false,
      edits: [replacement(place, args.computed)],
    },
  ];
  return [{ message: 'differ' as const, args, place, fixes }];
}
