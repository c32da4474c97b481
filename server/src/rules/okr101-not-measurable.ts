import { said } from '../syntax/said.ts';
import { standingOf } from '../model/standing.ts';
import type { KeyResult, PlanFix } from '../model/plan.ts';
import type { Reading } from '../measure/reading.ts';
import { asInitiative } from './as-initiative.ts';
import { newProperty } from './edits.ts';
import { metricExample } from './metric-example.ts';
import { has, titlePlace } from './places.ts';
import { readingOf } from '../model/title.ts';
import { defineRule } from './rule.ts';

export const okr101 = defineRule({
  code: 'OKR101',
  name: 'not-measurable',
  severity: 'warning',
  says: 'A key result with no number, count, or yes/no outcome that two strangers would grade alike, in its metric or title.',
  why: `At the end of the cycle a key result is graded. If two people who have the data could grade it differently, nobody can
say whether it was reached. Say from what to what it goes; or count something; or name a thing that is plainly there or
not there. The number may stand in the title or on a \`metric:\` line.

Only titles in English are judged by their words. In other languages the rule is silent where it finds no number.`,
  sources: ['PB', 'MWM', 'S3'],
  bad: `objective: Be quick to help
  kr: Improve response time`,
  good: `objective: Be quick to help
  kr: Improve response time
    metric: response time 8 h -> 6 h`,
  fixes: ['Make it an initiative', 'Grade it yes or no: metric: done'],
  messages: {
    title: '{item}: no number, count or yes/no outcome to measure. Say from what to what, e.g. {example}',
    kpi: '{item} measures a KPI and names no level to reach. Say which, e.g. metric: -> 40%',
  },
  insteadOf: ['OKR103', 'OKR102'],
  keyResult(kr, { plan }) {
    if (has(kr, 'metric') || has(kr, 'target') || kr.title.trim() === '') return [];
    const reading = readingOf(kr);
    if (reading.measurable !== 'no' || reading.placeholder || standingOf(plan, kr).measure) return [];
    if (reading.language !== 'en') return [];
    const message = kr.measures ? 'kpi' : 'title';
    const because = reading.because.map(({ text, says }) => ({ text, says }));
    return [
      {
        message,
        args: { example: metricExample(kr.title) },
        place: titlePlace(kr),
        because,
        fixes: fixesFor(kr, reading),
      },
    ];
  },
});

/** Numbers that nobody said are never written: what can be offered is to grade it yes or no, or to call it a task. */
function fixesFor(kr: KeyResult, { style }: Reading): readonly PlanFix[] {
  if (style === 'activity') return asInitiative(kr);
  if (style !== 'milestone') return [];
  return [{ title: said`Grade it yes or no: metric: done`, safe: false, edits: [newProperty(kr, 'metric', 'done')] }];
}
