import { lastCheckIn } from './check-ins.ts';
import { entryPlace } from './places.ts';
import { asScore } from './render.ts';
import { defineRule, numberOption } from './rule.ts';

export const okr706 = defineRule({
  code: 'OKR706',
  name: 'low-confidence-no-note',
  severity: 'info',
  says: 'A confidence of 0.3 or less, with no remark.',
  why: `A low confidence is a call for help, and the reader wants to know with what. A remark behind it is enough. Only the latest
check-in is looked at.`,
  sources: ['practice'],
  bad: `cycle 2026-Q4
objective: Be quick to help
  kr: Reduce response time from 8 h to 6 h
    2026-11-08: 7.2 h, confidence 0.2`,
  good: `cycle 2026-Q4
objective: Be quick to help
  kr: Reduce response time from 8 h to 6 h
    2026-11-08: 7.2 h, confidence 0.2, two agents are ill until December`,
  messages: { low: '{item} is down to a confidence of {confidence}. Say why, or what would help, behind it.' },
  options: { confidence: numberOption(0.3, 0, 'The confidence, 0–1, down from which a remark is wanted.') },
  keyResult(kr, { plan, options }) {
    const last = lastCheckIn(kr, plan.today);
    if (!last || last.report.confidence === null || last.report.confidence > options.confidence) return [];
    if (last.report.remark !== null) return [];
    return [
      {
        message: 'low',
        args: { confidence: asScore(last.report.confidence) },
        place: entryPlace(plan, kr, last.entry),
      },
    ];
  },
});
