import type { Quantity } from '../measure/quantity.ts';
import { readingOf } from '../model/title.ts';
import { asInitiative } from './as-initiative.ts';
import { has, titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr202 = defineRule({
  code: 'OKR202',
  name: 'activity-not-outcome',
  severity: 'info',
  says: 'The key result is work (launch, build, hold …), with no effect to measure.',
  why: `Work that is done on time and changes nothing still counts as a success here. A key result says what the work is for: what
users, customers or the running system do differently afterwards. The work itself is an initiative, a \`[ ]\` line below the key
result that it moves.

English titles only. A key result with a \`metric:\` line, or one that \`measures\` a KPI, has its effect and is not reported.`,
  sources: ['PB', 'Ca', 'S2'],
  bad: `objective: Be quick to help
  kr: Launch the in-app survey`,
  good: `objective: Be quick to help
  kr: Raise the share of rated contacts
    metric: rated contacts 12% -> 40%
    [ ] Launch the in-app survey`,
  fixes: ['Make it an initiative'],
  messages: {
    milestone:
      '{item} is a piece of work. Say what changes once it is done and how that is measured, or make it an initiative: [ ] …',
    counted: '{item} counts work, not its effect. Say what changes because of it, or make it an initiative: [ ] …',
  },
  keyResult(kr) {
    if (has(kr, 'metric') || has(kr, 'target') || has(kr, 'baseline') || kr.measures) return [];
    const reading = readingOf(kr);
    if (reading.language !== 'en' || reading.measurable === 'no' || reading.placeholder) return [];
    if (reading.style !== 'activity' && reading.style !== 'milestone') return [];
    if (reading.baseline || reading.targets.some(isPerformance)) return [];
    return [
      {
        message: reading.measurable === 'milestone' ? 'milestone' : 'counted',
        args: {},
        place: titlePlace(kr),
        because: reading.because.map(({ text, says }) => ({ text, says })),
        fixes: asInitiative(kr),
      },
    ];
  },
});

/**
 * A share of what comes in, or how soon it is dealt with: how well the work is done, not how much of it. Nor do a bound of a bare
 * figure ("Bus factor > 3") and a band that a title begins with ("Between 20 and 30 pilots live") count what is done.
 */
function isPerformance({ unit, op, value, from }: Quantity): boolean {
  if (unit === null && op !== '=') return true;
  if (typeof value !== 'number' && from === 0) return true;
  return unit?.dimension === 'percent' || unit?.dimension === 'time';
}
