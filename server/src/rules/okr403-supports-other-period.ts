import type { Goal } from '../model/plan.ts';
import { contains } from './cycles.ts';
import { nameOf } from './render.ts';
import { defineRule } from './rule.ts';
import type { Report } from './rule.ts';

export const okr403 = defineRule({
  code: 'OKR403',
  name: 'supports-other-period',
  severity: 'warning',
  says: 'It supports an item of a cycle that does not contain its own.',
  why: `A goal of this quarter cannot help one whose time is over or has not begun. It can support a goal of the year that the
quarter lies in. Where it carries on an earlier goal, the word is \`continues\`.`,
  sources: ['practice'],
  bad: `cycle 2026-Q3
objective loyalty: Become the shop people come back to
cycle 2026-Q4
objective help: Be quick to help
  supports: loyalty@2026-Q3`,
  good: `cycle 2026
objective loyalty: Become the shop people come back to
cycle 2026-Q4
objective help: Be quick to help
  supports: loyalty`,
  messages: {
    other:
      '{item} of {own} supports {target} of {cycle}, a cycle that does not contain its own. Support one of the same time, or write continues:',
  },
  dependsOn: ['period'],
  objective: (objective) => otherPeriods(objective),
  keyResult: (kr) => otherPeriods(kr),
});

function otherPeriods(goal: Goal): readonly Report<'other'>[] {
  const own = goal.cycle;
  if (own === null || own === 'unknown') return [];
  return goal.supports.flatMap(({ target, place }): readonly Report<'other'>[] => {
    const cycle = target?.cycle;
    if (!target || cycle == null || cycle === 'unknown' || contains(cycle, own)) return [];
    const known = cycle.start !== null && own.start !== null;
    return known
      ? [{ message: 'other', args: { own: own.name, target: nameOf(target), cycle: cycle.name }, place }]
      : [];
  });
}
