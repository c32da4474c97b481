import type { Kpi, PlanFix } from '../model/plan.ts';
import { replacement } from './edits.ts';
import { has, titlePlace } from './places.ts';
import { readingOf } from '../model/title.ts';
import { defineRule } from './rule.ts';
import { verbDirection } from './verb-direction.ts';

export const okr803 = defineRule({
  code: 'OKR803',
  name: 'kpi-as-goal',
  severity: 'info',
  says: 'A KPI worded as an aspiration ("increase …").',
  why: `A KPI is the name of a figure that is watched all the time: "monthly revenue". "Increase monthly revenue by 10%" is a key
result of one cycle, and \`measures\` that KPI.

English titles only.`,
  sources: ['S1'],
  bad: `cycle 2026-Q4
objective pays: Become a business that pays for itself
  kr: Win 20 new customers
  kr: Grow monthly revenue by 10%
    measures: revenue
kpi revenue: Increase monthly revenue
  target: >= 400k EUR
  for: pays`,
  good: `cycle 2026-Q4
objective pays: Become a business that pays for itself
  kr: Win 20 new customers
  kr: Grow monthly revenue by 10%
    measures: revenue
kpi revenue: Monthly revenue
  target: >= 400k EUR
  for: pays`,
  messages: {
    goal: '{item} begins with "{verb}", as a key result does. Name the figure, and let a key result with measures: {id} say how far it is to go.',
  },
  kpi(kpi) {
    const reading = readingOf(kpi);
    const verb = verbDirection(kpi.title);
    if (!verb || reading.language !== 'en' || reading.placeholder) return [];
    const because = [{ text: verb.word, says: `a direction: ${verb.direction}` }];
    return [
      {
        message: 'goal',
        args: { verb: verb.word, id: kpi.id ?? 'ID' },
        place: titlePlace(kpi),
        because,
        fixes: named(kpi, verb.word),
      },
    ];
  },
});

/** The title without its verb, where a target line says what healthy is and the title holds no number of its own. */
function named(kpi: Kpi, verb: string): readonly PlanFix[] {
  if (!has(kpi, 'target') || readingOf(kpi).targets.length > 0 || !kpi.title.startsWith(verb)) return [];
  const rest = kpi.title.slice(verb.length).replace(/^\s+(?:(?:the|our|a|an)\s+)?/i, '');
  if (rest === '') return [];
  const title = rest.charAt(0).toUpperCase() + rest.slice(1);
  return [{ title: `Name it "${title}"`, safe: false, edits: [replacement(titlePlace(kpi), title)] }];
}
