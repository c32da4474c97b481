import { said } from '../syntax/said.ts';
import { readShare } from '../measure/share.ts';
import type { Goal, Plan, PlanFix } from '../model/plan.ts';
import { replacement } from './edits.ts';
import { useOf, valuePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr902 = defineRule({
  code: 'OKR902',
  name: 'score-out-of-range',
  severity: 'error',
  says: 'A score that is not within 0–1 or 0–100%.',
  why: `Scores are shares: 0.7, 7/10 and 70% are the same. A 7 may mean 0.7 or 7%, and a score above 1 says that the target was too
low; the target reached is 1.0, and the rest is a note.`,
  sources: ['S3'],
  bad: `cycle 2026-Q3
objective: Be quick to help
  score: 7
  2026-10-01: closed
  kr: Answer within 6 h`,
  good: `cycle 2026-Q3
objective: Be quick to help
  score: 0.7
  2026-10-01: closed
  kr: Answer within 6 h`,
  fixes: ['Write {score}'],
  messages: { range: '{item} has the score {score}. A score is within 0–1 or 0–100%: write {example}' },
  old: true,
  insteadOf: ['OKR003'],
  objective: (objective, { plan }) => outOfRange(objective, plan),
  keyResult: (kr, { plan }) => outOfRange(kr, plan),
});

function outOfRange(goal: Goal, plan: Plan) {
  const use = useOf(goal, 'score');
  const share = use && readShare(use.line.value.text);
  if (!use || !share || share.inRange) return [];
  const place = valuePlace(plan, goal, use);
  const likely = share.form === 'decimal' ? likelyScore(share.value) : null;
  const fixes: PlanFix[] =
    likely === null ? [] : [{ title: said`Write ${likely}`, safe: false, edits: [replacement(place, likely)] }];
  return [
    {
      message: 'range' as const,
      args: { score: use.line.value.text, example: likely ?? said`0.7 or 70%` },
      place,
      fixes,
    },
  ];
}

/** 7 is mostly seven of ten, 70 mostly 70%. */
function likelyScore(value: number): string | null {
  // 1.4 is rather more than was hoped for than one and a half of ten.
  if (!Number.isInteger(value)) return null;
  if (value > 1 && value <= 10) return `${value}/10`;
  return value > 10 && value <= 100 ? `${value}%` : null;
}
