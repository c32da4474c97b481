import { strict as assert } from 'node:assert';
import { healthOf } from '../../../server/src/model/health.ts';
import { kpi, planOf } from './plan-of.ts';

function health(lines: string, title = 'Rate', today?: string) {
  const plan = planOf(`kpi it: ${title}\n${lines}\n`, today);
  return healthOf(plan, kpi(plan, 'it'));
}

describe('the health of a KPI', () => {
  const cases: readonly (readonly [says: string, lines: string, healthy: boolean | null])[] = [
    ['above a bound', 'target: >= 85%\n2026-11-01: 85%', true],
    ['below a bound', 'target: >= 85%\n2026-11-01: 84.9%', false],
    ['a strict bound', 'target: > 85%\n2026-11-01: 85%', false],
    ['an upper bound', 'target: <= 2%\n2026-11-01: 1%', true],
    ['a level is the least', 'target: 85%\n2026-11-01: 90%', true],
    ['none at all', 'target: 0\n2026-11-01: 1', false],
    ['within a range', 'target: 90% .. 95%\n2026-11-01: 95%', true],
    ['above a range', 'target: 90% .. 95%\n2026-11-01: 96%', false],
    ['another unit of the kind', 'target: <= 2 h\n2026-11-01: 90 min', true],
    ['another dimension', 'target: <= 2 h\n2026-11-01: 90%', null],
    ['a share against a percentage', 'target: >= 50%\n2026-11-01: 3/5', true],
    ['a bare number has the unit', 'target: >= 85%\n2026-11-01: 90', true],
    ['no target', '2026-11-01: 90', null],
    ['no reading', 'target: >= 85%', null],
    ['a reading of tomorrow', 'target: >= 85%\n2026-11-11: 90%', null],
  ];
  for (const [says, lines, healthy] of cases) {
    it(says, () => {
      assert.equal(health(lines).healthy, healthy);
    });
  }

  it('is read from the title where no line says it', () => {
    assert.equal(health('2026-11-01: 99.95%', 'Keep uptime at or above 99.9%').healthy, true);
    assert.equal(health('2026-11-01: 99.8%', 'Keep uptime at or above 99.9%').healthy, false);
    assert.equal(health('target: 3%\n2026-11-01: 4%', 'Reduce churn').healthy, false);
  });

  it('knows where it moves', () => {
    assert.equal(health('2026-10-01: 5\n2026-11-01: 6').trend, 'up');
    assert.equal(health('2026-10-01: 6\n2026-11-01: 5').trend, 'down');
    assert.equal(health('2026-10-01: 5\n2026-11-01: 5').trend, 'flat');
    assert.equal(health('2026-11-01: 5').trend, null);
  });

  it('takes the target of the latest cycle begun', () => {
    const files = {
      q3: 'cycle 2026-Q3\nteam a\nkpi it: Rate\ntarget: >= 50%\n2026-09-01: 60%\n',
      q4: 'cycle 2026-Q4\nteam a\nkpi it: Rate\ntarget: >= 70%\n',
      q1: 'cycle 2027-Q1\nteam a\nkpi it: Rate\ntarget: >= 10%\n',
    };
    const at = (today: string) => {
      const plan = planOf(files, today);
      return healthOf(plan, kpi(plan, 'it')).healthy;
    };
    assert.deepEqual([at('2026-09-30'), at('2026-10-01'), at('2027-01-01')], [true, false, true]);
  });
});
