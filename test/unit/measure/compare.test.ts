import assert from 'node:assert/strict';
import { comparable, valueIn, withUnit } from '../../../server/src/measure/compare.ts';
import { formatComputed, formatQuantity } from '../../../server/src/measure/format-quantity.ts';
import { readQuantity } from '../../../server/src/measure/read-quantity.ts';
import type { Quantity } from '../../../server/src/measure/quantity.ts';
import { sameNoun, unitNamed } from '../../../server/src/measure/units.ts';

function quantity(text: string): Quantity {
  const read = readQuantity(text);
  assert.ok(read, text);
  return read;
}

describe('compare', () => {
  const PAIRS: readonly (readonly [a: string, b: string, value: number | null])[] = [
    ['8 h', '1 min', 480],
    ['90 min', '1 h', 1.5],
    ['1 week', '1 business day', 5],
    ['2 GB', '1 MB', 2000],
    ['8 h', '1%', null],
    ['$5', '5 EUR', null],
    ['$5', '6 USD', 5],
    ['5 GB', '5 h', null],
    ['86', '1%', 86],
    ['86%', '1', 86],
    ['12 tickets', '1 h', 12],
    ['12 tickets', '1%', 12],
    ['3 of 5', '80%', 60],
    ['3 of 5 teams', '80%', 60],
    ['3 of 5', '4 teams', 3],
    ['3 of 0', '80%', null],
    ['4 per day', '1 per week', 28],
    ['5 h per week', '1 min per day', (5 * 60) / 7],
    ['4 per group', '1 per week', 4],
    ['4', '1 per week', 4],
    ['10..20 min', '1 h', 0.25],
    ['2x', '1', 2],
    ['1.5 km', '1 m', 1500],
    ['250 kW', '1 MW', 0.25],
    ['900 mW', '1 W', 0.9],
    ['2 t CO2', '1 kg CO2', 2000],
    ['2 tonnes', '1 kg CO2', 2000],
    ['3 kg CO2', '1 t steel', 3],
    ['36 km per hour', '1 m/s', 10],
    ['2 ha', '1 m²', 20000],
    ['5 km', '1 kg', null],
    ['5 km', '1 runs', 5],
  ];
  for (const [a, b, expected] of PAIRS) {
    it(`takes ${a} in the unit of ${b}`, () => {
      const value = valueIn(quantity(a), quantity(b).unit);
      if (expected === null || value === null) assert.equal(value, expected);
      else assert.ok(Math.abs(value - expected) < 1e-9, String(value));
    });
  }

  it('finds 4 a month a little less than 1 a week', () => {
    const value = valueIn(quantity('4 per month'), quantity('1 per week').unit);
    assert.ok(value !== null && value > 0.9 && value < 1);
  });

  it('compares alike from both sides', () => {
    const units = ['5%', '$5', '5 EUR', '5 h', '5 GB', '5 users', '5', '5 pp', '2x', '1 per week'].map(
      (text) => quantity(text).unit,
    );
    for (const a of units) for (const b of units) assert.equal(comparable(a, b), comparable(b, a));
  });

  it('gives a bare number the unit of the other', () => {
    assert.equal(withUnit(quantity('5'), unitNamed('h')).unit?.name, 'h');
    assert.equal(withUnit(quantity('5 min'), unitNamed('h')).unit?.name, 'min');
  });

  it('folds singular and plural', () => {
    for (const [a, b] of [
      ['visitor', 'Visitors'],
      ['story', 'stories'],
      ['person', 'people'],
      ['branch', 'branches'],
      ['status', 'status'],
    ] as const) {
      assert.ok(sameNoun(a, b), `${a} ${b}`);
    }
    assert.ok(!sameNoun('visitors', 'visits'));
  });
});

describe('formatQuantity', () => {
  const CASES: readonly (readonly [text: string, expected: string])[] = [
    ['1 users', '1 user'],
    ['+1 active users', '+1 active user'],
    ['1 days', '1 day'],
    ['1 NPS', '1 NPS'],
    ['1 of 5 teams', '1 of 5 teams'],
    ['1.5 days', '1.5 days'],
    ['>= 90%', '≥ 90%'],
    ['$1.5M', '$1,500,000'],
    ['3 of 5 teams', '3 of 5 teams'],
    ['+20%', '+20%'],
    ['-5 pp', '-5 pp'],
    ['40% .. 45%', '40% – 45%'],
    ['1 per week', '1 per week'],
    ['2x', '2x'],
    ['3 h 40 min', '3.67 h'],
    ['115,900 visitors', '115,900 visitors'],
  ];
  for (const [text, expected] of CASES) {
    it(`shows ${text}`, () => assert.equal(formatQuantity(quantity(text)), expected));
  }

  const COMPUTED: readonly (readonly [value: number, like: string, expected: string])[] = [
    [625.789, '843 tickets | 700 tickets', '626 tickets'],
    [125_341.6, '130k | 108,200', '125,342'],
    [-0.2, '3 incidents | 1 incident', '0 incidents'],
    [4.7315, '4.5 stars | 4.8 stars', '4.7 stars'],
    [93.741, '82% | 86% | 90%', '94%'],
    [37.52, '0% | 100%', '38%'],
    [43.7, '20% | 50%', '44%'],
    [13.1387, '13.1% | 12%', '13.1%'],
    [6.4189, '8 h | 7.5 h', '6.4 h'],
    [12.42, '8 h | 9 h', '12 h'],
    [1_734_922.4, '$1.5M | $2M', '$1,730,000'],
    [1_734_922.4, '$1,512,345 | $2M', '$1,734,922'],
    [0.0371, '0.05 s | 0.25 s', '0.04 s'],
  ];
  for (const [value, like, expected] of COMPUTED) {
    it(`shows ${String(value)}, computed from ${like}, as ${expected}`, () => {
      const [first, ...others] = like.split(' | ').map(quantity);
      const stated = [first, ...others].map((each) => each?.value).filter((each) => typeof each === 'number');
      assert.equal(formatComputed(value, first?.unit ?? null, stated), expected);
    });
  }
});
