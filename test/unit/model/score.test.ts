import { strict as assert } from 'node:assert';
import { gradeOf } from '../../../server/src/model/grade.ts';
import { scoreOf } from '../../../server/src/model/score.ts';
import { standingOf } from '../../../server/src/model/standing.ts';
import { english } from '../../../server/src/syntax/said.ts';
import { objective, planOf } from './plan-of.ts';

/** An objective `it` of the fourth quarter with these lines below it. */
function score(lines: string, today?: string) {
  const plan = planOf(`cycle 2026-Q4\nobjective it: Be there\n${lines}\n`, today);
  return scoreOf(plan, objective(plan, 'it'));
}

const HALF = 'kr: Half\nmetric: 0 -> 10\n2026-11-01: 5';
const FULL = 'kr: Full\nmetric: 0 -> 10\n2026-11-01: 10';

describe('the score of an objective', () => {
  it('is the mean of its key results', () => {
    assert.equal(score(`${HALF}\n${FULL}`).computed, 0.75);
  });

  it('weighs them', () => {
    assert.equal(score(`${HALF}\nweight: 3\n${FULL}`).computed, 0.625);
    assert.equal(score(`${HALF}\nweight: 0\n${FULL}`).computed, 1);
  });

  it('is none where all weigh nothing', () => {
    const { computed, counted, grade } = score(`${HALF}\nweight: 0`);
    assert.deepEqual({ computed, counted, grade }, { computed: null, counted: 1, grade: null });
  });

  it('counts what has no check-in as 0', () => {
    assert.equal(score(`${FULL}\nkr: None\nmetric: 0 -> 10`).computed, 0.5);
  });

  const RATE = 'kr: Rate\nmetric: 80% -> 90%\n2026-12-29: 87%';

  it('paces what has no check-in as standing where it started, once the first days are over', () => {
    const silent = Array.from({ length: 4 }, (_, index) => `kr: Silent ${index}\nmetric: 0 -> 10`).join('\n');
    assert.equal(score(RATE, '2026-12-30').pace, 'on track');
    const { computed, grade, pace } = score(`${RATE}\n${silent}`, '2026-12-30');
    assert.deepEqual(
      { computed: computed?.toFixed(2), grade, pace },
      { computed: '0.14', grade: 'red', pace: 'behind' },
    );
    assert.equal(score(silent, '2026-10-05').pace, null);
    assert.equal(score(silent, '2026-11-05').pace, 'behind');
  });

  it('paces silent milestones not at all, levels to hold as at risk, and tasks by what is ticked off', () => {
    assert.equal(score(`${RATE}\nkr: Ship\nmetric: done`, '2026-12-30').pace, 'on track');
    assert.equal(score('kr: Uptime\nmetric: keep >= 99%', '2026-12-30').pace, 'at risk');
    assert.equal(score('kr: Ticks\nmetric: tasks\n[x] One\n[x] Two', '2026-12-30').pace, 'on track');
    assert.equal(score('kr: Later\nmetric: 0 -> 10\nstatus: postponed', '2026-12-30').pace, null);
  });

  it('leaves out what cannot be measured, drafts, and what was put off or given up, and says so', () => {
    const { computed, counted, leftOut } = score(
      [
        HALF,
        'kr: Improve things',
        `kr: Draft\nstatus: draft\n${FULL.slice(9)}`,
        `kr: Later\nstatus: postponed, no time\n${FULL.slice(9)}`,
        `kr: Never\n${FULL.slice(9)}\n2026-11-02: dropped, not worth it`,
        'kr: Ticks\nmetric: tasks',
        'kr: More of nothing\nmetric: +20% from 0\n2026-11-01: 5',
      ].join('\n'),
    );
    assert.equal(computed, 0.5);
    assert.equal(counted, 1);
    const why = leftOut.map(({ title, because }) => ({ title, because: english(because) }));
    assert.deepEqual(why, [
      { title: 'Improve things', because: 'nothing says how it is measured' },
      { title: 'Draft', because: 'it is a draft' },
      { title: 'Later', because: 'it is postponed' },
      { title: 'Never', because: 'it is dropped' },
      { title: 'Ticks', because: 'it has no initiatives to tick off' },
      { title: 'More of nothing', because: 'its change is relative to 0' },
    ]);
  });

  it('counts what is blocked or closed', () => {
    assert.equal(score(`${HALF}\nstatus: blocked\n${FULL}\nstatus: closed`).computed, 0.75);
  });

  it('is none where no key result counts', () => {
    assert.deepEqual(score('kr: Improve things').computed, null);
    assert.deepEqual(score('').notes.map(english), ['it has no key results']);
  });

  it('gives an objective its status to its key results', () => {
    assert.equal(score(`status: postponed\n${HALF}\n${FULL}\nstatus: active`).computed, 1);
  });

  it('stands beside a stated score, which never feeds it', () => {
    const { computed, stated } = score(`score: 0.9\n${HALF}\nscore: 0.1\n${FULL}`);
    assert.deepEqual({ computed, stated }, { computed: 0.75, stated: 0.9 });
    assert.equal(score('score: 7/10').stated, 0.7);
    assert.equal(score('score: 70%').stated, 0.7);
    assert.equal(score('score: 7').stated, null);
  });

  it('is not changed by its supporters, whose mean is told', () => {
    const plan = planOf(
      `cycle 2026-Q4\nobjective it: Be there\n${HALF}\n` +
        `objective one: One\nsupports: it\n${FULL}\n` +
        `objective two: Two\nsupports: it\n${HALF}\n` +
        `objective none: None\nsupports: it\n` +
        `objective draft: Draft\nstatus: draft\nsupports: it\n${FULL}\n` +
        `objective three: Three\nkr: Key\nsupports: it\nmetric: 0 -> 10\n`,
    );
    const { computed, supporters } = scoreOf(plan, objective(plan, 'it'));
    assert.deepEqual({ computed, supporters }, { computed: 0.5, supporters: (1 + 0.5 + 0) / 3 });
  });

  it('comes to an end where objectives support each other', () => {
    const plan = planOf(`objective a: A\nsupports: b\n${HALF}\nobjective b: B\nsupports: a\n${FULL}\n`);
    assert.equal(scoreOf(plan, objective(plan, 'a')).supporters, 1);
  });
});

describe('grades', () => {
  it('are red below 0.4, yellow below 0.7, else green', () => {
    assert.deepEqual(
      [0, 0.399, 0.4, 0.699, 0.7, 1].map((value) => gradeOf(value, false, true)),
      ['red', 'red', 'yellow', 'yellow', 'green', 'green'],
    );
  });

  it('of what is committed are green only at 1.0 when its time is over', () => {
    assert.equal(gradeOf(0.9, true, false), 'green');
    assert.equal(gradeOf(0.9, true, true), 'yellow');
    assert.equal(gradeOf(0.3, true, true), 'red');
    assert.equal(gradeOf(1, true, true), 'green');
    assert.equal(gradeOf(1 / 3 + 1 / 3 + 1 / 3, true, true), 'green');
  });

  const NINE = 'kr: Nine\nmetric: 0 -> 10\n2026-11-01: 9';
  it('know when an objective is over', () => {
    assert.equal(score(`type: committed\n${NINE}`, '2026-12-31').grade, 'green');
    assert.equal(score(`type: committed\n${NINE}`, '2027-01-01').grade, 'yellow');
    assert.equal(score(`type: committed\n2026-11-05: closed\n${NINE}`, '2026-11-10').grade, 'yellow');
    assert.equal(score(`type: moonshot\n${NINE}`, '2027-01-01').grade, 'green');
    assert.equal(score(`type: committed\nscore: 0.9`, '2027-01-01').grade, 'yellow');
  });

  it('know when a key result of a committed objective is over', () => {
    const plan = planOf(`cycle 2026-Q4\nobjective: It\ntype: committed\n${NINE}\nby: 2026-11-05\n`);
    const [kr] = plan.keyResults;
    assert.ok(kr);
    assert.equal(standingOf(plan, kr).grade, 'yellow');
  });
});
