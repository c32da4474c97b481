import { daysBetween } from '../measure/days.ts';
import { standingOf } from '../model/standing.ts';
import type { KeyResult, Plan } from '../model/plan.ts';
import { firstConfidence } from './check-ins.ts';
import { entryPlace, titlePlace } from './places.ts';
import { asScore } from './render.ts';
import { defineRule, numberOption } from './rule.ts';

export const okr302 = defineRule({
  code: 'OKR302',
  name: 'sandbagged',
  severity: 'info',
  says: 'A first confidence of 0.9 or more, or done before a third of the time has passed.',
  why: `A key result that is nearly sure from the start asks for nothing new. Five in ten is the confidence that a good target begins
with. Key results of committed objectives are promises, and their owners are meant to be sure.`,
  sources: ['Wo', 'S3'],
  bad: `cycle 2026-Q4
objective: Be quick to help
  type: aspirational
  kr: Answer within 6 h
    confidence: 0.95`,
  good: `cycle 2026-Q4
objective: Be quick to help
  type: aspirational
  kr: Answer within 4 h
    confidence: 0.5`,
  messages: {
    confident:
      '{item} began with a confidence of {confidence}. Aim for what is half likely, or call the objective committed.',
    early:
      '{item} was reached on {day}, before a third of its time had passed. Raise the target: {today}: target OLD -> NEW, WHY',
  },
  options: {
    confidence: numberOption(0.9, 0, 'The first confidence, 0–1, from which on it is reported.'),
  },
  dependsOn: ['period'],
  keyResult(kr, { plan, options }) {
    if (kr.objective?.type === 'committed') return [];
    const first = firstConfidence(kr, plan.today);
    if (first && first.value >= options.confidence) {
      const place = first.entry ? entryPlace(plan, kr, first.entry) : titlePlace(kr);
      return [{ message: 'confident', args: { confidence: asScore(first.value) }, place }];
    }
    const day = reachedEarly(kr, plan);
    return day === null ? [] : [{ message: 'early', args: { day, today: plan.today }, place: titlePlace(kr) }];
  },
});

/** The day of the report that reached it, where less than a third of its time had passed by then. */
function reachedEarly(kr: KeyResult, plan: Plan): string | null {
  const { progress, now, start, due, measure } = standingOf(plan, kr);
  if (progress !== 1 || !now || start === null || due === null || measure?.kind === 'hold') return null;
  return daysBetween(start, now.day) * 3 < daysBetween(start, due) ? now.day : null;
}
