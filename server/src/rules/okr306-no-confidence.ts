import { firstConfidence } from './check-ins.ts';
import { titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr306 = defineRule({
  code: 'OKR306',
  name: 'no-confidence',
  severity: 'off',
  says: 'A key result without a confidence.',
  why: `A confidence is the owner's guess of how likely the key result is, told at the start and at every check-in. That it falls is
the earliest news there is. Off by default; \`radical-focus\` wants one on each key result.`,
  sources: ['Wo'],
  bad: `cycle 2026-Q4
objective: Be quick to help
  kr: Answer within 6 h`,
  good: `cycle 2026-Q4
objective: Be quick to help
  kr: Answer within 6 h
    confidence: 5/10`,
  messages: { none: '{item} has no confidence. Say how likely it is, here or at a check-in: confidence: 5/10' },
  keyResult(kr, { plan }) {
    return firstConfidence(kr, plan.today) ? [] : [{ message: 'none', args: {}, place: titlePlace(kr) }];
  },
});
