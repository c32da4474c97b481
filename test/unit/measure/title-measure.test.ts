import assert from 'node:assert/strict';
import type { Measure } from '../../../server/src/measure/measure.ts';
import type { Quantity } from '../../../server/src/measure/quantity.ts';
import { readTitle } from '../../../server/src/measure/title-reader.ts';
import { writeUnit } from '../../../server/src/measure/units.ts';

const write = ({ value, unit, op }: Quantity): string =>
  `${op} ${typeof value === 'number' ? value : value.join('..')} ${unit ? writeUnit(unit) : '-'}`;

function summary(measure: Measure | null): string {
  switch (measure?.kind) {
    case undefined:
      return 'none';
    case 'done':
    case 'tasks':
      return measure.kind;
    case 'move':
      return `move: ${measure.name} | ${measure.from && measure.from !== 'unknown' ? write(measure.from) : '?'} | ${write(measure.to)}`;
    case 'bound':
      return `bound: ${measure.name} | ${write(measure.to)}`;
    case 'change':
      return `change: ${measure.name} | ${write(measure.by)}`;
    case 'hold':
      return `hold: ${measure.name} | ${measure.low ? write(measure.low) : ''} | ${measure.high ? write(measure.high) : ''}`;
  }
}

const TABLE: readonly (readonly [title: string, measure: string])[] = [
  ['Reduce average response time by 25%', 'change: average response time | = -25 %'],
  ['Achieve an average satisfaction rating of 90%', 'bound: average satisfaction rating | >= 90 %'],
  ['Increase weekly visitors from 5k to 7k', 'move: weekly visitors | = 5000 visitors/week | = 7000 visitors/week'],
  ['Cut onboarding time from 3 weeks to 5 days', 'move: onboarding time | = 3 weeks | = 5 days'],
  ['Launch the referral programme', 'done'],
  ['Keep monthly churn under 2%', 'hold: monthly churn |  | < 2 %'],
  ['Maintain 99.9% uptime', 'hold: uptime | >= 99.9 % | '],
  ['Reduce cart abandonment to 5%', 'bound: cart abandonment | <= 5 %'],
  ['Win 50 new customers', 'bound: new customers | >= 50 customers'],
  ['Double the number of active volunteers', 'change: active volunteers | = 2 x'],
  ['Achieve a 20% increase in repeat purchases', 'change: repeat purchases | = 20 %'],
  ['Improve the docs', 'none'],
  ['Zero data losses', 'bound: data losses | <= 0 data losses'],
  ['Bring cost per acquisition down from $50 to $35', 'move: cost per acquisition | = 50 USD | = 35 USD'],
];

describe('the measure a title implies', () => {
  for (const [title, measure] of TABLE) it(title, () => assert.equal(summary(readTitle(title).measure), measure));
});
