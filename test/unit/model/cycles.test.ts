import { strict as assert } from 'node:assert';
import { contains } from '../../../server/src/model/cycles.ts';
import type { Cycle } from '../../../server/src/model/plan.ts';
import { standingOf } from '../../../server/src/model/standing.ts';
import { keyResult, objective, planOf, problemLines } from './plan-of.ts';

const cycleOf = (text: string, settings?: Parameters<typeof planOf>[2]) =>
  objective(planOf(`${text}\nobjective o: O\n`, '2026-11-10', settings), 'o').cycle;

describe('the day that a title names', () => {
  const due = (title: string) => {
    const plan = planOf(`cycle 2026-Q4\nobjective o: O\nkr k: ${title}\n`);
    return standingOf(plan, keyResult(plan, 'k')).due;
  };

  it('is the deadline', () => {
    assert.equal(due('Win 15 customers in November 2026'), '2026-11-30');
    assert.equal(due('Win 15 customers in Q1 2027'), '2027-03-31');
  });

  it('is none where it is over before the cycle begins, unless it is said to be one', () => {
    assert.equal(due('Beat the 15% churn of customers in 2025'), '2026-12-31');
    assert.equal(due('Cut waste by 10% over FY2025'), '2026-12-31');
    assert.equal(due('Win 15 customers by March 2025'), '2025-03-31');
  });
});

describe('cycles', () => {
  it('have the days that their name says', () => {
    assert.deepEqual(cycleOf('cycle 2026-Q4'), { name: '2026-Q4', start: '2026-10-01', end: '2026-12-31' });
    assert.deepEqual(cycleOf('cycle: Q4 2026'), { name: '2026-Q4', start: '2026-10-01', end: '2026-12-31' });
    assert.deepEqual(cycleOf('cycle 2026'), { name: '2026', start: '2026-01-01', end: '2026-12-31' });
  });

  it('follow the fiscal year', () => {
    const july = { fiscalYear: { startMonth: 7, namedBy: 'end' } } as const;
    assert.deepEqual(cycleOf('cycle FY2027-Q1', july), { name: 'FY2027-Q1', start: '2026-07-01', end: '2026-09-30' });
  });

  it('of one name are one', () => {
    const plan = planOf(
      'cycle Q4 2026\nobjective a: A\ncycle 2026-Q4\nobjective b: B\ncycle 2026-q4\nobjective c: C\n',
    );
    assert.equal(objective(plan, 'a').cycle, objective(plan, 'b').cycle);
    assert.equal(objective(plan, 'a').cycle, objective(plan, 'c').cycle);
    assert.equal(plan.cycles.length, 1);
  });

  it('of their own are declared once in the workspace', () => {
    const plan = planOf({ a: 'cycle launch\nobjective a: A\n', b: 'cycle Launch: 2026-11-01 to 2026-12-15\n' });
    assert.deepEqual(objective(plan, 'a').cycle, { name: 'Launch', start: '2026-11-01', end: '2026-12-15' });
    assert.deepEqual(problemLines(plan), []);
  });

  it('that nobody declares are an error and have no days', () => {
    const plan = planOf('cycle launch\nobjective a: A\n');
    assert.deepEqual(objective(plan, 'a').cycle, { name: 'launch', start: null, end: null });
    assert.deepEqual(problemLines(plan), ['OKR006 launch']);
  });

  it('with days that cannot be are an error', () => {
    assert.deepEqual(problemLines(planOf('cycle launch: 2026-11-31 to 2026-12-15\n')), ['OKR003 2026-11-31']);
    assert.deepEqual(problemLines(planOf('cycle launch: 2026-12-15 to 2026-11-01\n')), ['OKR003 2026-11-01']);
    const twice = planOf({
      a: 'cycle launch: 2026-11-01 to 2026-12-15\n',
      b: 'cycle launch: 2026-11-01 to 2026-12-16\n',
    });
    assert.deepEqual(problemLines(twice), ['OKR005 launch']);
  });

  it('that cannot be read are unknown, and none is none', () => {
    assert.equal(cycleOf('cycle'), 'unknown');
    assert.equal(cycleOf(''), null);
  });

  it('are changed for an objective and its key results by during', () => {
    const plan = planOf('cycle 2026-Q4\nobjective o: O\nduring: 2026\nkr k: K\nobjective p: P\nduring: someday\n');
    assert.equal(keyResult(plan, 'k').cycle, objective(plan, 'o').cycle);
    assert.deepEqual(objective(plan, 'o').cycle, { name: '2026', start: '2026-01-01', end: '2026-12-31' });
    assert.equal(objective(plan, 'p').cycle, 'unknown');
    assert.deepEqual(problemLines(plan), ['OKR006 someday']);
  });

  it('contain one another by their days', () => {
    const cycle = (start: string | null, end: string | null): Cycle => ({ name: `${start}`, start, end });
    const year = cycle('2026-01-01', '2026-12-31');
    const quarter = cycle('2026-10-01', '2026-12-31');
    assert.deepEqual(
      [
        contains(year, quarter),
        contains(quarter, year),
        contains(year, year),
        contains(year, cycle('2026-12-01', '2027-01-31')),
      ],
      [true, false, false, false],
    );
    assert.equal(contains(year, cycle(null, null)), false);
  });
});
