import assert from 'node:assert/strict';
import { measureFrom } from '../../../server/src/measure/measure-from.ts';
import { readMetric } from '../../../server/src/measure/metric.ts';
import { sameMeasure } from '../../../server/src/measure/same-measure.ts';
import { writeMetric } from '../../../server/src/measure/write-metric.ts';
import { showMeasure } from './show.ts';
import { english } from '../../../server/src/syntax/said.ts';

const GOOD: readonly (readonly [text: string, expected: string])[] = [
  ['repeat purchase rate 31% -> 40%', 'move "repeat purchase rate" 31 % to 40 %'],
  ['repeat purchase rate 31% → 40%', 'move "repeat purchase rate" 31 % to 40 %'],
  ['-> 130k', 'move "" none to 130000'],
  ['weekly buyers -> 130k', 'move "weekly buyers" none to 130000'],
  ['? -> 40%', 'move "" ? to 40 %'],
  ['rate ? -> 40%', 'move "rate" ? to 40 %'],
  ['response time 8 h -> 360 min', 'move "response time" 8 h to 360 min'],
  ['response time 3 h 40 min -> 2 h', 'move "response time" 3.666667 h to 2 h'],
  ['p95 latency 200 ms -> 150 ms', 'move "p95 latency" 200 ms to 150 ms'],
  ['top 10 customers 5 -> 8', 'move "top 10 customers" 5 to 8'],
  ['answered the same day 64% -> 80%', 'move "answered the same day" 64 % to 80 %'],
  ['top 10 customers -> 8', 'move "top 10 customers" none to 8'],
  ['top 10: -> 5', 'move "top 10" none to 5'],
  ['trial to paid 3% -> 5%', 'move "trial to paid" 3 % to 5 %'],
  ['trial to paid 3% to 5%', 'move "trial to paid" 3 % to 5 %'],
  ['trial to paid from 3% to 5%', 'move "trial to paid" 3 % to 5 %'],
  ['-> 6 h from 8 h', 'move "" 8 h to 6 h'],
  ['from under 5 to over 10', 'move "" 5 to > 10'],
  ['revenue $1.5M -> $2M', 'move "revenue" 1500000 USD to 2000000 USD'],
  ['revenue EUR 20k -> 30k', 'move "revenue" 20000 EUR to 30000 EUR'],
  ['Revenue: 5M -> 10M', 'move "Revenue" 5000000 to 10000000'],
  ['Revenue - 5M -> 10M', 'move "Revenue" 5000000 to 10000000'],
  ['price 1.234 EUR/l -> 1.111 EUR/l', 'move "price" 1.234 EUR/l to 1.111 EUR/l'],
  ['weight 1.250 kg -> 1.100 kg', 'move "weight" 1.25 kg to 1.1 kg'],
  ['NPS 40 -> 60', 'move "NPS" 40 NPS to 60 NPS'],
  ['NPS 30 NPS -> 50 NPS', 'move "NPS" 30 NPS to 50 NPS'],
  ['customer eNPS -> 50', 'move "customer eNPS" none to 50 eNPS'],
  ['Net Promoter Score (NPS) from -30 to 50', 'move "Net Promoter Score (NPS)" -30 NPS to 50 NPS'],
  ['NPS 30 points -> 50 points', 'move "NPS" 30 points to 50 points'],
  ['NPS replies 30 -> 50', 'move "NPS replies" 30 to 50'],
  ['teams 3 of 5 -> 5 of 5', 'move "teams" 3 of 5 to 5 of 5'],
  ['share 1/5 -> 1/3', 'move "share" 20 % to 33.3 %'],
  ['3 of 5 -> 80%', 'move "" 3 of 5 to 80 %'],
  ['posts 1 per 2 weeks -> 3 per week', 'move "posts" 1 /2 weeks to 3 /week'],
  ['5 -> 8 hires', 'move "" 5 hires to 8 hires'],
  ['-5 -> 5', 'move "" -5 to 5'],
  ['temperature -5 -> +10', 'move "temperature" -5 to 10'],
  ['margin -5% -> +3%', 'move "margin" -5 % to 3 %'],
  ['cash flow from -€200k to +€100k', 'move "cash flow" -200000 EUR to 100000 EUR'],
  ['eNPS from -10 to +15', 'move "eNPS" -10 eNPS to 15 eNPS'],
  ['balance +5 -> +10', 'move "balance" 5 to 10'],
  ['40 -> +10', 'change "" delta 10 from 40'],
  ['eNPS +15 from -10', 'change "eNPS" delta 15 eNPS from -10 eNPS'],
  ['a -> b -> +15 from -10', 'change "a -> b" delta 15 from -10'],
  ['net churn -5% -> -3%', 'move "net churn" -5 % to -3 %'],
  ['LTV/CAC 2x -> 3x', 'move "LTV/CAC" 2 x to 3 x'],
  ['LTV/CAC -> 3x', 'move "LTV/CAC" none to 3 x'],
  ['-> at least 90%', 'move "" none to >= 90 %'],
  ['answered within 24 h -> 90%', 'move "answered within 24 h" none to 90 %'],
  ['churn after 30 days -> 5%', 'move "churn after 30 days" none to 5 %'],
  ['a -> b 5 -> 8', 'move "a -> b" 5 to 8'],
  ['uptime >= 99.9%', 'bound "uptime" >= 99.9 %'],
  ['uptime 99.9%+', 'bound "uptime" >= 99.9 %'],
  ['latency under 2 s', 'bound "latency" < 2 s'],
  ['at most 5', 'bound "" <= 5'],
  ['tickets over 24 h at most 5', 'bound "tickets over 24 h" <= 5'],
  ['tickets under review <= 5', 'bound "tickets under review" <= 5'],
  ['ROAS >= 3x', 'bound "ROAS" >= 3 x'],
  ['keep uptime >= 99.9%', 'hold "uptime" >= 99.9 % and none'],
  ['Keep cost at most $5k', 'hold "cost" none and <= 5000 USD'],
  ['keep margin 40% .. 45%', 'hold "margin" >= 40 % and <= 45 %'],
  ['keep temperature between 5 and 8 °C', 'hold "temperature" >= 5 °C and <= 8 °C'],
  ['keep 5 stars .. 8 stars', 'hold "" >= 5 stars and <= 8 stars'],
  ['keep -10 .. -5', 'hold "" >= -10 and <= -5'],
  ['maintain uptime >= 99%', 'hold "uptime" >= 99 % and none'],
  ['signups +20%', 'change "signups" delta 20 % from none'],
  ['-25%', 'change "" delta -25 % from none'],
  ['cost -> -25%', 'change "cost" delta -25 % from none'],
  ['8 h -> -25%', 'change "" delta -25 % from 8 h'],
  ['throughput 2x', 'change "throughput" mult 2 x from none'],
  ['throughput 2x from 100 requests', 'change "throughput" mult 2 x from 100 requests'],
  ['100 -> 2x', 'change "" mult 2 x from 100'],
  ['+5 pp', 'change "" delta 5 pp from none'],
  ['retention +5 pp from 31%', 'change "retention" delta 5 pp from 31 %'],
  ['+10 signups from 50', 'change "" delta 10 signups from 50 signups'],
  ['at least +20%', 'change "" delta >= 20 % from none'],
  ['done', 'done ""'],
  ['Done', 'done ""'],
  ['launch: done', 'done "launch"'],
  ['tasks', 'tasks ""'],
];

/** The text after its fix stands behind the message; null where there is none to offer. */
const FAULTY: readonly (readonly [text: string, expected: string, says: RegExp, mended: string | null])[] = [
  ['', 'none', /empty/, null],
  ['improve things', 'none', /says no quantity/, null],
  ['milestone', 'none', /written done/, 'done'],
  ['90%', 'move "" none to 90 %', /level to reach/, '-> 90%'],
  ['NPS 40', 'move "NPS" none to 40 NPS', /level to reach/, 'NPS -> 40'],
  ['margin 40% .. 45%', 'hold "margin" >= 40 % and <= 45 %', /Write keep/, 'keep margin 40% .. 45%'],
  ['repeat rate to 40%', 'move "repeat rate" none to 40 %', /level to reach/, 'repeat rate -> 40%'],
  ['-> 13,1%', 'none', /decimal point/, '-> 13.1%'],
  ['rating 5,5 to 7,25', 'none', /decimal point/, 'rating 5.5 to 7.25'],
  ['rating 5.5 to 7,25', 'none', /decimal point/, 'rating 5.5 to 7.25'],
  ['orders 1,200 -> 1.800 orders', 'none', /groups digits by points/, 'orders 1,200 -> 1,800 orders'],
  ['sales €1.200 -> €2,500', 'none', /groups digits by points/, 'sales €1,200 -> €2,500'],
  ['orders 1.200 -> 1,800', 'move "orders" 1.2 to 1800', /read as a decimal/, 'orders 1,200 -> 1,800'],
  ['13,1% -> 15%', 'none', /decimal point/, '13.1% -> 15%'],
  ['>= 13,1%', 'none', /decimal point/, '>= 13.1%'],
  ['from 13,1% to 15%', 'none', /decimal point/, 'from 13.1% to 15%'],
  ['-> 90% uptime', 'move "" none to 90 %', /not part of the quantity/, 'uptime -> 90%'],
  ['>= 90% uptime', 'bound "" >= 90 %', /not part of the quantity/, 'uptime >= 90%'],
  ['rate -> 90% of users', 'move "rate" none to 90 %', /not part of the quantity/, 'rate -> 90%'],
  ['from 31% to 40% of users', 'move "" 31 % to 40 %', /not part of the quantity/, null],
  ['rate ->', 'none', /behind the arrow/, null],
  ['rate -> soon', 'none', /"soon" is not a quantity/, null],
  ['rate -> X%', 'none', /"X%" is not a quantity/, null],
  ['setup 1:30 -> 0:45', 'none', /7 h 15 min or 7 min 15 s/, null],
  ['>= uptime', 'none', /not a quantity/, null],
  ['keep', 'none', /what is to be kept/, null],
  ['keep NPS 40', 'none', /which side/, null],
  ['conversion +20% from 31%', 'change "conversion" delta 20 % from 31 %', /\+20 pp/, 'conversion +20 pp from 31%'],
];

describe('readMetric', () => {
  for (const [text, expected] of GOOD) {
    it(`reads ${text}`, () => {
      const { measure, problem } = readMetric(text);
      assert.equal(problem, null);
      assert.equal(showMeasure(measure), expected);
      assert.ok(measure);
      const written = writeMetric(measure);
      const again = readMetric(written);
      assert.equal(again.problem, null, written);
      assert.ok(again.measure && sameMeasure(again.measure, measure), written);
    });
  }

  for (const [text, expected, says, mended] of FAULTY) {
    it(`says what is wrong with ${JSON.stringify(text)}`, () => {
      const { measure, problem } = readMetric(text);
      assert.equal(showMeasure(measure), expected);
      assert.ok(problem);
      assert.match(english(problem.message), says);
      const { fix } = problem;
      if (mended === null) return;
      assert.ok(fix);
      assert.equal(text.slice(0, fix.from) + fix.newText + text.slice(fix.to), mended);
      assert.equal(readMetric(mended).problem, null);
    });
  }

  it('points at the quantities of the value', () => {
    const { measure } = readMetric('  rate  31% -> 40 %');
    assert.ok(measure?.kind === 'move' && measure.from && measure.from !== 'unknown');
    assert.deepEqual([measure.from.from, measure.from.to, measure.to.from, measure.to.to], [8, 11, 15, 19]);
  });
});

describe('writeMetric', () => {
  it('keeps the words of the writer', () => {
    for (const text of [
      'revenue $1.5M -> $2M',
      'rate ? -> 40%',
      'posts 1 per 2 weeks -> 3 per week',
      'at least 90%',
      'NPS 30 -> 50',
    ]) {
      const { measure } = readMetric(text);
      assert.equal(measure && writeMetric(measure), text);
    }
  });

  it('writes a quantity whose words no longer say it', () => {
    const { measure } = readMetric('-> 8 h');
    assert.ok(measure?.kind === 'move');
    assert.equal(writeMetric({ ...measure, to: { ...measure.to, value: 7.5 } }), '-> 7.5 h');
    assert.equal(writeMetric({ ...measure, to: { ...measure.to, value: 1e21, unit: null } }), `-> 1${'0'.repeat(21)}`);
    assert.equal(writeMetric({ ...measure, to: { ...measure.to, value: 1.5e-7, unit: null } }), '-> 0.00000015');
  });

  it('sets a name off that would be read as figures', () => {
    const { measure } = readMetric('-> 8');
    assert.ok(measure);
    const written = writeMetric({ ...measure, name: 'open for 10' });
    assert.equal(written, 'open for 10: -> 8');
    assert.equal(showMeasure(readMetric(written).measure), 'move "open for 10" none to 8');
  });
});

describe('measureFrom', () => {
  const CASES: readonly (readonly [baseline: string | null, target: string, expected: string])[] = [
    ['71%', '85%', 'move "" 71 % to 85 %'],
    ['71', '85%', 'move "" 71 % to 85 %'],
    ['?', '>= 85%', 'move "" ? to >= 85 %'],
    [null, '85%', 'move "" none to 85 %'],
    [null, '>= 85%', 'bound "" >= 85 %'],
    ['100', '+20%', 'change "" delta 20 % from 100'],
    [null, '2x', 'move "" none to 2 x'],
    ['-10', '+15', 'move "" -10 to 15'],
    ['40', '+15', 'change "" delta 15 from 40'],
    [null, 'done', 'done ""'],
    ['soon', '85%', 'move "" none to 85 %'],
    [null, '85% of all', 'none'],
    [null, '', 'none'],
  ];
  for (const [baseline, target, expected] of CASES) {
    it(`makes a measure of ${baseline ?? 'nothing'} and ${JSON.stringify(target)}`, () => {
      assert.equal(showMeasure(measureFrom(baseline, target).measure), expected);
    });
  }

  it('says which half is wrong', () => {
    const both = measureFrom('13,1%', 'soon');
    assert.match(both.baselineProblem ? english(both.baselineProblem.message) : '', /decimal point/);
    assert.match(both.targetProblem ? english(both.targetProblem.message) : '', /"soon" is not a quantity/);
    const rest = measureFrom(null, '85% of all');
    assert.match(rest.targetProblem ? english(rest.targetProblem.message) : '', /"of all" is not part/);
    assert.deepEqual([rest.targetProblem?.from, rest.targetProblem?.to], [4, 10]);
  });
});
