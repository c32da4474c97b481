import assert from 'node:assert/strict';
import { explainQuantity, readQuantity, readQuantityAt } from '../../../server/src/measure/read-quantity.ts';
import { showQuantity } from './show.ts';

const QUANTITIES: readonly (readonly [text: string, expected: string])[] = [
  ['86%', '86 %'],
  ['twenty percent', '20 %'],
  ['0', '0'],
  ['zero', '0'],
  ['three', '3'],
  ['twenty-five', '25'],
  ['two hundred fifty users', '250 users'],
  ['a hundred', '100'],
  ['.5', '0.5'],
  ['$1.5M', '1500000 USD'],
  ['$5m', '5000000 USD'],
  ['5m EUR', '5000000 EUR'],
  ['5M USD', '5000000 USD'],
  ['EUR 20k', '20000 EUR'],
  ['US$ 5bn', '5000000000 USD'],
  ['R$ 5 milhões', '5000000 BRL'],
  ['5 €', '5 EUR'],
  ['3 dollars', '3 USD'],
  ['15,000 visitors', '15000 visitors'],
  ["10'000", '10000'],
  ['1,234.5', '1234.5'],
  ['5 million', '5000000'],
  ['2.5 bn', '2500000000'],
  ['200 ms', '200 ms'],
  ['200ms', '200 ms'],
  ['5 business days', '5 business days'],
  ['3 h 40 min', '3.666667 h'],
  ['3h 40m', '3.666667 h'],
  ['2 weeks 3 days', '2.428571 weeks'],
  ['15 GB', '15 GB'],
  ['10 Mbps', '10 Mbit/second'],
  ['4.5 stars', '4.5 stars'],
  ['NPS 40', '40 NPS'],
  ['5 m', '5 m'],
  ['21 °C', '21 °C'],
  ['50名', '50 名'],
  ['130k weekly active users', '130000 weekly active users'],
  ['3 of 5', '3 of 5'],
  ['3/5', '3 of 5'],
  ['three of five', '3 of 5'],
  ['3 out of 5 teams', '3 of 5 teams'],
  ['2x', 'mult 2 x'],
  ['2 times', 'mult 2 x'],
  ['3 times per week', '3 times/week'],
  ['1.2 pp', '1.2 pp'],
  ['12 percentage points', '12 pp'],
  ['1 per week', '1 /week'],
  ['5/week', '5 /week'],
  ['3 a day', '3 /day'],
  ['10 posts/week', '10 posts/week'],
  ['5 posts weekly', '5 posts/week'],
  ['1 per 2 weeks', '1 /2 weeks'],
  ['200k views per 30 days', '200000 views/30 days'],
  ['5 h per month', '5 h/month'],
  ['10 discussions per group', '10 discussions/group'],
  ['+20%', 'delta 20 %'],
  ['-25%', 'delta -25 %'],
  ['−25%', 'delta -25 %'],
  ['+5 pp', 'delta 5 pp'],
  ['+10 signups', 'delta 10 signups'],
  ['>= 90%', '>= 90 %'],
  ['≥90%', '>= 90 %'],
  ['at least 5', '>= 5'],
  ['at most 5', '<= 5'],
  ['no more than 3 bugs', '<= 3 bugs'],
  ['under 2 s', '< 2 s'],
  ['more than $5k', '> 5000 USD'],
  ['100+', '>= 100'],
  ['5 or more', '>= 5'],
  ['25% or lower', '<= 25 %'],
  ['~2%', '2 %'],
  ['about 5 users', '5 users'],
  ['90% .. 95%', '90..95 %'],
  ['90..95%', '90..95 %'],
  ['5-8 posts', '5..8 posts'],
  ['$20-100k', '20000..100000 USD'],
  ['between 5 and 8 days', '5..8 days'],
  ['-10 .. -5', 'delta -10..-5'],
  ['95% .. 90%', '90..95 %'],
];

const NONE = [
  '',
  ' ',
  'users',
  'p95',
  '2FA',
  '3rd',
  '5m',
  '2026-11-01',
  '1.2.3',
  'Q3',
  '5 new users in March',
  '90% of users',
  '3 of',
  '$',
  '%',
  '5 -',
  'or more',
  '5 5',
  'two three',
  '12:30',
  '(5)',
  '#5',
  'EUR 5 USD',
  '3 h 2 days',
  '5 %%',
  '$5 €',
  '1 / 0 / 3',
];

const FAULTY: readonly (readonly [text: string, better: string | null])[] = [
  ['13,1%', '13.1'],
  ['1,5', '1.5'],
  ['0,500', '0.500'],
  ['1,2345', '1.2345'],
  ['1.234,56 EUR', '1,234.56'],
  ['1.234.567', '1,234,567'],
  ['12,34,567', null],
  ["1'00", null],
];

describe('readQuantity', () => {
  for (const [text, expected] of QUANTITIES) {
    it(`reads ${text}`, () => {
      assert.equal(showQuantity(readQuantity(text)), expected);
      const padded = readQuantity(`  ${text} `);
      assert.equal(padded?.text, text);
      assert.equal(padded.from, 2);
    });
  }

  for (const text of NONE) {
    it(`takes ${JSON.stringify(text)} for no quantity`, () => {
      assert.deepEqual(explainQuantity(text).quantity, null);
    });
  }

  for (const [text, better] of FAULTY) {
    it(`says what is wrong with ${text}`, () => {
      const { quantity, problem } = explainQuantity(text);
      assert.equal(quantity, null);
      assert.ok(problem);
      assert.equal(problem.fix?.newText ?? null, better);
      if (problem.fix) {
        const mended = text.slice(0, problem.fix.from) + problem.fix.newText + text.slice(problem.fix.to);
        assert.ok(readQuantity(mended), mended);
      }
    });
  }
});

describe('readQuantityAt', () => {
  const CASES: readonly (readonly [text: string, at: number, words: number, expected: string])[] = [
    ['reach 5 new customers by March', 6, 2, '5 new customers'],
    ['reach 5 new customers by March', 6, 1, '5 new'],
    ['reach 5 new customers by March', 5, 2, 'none'],
    ['at least 5/10 - and', 0, 2, '>= 5 of 10'],
    ['x 2FA', 2, 2, 'none'],
    ['5 per the book', 0, 2, '5'],
    ['8 h - 6', 0, 2, '6..8 h'],
    ['30% more signups', 0, 2, '30 %'],
    ['5 of the teams', 0, 2, '5'],
  ];
  for (const [text, at, words, expected] of CASES) {
    it(`reads "${text}" at ${at}`, () => assert.equal(showQuantity(readQuantityAt(text, at, words)), expected));
  }
});
