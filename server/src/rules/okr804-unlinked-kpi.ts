import { perPlan } from './per-plan.ts';
import { titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

const northStars = perPlan((plan) => new Set(plan.scopes.map(({ northStar }) => northStar?.target ?? null)));

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
      plan.objectives.length === 0 ||
      northStars(plan).has(kpi)
    )
      return [];
    return [{ message: 'alone', args: {}, place: titlePlace(kpi) }];
  },
});
