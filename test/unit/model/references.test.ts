import { strict as assert } from 'node:assert';
import { english } from '../../../server/src/syntax/said.ts';
import type { Plan } from '../../../server/src/model/plan.ts';
import { keyResult, kpi, objective, planOf, problemLines, problemsOf } from './plan-of.ts';

const COMPANY = `cycle 2026
company acme: Acme
  objective loyalty: Come back
    kr repeat: Repeat
cycle 2026-Q4
company acme
  objective growth: Grow
    kr users: Users
`;
const SUPPORT = `cycle 2026-Q4
team support: Support
  parent: acme
  objective csat: Be worth it
    kr rating: Rating
  objective speed: Be quick
`;

/** Adds a team with an objective `it` and a key result `its` whose lines are given, and says where `supports` leads. */
function linked(
  supports: string,
  more: Record<string, string> = {},
): { leads: readonly (string | null)[]; plan: Plan } {
  const plan = planOf({
    company: COMPANY,
    support: SUPPORT,
    team: `cycle 2026-Q4\nteam web: Web\n  parent: acme\n  objective it: It\n    supports: ${supports}\n    kr its: Its\n`,
    ...more,
  });
  return { leads: objective(plan, 'it').supports.map(({ target }) => target?.key ?? null), plan };
}

describe('references', () => {
  const cases: readonly (readonly [
    says: string,
    supports: string,
    leads: readonly (string | null)[],
    problems?: readonly string[],
  ])[] = [
    ['a path to an objective', 'acme.growth', ['acme/growth@2026-q4']],
    ['a path to a key result', 'support.csat.rating', ['support/csat@2026-q4/rating']],
    ['the end of a path', 'csat.rating', ['support/csat@2026-q4/rating']],
    ['an id of a parent', 'growth', ['acme/growth@2026-q4']],
    ['the only one of the workspace', 'csat', ['support/csat@2026-q4']],
    ['upper and lower case are the same', 'ACME.Growth', ['acme/growth@2026-q4']],
    ['a cycle that contains the own one', 'loyalty', ['acme/loyalty@2026']],
    ['a cycle that is named', 'loyalty@2026', ['acme/loyalty@2026']],
    ['several', 'loyalty, csat', ['acme/loyalty@2026', 'support/csat@2026-q4']],
    ['an own key result', 'its', ['web/it@2026-q4/its'], ['OKR007 its']],
    ['never itself', 'it', [null], ['OKR006 it']],
    ['nothing in the cycle that is named', 'loyalty@2026-Q4', [null], ['OKR006 loyalty@2026-Q4']],
    ['nothing of a scope that has none', 'support.growth', [null], ['OKR006 support.growth']],
    ['nothing', 'growht', [null], ['OKR006 growht']],
    ['what is no reference', 'Grow more', [], ['OKR003 Grow more']],
  ];
  for (const [says, supports, leads, problems] of cases) {
    it(`lead to ${says}`, () => {
      const found = linked(supports);
      assert.deepEqual(found.leads, leads);
      assert.deepEqual(problemLines(found.plan), problems ?? []);
    });
  }

  it('take the own scope before its parents, and those before the rest', () => {
    const rest = { rest: 'cycle 2026-Q4\nteam other: Other\nobjective growth: Theirs\nobjective near: Far\n' };
    assert.deepEqual(linked('growth', rest).leads, ['acme/growth@2026-q4']);
    const own = { own: 'cycle 2026-Q4\nteam web\nobjective growth: Ours\n', ...rest };
    assert.deepEqual(linked('growth', own).leads, ['web/growth@2026-q4']);
  });

  it('take the own cycle before one that contains it, and the shorter of these first', () => {
    const files = {
      half: 'cycle 2026-H2\ncompany acme\nobjective loyalty: This half\n',
    };
    assert.deepEqual(linked('loyalty', files).leads, ['acme/loyalty@2026-h2']);
    const quarter = { ...files, quarter: 'cycle 2026-Q4\nteam support\nobjective loyalty: This quarter\n' };
    assert.deepEqual(linked('loyalty', quarter).leads, ['support/loyalty@2026-q4']);
  });

  it('that fit several equally near are an error that lists them', () => {
    const { plan, leads } = linked('same', {
      a: 'cycle 2026-Q4\nteam support\nobjective same: One\n',
      b: 'cycle 2026-Q4\nteam other: Other\nobjective same: Two\n',
    });
    assert.deepEqual(leads, [null]);
    const [problem] = problemsOf(plan);
    assert.deepEqual(objective(plan, 'it').supports[0]?.candidates.length, 2);
    assert.ok(problem);
    assert.equal(
      english(problem.message),
      '"same" fits several equally well: support.same, other.same. Say which one is meant.',
    );
    assert.deepEqual(
      problem.fixes.map(({ title }) => english(title)),
      ['Write support.same', 'Write other.same'],
    );
    assert.equal(problem.related.length, 2);
  });

  it('that fit many equally near list the first of them', () => {
    const teams = Array.from({ length: 20 }, (_, index) => `team t${String(index)}\nobjective same: One\n`);
    const [problem] = problemsOf(linked('same', { a: `cycle 2026-Q4\n${teams.join('')}` }).plan);
    assert.ok(problem);
    const names = Array.from({ length: 8 }, (_, index) => `t${String(index)}.same`);
    assert.equal(
      english(problem.message),
      `"same" fits several equally well: ${names.join(', ')} and 12 more. Say which one is meant.`,
    );
    assert.deepEqual(
      problem.fixes.map(({ title }) => english(title)),
      names.map((name) => `Write ${name}`),
    );
    assert.equal(problem.related.length, 8);
  });

  it('that fit several of one name tell them apart by title, file or cycle', () => {
    const told = (a: string, b: string): string => {
      const problem = problemsOf(linked('same', { a, b }).plan).find(({ rule }) => rule === 'OKR006');
      return problem ? english(problem.message) : '';
    };
    const one = 'cycle 2026-Q4\nteam other\nobjective same: One\n';
    assert.match(told(one, one.replace('One', 'Two')), /: other\.same \("One"\), other\.same \("Two"\)\. Say/);
    assert.match(told(one, one), /: other\.same \(in a\.okr\), other\.same \(in b\.okr\)\. Say/);
    assert.match(
      told('objective same: One\n', 'objective same: One\n'),
      /: same \(in a\.okr\), same \(in b\.okr\)\. Say/,
    );
  });

  it('that fit several of a far scope still find one of a containing cycle that is near', () => {
    const { leads } = linked('same', {
      a: 'cycle 2026-Q4\nteam support\nobjective same: One\n',
      b: 'cycle 2026-Q4\nteam other: Other\nobjective same: Two\n',
      c: 'cycle 2026\ncompany acme\nobjective same: Three\n',
    });
    assert.deepEqual(leads, ['acme/same@2026']);
  });

  it('that lead nowhere offer the nearest names, other scopes and other cycles', () => {
    const fixes = (supports: string, more?: Record<string, string>) =>
      problemsOf(linked(supports, more).plan)[0]?.fixes.map(({ title }) => english(title));
    assert.deepEqual(fixes('growht'), ['Write acme.growth']);
    assert.deepEqual(fixes('acme.csat'), ['Write support.csat']);
    assert.deepEqual(fixes('old', { old: 'cycle 2026-Q1\ncompany acme\nobjective old: Old\n' }), [
      'Write acme.old@2026-Q1',
    ]);
    assert.deepEqual(fixes('nothing-of-the-kind'), []);
  });

  it('know both ends', () => {
    const { plan } = linked('growth, growth, support.csat.rating');
    assert.deepEqual(objective(plan, 'growth').supportedBy, [objective(plan, 'it')]);
    assert.deepEqual(keyResult(plan, 'rating').supportedBy, [objective(plan, 'it')]);
  });

  it('by number lead to the same file only, with a hint', () => {
    const text =
      'cycle 2026-Q4\nObjective 1: One\nKR1: A\nKR 1.2: B\nObjective 2: Two\nsupports: %\nKR1: C\nmetric: 0 -> 1\n';
    const leads = (supports: string) => {
      const plan = planOf(text.replace('%', supports));
      return [objective(plan, 'Two').supports.map(({ target }) => target?.title ?? null), problemLines(plan)];
    };
    assert.deepEqual(leads('Objective 1'), [['One'], ['OKR006 hint Objective 1']]);
    assert.deepEqual(leads('O1'), [['One'], ['OKR006 hint O1']]);
    assert.deepEqual(leads('KR 1.2'), [['B'], ['OKR006 hint KR 1.2']]);
    assert.deepEqual(leads('1.2'), [['B'], ['OKR006 hint 1.2']]);
    assert.deepEqual(leads('O1.KR1'), [['A'], ['OKR006 hint O1.KR1']]);
    assert.deepEqual(leads('KR1'), [[null], ['OKR006 KR1']]);
    assert.deepEqual(leads('Objective 3'), [[null], ['OKR006 Objective 3']]);
    const other = planOf({ a: text.replace('%', 'x'), b: 'cycle 2026-Q4\nobjective three: Three\nsupports: O1\n' });
    assert.equal(objective(other, 'three').supports[0]?.target, null);
  });

  it('continue what is in the latest earlier cycle, the own scope first', () => {
    const plan = planOf({
      q1: 'cycle 2026-Q1\nteam a\nobjective it: First\nkr its: First\n',
      q2: 'cycle 2026-Q2\nteam a\nobjective it: Second\nkr its: Second\nteam b\nobjective it: Other\n',
      year: 'cycle 2026\nteam a\nobjective it: Year\n',
      q4: 'cycle 2026-Q4\nteam a\nobjective now: Now\ncontinues: it\nkr next: Next\ncontinues: its\n',
      q3: 'cycle 2026-Q3\nteam b\nobjective other: Other\n',
    });
    assert.equal(objective(plan, 'now').continues?.target?.title, 'Second');
    assert.equal(keyResult(plan, 'next').continues?.target?.title, 'Second');
    assert.deepEqual(problemLines(plan), []);
  });

  it('to KPIs know no cycle', () => {
    const plan = planOf({
      q1: 'cycle 2026-Q1\ncompany acme: Acme\nkpi rate: Rate\nteam b\nparent: acme\nkpi rate: Theirs\n',
      q4: 'cycle 2026-Q4\nteam a\nparent: acme\nobjective o: O\nkr it: It\nmeasures: rate\nkr other: Other\nmeasures: b.rate\n',
    });
    assert.equal(keyResult(plan, 'it').measures?.target?.title, 'Rate');
    assert.equal(keyResult(plan, 'other').measures?.target?.title, 'Theirs');
    assert.deepEqual(kpi(plan, 'Rate').measuredBy, [keyResult(plan, 'it')]);
  });

  it('of KPIs lead to objectives of their cycle', () => {
    const plan = planOf('cycle 2026-Q4\nteam a\nkpi rate: Rate\nfor: o, x\nobjective o: O\n');
    assert.deepEqual(
      kpi(plan, 'rate').watches.map(({ target }) => target),
      [objective(plan, 'o'), null],
    );
    assert.deepEqual(objective(plan, 'o').watchedBy, [kpi(plan, 'rate')]);
    assert.deepEqual(problemLines(plan), ['OKR006 x']);
  });

  it('are silent about several where scope or cycle is unknown', () => {
    const two = 'cycle 2026-Q4\nteam a\nobjective o: O\nteam b\nobjective o: O\n';
    assert.deepEqual(problemLines(planOf({ two, it: 'cycle\nteam a\nobjective it: It\nsupports: o\n' })), []);
    assert.deepEqual(problemLines(planOf({ two, it: 'cycle 2026-Q4\nteam\nobjective it: It\nsupports: o\n' })), []);
    assert.deepEqual(problemLines(planOf({ two, it: 'cycle\nteam\nobjective it: It\nsupports: none\n' })), [
      'OKR006 none',
    ]);
  });
});

describe('loops', () => {
  const loop = (text: string) => problemsOf(planOf(text)).filter(({ rule }) => rule === 'OKR007');

  it('of two are told at both ends', () => {
    const problems = loop('objective a: A\nsupports: b\nobjective b: B\nsupports: a\n');
    assert.deepEqual(
      problems.map(({ message }) => english(message)),
      ['These support each other in a loop: a → b → a.', 'These support each other in a loop: b → a → b.'],
    );
  });

  it('are told of three, over files, and not of what only leads into them', () => {
    const plan = planOf({
      a: 'objective a: A\nsupports: b\n',
      b: 'objective b: B\nsupports: c\n',
      c: 'objective c: C\nsupports: a\n',
      d: 'objective d: D\nsupports: a\n',
    });
    assert.deepEqual(problemLines(plan), ['OKR007 b', 'OKR007 c', 'OKR007 a']);
  });

  it('pass through key results to their objective', () => {
    assert.equal(loop('objective a: A\nkr k: K\nobjective b: B\nsupports: k\nobjective c: C\n').length, 0);
    assert.equal(loop('objective a: A\nsupports: b\nkr k: K\nobjective b: B\nsupports: k\n').length, 2);
    assert.equal(loop('objective a: A\nkr k: K\nsupports: b\nobjective b: B\nsupports: a\n').length, 0);
  });

  it('of many are found without recursion', () => {
    const count = 20000;
    const text = Array.from({ length: count }, (_, i) => `objective o${i}: O\nsupports: o${(i + 1) % count}\n`).join(
      '',
    );
    const problems = loop(text.replace('supports: o0\n', 'why: end\n'));
    assert.equal(problems.length, 0);
  });
});
