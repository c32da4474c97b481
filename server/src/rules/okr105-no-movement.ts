import { standingOf } from '../model/standing.ts';
import { formatValue } from '../measure/format-quantity.ts';
import { useOf, titlePlace, valuePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr105 = defineRule({
  code: 'OKR105',
  name: 'no-movement',
  severity: 'error',
  says: 'The baseline equals the target.',
  why: `A key result that ends where it starts asks nobody to do anything, and its progress is 1 from the first day. Raise the
target; or, where the level is to be held, write \`metric: keep … >= …\` or make it a KPI.`,
  sources: ['arithmetic'],
  bad: `objective: Be quick to help
  kr: Bring the response time down
    metric: response time 6 h -> 6 h`,
  good: `objective: Be quick to help
  kr: Bring the response time down
    metric: response time 8 h -> 6 h`,
  messages: {
    same: '{item} starts and ends at {level}. Move the target, or say that it is a level to hold: metric: keep …',
  },
  keyResult(kr, { plan }) {
    const { measure, baseline, target, unit } = standingOf(plan, kr);
    if (!measure || !baseline || target === null || baseline.value !== target) return [];
    if (measure.kind === 'hold' || (baseline.source !== 'metric' && baseline.source !== 'title')) return [];
    const line = useOf(kr, 'metric') ?? useOf(kr, 'baseline');
    const place = line ? valuePlace(plan, kr, line) : titlePlace(kr);
    return [{ message: 'same', args: { level: formatValue(target, unit) }, place }];
  },
});
