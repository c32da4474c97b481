import { strict as assert } from 'node:assert';
import { forecastLevel } from '../../../server/src/model/forecast.ts';
import { journalProblems } from '../../../server/src/model/journal-problems.ts';
import { standingOf } from '../../../server/src/model/standing.ts';
import { planOf } from './plan-of.ts';

function forecast(lines: string, today = '2026-02-20') {
  const plan = planOf(`cycle hundred: 2026-01-01 to 2026-04-11\nobjective: Be there\nkr: Go\n${lines}\n`, today);
  const [kr] = plan.keyResults;
  assert.ok(kr);
  const found = standingOf(plan, kr).forecast;
  return found && { value: Math.round(found.value * 1e6) / 1e6, progress: Math.round(found.progress * 1e6) / 1e6 };
}

describe('the forecast', () => {
  it('is a line through points on a line', () => {
    assert.equal(
      forecastLevel(
        [
          { day: '2026-01-01', level: 0 },
          { day: '2026-01-11', level: 5 },
        ],
        '2026-01-31',
      ),
      15,
    );
  });

  it('is least squares through others', () => {
    // x 0, 1, 2 and y 0, 2, 1: slope 1/2, through the mean (1, 1); on x 10: 5.5
    const points = [
      { day: '2026-01-01', level: 0 },
      { day: '2026-01-02', level: 2 },
      { day: '2026-01-03', level: 1 },
    ];
    assert.equal(forecastLevel(points, '2026-01-11'), 5.5);
  });

  it('stays within what the unit allows', () => {
    assert.equal(forecast('metric: bugs 40 -> 10\n2026-01-21: 20\n2026-02-10: 2')?.value, 0);
    assert.equal(forecast('metric: 50% -> 90%\n2026-01-21: 70%\n2026-02-10: 90%')?.value, 100);
    assert.equal(forecast('metric: 50% -> 190%\n2026-01-21: 70%\n2026-02-10: 110%')?.value, 196.666667);
    assert.ok((forecast('metric: $40 -> $10\n2026-01-21: $20\n2026-02-10: $2')?.value ?? 0) < 0);
  });

  it('calls half of a milestone what it is', () => {
    const problems = (value: string) => {
      const plan = planOf(`objective: Be there\nkr: Go\nmetric: done\n2026-02-01: ${value}\n`, '2026-02-20');
      return journalProblems(plan.keyResults, plan);
    };
    for (const value of ['0.5', '50%', '2']) assert.equal(problems(value).length, 1, value);
    for (const value of ['done', '1', '100%', '0', '3/5']) assert.equal(problems(value).length, 0, value);
  });

  it('needs points on two days', () => {
    assert.equal(forecastLevel([], '2026-01-11'), null);
    assert.equal(
      forecastLevel(
        [
          { day: '2026-01-01', level: 1 },
          { day: '2026-01-01', level: 2 },
        ],
        '2026-01-11',
      ),
      null,
    );
  });

  it('goes from the baseline on the first day over the check-ins to the deadline', () => {
    assert.deepEqual(forecast('metric: 10 -> 30\n2026-02-20: 20'), { value: 30, progress: 1 });
    assert.deepEqual(forecast('metric: 10 -> 30\n2026-02-20: 15'), { value: 20, progress: 0.5 });
    assert.deepEqual(forecast('metric: 10 -> 30\n2026-02-20: 40'), { value: 70, progress: 1 });
  });

  it('goes to a deadline of its own', () => {
    assert.deepEqual(forecast('metric: 10 -> 30\nby: 2026-03-02\n2026-01-31: 15'), { value: 20, progress: 0.5 });
  });

  it('goes from check-in to check-in where the first is the baseline', () => {
    // 10 on day 20, 20 on day 30: one a day, 90 on day 100
    assert.deepEqual(forecast('metric: -> 110%\n2026-01-21: 10%\n2026-01-31: 20%'), { value: 90, progress: 0.8 });
    assert.equal(forecast('metric: -> 110%\n2026-01-21: 10%'), null);
  });

  it('is none without a check-in, for milestones, tasks and what is held, without a time, and when it is over', () => {
    assert.equal(forecast('metric: 10 -> 30'), null);
    assert.equal(forecast('metric: done\n2026-02-10: 50%'), null);
    assert.equal(forecast('metric: tasks\n[x] one'), null);
    assert.equal(forecast('metric: keep >= 3\n2026-02-10: 5'), null);
    assert.equal(forecast('metric: 10 -> 30\n2026-02-20: 20', '2026-04-12'), null);
    const plan = planOf('objective: Be there\nkr: Go\nmetric: 10 -> 30\n2026-02-20: 20\n');
    const [kr] = plan.keyResults;
    assert.equal(kr && standingOf(plan, kr).forecast, null);
  });
});
