import { groupBy } from '../model/group-by.ts';
import type { Entries } from '../model/grouped.ts';
import type { Item, Plan } from '../model/plan.ts';
import { perPlan } from './per-plan.ts';
import { titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr804 = defineRule({
  code: 'OKR804',
  name: 'unlinked-kpi',
  severity: 'hint',
  says: 'A KPI that no objective is tied to; north stars excepted.',
  why: `A KPI that no objective moves or guards may still be worth watching; mostly it is left over. \`for:\` ties it to the objectives
whose health it watches, and a key result's \`measures:\` to the work that moves it.`,
  sources: ['S3'],
  bad: `objective help: Be quick to help
  kr: Answer within 6 h
kpi csat: Customer satisfaction above 85%`,
  good: `objective help: Be quick to help
  kr: Answer within 6 h
kpi csat: Customer satisfaction above 85%
  for: help`,
  messages: {
    alone:
      '{item} is tied to no objective. Say which it watches (for: …), or let a key result measure it (measures: …).',
  },
  kpi(kpi, { plan }) {
    if (
      kpi.watches.length > 0 ||
      kpi.measuredBy.length > 0 ||
      !hasObjectives(plan) ||
      starred(plan).some(({ northStar }) => northStar?.target === kpi)
    )
      return [];
    return [{ message: 'alone', args: {}, place: titlePlace(kpi) }];
  },
});

/** The scopes that have a north star: few of the many that each KPI would be looked for in. */
const starred = perPlan(({ scopes }) => scopes.filter(({ properties }) => properties.has('north star')));

const objectives = groupBy(({ items }) =>
  items.flatMap((item): Entries<string, Item> => (item.kind === 'objective' ? [['', item]] : [])),
);

function hasObjectives(plan: Plan): boolean {
  return objectives(plan).get('').length > 0;
}
