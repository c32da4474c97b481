import { standingOf } from '../model/standing.ts';
import { unknownBaseline } from './edits.ts';
import { has, useOf, titlePlace, valuePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr103 = defineRule({
  code: 'OKR103',
  name: 'relative-without-baseline',
  severity: 'info',
  says: 'A change such as "by 20%" or "2x", with no figure that it is relative to.',
  why: `Twenty percent more of what? The change is exact, and what it is a change of is left to memory. One figure makes it
a level to reach that anyone can check.`,
  sources: ['S1'],
  bad: `objective: Be quick to help
  kr: Reduce average response time by 25%`,
  good: `objective: Be quick to help
  kr: Reduce average response time by 25%
    metric: response time 8 h -> 6 h`,
  fixes: ['Write baseline: ?, not known yet'],
  messages: {
    missing: '{item}: "{change}" of what? Say the figure that it is relative to, e.g. baseline: {example}',
  },
  insteadOf: ['OKR102'],
  keyResult(kr, { plan }) {
    const { measure, baseline, now } = standingOf(plan, kr);
    if (measure?.kind !== 'change' || measure.from || baseline || now || has(kr, 'baseline')) return [];
    const line = useOf(kr, 'metric');
    const example = /\btime|latency|delay|wait/i.test(kr.title) ? '8 h' : '40';
    return [
      {
        message: 'missing',
        args: { change: measure.by.text.trim(), example },
        place: line ? valuePlace(plan, kr, line) : titlePlace(kr),
        fixes: unknownBaseline(kr),
        because: [{ text: measure.by.text, says: 'a change relative to the baseline' }],
      },
    ];
  },
});
