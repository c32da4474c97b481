import { said } from '../syntax/said.ts';
import { standingOf } from '../model/standing.ts';
import type { KeyResult, Plan, PlanFix } from '../model/plan.ts';
import { formatValue } from '../measure/format-quantity.ts';
import { readQuantity } from '../measure/read-quantity.ts';
import { replacement } from './edits.ts';
import { useOf, titlePlace, valuePlace } from './places.ts';
import { defineRule } from './rule.ts';
import { statedPlace, statedQuantities } from './stated-quantities.ts';
import { verbDirection } from './verb-direction.ts';

export const okr104 = defineRule({
  code: 'OKR104',
  name: 'direction-contradicts',
  severity: 'warning',
  says: 'The verb of the title and the numbers disagree.',
  why: `"Reduce … 5 -> 8" grows. Either the numbers stand the wrong way round or the verb is the wrong one, and progress
counts the way of the numbers.`,
  sources: ['arithmetic'],
  bad: `objective: Be quick to help
  kr: Reduce response time
    metric: response time 6 h -> 8 h`,
  good: `objective: Be quick to help
  kr: Reduce response time
    metric: response time 8 h -> 6 h`,
  fixes: ['Turn the numbers round'],
  messages: {
    contradicts:
      '{item} says "{verb}", and its numbers go {way}, from {from} to {to}. Turn the numbers round, or change the verb.',
  },
  keyResult(kr, { plan }) {
    const { measure, source, baseline, target, unit } = standingOf(plan, kr);
    if (!baseline || target === null || baseline.value === target) return [];
    if (measure?.kind !== 'move' && measure?.kind !== 'bound') return [];
    if (baseline.source !== 'metric' && baseline.source !== 'title') return [];
    const verb = verbDirection(kr.title);
    const goes = target > baseline.value ? 'increase' : 'decrease';
    if (!verb || goes === verb.direction || (source === 'metric' && !isAbout(kr, measure.name))) return [];
    const line = useOf(kr, 'metric') ?? useOf(kr, 'target');
    return [
      {
        message: 'contradicts',
        args: {
          verb: verb.word,
          way: goes === 'increase' ? said`up` : said`down`,
          from: formatValue(baseline.value, unit),
          to: formatValue(target, unit),
        },
        place: line ? valuePlace(plan, kr, line) : titlePlace(kr),
        fixes: turnedRound(kr, plan),
        because: [{ text: verb.word, says: `the title's direction: ${verb.direction}` }],
      },
    ];
  },
});

/** Whether the metric's name is what the title's verb is about: its last noun before a preposition stands in the title. */
function isAbout(kr: KeyResult, name: string): boolean {
  if (name === '') return true;
  const [subject = ''] = name.toLowerCase().split(/\s+(?:of|per|in|for|on|by|at|from|to)\s+/);
  const head = subject.split(/\s+/).at(-1) ?? '';
  return (
    head !== '' &&
    kr.title
      .toLowerCase()
      .split(/[^\p{L}\d]+/u)
      .includes(head)
  );
}

/** The two figures of a metric line, each in the other's place. */
function turnedRound(kr: KeyResult, plan: Plan): readonly PlanFix[] {
  const stated = statedQuantities(plan, kr);
  const start = stated.find(({ what }) => what === 'baseline');
  const end = stated.find(({ what }) => what === 'target');
  if (!start || !end) return [];
  const [from, to] = [start.quantity.text.trim(), end.quantity.text.trim()];
  if (readQuantity(from)?.op !== '=' || readQuantity(to)?.op !== '=') return [];
  return [
    {
      title: said`Turn the numbers round`,
      safe: false,
      edits: [replacement(statedPlace(plan, kr, start), to), replacement(statedPlace(plan, kr, end), from)],
    },
  ];
}
