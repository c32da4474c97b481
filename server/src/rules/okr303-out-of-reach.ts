import { firstConfidence } from './check-ins.ts';
import { entryPlace, titlePlace } from './places.ts';
import { asScore } from './render.ts';
import { defineRule, numberOption } from './rule.ts';

export const okr303 = defineRule({
  code: 'OKR303',
  name: 'out-of-reach',
  severity: 'info',
  says: 'A first confidence of 0.1 or less.',
  why: `A target that nobody believes in moves nobody. Set one that could be reached if much went well, or say what would have to
happen first.`,
  sources: ['Wo'],
  bad: `cycle 2026-Q4
objective: Be quick to help
  kr: Answer within 5 min
    confidence: 0.05`,
  good: `cycle 2026-Q4
objective: Be quick to help
  kr: Answer within 4 h
    confidence: 0.5`,
  messages: {
    hopeless: '{item} began with a confidence of {confidence}. Set a target that could be reached if much went well.',
  },
  options: { confidence: numberOption(0.1, 0, 'The first confidence, 0–1, down from which it is reported.') },
  keyResult(kr, { plan, options }) {
    const first = firstConfidence(kr, plan.today);
    if (!first || first.value > options.confidence) return [];
    const place = first.entry ? entryPlace(plan, kr, first.entry) : titlePlace(kr);
    return [{ message: 'hopeless', args: { confidence: asScore(first.value) }, place }];
  },
});
