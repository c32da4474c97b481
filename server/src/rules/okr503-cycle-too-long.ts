import { datedCycle, lengthOf, quarterOf, scopeName } from './cycles.ts';
import { objectivesBeside } from './peers.ts';
import { titlePlace } from './places.ts';
import { defineRule, numberOption } from './rule.ts';

export const okr503 = defineRule({
  code: 'OKR503',
  name: 'cycle-too-long',
  severity: 'info',
  says: "A team's or person's cycle longer than a quarter.",
  why: `A company plans by the year; a team that does so finds out in autumn that spring was wrong. Quarters are short enough to
correct the course. Companies and departments may have longer cycles.

The first objective of the scope and cycle carries the finding.`,
  sources: ['S1', 'S2', 'S3'],
  bad: `cycle 2026
team support: Customer Support
  objective: Be quick to help
    kr: Answer within 6 h`,
  good: `cycle 2026-Q4
team support: Customer Support
  objective: Be quick to help
    kr: Answer within 6 h`,
  messages: {
    long: '{item}: {scope} plans for {cycle}, {days} days. A quarter is short enough to correct the course, e.g. cycle {quarter}',
  },
  options: { days: numberOption(100, 1, 'How many days the cycle of a team or person may have.') },
  dependsOn: ['period', 'scope'],
  objective(objective, { plan, options }) {
    const { scope } = objective;
    const cycle = datedCycle(objective);
    if (!cycle || scope === null || scope === 'unknown' || (scope.kind !== 'team' && scope.kind !== 'person'))
      return [];
    const days = lengthOf(cycle);
    if (days <= options.days || objectivesBeside(plan, objective)[0] !== objective) return [];
    const args = { scope: scopeName(scope), cycle: cycle.name, days, quarter: quarterOf(plan.today) };
    return [{ message: 'long', args, place: titlePlace(objective) }];
  },
});
