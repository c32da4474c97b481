import type { Plan } from '../model/plan.ts';
import { valuesOf } from '../model/item-values.ts';
import { perPlan } from './per-plan.ts';
import { titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

const northStars = perPlan((plan) => {
  const ids = plan.scopes.map(({ properties }) =>
    valuesOf(properties).northStar?.value.reference.parts.at(-1)?.text.toLowerCase(),
  );
  return new Set(ids);
});

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
      isNorthStar(kpi.id, plan)
    )
      return [];
    return [{ message: 'alone', args: {}, place: titlePlace(kpi) }];
  },
});

function isNorthStar(id: string | null, plan: Plan): boolean {
  return id !== null && northStars(plan).has(id.toLowerCase());
}
