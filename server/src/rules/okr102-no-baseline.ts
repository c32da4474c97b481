import type { Quantity } from '../measure/quantity.ts';
import { formatQuantity, formatValue } from '../measure/format-quantity.ts';
import { standingOf } from '../model/standing.ts';
import { unknownBaseline } from './edits.ts';
import { has, titlePlace } from './places.ts';
import { defineRule } from './rule.ts';
import { verbDirection } from './verb-direction.ts';

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
  fixes: ['Write baseline: ?, not known yet'],
  messages: {
    missing:
      '{item}: the level to reach is {target}, and where it starts is not said. Add it, e.g. baseline: {example}',
  },
  keyResult(kr, { plan }) {
    const { measure, baseline, now } = standingOf(plan, kr);
    if (!measure || baseline || now || (measure.kind !== 'move' && measure.kind !== 'bound')) return [];
    if ((measure.kind === 'move' && measure.from) || has(kr, 'baseline')) return [];
    const { to } = measure;
    return [
      {
        message: 'missing',
        args: { target: formatQuantity({ ...to, op: '=' }), example: exampleFor(to, kr.title) },
        place: titlePlace(kr),
        fixes: unknownBaseline(kr),
      },
    ];
  },
});

/** A figure of the target's kind, a fifth of the way off: before it where it is to grow, above it where it is to fall. */
function exampleFor({ value, unit, op }: Quantity, title: string): string {
  const target = typeof value === 'number' ? value : value[0];
  const falls = op === '<=' || op === '<' || verbDirection(title)?.direction === 'decrease';
  const near = Number((target * (falls ? 1.25 : 0.8)).toPrecision(2));
  const isWhole = Number.isInteger(target) && (unit === null || unit.dimension === 'count');
  const example = isWhole ? Math.round(near) : near;
  return target === 0 || example === target ? 'NUMBER' : formatValue(example, unit);
}
