import { formatValue } from '../measure/format-quantity.ts';
import { targetText } from '../model/level-text.ts';
import { standingOf } from '../model/standing.ts';
import { entryPlace, titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr707 = defineRule({
  code: 'OKR707',
  name: 'worse-than-baseline',
  severity: 'info',
  says: 'The latest value lies on the wrong side of the baseline.',
  why: `Progress is 0 and cannot fall further, so the score hides that it went the other way. Sometimes the numbers of the metric stand the
wrong way round.`,
  sources: ['practice'],
  bad: `cycle 2026-Q4
objective: Be quick to help
  kr: Reduce response time from 8 h to 6 h
    2026-11-08: 8.5 h, three agents are ill`,
  good: `cycle 2026-Q4
objective: Be quick to help
  kr: Reduce response time from 8 h to 6 h
    2026-11-08: 7.2 h`,
  messages: {
    worse: '{item} is at {value}, on the wrong side of where it started ({baseline}), for it is to reach {target}.',
  },
  keyResult(kr, { plan }) {
    const standing = standingOf(plan, kr);
    const { baseline, target, now, unit } = standing;
    if (!baseline || target === null || now?.value == null || baseline.source === 'first check-in') return [];
    if ((now.value - baseline.value) * (target - baseline.value) >= 0) return [];
    const args = {
      value: formatValue(now.value, unit),
      baseline: formatValue(baseline.value, unit),
      target: targetText({ ...standing, target }),
    };
    return [{ message: 'worse', args, place: now.entry ? entryPlace(plan, kr, now.entry) : titlePlace(kr) }];
  },
});
