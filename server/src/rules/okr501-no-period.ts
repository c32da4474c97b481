import { groupBy } from '../model/group-by.ts';
import type { Entries } from '../model/grouped.ts';
import { said } from '../syntax/said.ts';
import type { Goal, Objective, PlanDocument, PlanFix, Plan } from '../model/plan.ts';
import { isRunning, quarterOf } from './cycles.ts';
import { insertion, lineBreakOf } from './edits.ts';
import { has, titlePlace } from './places.ts';
import { readingOf } from '../model/title.ts';
import { counted } from './render.ts';
import { defineRule } from './rule.ts';

export const okr501 = defineRule({
  code: 'OKR501',
  name: 'no-period',
  severity: 'warning',
  says: 'No cycle and no date.',
  why: `Without a period there is no pace, no deadline and no end: "by when" is half of every key result. One \`cycle\` line at
the top of a file is for all that follows in it; \`during:\` is for one objective, \`by:\` for one key result.

The first item without a period carries the finding for all of its file.`,
  sources: ['S2', 'S3'],
  bad: `objective: Be quick to help
  kr: Answer within 6 h`,
  good: `cycle 2026-Q4
objective: Be quick to help
  kr: Answer within 6 h`,
  fixes: ['Begin the file with cycle {cycle}'],
  messages: {
    one: '{item} has no cycle and no date. Begin the file with one, e.g. cycle {cycle}',
    several: '{item} and {others} of this file have no cycle and no date. Begin the file with one, e.g. cycle {cycle}',
  },
  dependsOn: ['period'],
  objective: (objective, { plan, document }) => missing(objective, plan, document),
  keyResult: (kr, { plan, document }) => (kr.objective ? [] : missing(kr, plan, document)),
});

function missing(goal: Goal, plan: Plan, document: PlanDocument): ReturnType<typeof report> {
  const alike = isTimeless(goal) ? timeless(plan).get(document.uri) : [];
  return alike[0] === goal ? report(goal, alike.length - 1, plan, document) : [];
}

function report(goal: Goal, others: number, plan: Plan, document: PlanDocument) {
  const cycle = quarterOf(plan.today);
  const message: 'one' | 'several' = others === 0 ? 'one' : 'several';
  const args = { cycle, others: counted(others, 'other') };
  return [{ message, args, place: titlePlace(goal), fixes: addCycle(document, cycle) }];
}

/** The goals of a file that nothing gives a time to, in order. */
const timeless = groupBy(({ uri, items }) =>
  items.flatMap((item): Entries<string, Goal> => (item.kind !== 'kpi' && isTimeless(item) ? [[uri, item]] : [])),
);

function isTimeless(goal: Goal): boolean {
  if (goal.cycle !== null || !isRunning(goal)) return false;
  if (goal.kind === 'kr') return goal.objective === null && !isDated(goal);
  return !hasDates(goal);
}

/** An objective whose key results all have a date of their own has a time. */
function hasDates({ keyResults }: Objective): boolean {
  return keyResults.length > 0 && keyResults.every(isDated);
}

function isDated(goal: Goal): boolean {
  return has(goal, 'by') || readingOf(goal).deadline !== null;
}

/** The running quarter, as the first line: likely, for most files are about the quarter that they are written in. */
function addCycle({ uri, tree }: PlanDocument, cycle: string): readonly PlanFix[] {
  const [first] = tree.blocks;
  if (!first) return [];
  const at = first.text.startsWith('\uFEFF') ? 1 : 0;
  return [
    {
      title: said`Begin the file with cycle ${cycle}`,
      safe: false,
      edits: [insertion(uri, first, at, `cycle ${cycle}${lineBreakOf(first)}`)],
    },
  ];
}
