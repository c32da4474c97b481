import { daysBetween } from '../measure/days.ts';
import { standingOf } from '../model/standing.ts';
import type { Goal, Plan } from '../model/plan.ts';
import { datedCycle } from './cycles.ts';
import type { Dated } from './cycles.ts';
import { entryPlace, useOf, titlePlace, valuePlace } from './places.ts';
import { counted } from './render.ts';
import { defineRule, numberOption } from './rule.ts';
import type { Report } from './rule.ts';

export const okr502 = defineRule({
  code: 'OKR502',
  name: 'outside-cycle',
  severity: 'warning',
  says: "A deadline outside the item's cycle, or a check-in far outside it.",
  why: `A deadline after the end of the cycle says that the cycle is the wrong one; a check-in long before or after it mostly has a slip in
its year or month. A check-in nearer than 31 days is only an info: the baseline was read a week early, or the last figure
came in late. Lines dated after today do not count yet, and are [OKR709](okr709-future-check-in.md)'s.`,
  sources: ['practice'],
  bad: `cycle 2026-Q4
objective: Be quick to help
  kr: Answer within 6 h
    by: 2027-01-31`,
  good: `cycle 2026-Q4
objective: Be quick to help
  kr: Answer within 6 h
    by: 2026-12-15`,
  messages: {
    deadline: '{item} is due on {day}, outside its cycle {cycle} ({start} to {end}). Change the date or the cycle.',
    before: 'This check-in of {item} is {days} before the cycle {cycle} ({start} to {end}). Check its date.',
    after: 'This check-in of {item} is {days} after the cycle {cycle} ({start} to {end}). Check its date.',
  },
  options: { days: numberOption(31, 0, 'Days outside the cycle from which a check-in is more than an info.') },
  dependsOn: ['period'],
  objective: (objective, { plan, options }) => checkIns(objective, plan, options.days),
  keyResult(kr, { plan, options }) {
    return [...deadline(kr, plan), ...checkIns(kr, plan, options.days)];
  },
});

type Message = 'deadline' | 'before' | 'after';

function deadline(kr: Extract<Goal, { kind: 'kr' }>, plan: Plan): readonly Report<Message>[] {
  const cycle = datedCycle(kr);
  const { due } = standingOf(plan, kr);
  if (!cycle || due === null || (due >= cycle.start && due <= cycle.end)) return [];
  const line = useOf(kr, 'by');
  return [
    {
      message: 'deadline',
      args: { day: due, ...argsOf(cycle) },
      place: line ? valuePlace(plan, kr, line) : titlePlace(kr),
    },
  ];
}

function checkIns(goal: Goal, plan: Plan, far: number): readonly Report<Message>[] {
  const cycle = datedCycle(goal);
  if (!cycle) return [];
  return goal.told.flatMap((entry): Report<Message>[] => {
    if ((entry.day >= cycle.start && entry.day <= cycle.end) || entry.day > plan.today || !isCheckIn(entry)) return [];
    const before = daysBetween(entry.day, cycle.start);
    const after = daysBetween(cycle.end, entry.day);
    const days = Math.max(before, after);
    const args = { days: counted(days, 'day'), ...argsOf(cycle) };
    const report: Report<Message> = {
      message: before > 0 ? 'before' : 'after',
      args,
      place: entryPlace(plan, goal, entry),
    };
    return [days > far ? report : { ...report, severity: 'info' }];
  });
}

function argsOf({ name, start, end }: Dated): { cycle: string; start: string; end: string } {
  return { cycle: name, start, end };
}

/** Lines that close or drop an item stand after its cycle by nature. */
function isCheckIn({ reading }: Goal['told'][number]): boolean {
  return reading.kind === 'report';
}
