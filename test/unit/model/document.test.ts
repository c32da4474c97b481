import { strict as assert } from 'node:assert';
import { english } from '../../../server/src/syntax/said.ts';
import type { PropertyName } from '../../../server/src/syntax/properties.ts';
import type { Item, Plan, Scope } from '../../../server/src/model/plan.ts';
import { keyResult, kpi, objective, planOf, problemLines, problemsOf } from './plan-of.ts';

function value(item: Item | Scope | undefined, name: PropertyName): string | undefined {
  return item?.properties.get(name)?.[0]?.line.value.text;
}

/** The texts of a plan's files after the edits of a fix, by the name of the file. */
function applied(plan: Plan, fix: number, problem = 0): readonly string[] {
  const edits = problemsOf(plan)[problem]?.fixes[fix]?.edits ?? [];
  return [...plan.documents.values()].map(({ uri, tree }) =>
    tree.blocks
      .map((block) => {
        const own = edits.filter(({ place }) => place.uri === uri && place.block === block);
        return [...own]
          .sort((a, b) => b.place.span.from - a.place.span.from)
          .reduce(
            (text, { place, newText }) => text.slice(0, place.span.from) + newText + text.slice(place.span.to),
            block.text,
          );
      })
      .join(''),
  );
}

describe('properties', () => {
  it('belong to the nearest item above that has them', () => {
    const plan = planOf(`team a: A
lead: @lea
objective o: O
kr k: K
why: Because
type: committed
perspective: customer
not: Everything
retro: Learned
during: 2026
owner: @kim
metric: 0 -> 1
weight: 3
kpi p: P
type: aspirational
members: @mia
owner: @pat
`);
    const o = objective(plan, 'o');
    assert.deepEqual(
      (['why', 'perspective', 'not', 'retro', 'during'] as const).map((name) => value(o, name)),
      ['Because', 'customer', 'Everything', 'Learned', '2026'],
    );
    assert.equal(o.type, 'committed');
    assert.equal(value(keyResult(plan, 'k'), 'owner'), '@kim');
    assert.equal(keyResult(plan, 'k').weight, 3);
    assert.equal(value(kpi(plan, 'p'), 'owner'), '@pat');
    assert.deepEqual(
      plan.scopes[0]?.members.map(({ name }) => name),
      ['mia'],
    );
    assert.deepEqual(problemLines(plan), ['OKR004 type']);
  });

  it('that nothing above has name the kinds that do', () => {
    const plan = planOf('team a: A\nowner: @ana\nobjective o: O\nreview: weekly\nmission: Help\n');
    assert.deepEqual(
      problemsOf(plan).map(({ rule, message }) => [rule, english(message)]),
      [
        ['OKR002', 'team "A" has no property "owner". It belongs below an objective, key result or KPI.'],
        ['OKR002', 'objective "O" has no property "review". It belongs below a KPI.'],
        ['OKR002', 'objective "O" has no property "mission". It belongs below a company.'],
      ],
    );
    assert.deepEqual(problemLines(planOf('why: Because\n')), ['OKR002 why']);
  });

  it('of one value that stand twice: the first counts', () => {
    const plan = planOf(
      'objective o: O\nowner: @ana\nkr k: K\nwhy: One\nkr l: L\nwhy: Two\nowner: @bo\nowner: @cy\ntags: a\ntags: b\n',
    );
    assert.deepEqual(problemLines(plan), ['OKR004 why', 'OKR004 owner']);
    const l = keyResult(plan, 'l');
    assert.equal(l.owner?.kind === 'person' && l.owner.person.name, 'bo');
    assert.deepEqual(l.tags, ['a', 'b']);
    assert.equal(problemsOf(plan)[1]?.fixes[0]?.safe, false);
    assert.deepEqual(applied(plan, 0, 1), [
      'objective o: O\nowner: @ana\nkr k: K\nwhy: One\nkr l: L\nwhy: Two\nowner: @bo\ntags: a\ntags: b\n',
    ]);
  });

  it('of another block of the file leave the items of both as they were read', () => {
    const plan = planOf('objective o: O\nkr k: K\nwhy: Because\n');
    const [use] = objective(plan, 'o').properties.get('why') ?? [];
    assert.equal(use?.block, keyResult(plan, 'k').block);
    assert.equal(keyResult(plan, 'k').properties.size, 0);
  });
});

describe('what key results have, below a KPI', () => {
  const GOALS = 'objective o: O\n  kr k: Win 12 logos\n    weight: 2\n';
  const cases: readonly (readonly [says: string, text: string])[] = [
    ['indented', `${GOALS}  kpi p: P\n    baseline: 30\n    target: 45\n    weight: 3\n`],
    ['pasted without indentation', `${GOALS.replaceAll('  ', '')}KPI p: P\nTarget: 45\nBaseline: 30\nWeight: 3\n`],
    ['behind blank lines', `${GOALS}  kpi p: P\n    target: 45\n\n\n    baseline: 30\n\n    weight: 3\n`],
  ];
  for (const [says, text] of cases) {
    it(`belongs to nothing: ${says}`, () => {
      const plan = planOf(text);
      assert.deepEqual(
        problemLines(plan).map((line) => line.toLowerCase()),
        ['okr002 baseline', 'okr002 weight'],
      );
      assert.equal(value(keyResult(plan, 'k'), 'baseline'), undefined);
      assert.equal(value(keyResult(plan, 'k'), 'weight'), '2');
      assert.equal(value(kpi(plan, 'p'), 'target'), '45');
    });
  }

  it("is told with where it belongs, and is no objective's either", () => {
    const plan = planOf('objective o: O\n  kpi p: P\n    weight: 3\n    why: Because\n');
    assert.deepEqual(
      problemsOf(plan).map(({ message }) => english(message)),
      ['kpi "P" has no property "weight". It belongs below an objective or key result.'],
    );
    assert.equal(value(objective(plan, 'o'), 'weight'), undefined);
  });
});

describe('misleading places', () => {
  const cases: readonly (readonly [says: string, text: string, problems: readonly string[]])[] = [
    [
      'a score after the last key result',
      'objective o: O\n  owner: @ana\n  kr k: K\n    metric: 0 -> 1\n  score: 0.7\n',
      ['OKR008 score'],
    ],
    ['a score after a key result of one line', 'objective o: O\n  kr k: K\n  score: 0.7\n', ['OKR008 score']],
    ['a property further out than its header', '  objective o: O\n    kr k: K\n   weight: 2\n', ['OKR008 weight']],
    ['what only the key result has', 'objective o: O\n  kr k: K\n  metric: 0 -> 1\n', []],
    ['what only the objective has', 'objective o: O\n  kr k: K\n  why: Because\n', []],
    ['a file without indentation', 'objective o: O\nowner: @ana\nkr k: K\nmetric: 0 -> 1\nscore: 0.7\n', []],
    ['key results whose lines stand below them', 'objective o: O\n  kr k: K\n  metric: 0 -> 1\n  owner: @ana\n', []],
    ['a deeper line', 'objective o: O\n  kr k: K\n    score: 0.7\n', []],
    ['a KPI after an objective', 'objective o: O\n  kr k: K\nkpi p: P\nowner: @ana\n', []],
    ['a KPI inside an objective', 'objective o: O\n  kpi p: P\n  owner: @ana\n', ['OKR008 owner']],
  ];
  for (const [says, text, problems] of cases) {
    it(`are ${problems.length > 0 ? '' : 'not '}${says}`, () => {
      assert.deepEqual(problemLines(planOf(text)), problems);
    });
  }

  it('count for the nearest, and are mended by moving or indenting the line', () => {
    const text = 'objective o: O\n  owner: @ana\n  kr k: K\n    metric: 0 -> 1\n  score: 0.7\nobjective p: P\n';
    const plan = planOf(text);
    assert.equal(value(keyResult(plan, 'k'), 'score'), '0.7');
    assert.equal(value(objective(plan, 'o'), 'score'), undefined);
    assert.deepEqual(applied(plan, 0), [
      'objective o: O\n  owner: @ana\n  score: 0.7\n  kr k: K\n    metric: 0 -> 1\nobjective p: P\n',
    ]);
    assert.deepEqual(applied(plan, 1), [
      'objective o: O\n  owner: @ana\n  kr k: K\n    metric: 0 -> 1\n    score: 0.7\nobjective p: P\n',
    ]);
  });

  it('are mended where the line is the last and ends without a break', () => {
    const plan = planOf('objective o: O\r\n  kr k: K\r\n  score: 0.7');
    assert.deepEqual(applied(plan, 0), ['objective o: O\r\n  score: 0.7\r\n  kr k: K\r\n']);
  });
});

describe('lines of items', () => {
  it('belong to the item above: journal, notes, initiatives', () => {
    const plan = planOf(`objective o: O
> One
> two

> Three
[ ] Of the objective
2026-10-01: at risk
kr k: Raise sign-ups from 1 to 9
[x] Of the key result @jo
2026-11-02: 5
2026-11-01: 4
kpi p: P
[ ] Of the key result as well
2026-11-01: 6
`);
    const o = objective(plan, 'o');
    const k = keyResult(plan, 'k');
    assert.deepEqual(
      o.notes.map(({ text }) => text),
      ['One\ntwo', 'Three'],
    );
    assert.deepEqual(
      o.initiatives.map(({ line }) => line.body.text),
      ['Of the objective'],
    );
    assert.deepEqual(
      k.initiatives.map(({ line }) => line.done),
      [true, false],
    );
    assert.deepEqual(
      [o, k, kpi(plan, 'p')].map(({ journal }) => journal.map(({ day }) => day)),
      [['2026-10-01'], ['2026-11-01', '2026-11-02'], ['2026-11-01']],
    );
    assert.deepEqual(problemLines(plan), []);
  });

  it('that belong to nothing are an error each', () => {
    const plan = planOf('2026-10-01: 5\n[ ] Task\nteam a: A\n2026-10-02: 5\nkpi p: P\n[ ] Task\n');
    assert.deepEqual(problemLines(plan), [
      'OKR001 2026-10-01: 5',
      'OKR001 [ ] Task',
      'OKR001 2026-10-02: 5',
      'OKR001 [ ] Task',
    ]);
  });

  it('with a day that is none are left out, and say so', () => {
    const plan = planOf('objective o: O\nkr k: K\n2026-02-30: 5\n2026-11-01: 13,1%\n');
    assert.deepEqual(
      keyResult(plan, 'k').journal.map(({ day }) => day),
      ['2026-11-01'],
    );
    assert.deepEqual(problemLines(plan), ['OKR003 2026-02-30', 'OKR003 13,1']);
  });

  it('below a plural label belong to its items', () => {
    const plan = planOf('objective o: O\nKey results:\n- Grow from 1 to 2\n  owner: @ana\n- Shrink\n  2026-11-01: 5\n');
    assert.deepEqual(
      plan.keyResults.map(({ title, objective: above, owner, journal }) => [
        title,
        above?.id,
        owner !== null,
        journal.length,
      ]),
      [
        ['Grow from 1 to 2', 'o', true, 0],
        ['Shrink', 'o', false, 1],
      ],
    );
  });

  it('"Team: X" below an objective is its owner', () => {
    const plan = planOf(
      'team sales: Sales\nobjective o: O\nTeam: Sales\nkr k: K\nobjective p: P\nTeam: Nobody knows\nkr l: L\n',
    );
    const { owner } = objective(plan, 'o');
    assert.equal(owner?.kind === 'scope' && owner.scope.key, 'sales');
    assert.equal(objective(plan, 'p').owner?.kind, 'person');
    assert.equal(plan.scopes.length, 1);
    assert.deepEqual(problemLines(plan), []);
  });
});

describe('directives', () => {
  const suppressed = (plan: Plan) =>
    [...plan.objectives, ...plan.keyResults, ...plan.kpis, ...plan.scopes].map(({ id, suppressions }) => [
      id,
      suppressions.flatMap(({ line }) => line.rules.map(({ text }) => text)),
    ]);

  it('above a header are for it, others for the next item', () => {
    const plan = planOf(`# okr-ignore OKR501: at the top
cycle 2026-Q4
# okr-ignore OKR601: many
team a: A
# okr-ignore OKR301: one
objective o: O
  owner: @ana
  # okr-ignore OKR102: below

  kr k: K
# okr-ignore-file OKR401: file
`);
    assert.deepEqual(suppressed(plan), [
      ['o', ['OKR501', 'OKR301']],
      ['k', ['OKR102']],
      ['a', ['OKR601']],
    ]);
    const [document] = plan.documents.values();
    assert.deepEqual(
      document?.fileSuppressions.map(({ line }) => line.reason?.text),
      ['file'],
    );
  });
});

describe('duplicate ids', () => {
  it('of one kind, scope and cycle are an error at the later, in two files at both', () => {
    assert.deepEqual(problemLines(planOf('objective o: A\nobjective O: B\n')), ['OKR005 O']);
    assert.deepEqual(problemLines(planOf({ a: 'objective o: A\n', b: 'objective o: B\n' })), ['OKR005 o', 'OKR005 o']);
    assert.deepEqual(problemLines(planOf('objective o: A\nkr k: K\nkr k: L\n')), ['OKR005 k']);
  });

  it('of other kinds, scopes, cycles or objectives are none', () => {
    const plan = planOf(
      'cycle 2026-Q3\nobjective o: A\nkr o: K\nobjective p: P\nkr o: K\ncycle 2026-Q4\nobjective o: B\nteam a\nobjective o: C\nkpi o: O\n',
    );
    assert.deepEqual(problemLines(plan), []);
  });

  it('of an unknown scope or cycle are none', () => {
    assert.deepEqual(problemLines(planOf('team\nobjective o: A\nobjective o: B\n')), []);
    assert.deepEqual(problemLines(planOf('cycle\nobjective o: A\nobjective o: B\n')), []);
  });
});
