import { valueIn } from '../measure/compare.ts';
import { formatValue } from '../measure/format-quantity.ts';
import type { Unit } from '../measure/quantity.ts';
import type { ToldEntry } from '../model/plan.ts';
import { standingOf } from '../model/standing.ts';
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
    let last: { readonly entry: ToldEntry; readonly value: number } | null = null;
    let first: ToldEntry | null = null;
    let count = 0;
    for (let at = kr.told.length - 1; at >= 0; at--) {
      const entry = kr.told[at];
      const value = entry === undefined || entry.day > plan.today ? null : levelOf(entry, unit);
      if (entry === undefined || value === null) continue;
      last ??= { entry, value };
      if (!isSame(value, last.value)) break;
      first = entry;
      count++;
    }
    if (last === null || first === null || count < options.times) return [];
    const args = { value: formatValue(last.value, unit), count, day: first.day };
    return [{ message: 'same', args, place: entryPlace(plan, kr, last.entry) }];
  },
});

/** The level that a journal line reports, in a unit; null where it reports none. */
function levelOf({ reading }: ToldEntry, unit: Unit | null): number | null {
  if (reading.kind !== 'report' || reading.value === null || reading.value === 'done') return null;
  return valueIn(reading.value, unit);
}

/** Conversions between units leave a trace in the last digits. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
