import type { Said } from '../syntax/said.ts';
import { said } from '../syntax/said.ts';
import { daysBetween } from '../measure/days.ts';
import type { KeyResult, Kpi, Plan, PlanFix } from '../model/plan.ts';
import { standingOf } from '../model/standing.ts';
import { lastLevel, newCheckIn } from './check-in-line.ts';
import { datedCycle, lengthOf } from './cycles.ts';
import { useOf, titlePlace } from './places.ts';
import { counted } from './render.ts';
import { defineRule, numberOption } from './rule.ts';

/** Days from one reading of a KPI to the next. */
const REVIEW_DAYS = { daily: 1, weekly: 7, monthly: 31, quarterly: 92 } as const;
/** Half as much again: a reading may come late once without a word. */
const GRACE = 1.5;

export const okr702 = defineRule({
  code: 'OKR702',
  name: 'stale',
  severity: 'warning',
  says: 'No check-in for 14 days or a sixth of the cycle, whichever is longer; for a KPI, no reading when its review is due.',
  why: `A key result without check-ins is a wish: nobody notices that it is off track until the cycle is over. One dated line is
enough (\`2026-11-02: 7 h, confidence 0.6\`). The days count from the start of the cycle. Key results that are reached, blocked
or measured by their tasks are left in peace. A KPI is stale after its \`review\` and half as much again.`,
  sources: ['Wo', 'S1'],
  bad: `cycle 2026-Q4
objective: Be quick to help
  kr: Answer within 6 h
    2026-10-05: 9 h`,
  good: `cycle 2026-Q4
objective: Be quick to help
  kr: Answer within 6 h
    2026-10-05: 9 h
    2026-11-02: 7 h`,
  messages: {
    never: '{item} has no check-in, {days} into its cycle. Report where it stands: {today}: VALUE, confidence 0.0–1.0',
    since: '{item}: the last check-in was on {day}, {days} ago. Report where it stands: {today}: VALUE',
    kpi: '{item} is read {review}, and its last reading is from {day}, {days} ago. Add one: {today}: VALUE',
    unread: '{item} is to be read {review} and has no reading yet. Add one: {today}: VALUE',
  },
  fixes: ['Check in today: {level}'],
  options: { days: numberOption(14, 1, 'Days without a check-in; a sixth of the cycle where that is longer.') },
  insteadOf: ['OKR703', 'OKR704'],
  dependsOn: ['period'],
  keyResult: (kr, { plan, options }) => staleResult(kr, plan, options.days),
  kpi: (kpi, { plan }) => staleKpi(kpi, plan),
});

function staleResult(kr: KeyResult, plan: Plan, least: number) {
  const cycle = datedCycle(kr);
  if (!cycle || kr.status.status !== 'active' || cycle.end < plan.today) return [];
  const { measure, progress, now } = standingOf(plan, kr);
  if (measure?.kind === 'tasks' || progress === 1) return [];
  const told = kr.told.filter(({ day }) => day <= plan.today).at(-1)?.day ?? null;
  const last = [told, now?.day ?? null].reduce((a, b) => ((b ?? '') > (a ?? '') ? b : a));
  const days = daysBetween(last !== null && last > cycle.start ? last : cycle.start, plan.today);
  if (days < Math.max(least, lengthOf(cycle) / 6)) return [];
  // A check-in brought along from an earlier cycle is older than this one.
  const ago = last === null ? days : daysBetween(last, plan.today);
  const args = { days: counted(ago, 'day'), day: last ?? cycle.start, today: plan.today };
  return [
    {
      message: last === null ? ('never' as const) : ('since' as const),
      args,
      place: titlePlace(kr),
      fixes: checkInToday(kr, plan),
    },
  ];
}

const OFTEN: Readonly<Record<keyof typeof REVIEW_DAYS, Said>> = {
  daily: said`daily`,
  weekly: said`weekly`,
  monthly: said`monthly`,
  quarterly: said`quarterly`,
};

function staleKpi(kpi: Kpi, plan: Plan) {
  const review = reviewOf(kpi);
  if (!review) return [];
  const last = kpi.told.filter(({ day }) => day <= plan.today).at(-1)?.day;
  const from = last ?? datedCycle(kpi)?.start;
  if (from === undefined) return [];
  const days = daysBetween(from, plan.today);
  if (days <= REVIEW_DAYS[review] * GRACE) return [];
  const args = { review: OFTEN[review], day: from, days: counted(days, 'day'), today: plan.today };
  return [
    {
      message: last === undefined ? ('unread' as const) : ('kpi' as const),
      args,
      place: titlePlace(kpi),
      fixes: checkInToday(kpi, plan),
    },
  ];
}

/** Today's line with the last level, to be changed where it has moved. */
function checkInToday(item: KeyResult | Kpi, plan: Plan): readonly PlanFix[] {
  const level = lastLevel(item, plan.today);
  if (level === null) return [];
  const title = said`Check in today: ${level}`;
  return [{ title, safe: false, edits: [newCheckIn(item, plan.today, level)] }];
}

function reviewOf(kpi: Kpi): keyof typeof REVIEW_DAYS | null {
  const word = useOf(kpi, 'review')?.line.value.text.toLowerCase() ?? '';
  return word === 'daily' || word === 'weekly' || word === 'monthly' || word === 'quarterly' ? word : null;
}
