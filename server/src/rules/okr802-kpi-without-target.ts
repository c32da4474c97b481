import { has, titlePlace } from './places.ts';
import { readingOf } from '../model/title.ts';
import { defineRule } from './rule.ts';

export const okr802 = defineRule({
  code: 'OKR802',
  name: 'kpi-without-target',
  severity: 'warning',
  says: 'A KPI that nothing, its title included, tells healthy from unhealthy.',
  why: `A KPI is a gauge, and a gauge without a mark is a number. \`target: >= 85%\` or a range (\`target: 90% .. 95%\`) says when
somebody has to act. It is not a goal: staying above it is no success, falling below it is news.`,
  sources: ['S1', 'S3'],
  bad: `objective help: Be quick to help
  kr: Answer within 6 h
kpi csat: Customer satisfaction
  for: help`,
  good: `objective help: Be quick to help
  kr: Answer within 6 h
kpi csat: Customer satisfaction
  target: >= 85%
  for: help`,
  messages: {
    none: '{item} has no target, so nobody can tell healthy from unhealthy. Add one, e.g. target: >= 85%, or a range: target: 90% .. 95%',
  },
  kpi(kpi) {
    const reading = readingOf(kpi);
    if (has(kpi, 'target') || reading.targets.length > 0 || reading.placeholder || kpi.title.trim() === '') return [];
    return [{ message: 'none', args: {}, place: titlePlace(kpi) }];
  },
});
