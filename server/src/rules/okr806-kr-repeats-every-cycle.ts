import { said } from '../syntax/said.ts';
import { daysBetween } from '../measure/days.ts';
import { groupBy } from '../model/group-by.ts';
import type { Entries } from '../model/grouped.ts';
import type { KeyResult } from '../model/plan.ts';
import { datedCycle } from './cycles.ts';
import { titlePlace } from './places.ts';
import { listed } from './render.ts';
import { defineRule } from './rule.ts';

export const okr806 = defineRule({
  code: 'OKR806',
  name: 'kr-repeats-every-cycle',
  severity: 'info',
  says: 'The same key result for three cycles running: a KPI by now.',
  why: `What is a goal in every cycle is no longer a change; it is how things are to be. Make it a KPI with a target, and let a key result
\`measure\` it when it is to move. Titles count as the same when they differ only in their numbers, and key results that measure
a KPI are not reported.`,
  sources: ['S3'],
  bad: `cycle 2026-Q2
team support: Customer Support
  objective spring: Be quick to help
    kr: Answer 90% of mails within 6 h
cycle 2026-Q3
  objective summer: Be quick to help
    kr: Answer 90% of mails within 6 h
cycle 2026-Q4
  objective autumn: Be quick to help
    kr: Answer 90% of mails within 6 h`,
  good: `cycle 2026-Q4
team support: Customer Support
  objective autumn: Be quick to help
    kr: Resolve 85% of tickets within the first contact
  kpi answered: Mails answered within 6 h
    target: >= 90%
    for: autumn`,
  messages: {
    repeats:
      '{item} stands in {cycles}: three cycles running. Make it a KPI with a target, and keep the place for what is to change.',
  },
  dependsOn: ['period', 'scope'],
  keyResult(kr, { plan }) {
    if (kr.measures || plan.cycles.length < 3) return [];
    const second = before(kr, namesakes(plan).get(keyOf(kr)));
    const third = second && before(second, namesakes(plan).get(keyOf(second)));
    const cycles = [third, second, kr].flatMap((one) => (one ? (datedCycle(one)?.name ?? []) : []));
    if (cycles.length < 3) return [];
    const related = [second, third].flatMap((one) =>
      one ? [{ place: titlePlace(one), message: said`the same` }] : [],
    );
    return [{ message: 'repeats', args: { cycles: listed(cycles) }, place: titlePlace(kr), related }];
  },
});

const namesakes = groupBy(({ items }) =>
  items.flatMap((item): Entries<string, KeyResult> => (item.kind === 'kr' ? [[keyOf(item), item]] : [])),
);

function keyOf({ scope, title }: KeyResult): string {
  const key = scope === null || scope === 'unknown' ? '' : scope.key;
  return `${key}\n${title
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()}`;
}

/** The same key result in the cycle that ended the day before this one's began: what it continues, or its namesake. */
function before(kr: KeyResult, group: readonly KeyResult[]): KeyResult | null {
  const cycle = datedCycle(kr);
  if (!cycle) return null;
  const continued = kr.continues?.target;
  const candidates = continued ? [continued] : group;
  return (
    candidates.find((other) => {
      const earlier = datedCycle(other);
      return earlier !== null && daysBetween(earlier.end, cycle.start) === 1;
    }) ?? null
  );
}
