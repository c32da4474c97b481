import { strict as assert } from 'node:assert';
import type { BaselineSource } from '../../../server/src/model/figures.ts';
import { standingOf } from '../../../server/src/model/standing.ts';
import { english } from '../../../server/src/syntax/said.ts';
import { keyResult, planOf } from './plan-of.ts';

/** The last quarter's file, and the KPI. The key result under test is `next`, in 2026-Q4. */
const BEFORE = `cycle 2026-Q3
team support: Support
  kpi rate: Rate
    2026-09-20: 33%
    2026-10-01: 35%
    2026-10-20: 37%
  objective old: Before
    kr last: Grow the rate
      metric: 10% -> 30%
      2026-08-01: 20%
      2026-09-30: 28%
    kr unreported: Grow the rate
      metric: 10% -> 30%
`;

const CASES: readonly (readonly [says: string, kr: string, value: number | null, source: BaselineSource | null])[] = [
  ['the metric', 'Grow\nmetric: 31% -> 40%\ncontinues: last\nmeasures: rate\n2026-11-01: 34%', 31, 'metric'],
  ['the baseline line', 'Grow\nbaseline: 31%\nmetric: -> 40%\ncontinues: last', 31, 'metric'],
  ['the metric before the baseline line', 'Grow\nbaseline: 30%\nmetric: 31% -> 40%', 31, 'metric'],
  ['the title', 'Grow the rate from 31% to 40%\ncontinues: last', 31, 'title'],
  ['the baseline line before the title', 'Grow the rate from 31% to 40%\nbaseline: 32%', 32, 'metric'],
  [
    'what it continues ended with',
    'Grow\nmetric: -> 40%\ncontinues: last\nmeasures: rate\n2026-11-01: 34%',
    28,
    'continues',
  ],
  ['nothing that it continues', 'Grow\nmetric: -> 40%\ncontinues: unreported\nmeasures: rate', 35, 'kpi'],
  ["the KPI's last reading when the cycle begins", 'Grow\nmetric: -> 40%\nmeasures: rate\n2026-11-01: 39%', 35, 'kpi'],
  ['nothing, for things counted', 'Win 20 customers\n2026-11-01: 5', 0, 'zero'],
  ['nothing, for things counted in a metric', 'Customers\nmetric: customers won -> 20\n2026-11-01: 5', 0, 'zero'],
  ['nothing, for so many more', 'Customers\nmetric: +20 customers\n2026-11-01: 5', 0, 'zero'],
  ['the first check-in', 'Grow\nmetric: -> 40%\n2026-11-01: 34%\n2026-10-15: 32%', 32, 'first check-in'],
  [
    'the first check-in where it was not known',
    'Grow\nmetric: ? -> 40%\ncontinues: last\n2026-11-01: 34%',
    34,
    'first check-in',
  ],
  [
    'the first check-in of a level that is a count',
    'Reach 500 weekly active users\n2026-11-01: 400',
    400,
    'first check-in',
  ],
  ['none where nothing says it', 'Grow\nmetric: -> 40%', null, null],
  ['none for a milestone', 'Launch\nmetric: done\n2026-11-01: done', null, null],
  ['none for what is held', 'Hold\nmetric: keep >= 90%\n2026-11-01: 91%', null, null],
  [
    'where the journal moved it',
    'Grow\nmetric: 31% -> 40%\n2026-11-01: baseline 31% -> 29%, counted anew',
    29,
    'metric',
  ],
  [
    'where it stood before the journal moved it',
    'Grow\nmetric: 29% -> 40%\n2026-11-20: baseline 31% -> 29%, counted anew',
    31,
    'metric',
  ],
];

describe('the baseline', () => {
  for (const [says, kr, value, source] of CASES) {
    it(`is ${says}`, () => {
      const plan = planOf({
        before: BEFORE,
        now: `cycle 2026-Q4\nteam support\nobjective now: Now\nkr next: ${kr}\n`,
      });
      const { baseline } = standingOf(plan, keyResult(plan, 'next'));
      assert.deepEqual(baseline, value === null ? null : { value, source });
    });
  }

  it('is said to be the first check-in', () => {
    const plan = planOf('cycle 2026-Q4\nobjective: Now\nkr next: Grow\nmetric: -> 40%\n2026-11-01: 34%\n');
    const { notes, progress } = standingOf(plan, keyResult(plan, 'next'));
    assert.deepEqual(notes.map(english), ['the baseline is the first check-in']);
    assert.equal(progress, 0);
  });

  it('comes to an end where key results continue one another', () => {
    const plan = planOf({
      a: 'cycle 2026-Q3\nobjective a: A\nkr one: Grow\nmetric: -> 40%\ncontinues: two@2026-Q4\n2026-08-01: 10%\n',
      b: 'cycle 2026-Q4\nobjective b: B\nkr two: Grow\nmetric: -> 40%\ncontinues: one@2026-Q3\n2026-11-01: 20%\n',
    });
    assert.deepEqual(standingOf(plan, keyResult(plan, 'two')).baseline, { value: 10, source: 'continues' });
  });

  it("follows the KPI's readings where there is no check-in", () => {
    const plan = planOf({
      a: BEFORE,
      b: 'cycle 2026-Q4\nteam support\nobjective: Now\nkr next: Grow\nmeasures: rate\nmetric: -> 45%\n',
    });
    const { progress, now, measure } = standingOf(plan, keyResult(plan, 'next'));
    assert.equal(progress, 0.2);
    assert.equal(now?.day, '2026-10-20');
    assert.equal(measure?.name, 'Rate');
  });

  it('takes its own check-in before the readings of the KPI', () => {
    const plan = planOf({
      a: BEFORE,
      b: 'cycle 2026-Q4\nteam support\nobjective: Now\nkr next: Grow\nmeasures: rate\nmetric: -> 45%\n2026-10-10: 40%\n',
    });
    assert.equal(standingOf(plan, keyResult(plan, 'next')).now?.value, 40);
  });

  it("takes the KPI's target where nothing else says one", () => {
    const plan = planOf(
      'cycle 2026-Q4\nteam a\nkpi rate: Rate\ntarget: 40%\n2026-09-30: 30%\n2026-10-30: 35%\nobjective: Now\nkr next: More of it\nmeasures: rate\n',
    );
    const { source, target, progress } = standingOf(plan, keyResult(plan, 'next'));
    assert.deepEqual({ source, target, progress }, { source: 'kpi', target: 40, progress: 0.5 });
  });
});
