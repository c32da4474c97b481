import { standingOf } from '../model/standing.ts';
import { lastCheckIn } from './check-ins.ts';
import { isUnexplained, paceArgs } from './pace.ts';
import { entryPlace, titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr703 = defineRule({
  code: 'OKR703',
  name: 'behind-pace',
  severity: 'warning',
  says: 'A key result that is behind, with no remark in its latest check-in.',
  why: `Behind means that less than 0.4 of the progress is there that the time would have had, at the latest check-in. That happens; a
remark says why and what is done about it (\`2026-11-02: 7.8 h, the new shift starts on Monday\`).`,
  sources: ['practice'],
  bad: `cycle 2026-Q4
objective: Be quick to help
  kr: Reduce response time from 8 h to 6 h
    2026-11-08: 7.9 h`,
  good: `cycle 2026-Q4
objective: Be quick to help
  kr: Reduce response time from 8 h to 6 h
    2026-11-08: 7.9 h, the new shift starts on Monday`,
  messages: {
    behind:
      '{item} is behind: {progress} of the way at {time} of its time. Say why and what is done about it, behind the value of the check-in.',
    'on-track':
      '{item} is reported on track and is behind: {progress} of the way at {time} of its time. Say what brings the rest, behind the value of the check-in.',
  },
  insteadOf: ['OKR704'],
  dependsOn: ['period'],
  keyResult(kr, { plan }) {
    const last = lastCheckIn(kr, plan.today);
    if (!isUnexplained(plan, kr, last)) return [];
    const place = last ? entryPlace(plan, kr, last.entry) : titlePlace(kr);
    const message = standingOf(plan, kr).mood === 'on track' ? 'on-track' : 'behind';
    return [{ message, args: paceArgs(plan, kr), place }];
  },
});
