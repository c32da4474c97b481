import { addDays, addMonths, lastDayOfMonth, monthOf, yearOf } from '../measure/days.ts';
import { yearPeriod } from '../measure/periods.ts';
import type { Cycle, Plan } from '../model/plan.ts';
import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import { day } from './words.ts';
import type { Proposal } from './completion.ts';

/**
 * Days that something is often due on: the end of the cycle, of this month and the two after it, of this and the next
 * quarter, of the year. Each once, in the order of the calendar, the cycle's end first.
 */
export function dueDates({ today }: Plan, cycle: Cycle | null): readonly Proposal[] {
  const quarter = Math.ceil(monthOf(today) / 3);
  const thisQuarter = yearPeriod(yearOf(today), 3, quarter)?.end;
  const ends = [0, 1, 2].map((months) => endOfMonth(addMonths(today, months)));
  const nextQuarter = thisQuarter === undefined ? undefined : endOfMonth(addMonths(addDays(thisQuarter, 1), 2));
  const names = new Map<string, Said>();
  const name = (date: string | null | undefined, says: Said): void => {
    if (date != null && !names.has(date)) names.set(date, says);
  };
  name(cycle?.end, said`end of ${cycle?.name ?? 'cycle'}`);
  name(thisQuarter, said`end of this quarter`);
  name(nextQuarter, said`end of next quarter`);
  name(`${String(yearOf(today))}-12-31`, said`end of the year`);
  ends.forEach((end) => name(end, said`end of the month`));
  const cycleEnd = cycle?.end ?? '';
  const dates = [...names].sort(([a], [b]) => Number(b === cycleEnd) - Number(a === cycleEnd) || (a < b ? -1 : 1));
  return [
    ...dates.map(([date, says]): Proposal => ({ label: date, kind: 'date', description: said`${day(date)}, ${says}` })),
    { label: 'end of cycle', kind: 'date' },
  ];
}

function endOfMonth(date: string): string {
  return lastDayOfMonth(yearOf(date), monthOf(date));
}

/** The cycles of the workspace and the quarters, half and year that today is in or that come next. */
export function cycleNames({ today, cycles }: Plan): readonly Proposal[] {
  const year = yearOf(today);
  const quarter = Math.ceil(monthOf(today) / 3);
  const nextYear = quarter === 4 ? year + 1 : year;
  const usual = [
    yearPeriod(year, 3, quarter),
    yearPeriod(nextYear, 3, (quarter % 4) + 1),
    yearPeriod(year, 6, Math.ceil(quarter / 2)),
    yearPeriod(year),
    yearPeriod(year + 1),
  ].filter((period) => period !== null);
  const known = new Map<string, Cycle>(cycles.map((cycle) => [cycle.name, cycle]));
  for (const period of usual) if (!known.has(period.name)) known.set(period.name, period);
  return [...known.values()].sort(nearestFirst(today)).map(({ name, start, end }) => ({
    label: name,
    kind: 'date',
    ...(start === null || end === null ? {} : { description: said`${day(start, 'short')} to ${day(end, 'short')}` }),
  }));
}

/** Running cycles first, the shortest of them at the top, then those to come, then the past ones, latest first. */
function nearestFirst(today: string): (a: Cycle, b: Cycle) => number {
  const rank = ({ start, end }: Cycle): number => {
    if (start === null || end === null) return 3;
    return end < today ? 2 : start > today ? 1 : 0;
  };
  return (a, b) => {
    const difference = rank(a) - rank(b);
    if (difference !== 0) return difference;
    const later = (b.start ?? '') < (a.start ?? '') ? 1 : (b.start ?? '') > (a.start ?? '') ? -1 : 0;
    return rank(a) === 1 ? later : -later;
  };
}
