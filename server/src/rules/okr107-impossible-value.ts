import { countsThings } from '../model/counted.ts';
import type { Quantity } from '../measure/quantity.ts';
import type { KeyResult, Kpi, Place, Plan } from '../model/plan.ts';
import { readingOf } from '../model/title.ts';
import { valueOf } from '../model/values.ts';
import { useOf, wordsPlace } from './places.ts';
import { defineRule } from './rule.ts';
import type { Report } from './rule.ts';
import { statedPlace, statedQuantities } from './stated-quantities.ts';

export const okr107 = defineRule({
  code: 'OKR107',
  name: 'impossible-value',
  severity: 'warning',
  says: 'A value outside what its unit allows: 120% of a share, a negative count, 7 of 5.',
  why: `Nobody can have 120% of the customers or minus four tickets, so one of the digits is wrong, or the figure is another one than
its name says. Growth, returns and quotas may be above 100%, and scores below zero; they are not reported. More than the whole
(\`7 of 5\`) is an error.`,
  sources: ['arithmetic'],
  bad: `objective: Be quick to help
  kr: Resolve more tickets within the first contact
    metric: share of tickets 71% -> 850%`,
  good: `objective: Be quick to help
  kr: Resolve more tickets within the first contact
    metric: share of tickets 71% -> 85%`,
  messages: {
    title: '{item}: {value} is outside 0–100%, and a share cannot be. Check the digits.',
    share:
      '{item}: {value} is outside 0–100%, and {name} is a share. Check the digits, or name what may exceed the whole.',
    negative: '{item}: {value} is less than none, and {unit} are counted. Check the sign.',
    whole: '{item}: {value} is more than the whole. Check the two numbers.',
  },
  keyResult: (kr, { plan }) => impossible(kr, plan),
  kpi: (kpi, { plan }) => impossible(kpi, plan),
});

type Message = 'title' | 'share' | 'negative' | 'whole';

function impossible(item: KeyResult | Kpi, plan: Plan): readonly Report<Message>[] {
  const name = figureOf(item);
  const reports: Report<Message>[] = [];
  for (const quantity of readingOf(item).targets) {
    const fault = quantity.kind === 'abs' && !mayBeDay(quantity.text) ? faultOf(quantity, name, item.title) : null;
    if (fault !== null) reports.push(reportOf(fault, quantity, name, wordsPlace(item, quantity)));
  }
  for (const stated of statedQuantities(plan, item)) {
    const fault = faultOf(stated.quantity, name, item.title);
    if (fault !== null) reports.push(reportOf(fault, stated.quantity, name, statedPlace(plan, item, stated)));
  }
  return reports;
}

function reportOf(message: Message, { text, unit }: Quantity, name: string, place: Place): Report<Message> {
  const report = { message, args: { value: text.trim(), name: `"${name}"`, unit: unit?.name ?? '' }, place };
  return message === 'whole' ? { ...report, severity: 'error' } : report;
}

/** "by 30/11" is a day in most of the world, and in a title nothing tells it from a ratio. */
function mayBeDay(text: string): boolean {
  const [one, two] = (/^\s*(\d{1,2})\/(\d{1,2})\s*$/.exec(text) ?? []).slice(1).map(Number);
  return one !== undefined && two !== undefined && Math.max(one, two) <= 31 && Math.min(one, two) <= 12;
}

function faultOf({ value, unit, whole }: Quantity, name: string, title: string): Message | null {
  const low = typeof value === 'number' ? value : value[0];
  const high = typeof value === 'number' ? value : value[1];
  if (whole !== null && high > whole) return 'whole';
  if (unit?.dimension === 'percent' && (low < 0 || high > 100) && isShare(name)) {
    return name === title.trim() ? 'title' : 'share';
  }
  const isNegative = unit?.dimension === 'count' && low < 0 && countsThings(unit.name, []);
  return isNegative && !MAY_BE_NEGATIVE.test(`${name} ${unit.name}`) ? 'negative' : null;
}

/** The name of the figure: that of the metric, else the title. */
function figureOf(item: KeyResult | Kpi): string {
  const use = useOf(item, 'metric');
  const name = use ? (valueOf(use.line, 'metric')?.measure.name.trim() ?? '') : '';
  return name === '' ? item.title.trim() : name;
}

const SHARE =
  /\b(?:share|percentage|percent|proportion|part|coverage|uptime|availability|satisfaction|satisfied|completion|completed|adoption|retention|churn|attendance|occupancy|accuracy|participation|response rate|success rate|error rate|open rate|click-through|abandonment|of (?:all|the|our|users|customers|tickets|people|teams|employees|shops|orders|visitors))\b/i;
const MAY_EXCEED =
  /\b(?:growth|grow|increase|rise|return|roi|roas|net|nrr|quota|budget|plan|target|goal|forecast|utili[sz]ation|margin|markup|capacity|load|times|over|year)\b/i;
const MAY_BE_NEGATIVE =
  /\b(?:e?nps|score|points?|degrees?|balance|net|index|difference|gap|change|growth|profit|delta|variance)\b/i;

function isShare(name: string): boolean {
  return SHARE.test(name) && !MAY_EXCEED.test(name);
}
