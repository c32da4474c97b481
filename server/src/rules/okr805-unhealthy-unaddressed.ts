import { formatValue } from '../measure/format-quantity.ts';
import { healthOf } from '../model/health.ts';
import type { KeyResult, Plan } from '../model/plan.ts';
import { datedCycle } from './cycles.ts';
import { titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr805 = defineRule({
  code: 'OKR805',
  name: 'unhealthy-unaddressed',
  severity: 'info',
  says: 'A KPI outside its target that no active key result measures.',
  why: `The gauge is in the red and nobody works on it. Either a key result brings it back (\`measures:\`), or the target is no longer
the right one.`,
  sources: ['S1'],
  bad: `cycle 2026-Q4
objective help: Be quick to help
  kr: Answer within 6 h
kpi csat: Customer satisfaction
  target: >= 85%
  for: help
  2026-11-02: 79%`,
  good: `cycle 2026-Q4
objective help: Be quick to help
  kr: Answer within 6 h
  kr: Bring satisfaction back to 85%
    measures: csat
kpi csat: Customer satisfaction
  target: >= 85%
  for: help
  2026-11-02: 79%`,
  messages: {
    unhealthy:
      '{item} was at {value} on {day}, outside its target, and no active key result measures it. Who brings it back?',
  },
  kpi(kpi, { plan }) {
    const { healthy, latest } = healthOf(plan, kpi);
    if (healthy !== false || !latest || kpi.measuredBy.some((kr) => isAtWork(kr, plan))) return [];
    const args = { value: formatValue(latest.value, latest.unit), day: latest.day };
    return [{ message: 'unhealthy', args, place: titlePlace(kpi) }];
  },
});

function isAtWork(kr: KeyResult, plan: Plan): boolean {
  const cycle = datedCycle(kr);
  return kr.status.status === 'active' && (cycle === null || cycle.end >= plan.today);
}
