import { standingOf } from '../model/standing.ts';
import { lastCheckIn } from './check-ins.ts';
import { isUnexplained, paceArgs } from './pace.ts';
import { entryPlace, titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr704 = defineRule({
  code: 'OKR704',
  name: 'status-contradicts-pace',
  severity: 'warning',
  says: 'Reported on track, and behind, with no remark.',
  why: `Word and number disagree. Perhaps the rest comes in one leap at the end; then a remark says so.
[OKR703](okr703-behind-pace.md) reports everything that is behind without a remark, and speaks instead of this rule unless it is
off.`,
  sources: ['practice'],
  bad: `cycle 2026-Q4
objective: Be quick to help
  kr: Reduce response time from 8 h to 6 h
    2026-11-08: 7.9 h, on track`,
  good: `cycle 2026-Q4
objective: Be quick to help
  kr: Reduce response time from 8 h to 6 h
    2026-11-08: 7.9 h, on track, the new shift starts on Monday and brings the rest`,
  messages: {
    'on-track':
      '{item} is reported on track, and is {progress} of the way at {time} of its time. Say what brings the rest.',
  },
  dependsOn: ['period'],
  keyResult(kr, { plan }) {
    const last = lastCheckIn(kr, plan.today);
    if (standingOf(plan, kr).mood !== 'on track' || !isUnexplained(plan, kr, last)) return [];
    const place = last ? entryPlace(plan, kr, last.entry) : titlePlace(kr);
    return [{ message: 'on-track', args: paceArgs(plan, kr), place }];
  },
});
