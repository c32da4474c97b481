import { valueIn } from '../measure/compare.ts';
import { formatValue } from '../measure/format-quantity.ts';
import { standingOf } from '../model/standing.ts';
import { checkInsOf } from './check-ins.ts';
import { entryPlace } from './places.ts';
import { defineRule, numberOption } from './rule.ts';

export const okr705 = defineRule({
  code: 'OKR705',
  name: 'stuck',
  severity: 'info',
  says: 'The same value at three check-ins running.',
  why: `Either nothing moves, and what is tried should change, or the number is copied from week to week and nobody reads it. Key
results that are reached, and levels that are held, are not reported.`,
  sources: ['practice'],
  bad: `cycle 2026-Q4
objective: Be quick to help
  kr: Reduce response time from 8 h to 6 h
    2026-10-20: 7.4 h
    2026-10-30: 7.4 h
    2026-11-08: 7.4 h`,
  good: `cycle 2026-Q4
objective: Be quick to help
  kr: Reduce response time from 8 h to 6 h
    2026-10-20: 7.4 h
    2026-10-30: 7.4 h
    2026-11-08: 7.1 h`,
  messages: { same: '{item} has stood at {value} for {count} check-ins, since {day}. What will be tried that is new?' },
  options: { times: numberOption(3, 2, 'After how many check-ins with the same value it is reported.') },
  keyResult(kr, { plan, options }) {
    const { measure, unit, progress } = standingOf(plan, kr);
    if (!measure || measure.kind === 'hold' || measure.kind === 'done' || measure.kind === 'tasks' || progress === 1)
      return [];
    const levels = checkInsOf(kr, plan.today).flatMap(({ entry, report }) => {
      const value = report.value === null || report.value === 'done' ? null : valueIn(report.value, unit);
      return value === null ? [] : [{ entry, value }];
    });
    const last = levels.at(-1);
    if (!last) return [];
    const other = levels.findLastIndex(({ value }) => !isSame(value, last.value));
    const same = levels.slice(other + 1);
    const [first] = same;
    if (!first || same.length < options.times) return [];
    const args = { value: formatValue(last.value, unit), count: same.length, day: first.entry.day };
    return [{ message: 'same', args, place: entryPlace(plan, kr, last.entry) }];
  },
});

/** Conversions between units leave a trace in the last digits. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
