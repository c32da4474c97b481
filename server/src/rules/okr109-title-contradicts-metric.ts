import { said } from '../syntax/said.ts';
import { comparable, valueIn } from '../measure/compare.ts';
import { formatQuantity, formatValue } from '../measure/format-quantity.ts';
import type { Quantity } from '../measure/quantity.ts';
import { readQuantity } from '../measure/read-quantity.ts';
import { sameQuantity } from '../measure/same-measure.ts';
import type { KeyResult, Plan, PlanFix } from '../model/plan.ts';
import { standingOf } from '../model/standing.ts';
import { replacement } from './edits.ts';
import { useOf, valuePlace, wordsPlace } from './places.ts';
import { readingOf } from '../model/title.ts';
import { defineRule } from './rule.ts';

/** Titles are rounded: a hundredth of the figure apart is the same figure. */
const ROUNDING = 0.01;

export const okr109 = defineRule({
  code: 'OKR109',
  name: 'title-contradicts-metric',
  severity: 'warning',
  says: 'The title says 90%, the metric 85%.',
  why: `People read the title, the score follows the metric. When one of them was changed and the other was not, half of the
readers work for the wrong number.`,
  sources: ['practice'],
  bad: `objective: Be quick to help
  kr: Resolve 85% of tickets within the first contact
    metric: resolved at first contact 71% -> 80%`,
  good: `objective: Be quick to help
  kr: Resolve 85% of tickets within the first contact
    metric: resolved at first contact 71% -> 85%`,
  fixes: ['Write {figure} in the title', 'Write {figure} in the metric'],
  messages: {
    target: '{item} says {title}, its metric {metric}. Which is meant? Change the other.',
    baseline: '{item} starts from {title}, its metric from {metric}. Which is meant? Change the other.',
    change: '{item} says a change of {title}, and its metric makes one of {metric}. Which is meant? Change the other.',
  },
  keyResult(kr, { plan }) {
    const reading = readingOf(kr);
    const [target, second] = reading.targets.filter(({ text, kind }) => /\d/.test(text) || kind === 'mult');
    const { measure, source } = standingOf(plan, kr);
    if (!target || second || !measure || source === 'title' || !useOf(kr, 'metric')) return [];
    if (measure.kind === 'move' || measure.kind === 'bound') {
      if (target.kind !== 'abs') return change(kr, plan, target);
      const from = measure.kind === 'move' && measure.from !== 'unknown' ? measure.from : null;
      if (differ(target, measure.to)) return report('target', kr, plan, target, measure.to);
      if (reading.baseline && from && differ(reading.baseline, from))
        return report('baseline', kr, plan, reading.baseline, from);
      return [];
    }
    if (measure.kind === 'change' && target.kind === measure.by.kind && differ(target, measure.by, Math.abs)) {
      return report('target', kr, plan, target, measure.by);
    }
    return [];
  },
});

/** Whether two figures of one kind are apart. Those of other kinds (a count beside a share) say nothing of each other. */
function differ(title: Quantity, metric: Quantity, of: (value: number) => number = (value) => value): boolean {
  if (typeof title.value !== 'number' || typeof metric.value !== 'number') return false;
  if (title.unit?.dimension !== metric.unit?.dimension && (title.unit !== null || metric.unit !== null)) return false;
  if (!comparable(title.unit, metric.unit)) return false;
  const inMetric = valueIn(title, metric.unit);
  if (inMetric === null) return false;
  return Math.abs(of(inMetric) - of(metric.value)) > ROUNDING * Math.max(Math.abs(inMetric), Math.abs(metric.value));
}

function report(message: 'target' | 'baseline', kr: KeyResult, plan: Plan, title: Quantity, metric: Quantity) {
  const use = useOf(kr, 'metric');
  if (!use) return [];
  const { value } = use.line;
  const isWhole = value.text.slice(metric.from, metric.to) === metric.text;
  const line = valuePlace(plan, kr, use);
  const place = isWhole ? { ...line, span: { from: value.from + metric.from, to: value.from + metric.to } } : line;
  const [inTitle, inMetric] = [metric.text.trim(), title.text.trim()];
  const fixes: readonly PlanFix[] =
    isWhole && saysAll(title) && saysAll(metric)
      ? [
          {
            title: said`Write ${inTitle} in the title`,
            safe: false,
            edits: [replacement(wordsPlace(kr, title), inTitle)],
          },
          { title: said`Write ${inMetric} in the metric`, safe: false, edits: [replacement(place, inMetric)] },
        ]
      : [];
  const args = { title: formatQuantity(title), metric: formatQuantity(metric) };
  const because = [
    { text: title.text, says: 'the title' },
    { text: metric.text, says: 'the metric' },
  ];
  return [{ message, args, place, because, fixes }];
}

/** Whether the words of a quantity alone mean it: the 9 of "from 9 to 6 h" has its unit elsewhere. */
function saysAll(quantity: Quantity): boolean {
  const read = readQuantity(quantity.text.trim());
  return read !== null && sameQuantity(read, quantity);
}

/** "by 25%" beside 8 h -> 6 h: the move as a share of its start. */
function change(kr: KeyResult, plan: Plan, target: Quantity) {
  const { baseline, target: level } = standingOf(plan, kr);
  const use = useOf(kr, 'metric');
  if (!use || !baseline || level === null || baseline.value === 0 || typeof target.value !== 'number') return [];
  const share = ((level - baseline.value) / Math.abs(baseline.value)) * 100;
  const times = level / baseline.value;
  const isPercent = target.kind === 'delta' && target.unit?.dimension === 'percent';
  const off = isPercent
    ? Math.abs(Math.abs(share) - Math.abs(target.value)) > 1
    : Math.abs(times - target.value) > 0.05 * target.value;
  if ((!isPercent && target.kind !== 'mult') || !off) return [];
  const points = level - baseline.value;
  // "by 5%" of a percentage is often meant as points.
  if (isPercent && Math.abs(Math.abs(points) - Math.abs(target.value)) < 0.01) return [];
  const metric = isPercent
    ? formatValue(Math.round(Math.abs(share) * 10) / 10, target.unit)
    : `${formatValue(times, null)}x`;
  return [
    { message: 'change' as const, args: { title: target.text.trim(), metric }, place: valuePlace(plan, kr, use) },
  ];
}
