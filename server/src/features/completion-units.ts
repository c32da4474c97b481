import type { Dimension, Unit } from '../measure/quantity.ts';
import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import { unitNamed } from '../measure/units.ts';
import type { Item, Plan } from '../model/plan.ts';
import { standingOf } from '../model/standing.ts';
import { NOTHING } from './completion-names.ts';
import type { Before, Proposal, Proposals } from './completion.ts';

/** A number that nothing but white space or a sign stands before, up to the cursor. */
const NUMBER = /(?:^|[\s<>=])([+-]?\d[\d.,]*)$/;

const DIMENSIONS: Readonly<Record<Dimension, Said>> = {
  percent: said`percent`,
  points: said`points`,
  currency: said`currency`,
  time: said`time`,
  data: said`data`,
  times: said`times`,
  count: said`count`,
};

const USUAL = ['%', 'pp', 'h', 'days', 'weeks', 'ms', 'x'];

/** The units that a number in front of the cursor may have, the item's own first. Null where no number stands there. */
export function unitProposals(plan: Plan, item: Item | null, { text }: Before): Proposals | null {
  const digits = NUMBER.exec(text.slice(-60))?.[1];
  if (digits === undefined || /[.,]$/.test(digits)) return null;
  const own = item?.kind === 'kr' ? standingOf(plan, item).unit : null;
  const usual = USUAL.flatMap((name) => unitNamed(name) ?? []).filter(({ name }) => name !== own?.name);
  const items = [...(own === null ? [] : [own]), ...usual].flatMap((unit): readonly Proposal[] => {
    const label = withUnit(digits, unit);
    return label === null
      ? []
      : [{ label, kind: 'value', detail: unit === own ? said`its unit` : DIMENSIONS[unit.dimension] }];
  });
  return { from: text.length - digits.length, over: NOTHING, items };
}

/** A number as a level in a unit; null where counting adds nothing to it. */
export function withUnit(digits: string, unit: Unit): string | null {
  const per = unit.per === null ? '' : ` per ${unit.per}`;
  if (unit.name === '' || (unit.dimension === 'count' && per === '')) return null;
  if (unit.dimension === 'currency') return `${unit.name} ${digits}${per}`;
  return `${digits}${unit.dimension === 'percent' || unit.dimension === 'times' ? '' : ' '}${unit.name}${per}`;
}
