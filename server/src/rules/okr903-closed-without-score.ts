import type { Goal, KeyResult } from '../model/plan.ts';
import { has, titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr903 = defineRule({
  code: 'OKR903',
  name: 'closed-without-score',
  severity: 'warning',
  says: 'Closed, with neither a score nor a check-in.',
  why: `A goal that is closed without a grade teaches nothing, and its score counts as 0. Write the \`score:\`, or the last value as a
check-in, or say that it was dropped.`,
  sources: ['PB'],
  bad: `cycle 2026-Q3
objective: Be quick to help
  2026-10-01: closed, the team was split
  kr: Answer within 6 h`,
  good: `cycle 2026-Q3
objective: Be quick to help
  2026-10-01: closed, the team was split
  score: 0.3
  kr: Answer within 6 h`,
  messages: {
    none: '{item} is closed and has neither a score nor a check-in. Add score: …, or say that it was dropped.',
  },
  old: true,
  objective(objective) {
    const isGraded = has(objective, 'score') || objective.keyResults.some((kr) => hasGrade(kr));
    return objective.status.status !== 'closed' || isGraded ? [] : none(objective);
  },
  keyResult(kr) {
    if (kr.status.status !== 'closed' || kr.status.inherited || hasGrade(kr)) return [];
    return none(kr);
  },
});

function hasGrade(kr: KeyResult): boolean {
  return has(kr, 'score') || kr.header.stated !== null || kr.told.some(({ reading }) => reading.kind === 'report');
}

function none(goal: Goal) {
  return [{ message: 'none' as const, args: {}, place: titlePlace(goal) }];
}
