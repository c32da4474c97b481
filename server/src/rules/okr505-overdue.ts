import { said } from '../syntax/said.ts';
import { daysBetween } from '../measure/days.ts';
import { standingOf } from '../model/standing.ts';
import type { Goal, KeyResult, Objective, Plan, PlanFix } from '../model/plan.ts';
import { isOld } from './applies.ts';
import { computedScore, isReviewed } from './closing.ts';
import { datedCycle, isRunning, shareBefore } from './cycles.ts';
import { indentBelow, lastLineOf, lineBelow, newProperty } from './edits.ts';
import { has, titlePlace } from './places.ts';
import { asScore, counted } from './render.ts';
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
  fixes: ['Score it {score}, as its check-ins have it', 'Say that it was dropped', 'Give it until {day}'],
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
  const fixes = endings(objective, plan);
  return [{ message: 'objective' as const, args: { day: cycle.end }, place: titlePlace(objective), fixes }];
}

function overdueResult(kr: KeyResult, plan: Plan) {
  const cycle = datedCycle(kr);
  const { due, progress } = standingOf(plan, kr);
  if (due === null || due >= plan.today || progress === 1 || isFinished(kr) || isOld(kr, plan)) return [];
  if (kr.objective && (isFinished(kr.objective) || (cycle && cycle.end < plan.today))) return [];
  const args = { day: due, days: counted(daysBetween(due, plan.today), 'day'), today: plan.today };
  const fixes = [...endings(kr, plan), ...moreTime(kr, plan)];
  return [{ message: 'key-result' as const, args, place: titlePlace(kr), fixes }];
}

/** How it may have ended: with the grade that its check-ins make, or not pursued any more. */
function endings(goal: Goal, plan: Plan): readonly PlanFix[] {
  if (goal.header.fromList) return [];
  const computed = computedScore(plan, goal);
  const dropped = newEntry(goal, `${plan.today}: dropped`);
  return [
    ...(computed === null || !mayBeScored(goal, computed)
      ? []
      : [
          {
            title: said`Score it ${asScore(computed)}, as its check-ins have it`,
            safe: false,
            edits: [newProperty(goal, 'score', asScore(computed))],
          },
        ]),
    ...(dropped === null ? [] : [{ title: said`Say that it was dropped`, safe: false, edits: [dropped] }]),
  ];
}

/** A score closes an objective, and then a word of what was learned is wanted: without one the fix would be half of it. */
function mayBeScored(goal: Goal, computed: number): boolean {
  if (goal.kind === 'kr') return true;
  return isReviewed(goal) && (goal.type !== 'committed' || computed >= 1 || has(goal, 'retro'));
}

/** More time, up to the end of the cycle, as long as so early a change needs no reason. */
function moreTime(kr: KeyResult, plan: Plan): readonly PlanFix[] {
  const cycle = datedCycle(kr);
  if (!cycle || kr.header.fromList || shareBefore(plan.today, cycle) >= 1 / 3) return [];
  const entry = newEntry(kr, `${plan.today}: by ${cycle.end}`);
  return entry === null ? [] : [{ title: said`Give it until ${cycle.end}`, safe: false, edits: [entry] }];
}

function newEntry(goal: Goal, text: string): PlanFix['edits'][number] | null {
  const last = lastLineOf(goal);
  return last ? lineBelow(goal.uri, goal.block, last, indentBelow(goal), text) : null;
}

function isFinished(goal: Goal): boolean {
  return !isRunning(goal) || has(goal, 'score') || goal.header.stated !== null;
}
