import { strict as assert } from 'node:assert';
import { standingOf } from '../../../server/src/model/standing.ts';
import { keyResult, objective, planOf } from './plan-of.ts';

const MOVED = `cycle 2026-Q4
objective now: Now
  kr it: Grow the rate
    metric: rate 30% -> 40%
    by: 2026-12-15
    confidence: 0.5
    2026-10-15: 32%, confidence 0.6, on track
    2026-11-01: 34%, at risk
    2026-11-05: target 40% -> 50%, a second team joined
    2026-11-10: by 2026-12-15 -> 2026-12-31
    2026-11-20: 36%, confidence 3/10
    2026-12-01: baseline 30% -> 28%, counted anew
`;

describe('a day in the past', () => {
  const at = (today: string) => standingOf(planOf(MOVED, today), keyResult(planOf(MOVED, today), 'it'));
  const days: readonly (readonly [today: string, target: number, baseline: number, now: number | null, due: string])[] =
    [
      ['2026-10-01', 40, 30, null, '2026-12-15'],
      ['2026-10-15', 40, 30, 32, '2026-12-15'],
      ['2026-11-04', 40, 30, 34, '2026-12-15'],
      ['2026-11-05', 50, 30, 34, '2026-12-15'],
      ['2026-11-10', 50, 30, 34, '2026-12-31'],
      ['2026-11-30', 50, 30, 36, '2026-12-31'],
      ['2026-12-01', 50, 28, 36, '2026-12-31'],
    ];
  for (const [today, target, baseline, now, due] of days) {
    it(`gives what was true on ${today}`, () => {
      const standing = at(today);
      assert.deepEqual(
        {
          target: standing.target,
          baseline: standing.baseline?.value,
          now: standing.now?.value ?? null,
          due: standing.due,
        },
        { target, baseline, now, due },
      );
    });
  }

  it('computes progress from where the goalposts stood', () => {
    assert.equal(at('2026-11-04').progress, 0.4);
    assert.equal(at('2026-11-05').progress, 0.2);
    assert.ok(Math.abs((at('2026-12-01').progress ?? 0) - 8 / 22) < 1e-9);
  });

  it('is the same whether or not the properties were rewritten with the journal', () => {
    const rewritten = MOVED.replace('30% -> 40%\n', '28% -> 50%\n').replace('by: 2026-12-15', 'by: 2026-12-31');
    for (const [today] of days) {
      const plan = planOf(rewritten, today);
      const { progress, target, due, baseline } = standingOf(plan, keyResult(plan, 'it'));
      const before = at(today);
      assert.deepEqual(
        { progress, target, due, baseline },
        { progress: before.progress, target: before.target, due: before.due, baseline: before.baseline },
      );
    }
  });

  it('tells the confidence and the mood of that day', () => {
    assert.deepEqual(at('2026-10-01').confidence, { value: 0.5, day: null });
    assert.deepEqual(at('2026-10-15').confidence, { value: 0.6, day: '2026-10-15' });
    assert.deepEqual(at('2026-12-31').confidence, { value: 0.3, day: '2026-11-20' });
    assert.deepEqual(
      [at('2026-10-01').mood, at('2026-10-15').mood, at('2026-11-20').mood],
      [null, 'on track', 'at risk'],
    );
  });

  it('is what the metric says before a line moves it from another level', () => {
    const text =
      'cycle 2026-Q4\nobjective: O\nkr it: Idle capacity\nmetric: idle capacity 35% -> 20%\n2026-11-01: target 35% -> 25%, why\n';
    const target = (today: string) => {
      const plan = planOf(text, today);
      return standingOf(plan, keyResult(plan, 'it')).target;
    };
    assert.deepEqual([target('2026-10-31'), target('2026-11-01')], [20, 25]);
  });

  it('takes a new level or deadline alone', () => {
    const at = (today: string) => {
      const plan = planOf(
        'cycle 2026-Q4\nobjective: O\nkr it: It\nmetric: 10 -> 20\nby: 2026-12-01\n2026-11-01: target 25\n2026-11-02: by 2026-12-20\n',
        today,
      );
      const { target, due } = standingOf(plan, keyResult(plan, 'it'));
      return [target, due];
    };
    assert.deepEqual(
      [at('2026-10-31'), at('2026-11-02')],
      [
        [20, '2026-12-01'],
        [25, '2026-12-20'],
      ],
    );
  });

  it('moves the target of a bound, a held measure and a change', () => {
    const target = (lines: string) => {
      const plan = planOf(`cycle 2026-Q4\nobjective: Now\nkr it: It\n${lines}\n`);
      const { progress } = standingOf(plan, keyResult(plan, 'it'));
      return progress;
    };
    assert.equal(target('metric: <= 2%\nbaseline: 4%\n2026-11-01: 3%\n2026-11-02: target 2% -> 3%'), 1);
    assert.equal(target('metric: keep >= 90%\n2026-11-01: 85%\n2026-11-02: target 90% -> 80%'), 1);
    assert.equal(target('metric: +20% from 50\n2026-11-01: 55\n2026-11-02: target +20% -> +10%'), 1);
    assert.equal(target('metric: 2x from 50\n2026-11-01: 75\n2026-11-02: target 100 -> 75'), 1);
  });
});

describe('the status', () => {
  const STATUS = `objective o: O
  status: %
  kr a: A
    2026-10-20: blocked, waiting for legal
    2026-11-20: active
  kr b: B
`;
  const of = (status: string, today: string) => {
    const plan = planOf(STATUS.replace('%', status), today);
    return [objective(plan, 'o'), keyResult(plan, 'a'), keyResult(plan, 'b')].map((goal) => goal.status);
  };

  it("is active by default, and the objective's is its key results'", () => {
    const plan = planOf('objective o: O\nkr b: B\n');
    assert.deepEqual(objective(plan, 'o').status, { status: 'active', why: null, since: null, inherited: false });
    assert.deepEqual(
      of('postponed, no money', '2026-10-19').map(({ status, why, inherited }) => [status, why, inherited]),
      [
        ['postponed', 'no money', false],
        ['postponed', 'no money', true],
        ['postponed', 'no money', true],
      ],
    );
  });

  it('is that of the journal from its day', () => {
    assert.deepEqual(of('active', '2026-10-20')[1], {
      status: 'blocked',
      why: 'waiting for legal',
      since: '2026-10-20',
      inherited: false,
    });
    assert.equal(of('active', '2026-11-20')[1]?.status, 'active');
  });

  it('of a line that the journal dates is not true before', () => {
    const at = (today: string, status: string) =>
      objective(planOf(`objective o: O\nstatus: ${status}\n2026-12-20: closed\n`, today), 'o').status.status;
    assert.equal(at('2026-12-19', 'closed'), 'active');
    assert.equal(at('2026-12-20', 'closed'), 'closed');
    assert.equal(at('2026-12-19', 'draft'), 'draft');
  });
});
