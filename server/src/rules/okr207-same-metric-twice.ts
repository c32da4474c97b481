import { said } from '../syntax/said.ts';
import type { KeyResult, Plan } from '../model/plan.ts';
import { perItem } from '../model/per-item.ts';
import { standingOf } from '../model/standing.ts';
import { isRunning } from './cycles.ts';
import { titlePlace } from './places.ts';
import { nameOf } from './render.ts';
import { defineRule } from './rule.ts';

export const okr207 = defineRule({
  code: 'OKR207',
  name: 'same-metric-twice',
  severity: 'warning',
  says: 'Two key results of an objective measure the same thing.',
  why: `The same figure counted twice weighs twice in the score and shows one side only. A second, harder target of one figure is a
\`stretch:\` line; otherwise measure something else that must be true.`,
  sources: ['practice'],
  bad: `objective: Be quick to help
  kr: Answer faster
    metric: response time 8 h -> 6 h
  kr: Answer really fast
    metric: response time 8 h -> 2 h`,
  good: `objective: Be quick to help
  kr: Answer faster
    metric: response time 8 h -> 6 h
    stretch: 2 h`,
  messages: {
    same: '{item} measures {what}, as {other} does. Measure something else, or write the harder target as stretch: …',
    kpi: '{item} measures the KPI {what}, as {other} does. Measure something else, or write the harder target as stretch: …',
  },
  keyResult(kr, { plan }) {
    const measured = kr.objective ? measuredBy(plan, kr) : null;
    if (measured === null) return [];
    const other = kr.objective?.keyResults.find(
      (one) => one === kr || (isRunning(one) && isSame(measuredBy(plan, one), measured)),
    );
    if (!other || other === kr) return [];
    const related = [{ place: titlePlace(other), message: said`measures the same` }];
    return [
      {
        message: measured.kpi ? 'kpi' : 'same',
        args: { what: measured.name, other: nameOf(other) },
        place: titlePlace(kr),
        related,
      },
    ];
  },
});

interface Measured {
  readonly kpi: boolean;
  readonly name: string;
  readonly dimension: string;
}

function isSame(a: Measured | null, b: Measured): boolean {
  return a?.kpi === b.kpi && a.name === b.name && a.dimension === b.dimension;
}

/** What a key result measures, so that two can be compared: its KPI, or the name of its metric with the kind of its unit. */
const measuredBy = perItem((plan: Plan, kr: KeyResult): Measured | null => {
  const { measure, unit, source } = standingOf(plan, kr);
  const name = measure?.name.trim().toLowerCase().replace(/\s+/g, ' ') ?? '';
  const kpi = kr.measures?.target;
  if (name !== '' && source !== 'title') return { kpi: false, name, dimension: unit?.dimension ?? '' };
  if (kpi && source !== 'title') return { kpi: true, name: kpi.id ?? kpi.title, dimension: '' };
  return null;
});
