import type { Said, SaidArgument } from '../syntax/said.ts';
import { said } from '../syntax/said.ts';
import { comparable, unitName, valueIn } from '../measure/compare.ts';
import type { Quantity, Unit } from '../measure/quantity.ts';
import { isNumberOfThings, isPercentage } from '../model/levels.ts';
import { measureOf } from '../model/measure.ts';
import type { KeyResult, Kpi, Place, Plan } from '../model/plan.ts';
import { readingOf } from '../model/title.ts';
import { defineRule } from './rule.ts';
import type { Report } from './rule.ts';
import { statedPlace, statedQuantities } from './stated-quantities.ts';
import type { Stated } from './stated-quantities.ts';

export const okr106 = defineRule({
  code: 'OKR106',
  name: 'unit-mismatch',
  severity: 'error',
  says: 'Quantities that cannot be compared, in a metric, or between a metric and a check-in.',
  why: `From 8 hours to 25% is no distance, and a check-in in euros says nothing of a target in percent: it cannot be counted.
Durations, data sizes, lengths, weights, power and rates convert within their kind (\`8 h -> 360 min\`, \`4 kW -> 900 W\`), and
counted things go with any count, but no percentage is a number of things: 60% of 25 pilots may be 15 of them, or 60% of the
way, and 13 beds are no share. Beside that only percentages, physical units,
currencies, times and bytes exclude each other. A bare number takes the unit that the others have.`,
  sources: ['INCOSE'],
  bad: `objective: Be quick to help
  kr: Bring the response time down
    metric: response time 8 h -> 25%`,
  good: `objective: Be quick to help
  kr: Bring the response time down
    metric: response time 8 h -> 360 min`,
  messages: {
    mismatch:
      '{item}: the {what} {value} is in {unit}, and the {other} {against} in {otherUnit}. Write both in one unit.',
    share:
      '{item}: the {what} {value} is a share, and the {other} {against} is counted. Write the level reached, e.g. {level}',
  },
  fixes: ['Write {level}'],
  keyResult: (kr, { plan }) => mismatches(kr, plan),
  kpi: (kpi, { plan }) => mismatches(kpi, plan),
});

const LEVELS: Readonly<Record<Stated['what'], Said>> = {
  baseline: said`baseline`,
  target: said`target`,
  limit: said`limit`,
  stretch: said`stretch`,
  'check-in': said`check-in`,
};

function unitOf(unit: Unit | null): SaidArgument {
  const name = unitName(unit);
  return name === 'no unit' ? said`no unit` : name;
}

/** Each quantity against the first that has a unit: the target leads, then the baseline, then the title's target. */
function mismatches(item: KeyResult | Kpi, plan: Plan): readonly Report<'mismatch' | 'share'>[] {
  const stated = statedQuantities(plan, item);
  if (stated.length === 0) return [];
  const measured = item.kind === 'kr' ? measureOf(plan, item) : null;
  const counted = measured?.counts === true;
  const by = measured?.measure.kind === 'change' ? measured.measure.by : null;
  const lead = (counted ? stated.find(({ what }) => what === 'target') : null) ?? leading(stated) ?? titled(item);
  if (!lead) return [];
  const counts = counted || lead.quantity.unit?.dimension === 'count';
  const reports: Report<'mismatch' | 'share'>[] = [];
  for (const one of stated) {
    const { what, quantity } = one;
    if (quantity === lead.quantity) continue;
    if (counts && isPercentage(quantity) && lead.quantity.whole === null && lead.quantity.kind === 'abs') {
      reports.push(shareOf(what, quantity, statedPlace(plan, item, one), lead, by));
    } else if (!agree(quantity, lead.quantity.unit)) {
      const args = {
        what: LEVELS[what],
        value: quantity.text.trim(),
        unit: unitOf(quantity.unit),
        other: LEVELS[lead.what],
        against: lead.quantity.text.trim(),
        otherUnit: unitOf(lead.quantity.unit),
      };
      reports.push({ message: 'mismatch', args, place: statedPlace(plan, item, one) });
    }
  }
  return reports;
}

/**
 * A percentage of something counted: as many as that would be is what was meant, perhaps; where a change `by` so much is
 * wanted, as many as that change would lead to.
 */
function shareOf(
  what: string,
  quantity: Quantity,
  place: Place,
  lead: Pick<Stated, 'what' | 'quantity'>,
  by: Quantity | null,
): Report<'share'> {
  const share = upper(quantity) / 100;
  const level = String(Math.round(upper(lead.quantity) * (by === null ? share : 1 + Math.sign(upper(by)) * share)));
  const args = { what, value: quantity.text.trim(), other: lead.what, against: lead.quantity.text.trim(), level };
  const fixes = [{ title: said`Write ${level}`, safe: false, edits: [{ place, newText: level }] }];
  return { message: 'share', args, place, fixes };
}

function upper({ value }: Quantity): number {
  return typeof value === 'number' ? value : value[1];
}

function leading(stated: readonly Stated[]): Pick<Stated, 'what' | 'quantity'> | undefined {
  for (const leads of ['target', 'limit', 'baseline'] as const) {
    const first = stated.find(({ what, quantity }) => what === leads && quantity.unit !== null);
    if (first !== undefined) return first;
  }
  return undefined;
}

function titled(item: KeyResult | Kpi): Pick<Stated, 'what' | 'quantity'> | undefined {
  const [target, second] = readingOf(item).targets;
  return target && !second && target.kind === 'abs' && target.unit ? { what: 'target', quantity: target } : undefined;
}

/** "3 of 5" is a share where the other is a percentage, and a count elsewhere; "3 beds" are no percentage. */
function agree(quantity: Quantity, unit: Unit | null): boolean {
  if (isNumberOfThings(quantity) && unit?.dimension === 'percent') return false;
  return comparable(quantity.unit, unit) || valueIn(quantity, unit) !== null;
}
