import { asKpi } from './as-kpi.ts';
import { titlePlace } from './places.ts';
import { readingOf } from '../model/title.ts';
import { defineRule } from './rule.ts';

export const okr801 = defineRule({
  code: 'OKR801',
  name: 'maintain-is-a-kpi',
  severity: 'warning',
  says: 'A steady state to watch ("maintain", "keep", "continue"), written as a key result.',
  why: `A key result is a change that somebody works for. A level that must not fall is watched all year, whatever this quarter's
goals are: that is a KPI, with a \`target\` that says what healthy is and a \`for\` that ties it to the objective it guards.

English titles only. \`metric: keep …\` below another title is a limit that guards the other key results, and is not reported.`,
  sources: ['RW', 'S0', 'S1', 'S3'],
  bad: `objective reliable: Be there when people need us
  kr: Maintain an uptime of 99.9%
  kr: Answer within 6 h
  kr: Restore service within 30 min`,
  good: `objective reliable: Be there when people need us
  kr: Answer within 6 h
  kr: Restore service within 30 min
kpi uptime: Uptime
  target: >= 99.9%
  for: reliable`,
  fixes: ['Make it a KPI of the scope'],
  messages: {
    steady:
      '{item} is a level to hold, not a change to work for. Make it a KPI with a target, or say what is to change.',
  },
  insteadOf: ['OKR105', 'OKR102', 'OKR202'],
  keyResult(kr, { plan }) {
    const reading = readingOf(kr);
    if (reading.language !== 'en' || (reading.direction !== 'maintain' && !beginsWithKeep(kr.title))) return [];
    const because = reading.because
      .filter(({ says }) => says.includes('direction'))
      .map(({ text, says }) => ({ text, says }));
    return [{ message: 'steady', args: {}, place: titlePlace(kr), because, fixes: asKpi(kr, plan) }];
  },
});

/** "Continue", too, says that things stay as they are; "keep improving" does not. */
function beginsWithKeep(title: string): boolean {
  return /^(?:maintain|keep|continue|sustain|preserve|retain)\b(?!\s+(?:improving|growing|increasing|reducing))/i.test(
    title.trim(),
  );
}
