import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { OBJECTIVE_CHECKS } from '../../../server/src/model/smart-objective.ts';
import { KEY_RESULT_CHECKS } from '../../../server/src/model/smart-key-result.ts';
import { smartOf } from '../../../server/src/model/smart.ts';
import type { Goal, Plan } from '../../../server/src/model/plan.ts';
import { buildPlan } from '../../../server/src/model/build.ts';
import { smartSection } from '../../../server/src/features/smart-section.ts';
import { CALENDAR_YEAR } from '../../../server/src/measure/periods.ts';
import { english } from '../../../server/src/syntax/said.ts';
import { parse } from '../../../server/src/syntax/parse.ts';
import { planText } from './plan-arbitrary.ts';
import { keyResult, objective, planOf } from './plan-of.ts';

/** The checks that are not met, as `S outcome`. */
function missing(plan: Plan, goal: Goal): readonly string[] {
  return Object.entries(smartOf(plan, goal).letters).flatMap(([letter, { checks }]) =>
    checks.filter(({ met }) => !met).map(({ name }) => `${letter} ${name}`),
  );
}

function ofKeyResult(title: string, lines = '', above = 'owner: @ana\nwhy: Because'): readonly string[] {
  const plan = planOf(`cycle 2026-Q4\ncompany acme: Acme\nobjective: Be there\n${above}\nkr it: ${title}\n${lines}\n`);
  return missing(plan, keyResult(plan, 'it'));
}

describe('SMART', () => {
  for (const [subject, checks] of [
    ['a key result', KEY_RESULT_CHECKS],
    ['an objective', OBJECTIVE_CHECKS],
  ] as const) {
    it(`of ${subject} has five letters, each of checks that are worth 1 together`, () => {
      for (const letter of ['S', 'M', 'A', 'R', 'T']) {
        const worth = checks.filter((check) => check.letter === letter).reduce((sum, check) => sum + check.worth, 0);
        assert.ok(Math.abs(worth - 1) < 1e-9, `${letter} is worth ${worth}`);
      }
    });
  }

  it('of a whole key result is 100', () => {
    assert.deepEqual(ofKeyResult('Grow the rate', 'metric: 31% -> 40%\nconfidence: 0.5'), []);
  });

  it('shows what each letter of a key result is missing', () => {
    assert.deepEqual(ofKeyResult('Improve response time'), [
      'M measure',
      'M start',
      'M movement',
      'A confidence',
      'A stretch',
    ]);
    assert.deepEqual(ofKeyResult('Grow the rate to 40%', 'confidence: 0.5'), ['M start']);
    assert.deepEqual(ofKeyResult('Grow the rate', 'metric: 40% -> 40%\nconfidence: 0.95'), [
      'M movement',
      'A confidence',
      'A stretch',
    ]);
    assert.deepEqual(
      ofKeyResult('Grow the rate', 'metric: 31% -> 40%\nby: 2027-02-01\nconfidence: 0.5', 'owner: @ana'),
      ['T inside its cycle'],
    );
    assert.deepEqual(ofKeyResult('Grow the rate', 'metric: 31% -> 40%\nconfidence: 0.5', 'why: Because'), ['A owner']);
    assert.deepEqual(ofKeyResult('TBD').slice(0, 4), ['S outcome', 'S exact words', 'S one result', 'S firm words']);
  });

  it('gains what it says it gains', () => {
    const plan = planOf('cycle 2026-Q4\nobjective: Be there\nkr it: Grow the rate\nmetric: -> 40%\n');
    const { letters, total } = smartOf(plan, keyResult(plan, 'it'));
    const start = letters.M.checks.find(({ name }) => name === 'start');
    assert.deepEqual([start?.given, start?.worth], [0, 0.25]);
    const better = planOf('cycle 2026-Q4\nobjective: Be there\nkr it: Grow the rate\nmetric: 31% -> 40%\n');
    assert.ok(Math.abs(smartOf(better, keyResult(better, 'it')).total - total - 0.25 * 20) < 1e-9);
  });

  it('of an objective is its own, with the mean of its key results beside it', () => {
    const plan = planOf(
      'company acme: Acme\nteam help: Help\nparent: acme\nobjective it: Be there 24 times\nkr: Grow the rate\nmetric: 31% -> 40%\nkr: Improve things\n',
    );
    const it = objective(plan, 'it');
    assert.deepEqual(missing(plan, it), [
      'S direction',
      'M measurable key results',
      'A ambition',
      'R alignment',
      'T cycle',
    ]);
    const { letters, keyResults, total } = smartOf(plan, it);
    assert.deepEqual(
      Object.values(letters).map(({ value }) => value),
      [0.6, 0.5, 0.5, 0, 0],
    );
    assert.equal(Math.round(total), 32);
    const totals = it.keyResults.map((kr) => smartOf(plan, kr).total);
    assert.equal(keyResults, totals.reduce((sum, value) => sum + value, 0) / 2);
  });

  it('aligns what supports something, says why, or stands at the top', () => {
    const plan = planOf(
      'cycle 2026-Q4\ncompany acme: Acme\nobjective top: Top\nteam help: Help\nparent: acme\n' +
        'objective one: One\nsupports: top\nobjective two: Two\nwhy: Because\nobjective three: Three\n',
    );
    const aligned = ['top', 'one', 'two', 'three'].map((id) => smartOf(plan, objective(plan, id)).letters.R.value);
    assert.deepEqual(aligned, [1, 1, 1, 0]);
  });

  it('of any plan loses no points without a line that tells why and what gains them', () => {
    fc.assert(
      fc.property(planText, (text) => {
        const settings = { fiscalYear: CALENDAR_YEAR };
        const plan = buildPlan(new Map([['file:///a.okr', parse(text)]]), settings, '2026-11-10');
        for (const goal of [...plan.objectives, ...plan.keyResults]) {
          const section = smartSection(plan, goal, english);
          for (const [letter, { value, checks }] of Object.entries(smartOf(plan, goal).letters)) {
            for (const { wants, found, met, gain } of checks) {
              const [wanted, had] = [english(wants), english(found)];
              assert.ok(wanted !== '' && had !== '' && !/[\r\n]/.test(wanted + had), `${letter}: ${wanted}; ${had}`);
              assert.equal(gain === null, met);
            }
            assert.equal(
              value < 1,
              checks.some(({ met }) => !met),
            );
            assert.equal(section.includes(`- **${letter}** `), value < 1, section);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
