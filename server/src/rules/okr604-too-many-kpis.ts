import { scopeName } from './cycles.ts';
import { titlePlace } from './places.ts';
import { defineRule, numberOption } from './rule.ts';

export const okr604 = defineRule({
  code: 'OKR604',
  name: 'too-many-kpis',
  severity: 'info',
  says: 'More than 2 KPIs for one objective, or more than 25 on one scope.',
  why: `A KPI is worth its line as long as somebody looks at it. Two beside an objective are enough to see whether it harms anything;
a scope with more than 25 has a report, not a dashboard.`,
  sources: ['S3'],
  bad: `objective help: Be quick to help
  kr: Answer within 6 h
kpi csat: Satisfaction above 85%
  for: help
kpi cost: Cost per contact under 4 EUR
  for: help
kpi reopened: Reopened tickets under 2%
  for: help`,
  good: `objective help: Be quick to help
  kr: Answer within 6 h
kpi csat: Satisfaction above 85%
  for: help
kpi cost: Cost per contact under 4 EUR
  for: help`,
  messages: {
    objective: '{item} is watched by {count} KPIs, more than {max}. Keep those that would stop you.',
    scope:
      '{item} is KPI number {number} of {scope}, which has {count}, more than {max}. Keep those that somebody looks at.',
  },
  options: {
    perObjective: numberOption(2, 1, 'How many KPIs may be for one objective.'),
    perScope: numberOption(25, 1, 'How many KPIs a scope may have.'),
  },
  dependsOn: ['scope'],
  objective(objective, { options: { perObjective: max } }) {
    const count = objective.watchedBy.length;
    return count <= max ? [] : [{ message: 'objective', args: { count, max }, place: titlePlace(objective) }];
  },
  kpi(kpi, { options: { perScope: max } }) {
    if (kpi.scope === null || kpi.scope === 'unknown' || kpi.scope.kpis[max] !== kpi) return [];
    const args = { number: max + 1, scope: scopeName(kpi.scope), count: kpi.scope.kpis.length, max };
    return [{ message: 'scope', args, place: titlePlace(kpi) }];
  },
});
