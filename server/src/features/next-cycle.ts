import { addDays, daysBetween } from '../measure/days.ts';
import { readPeriod } from '../measure/periods.ts';
import { fiscalYearAt } from '../model/fiscal.ts';
import type { Cycle, Plan } from '../model/plan.ts';
import { cycleCalled } from './scope-names.ts';

const PART = /^((?:FY)?)(\d{4})(?:-([QH])([1-4])|-(\d\d))?$/;

/**
 * The cycle that follows one: of the calendar's the next of its length (after 2026-Q4 comes 2027-Q1), of an id of its own
 * the one that begins the day after and is declared in the workspace. A fiscal year is that of the file `uri`. Null where there
 * is none.
 */
export function nextCycle(plan: Plan, cycle: Cycle, uri: string): Cycle | null {
  if (cycle.start === null || cycle.end === null) return null;
  const name = nextName(cycle.name);
  const period = name === null ? null : readPeriod(name, fiscalYearAt(plan.settings, uri));
  if (period !== null) return cycleCalled(plan, period.name, uri) ?? period;
  const follows = addDays(cycle.end, 1);
  const length = (each: Cycle): number => daysBetween(each.start ?? '', each.end ?? '');
  const next = plan.cycles
    .filter((other) => other.start === follows && other.end !== null)
    .sort((a, b) => Math.abs(length(a) - length(cycle)) - Math.abs(length(b) - length(cycle)));
  return next[0] ?? null;
}

function nextName(name: string): string | null {
  const match = PART.exec(name);
  if (match === null) return null;
  const [, fiscal = '', year = '', letter, part, month] = match;
  const nextYear = fiscal + String(Number(year) + 1);
  if (month !== undefined) {
    return month === '12' ? `${nextYear}-01` : `${fiscal}${year}-${String(Number(month) + 1).padStart(2, '0')}`;
  }
  if (letter === undefined || part === undefined) return nextYear;
  const last = letter === 'Q' ? 4 : 2;
  return Number(part) >= last ? `${nextYear}-${letter}1` : `${fiscal}${year}-${letter}${String(Number(part) + 1)}`;
}
