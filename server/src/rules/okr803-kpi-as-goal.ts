import { said } from '../syntax/said.ts';
import type { Measure } from '../measure/measure.ts';
import type { Reading } from '../measure/reading.ts';
import { writeMetric } from '../measure/write-metric.ts';
import { healthOf } from '../model/health.ts';
import type { Kpi, Plan, PlanFix } from '../model/plan.ts';
import { isRunning } from './cycles.ts';
import { indentBelow, lastLineOf, lineBelow, lineBreakOf, replacement } from './edits.ts';
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
  fixes: ['Name it "{figure}"', 'Make it a key result that measures the KPI'],
  messages: {
    goal: '{item} begins with "{verb}", as a key result does. Name the figure, and let a key result with measures: {id} say how far it is to go.',
  },
  kpi(kpi, { plan }) {
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
        fixes: [...named(kpi, verb.word), ...asGoal(kpi, plan)],
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
  return [{ title: said`Name it "${title}"`, safe: false, edits: [replacement(titlePlace(kpi), title)] }];
}

const MOST_KEY_RESULTS = 5;

/**
 * The title becomes a key result of the objective that the KPI watches, and measures the KPI; the KPI keeps the figure's
 * name and its readings, and the level to reach is what healthy is. Only where all of it is said in one file.
 */
function asGoal(kpi: Kpi, plan: Plan): readonly PlanFix[] {
  const objective = kpi.watches[0]?.target;
  const { measure } = readingOf(kpi);
  const name = measure?.name.trim() ?? '';
  const target = has(kpi, 'target') ? '' : targetOf(measure, readingOf(kpi).direction);
  if (!objective || kpi.watches.length > 1 || kpi.id === null || name === '' || target === null) return [];
  if (objective.uri !== kpi.uri || objective.header.fromList || kpi.header.fromList) return [];
  if (objective.keyResults.filter(isRunning).length >= MOST_KEY_RESULTS || kpi.measuredBy.length > 0) return [];
  const last = lastLineOf(objective);
  if (!last) return [];
  const { block } = kpi;
  const indent = indentBelow(objective);
  const lineBreak = lineBreakOf(objective.block);
  // The latest reading is the start; where there is none, the language has a mark for that.
  const start = healthOf(plan, kpi).latest ? '' : `${lineBreak}${indent}  baseline: ?`;
  const text = `kr: ${kpi.title}${lineBreak}${indent}  measures: ${kpi.id}${start}`;
  const below = target === '' ? '' : `${lineBreakOf(block)}${indentBelow(kpi)}${target}`;
  return [
    {
      title: said`Make it a key result that measures the KPI`,
      safe: false,
      edits: [
        replacement(titlePlace(kpi), `${name.charAt(0).toUpperCase()}${name.slice(1)}${below}`),
        lineBelow(objective.uri, objective.block, last, indent, text),
      ],
    },
  ];
}

/** The level to reach as what healthy is; null where the title says a change and no level. */
function targetOf(measure: Measure | null, direction: Reading['direction']): string | null {
  if (measure?.kind !== 'bound' && measure?.kind !== 'move') return null;
  const op = measure.to.op === '=' ? (direction === 'decrease' ? '<=' : '>=') : measure.to.op;
  return `target: ${writeMetric({ kind: 'bound', name: '', to: { ...measure.to, op } })}`;
}
