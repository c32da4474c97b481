import type { Quantity } from '../measure/quantity.ts';
import { standingOf } from '../model/standing.ts';
import { has, titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr102 = defineRule({
  code: 'OKR102',
  name: 'no-baseline',
  severity: 'hint',
  says: 'A level to reach, and no word of where it starts.',
  why: `Without a baseline nobody can tell how far there is to go, and progress is measured from the first check-in. A
\`metric:\` line takes it (\`71% -> 85%\`), or a \`baseline:\` line, or the KPI that the key result \`measures\`. Where it is not
known yet, a \`?\` says so. Things counted from zero within the cycle and levels to hold need none.`,
  sources: ['Ca', 'S1'],
  bad: `objective: Be quick to help
  kr: Resolve 85% of tickets within the first contact`,
  good: `objective: Be quick to help
  kr: Resolve 85% of tickets within the first contact
    baseline: 71%`,
  messages: {
    missing:
      '{item}: the level to reach is {target}, and where it starts is not said. Add it, e.g. baseline: {example}',
  },
  keyResult(kr, { plan }) {
    const { measure, baseline, now } = standingOf(plan, kr);
    if (!measure || baseline || now || (measure.kind !== 'move' && measure.kind !== 'bound')) return [];
    if ((measure.kind === 'move' && measure.from) || has(kr, 'baseline')) return [];
    const { to } = measure;
    return [{ message: 'missing', args: { target: to.text, example: exampleFor(to) }, place: titlePlace(kr) }];
  },
});

/** A figure that is not the target itself, or a word where the unit is one whose plausible figures are not known. */
function exampleFor({ value, unit }: Quantity): string {
  if (unit === null) return value === 40 ? '30' : '40';
  if (unit.dimension === 'percent') return value === 60 ? '50%' : '60%';
  return unit.name === 'h' ? (value === 8 ? '10 h' : '8 h') : 'NUMBER UNIT';
}
