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
  ['Grow subscribers from 1.000 to 2.000', 'move: subscribers | = 1000 subscribers | = 2000 subscribers'],
  ['Grow from 1.000 to 2.000 subscribers', 'move: subscribers | = 1000 subscribers | = 2000 subscribers'],
  ['Win 1.500 subscribers', 'bound: subscribers | >= 1500 subscribers'],
  ['Page weight 1.250 MB -> 1.100 MB', 'move: Page weight | = 1.25 MB | = 1.1 MB'],
  ['eNPS 20 to 40', 'move: eNPS | = 20 eNPS | = 40 eNPS'],
  ['App store rating 4.1 to 4.5', 'move: App store rating | = 4.1 - | = 4.5 -'],
  ['Preisseite bis zum 15. Dezember live', 'done'],
  ['Umsatz um 10 % auf 1,1 Mio. € steigern', 'change:  | = 10 %'],
  ['CSAT 4,2 → 4,6', 'move: CSAT | = 4.2 CSAT | = 4.6 CSAT'],
  ['CSAT 4,2/5 → 4,6/5', 'move: CSAT | = 4.2 CSAT | = 4.6 CSAT'],
  ['Complete phases 1,2,3', 'done'],
  ['Improve NPS from 32 to fourty five', 'move: NPS | = 32 NPS | = 45 NPS'],
  ['Reduce average response time by 25%', 'change: average response time | = -25 %'],
  ['Improve load time by 30%', 'change: load time | = -30 %'],
  ['Improve average session time by 30%', 'change: average session time | = 30 %'],
  ['Achieve an average satisfaction rating of 90%', 'bound: average satisfaction rating | >= 90 %'],
  ['Increase weekly visitors from 5k to 7k', 'move: weekly visitors | = 5000 visitors/week | = 7000 visitors/week'],
  ['Cut onboarding time from 3 weeks to 5 days', 'move: onboarding time | = 3 weeks | = 5 days'],
  ['Launch the referral programme', 'done'],
  ['Keep stock between 20 and 40', 'hold: stock | >= 20 - | <= 40 -'],
  ['Keep monthly churn under 2%', 'hold: monthly churn |  | < 2 %'],
  ['Maintain 99.9% uptime', 'hold: uptime | >= 99.9 % | '],
  ['Reduce cart abandonment to 5%', 'bound: cart abandonment | <= 5 %'],
  ['Win 50 new customers', 'bound: new customers | >= 50 customers'],
  ['Double the number of active volunteers', 'change: active volunteers | = 2 x'],
  ['Achieve a 20% increase in repeat purchases', 'change: repeat purchases | = 20 %'],
  ['Raise eNPS from -10 to +15', 'move: eNPS | = -10 eNPS | = 15 eNPS'],
  ['Raise margin from -5% to 3%', 'move: margin | = -5 % | = 3 %'],
  ['Improve cash flow from -€200k to +€100k', 'move: cash flow | = -200000 EUR | = 100000 EUR'],
  ['Improve operating result -€2M to -€500k', 'move: operating result | = -2000000 EUR | = -500000 EUR'],
  ['Keep EBIT above -€2M', 'hold: EBIT | > -2000000 EUR | '],
  ['Reduce food waste by -5%', 'change: food waste | = -5 %'],
  ['Keep bed occupancy between 85% and 92%', 'hold: bed occupancy | >= 85 % | <= 92 %'],
  ['Bed occupancy between 85% and 92%', 'hold: Bed occupancy | >= 85 % | <= 92 %'],
  ['Keep response time between 30 min and 2 h', 'hold: response time | >= 0.5 h | <= 2 h'],
  ['Keep cash between $5M and $8M', 'hold: cash | >= 5000000 USD | <= 8000000 USD'],
  ['Temperature between 2 and 8 degrees', 'hold: Temperature | >= 2 degrees | <= 8 degrees'],
  ['Keep balance between -$5k and +$2k', 'hold: balance | >= -5000 USD | <= 2000 USD'],
  ['Temperature between -8 and -2', 'hold: Temperature | >= -8 - | <= -2 -'],
  [
    'Reduce infections from 2.4 per 100 operations to 1.5 per 100 operations',
    'move: infections | = 2.4 infections/100 operations | = 1.5 infections/100 operations',
  ],
  [
    'Cut defects from 3 per 1,000 orders to 1 per 1,000 orders',
    'move: defects | = 3 defects/1000 orders | = 1 defects/1000 orders',
  ],
  [
    'Cut infections from 7 to 4 per 1,000 bed days',
    'move: infections | = 7 infections/1000 bed days | = 4 infections/1000 bed days',
  ],
  ['Reduce defects from 12 to none', 'move: defects | = 12 defects | = 0 defects'],
  ['Response time under 4 h, from 8 h', 'move: Response time | = 8 h | < 4 h'],
  ['Crash-free sessions 99.2% to 99.8%', 'move: Crash-free sessions | = 99.2 % | = 99.8 %'],
  ['Ship rate 20% to 30%', 'move: rate | = 20 % | = 30 %'],
  ['Cash flow -$5k to +$5k', 'move: Cash flow | = -5000 USD | = 5000 USD'],
  ['Keep the share 10% to 20%', 'hold: share | >= 10 % | <= 20 %'],
  ['Offer discounts of 10% to 20%', 'bound: discounts | >= 10..20 %'],
  ['Raise the share of renewals from 1/5 to 1/3', 'move: renewals | = 20 % | = 33.3 %'],
  ['Cut setup from 1:30 to 0:45', 'none'],
  ['Reach 2026 revenue of $5M', 'bound:  | >= 5000000 USD'],
  ['Win 2000 customers by 2026', 'bound: customers | >= 2000 customers'],
  ['Three out of four customers renew', 'bound: customers | >= 75 %'],
  ['9 out of 10 patients recommend us', 'bound: patients | >= 90 %'],
  ['Win 9 out of 10 pitches', 'bound: pitches | >= 9 pitches'],
  ['Door-to-needle time ≤ 30 minutes in 90% of stroke cases', 'bound: Door-to-needle time ≤ 30 minutes | >= 90 %'],
  ['Answer within 2 h in 95% of cases', 'bound: within 2 h | >= 95 %'],
  ['Bring EBIT from -€3M to break-even', 'move: EBIT | = -3000000 EUR | = 0 EUR'],
  ['Grow from 1950 members to 2050 members', 'move: members | = 1950 members | = 2050 members'],
  ['Improve the docs', 'none'],
  ['Zero data losses', 'bound: data losses | <= 0 data losses'],
  ['Bring cost per acquisition down from $50 to $35', 'move: cost per acquisition | = 50 USD | = 35 USD'],
  ['Raise sleep from 6 h 30 min to 8 h', 'move: sleep | = 6.5 h | = 8 h'],
  ['Cut response time from 3 hours 30 minutes to 45 minutes', 'move: response time | = 3.5 h | = 45 min'],
  ['Cut race time to 2h 45m', 'bound: race time | <= 2.75 h'],
  ['Onboarding time < 10 days', 'bound: Onboarding time | < 10 days'],
  ['Onboarding time in less than 10 days', 'bound: Onboarding time | < 10 days'],
  ['Terms accepted by 80% of customers', 'bound: Terms accepted | >= 80 %'],
  ['Increase active accounts by 20% of customers', 'change: active accounts | = 20 %'],
  ['Grow share from 13,1% to 15,5%', 'move: share | = 13.1 % | = 15.5 %'],
  ['Grow from 1 000 users to 2 000 users', 'move: users | = 1000 users | = 2000 users'],
  ['Grow share from 0,500 to 80%', 'bound: share | >= 80 %'],
  ['p95 latency to 300 ms', 'move: p95 latency | ? | = 300 ms'],
  ['Monthly churn of 3%', 'move: Monthly churn | ? | = 3 %'],
];

const BASELINES: readonly (readonly [title: string, baseline: string])[] = [
  ['Double active users from 10k', '= 10000 users'],
  ['Reach 600 active subscribers (412 on 1 Oct)', '= 412 subscribers'],
  ['Reach 600 active subscribers (412 on 2026-10-01)', '= 412 subscribers'],
  ['Reach 600 active subscribers (412 as of October)', '= 412 subscribers'],
  ['Reach 600 active subscribers (412 now)', '= 412 subscribers'],
  ['Reach 600 active subscribers, 412 today', '= 412 subscribers'],
  ['Train 30 people (10 on site)', 'none'],
  ['Halve the onboarding time from 10 days', '= 10 days'],
  ['Grow revenue 20% from $10M', '= 10000000 USD'],
  ['Double sign-ups from 2 campaigns', 'none'],
  ['Triple donations from 4,000 donors', 'none'],
  ['Raise $5M from 3 investors', 'none'],
  ['Grow revenue 20% from 3 months ago', 'none'],
];

describe('the baseline a title tells without a "to"', () => {
  for (const [title, expected] of BASELINES)
    it(title, () => {
      const { baseline } = readTitle(title);
      assert.equal(baseline ? write(baseline) : 'none', expected);
    });
});

describe('the measure a title implies', () => {
  for (const [title, measure] of TABLE) it(title, () => assert.equal(summary(readTitle(title).measure), measure));
});
