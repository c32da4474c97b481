import { strict as assert } from 'node:assert';
import { meanPace, paceAt } from '../../../server/src/model/pace.ts';
import { standingOf } from '../../../server/src/model/standing.ts';
import type { Pace } from '../../../server/src/model/figures.ts';
import { planOf } from './plan-of.ts';

describe('pace', () => {
  const borders: readonly (readonly [progress: number, share: number, pace: Pace | null])[] = [
    [0.55, 0.5, 'ahead'],
    [0.77, 0.7, 'ahead'],
    [0.5499, 0.5, 'on track'],
    [0.35, 0.5, 'on track'],
    [0.21, 0.3, 'on track'],
    [0.3499, 0.5, 'at risk'],
    [0.2, 0.5, 'at risk'],
    [0.12, 0.3, 'at risk'],
    [0.1999, 0.5, 'behind'],
    [0, 0.15, 'behind'],
    [1, 0.1499, null],
    [1, 1, 'on track'],
  ];
  for (const [progress, share, pace] of borders) {
    it(`is ${pace ?? 'not told'} at ${progress} of ${share}`, () => {
      assert.equal(paceAt(progress, share), pace);
    });
  }

  /** The cycle has 100 days from its first to its last; the measure is the day of the year, more or less. */
  const cases: readonly (readonly [says: string, lines: string, today: string, pace: Pace | null])[] = [
    ['of the latest check-in, not of today', 'metric: 0 -> 100\n2026-01-21: 20', '2026-04-01', 'on track'],
    ['before 15 %', 'metric: 0 -> 100\n2026-01-15: 90', '2026-02-20', null],
    ['at 15 %', 'metric: 0 -> 100\n2026-01-16: 90', '2026-02-20', 'ahead'],
    ['without a check-in', 'metric: 0 -> 100', '2026-02-20', null],
    ['of a check-in without a value', 'metric: 0 -> 100\n2026-02-10: on track, fine', '2026-02-20', null],
    ['of a milestone', 'metric: done\n2026-02-10: done', '2026-02-20', null],
    ['of what is held', 'metric: keep >= 90%\n2026-02-01: 80%\n2026-02-10: 95%', '2026-02-20', 'on track'],
    ['of what is no more held', 'metric: keep >= 90%\n2026-02-01: 95%\n2026-02-10: 80%', '2026-02-20', 'at risk'],
    ['of tasks', 'metric: tasks\n[x] one\n[ ] two', '2026-02-20', null],
    ['on the last day', 'metric: 0 -> 100\n2026-04-11: 80', '2026-04-11', 'on track'],
    ['after the deadline, reached', 'metric: 0 -> 100\n2026-04-01: 100', '2026-04-12', 'reached'],
    ['after the deadline, missed', 'metric: 0 -> 100\n2026-04-01: 99', '2026-04-12', 'missed'],
    ['after the deadline without a check-in', 'metric: 0 -> 100', '2026-04-12', 'missed'],
    ['after the deadline, a milestone', 'metric: done\n2026-02-10: done', '2026-04-12', 'reached'],
    ['after the deadline, held throughout', 'metric: keep >= 90%\n2026-02-10: 95%', '2026-04-12', 'reached'],
    ['after a deadline of its own', 'metric: 0 -> 100\nby: 2026-02-10\n2026-02-10: 80', '2026-02-11', 'missed'],
    ['towards a deadline of its own', 'metric: 0 -> 100\nby: 2026-01-31\n2026-01-16: 40', '2026-01-20', 'on track'],
    ['of what was closed early', 'metric: 0 -> 100\n2026-02-10: 50\n2026-02-11: closed', '2026-02-20', 'missed'],
    ['of what was dropped', 'metric: 0 -> 100\n2026-02-10: 50\n2026-02-11: dropped', '2026-02-20', null],
    ['of a draft', 'status: draft\nmetric: 0 -> 100\n2026-02-10: 50', '2026-02-20', null],
  ];
  for (const [says, lines, today, pace] of cases) {
    it(says, () => {
      const plan = planOf(`cycle hundred: 2026-01-01 to 2026-04-11\nobjective: Be there\nkr: Go\n${lines}\n`, today);
      const [kr] = plan.keyResults;
      assert.ok(kr);
      assert.equal(standingOf(plan, kr).pace, pace);
    });
  }

  it('is told without a period only where it is over', () => {
    const plan = planOf('objective: Be there\nkr: Go\nmetric: 0 -> 100\nby: 2026-12-01\n2026-11-01: 50\n');
    const [kr] = plan.keyResults;
    assert.ok(kr);
    assert.equal(standingOf(plan, kr).pace, null);
  });

  it('of an objective is the mean of its key results', () => {
    const of = (...paces: Pace[]): Pace | null => meanPace(paces.map((pace) => ({ pace, weight: 1 })));
    assert.equal(of(), null);
    assert.equal(of('ahead', 'behind'), 'at risk');
    assert.equal(of('ahead', 'ahead', 'behind'), 'on track');
    assert.equal(of('on track', 'at risk'), 'at risk');
    assert.equal(of('reached', 'reached'), 'reached');
    assert.equal(of('reached', 'missed'), 'missed');
    assert.equal(of('reached', 'ahead'), 'on track');
    assert.equal(
      meanPace([
        { pace: 'ahead', weight: 3 },
        { pace: 'behind', weight: 1 },
      ]),
      'on track',
    );
    assert.equal(meanPace([{ pace: 'ahead', weight: 0 }]), null);
  });
});
