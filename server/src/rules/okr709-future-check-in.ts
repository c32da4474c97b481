import { daysBetween } from '../measure/days.ts';
import type { Item, Plan } from '../model/plan.ts';
import { entryPlace } from './places.ts';
import { counted } from './render.ts';
import { defineRule } from './rule.ts';
import type { Report } from './rule.ts';

/** A day ahead may be today elsewhere on the earth. */
const DAYS_AHEAD = 2;

export const okr709 = defineRule({
  code: 'OKR709',
  name: 'future-check-in',
  severity: 'warning',
  says: 'A check-in dated two days or more after today.',
  why: `Lines dated after today are ignored until their day comes, so a slip in the year hides the newest value. When a day was asked for
(\`--as-of\`), the rule is silent: later lines are then just later.`,
  sources: ['arithmetic'],
  bad: `cycle 2026-Q4
objective: Be quick to help
  kr: Reduce response time from 8 h to 6 h
    2026-10-30: 7.4 h
    2026-12-08: 7.1 h`,
  good: `cycle 2026-Q4
objective: Be quick to help
  kr: Reduce response time from 8 h to 6 h
    2026-10-30: 7.4 h
    2026-11-08: 7.1 h`,
  messages: {
    future: 'This line of {item} is dated {day}, {days} from today, and does not count yet. Check its date.',
  },
  objective: (objective, { plan, asOf }) => future(objective, plan, asOf),
  keyResult: (kr, { plan, asOf }) => future(kr, plan, asOf),
  kpi: (kpi, { plan, asOf }) => future(kpi, plan, asOf),
});

function future(item: Item, plan: Plan, asOf: boolean): readonly Report<'future'>[] {
  if (asOf) return [];
  return item.told.flatMap((entry): Report<'future'>[] => {
    if (entry.day <= plan.today) return [];
    const days = daysBetween(plan.today, entry.day);
    if (days < DAYS_AHEAD) return [];
    return [
      { message: 'future', args: { day: entry.day, days: counted(days, 'day') }, place: entryPlace(plan, item, entry) },
    ];
  });
}
