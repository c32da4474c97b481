import { daysBetween } from '../measure/days.ts';
import { standingOf } from '../model/standing.ts';
import type { Goal, KeyResult, Objective, Plan } from '../model/plan.ts';
import { isOld } from './applies.ts';
import { datedCycle, isRunning } from './cycles.ts';
import { has, titlePlace } from './places.ts';
import { counted } from './render.ts';
import { defineRule } from './rule.ts';

export const okr505 = defineRule({
  code: 'OKR505',
  name: 'overdue',
  severity: 'warning',
  says: 'Its time is over, and it is neither closed nor scored.',
  why: `A goal whose time is over still looks like work. Give it its \`score:\`, close it with a dated line (\`2026-12-31: closed\`), carry
it on in the next cycle with \`continues:\`, or say that it was dropped. An objective carries the finding for its key results; a
key result has its own where its deadline passed before the cycle's end.`,
  sources: ['practice'],
  bad: `cycle 2026-Q3
objective: Be quick to help
  kr: Answer within 6 h
    2026-09-25: 7 h`,
  good: `cycle 2026-Q3
objective: Be quick to help
  score: 0.7
  2026-10-02: closed
  kr: Answer within 6 h
    2026-09-25: 7 h`,
  messages: {
    objective:
      '{item} has been over since {day} and is neither closed nor scored. Add score: …, or status: closed, above its first key result.',
    'key-result':
      '{item} was due on {day}, {days} ago, and is neither reached nor closed. Report its last value, score or close it, or move its date: {today}: by …',
  },
  old: true,
  dependsOn: ['period'],
  objective: (objective, { plan }) => overdueObjective(objective, plan),
  keyResult: (kr, { plan }) => overdueResult(kr, plan),
});

function overdueObjective(objective: Objective, plan: Plan) {
  const cycle = datedCycle(objective);
  if (!cycle || cycle.end >= plan.today || isFinished(objective)) return [];
  const { keyResults } = objective;
  if (keyResults.length > 0 && keyResults.every(isFinished)) return [];
  return [{ message: 'objective' as const, args: { day: cycle.end }, place: titlePlace(objective) }];
}

function overdueResult(kr: KeyResult, plan: Plan) {
  const cycle = datedCycle(kr);
  const { due, progress } = standingOf(plan, kr);
  if (due === null || due >= plan.today || progress === 1 || isFinished(kr) || isOld(kr, plan)) return [];
  if (kr.objective && (isFinished(kr.objective) || (cycle && cycle.end < plan.today))) return [];
  const args = { day: due, days: counted(daysBetween(due, plan.today), 'day'), today: plan.today };
  return [{ message: 'key-result' as const, args, place: titlePlace(kr) }];
}

function isFinished(goal: Goal): boolean {
  return !isRunning(goal) || has(goal, 'score') || goal.header.stated !== null;
}
