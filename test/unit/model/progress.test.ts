import { strict as assert } from 'node:assert';
import { standingOf } from '../../../server/src/model/standing.ts';
import { english } from '../../../server/src/syntax/said.ts';
import { planOf } from './plan-of.ts';

/** A key result of the fourth quarter of 2026, as of 10 November, with the progress that its lines must give. */
const CASES: readonly (readonly [says: string, lines: string, progress: number | null])[] = [
  ['no check-in is 0', 'metric: 82% -> 90%', 0],
  ['half of the way', 'metric: 82% -> 90%\n2026-11-01: 86%', 0.5],
  ['a bare number has the unit', 'metric: 82% -> 90%\n2026-11-01: 86', 0.5],
  ['more than the target is 1', 'metric: 82% -> 90%\n2026-11-01: 95%', 1],
  ['less than the baseline is 0', 'metric: 82% -> 90%\n2026-11-01: 80%', 0],
  ['a falling target', 'metric: 8 h -> 6 h\n2026-11-01: 7.5 h', 0.25],
  ['a falling target, passed', 'metric: 8 h -> 6 h\n2026-11-01: 5 h', 1],
  ['a falling target, the wrong way', 'metric: 8 h -> 6 h\n2026-11-01: 9 h', 0],
  ['hours to minutes', 'metric: 8 h -> 360 min\n2026-11-01: 7 h', 0.5],
  ['a rate per day and one per week', 'metric: 0 per week -> 7 per week\n2026-11-01: 0.5 per day', 0.5],
  ['data sizes', 'metric: 1 GB -> 500 MB\n2026-11-01: 750 MB', 0.5],
  ['scales', 'metric: $1M -> $2M\n2026-11-01: $1.5M', 0.5],
  ['the latest by date counts, not by line', 'metric: 0 -> 10\n2026-11-01: 5\n2026-10-15: 2', 0.5],
  ['of two on one day the later line counts', 'metric: 0 -> 10\n2026-11-01: 5\n2026-11-01: 6', 0.6],
  ['what is dated after today is ignored', 'metric: 0 -> 10\n2026-11-01: 5\n2026-11-11: 9', 0.5],
  ['a check-in without a value changes nothing', 'metric: 0 -> 10\n2026-11-01: 5\n2026-11-08: on track, all well', 0.5],
  ['done is the target', 'metric: 0 -> 10\n2026-11-01: done', 1],
  ['another dimension is left out', 'metric: 82% -> 90%\n2026-10-20: 86%\n2026-11-01: 5 h', 0.5],
  ['a date that is none is left out', 'metric: 0 -> 10\n2026-10-20: 5\n2026-11-31: 9', 0.5],

  ['n of m against a count is n', 'metric: pilots 0 -> 5\n2026-11-01: 3/5', 0.6],
  ['n of m against a percentage is a share', 'metric: 0% -> 100%\n2026-11-01: 3/5', 0.6],
  ['a percentage against n of m is a share of m', 'metric: 0/5 -> 5/5\n2026-11-01: 60%', 0.6],
  ['a percentage is no number of things', 'metric: pilots 0 -> 25\n2026-10-20: 5\n2026-11-01: 60%', 0.2],
  ['nor where the unit says what is counted', 'metric: 0 -> 25 pilots\n2026-11-01: 60%', 0],
  ['a bare number of what is no plural takes the percentage', 'metric: repeat rate 30 -> 40\n2026-11-01: 35%', 0.5],
  ['n of m against n of m', 'metric: 1 of 5 -> 5 of 5\n2026-11-01: 3 of 5', 0.5],

  ['a bound to reach counts like a target', 'metric: >= 90%\nbaseline: 80%\n2026-11-01: 85%', 0.5],
  ['a bound, from above', 'metric: <= 2%\nbaseline: 4%\n2026-11-01: 3%', 0.5],
  ['a bound that is met', 'metric: <= 2%\nbaseline: 4%\n2026-11-01: 1%', 1],
  ['a bound that was met and is no more', 'metric: >= 90%\nbaseline: 92%\n2026-11-01: 88%', 0],
  ['a bound that was met and still is', 'metric: >= 90%\nbaseline: 92%\n2026-11-01: 91%', 1],

  [
    'a held bound: the share of check-ins that held',
    'metric: keep >= 90%\n2026-10-08: 91%\n2026-10-15: 89%\n2026-11-01: 90%',
    2 / 3,
  ],
  ['a held bound is strict where it says so', 'metric: keep > 90%\n2026-10-08: 91%\n2026-11-01: 90%', 0.5],
  ['a held band', 'metric: keep 20% .. 30%\n2026-10-08: 20%\n2026-10-15: 31%\n2026-10-22: 30%\n2026-11-01: 10%', 0.5],
  ['a held bound without a check-in', 'metric: keep >= 90%', 0],

  ['a milestone that is there', 'metric: done\n2026-11-01: done', 1],
  ['a milestone that is not there', 'metric: done', 0],
  ['a milestone is there or not', 'metric: done\n2026-11-01: 60%', 0],
  ['a bare 1 is a milestone reached', 'metric: done\n2026-11-01: 1', 1],
  ['all parts of a milestone', 'metric: done\n2026-11-01: 3/3', 1],
  ['a milestone undone', 'metric: done\n2026-10-01: done\n2026-11-01: 50%', 0],

  ['tasks ticked off', 'metric: tasks\n[x] one\n[ ] two\n[x] three\n[ ] four', 0.5],
  ['no tasks, no progress', 'metric: tasks', null],

  ['a change of a known baseline', 'metric: +20% from 50\n2026-11-01: 55', 0.5],
  ['a change and a check-in with a sign', 'metric: +20% from 50\n2026-11-01: +10%', 0.5],
  ['a change and a check-in with a sign, no baseline', 'metric: +20%\n2026-11-01: +12%', 0.6],
  ['a falling change, no baseline', 'metric: -25%\n2026-11-01: -5%', 0.2],
  ['a change the wrong way', 'metric: -25%\n2026-11-01: +5%', 0],
  ['a change with a baseline line', 'metric: -25%\nbaseline: 8 h\n2026-11-01: 7 h', 0.5],
  ['twice as much', 'metric: 2x from 100\n2026-11-01: 150', 0.5],
  ['twice as much, as a multiple', 'metric: 2x\n2026-11-01: 1.5x', 0.5],
  ['points', 'metric: +5 pp from 40%\n2026-11-01: 42%', 0.4],
  ['so many more', 'metric: +10 signups\n2026-11-01: 4', 0.4],
  ['so many more, as a change', 'metric: +10 signups\n2026-11-01: +4', 0.4],
  ['so many more of a baseline', 'metric: +10 signups from 40 signups\n2026-11-01: 45 signups', 0.5],
  ['a share of nothing', 'metric: +20% from 0\n2026-11-01: 5', null],

  ['baseline equals target, met', 'metric: 90% -> 90%\n2026-11-01: 90%', 1],
  ['a strict bound is not met by itself', 'metric: error rate < 1%\n2026-11-01: 1%', 0],
  ['a strict bound that its baseline does not meet', 'metric: > 5\nbaseline: 5\n2026-11-01: 5', 0],
  ['a bound that its first check-in meets', 'metric: error rate <= 1%\n2026-11-01: 1%', 1],
  ['baseline equals target, not met', 'metric: 90% -> 90%\n2026-11-01: 89%', 0],

  ['a percentage of counted parts', 'metric: 0/5 pilots -> 5/5 pilots\n2026-11-01: 60%', 0.6],
  ['a level below zero', 'metric: eNPS -10 -> +15\n2026-11-01: -3', 0.28],
  ['a level below zero, read from the title', 'kr: Raise eNPS from -10 to +15\n2026-11-01: -3', 0.28],
  ['a level below zero of two halves', 'baseline: -10\ntarget: +15\n2026-11-01: -3', 0.28],
  ['a level above zero with its plus', 'metric: cash flow -€200k -> +€100k\n2026-11-01: +€25k', 0.75],
  ['a share below zero', 'kr: Raise margin from -5% to 3%\n2026-11-01: -1%', 0.5],
  ['a level on the way up from below zero', 'metric: EBIT +€5M from -€10M\n2026-11-01: -€8M', 0.4],
  ['a sign is no level', 'metric: 0 -> 10\n2026-10-20: 5\n2026-11-01: +2', 0.5],
  ['a minus is a level where figures go below zero', 'metric: NPS -20 -> 20\n2026-11-01: -10', 0.25],
  ['below zero in money', 'metric: margin -€20k -> €0\n2026-11-01: -€10k', 0.5],

  ['two halves', 'baseline: 82%\ntarget: 90%\n2026-11-01: 86%', 0.5],
  ['a target with a comparator', 'baseline: 4%\ntarget: <= 2%\n2026-11-01: 3%', 0.5],
  ['a target that is a range is held', 'target: 20% .. 30%\n2026-10-20: 25%\n2026-11-01: 35%', 0.5],
  ['a range to reach: its nearer end', 'metric: 10% -> 20-30%\n2026-11-01: 15%', 0.5],
  ['a range to come down to: its nearer end', 'metric: 50% -> 20-30%\n2026-11-01: 40%', 0.5],
];

const withKeyResult = (lines: string): string =>
  lines.startsWith('kr: ') ? lines : `kr: Something that counts\n${lines}`;

describe('progress', () => {
  for (const [says, lines, expected] of CASES) {
    it(says, () => {
      const plan = planOf(`cycle 2026-Q4\nobjective: Be there\n${withKeyResult(lines)}\n`);
      const [kr] = plan.keyResults;
      assert.ok(kr);
      const { progress } = standingOf(plan, kr);
      if (expected === null || progress === null) assert.equal(progress, expected);
      else assert.ok(Math.abs(progress - expected) < 1e-9, `${progress} is not ${expected}`);
    });
  }

  it('says so where there is no check-in', () => {
    const plan = planOf('objective: Be there\nkr: Something\nmetric: 0 -> 10\n');
    const [kr] = plan.keyResults;
    assert.ok(kr);
    assert.deepEqual(standingOf(plan, kr).notes.map(english), ['no check-in yet']);
  });

  it('says so where check-ins are left out', () => {
    const plan = planOf(
      'objective: Be there\nkr: Something\nmetric: 0% -> 10%\n2026-10-01: 5%\n2026-10-08: 4 h\n2026-10-15: $5\n',
    );
    const [kr] = plan.keyResults;
    assert.ok(kr);
    assert.deepEqual(standingOf(plan, kr).notes.map(english), ['2 check-ins cannot be compared and are left out']);
  });
});
