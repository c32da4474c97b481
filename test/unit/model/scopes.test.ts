import { strict as assert } from 'node:assert';
import { english } from '../../../server/src/syntax/said.ts';
import type { Plan, Scope } from '../../../server/src/model/plan.ts';
import { kpi, objective, planOf, problemLines, problemsOf } from './plan-of.ts';

function scope(plan: Plan, key: string): Scope {
  const found = plan.scopes.find((each) => each.key === key);
  assert.ok(found, `no scope ${key}`);
  return found;
}

describe('scopes', () => {
  it('are opened again, in the same file and in others', () => {
    const plan = planOf({
      a: 'team support: Customer Support\nlead: @ana\nobjective one: One\nteam other: Other\nteam support\nobjective two: Two\n',
      b: 'team Support\nmembers: @jon\nobjective three: Three\nkpi rate: Rate\n',
    });
    const support = scope(plan, 'support');
    assert.equal(support.title, 'Customer Support');
    assert.equal(support.headers.length, 3);
    assert.deepEqual(
      support.objectives.map(({ id }) => id),
      ['one', 'two', 'three'],
    );
    assert.deepEqual(support.kpis, [kpi(plan, 'rate')]);
    assert.deepEqual(
      [support.lead.map(({ name }) => name), support.members.map(({ name }) => name)],
      [['ana'], ['jon']],
    );
    assert.deepEqual(problemLines(plan), []);
  });

  it("without an id have their title's slug", () => {
    const plan = planOf({ a: 'team: Customer Support\n', b: 'team customer-support\nobjective o: O\n' });
    assert.equal(plan.scopes.length, 1);
    assert.equal(scope(plan, 'customer-support').objectives.length, 1);
  });

  it('are found by their title', () => {
    const plan = planOf(
      'company acme: Acme Corporation\nteam a: A\nparent: acme-corporation\nobjective o: O\nowner: A\n',
    );
    assert.equal(scope(plan, 'a').parent?.key, 'acme');
    assert.equal(objective(plan, 'o').owner?.kind, 'scope');
  });

  it('know their parents and children', () => {
    const plan = planOf({
      a: 'team a: A\nparent: sales\n',
      b: 'department sales: Sales\nparent: acme\n',
      c: 'company acme: Acme\n',
    });
    assert.equal(scope(plan, 'a').parent, scope(plan, 'sales'));
    assert.deepEqual(scope(plan, 'acme').children, [scope(plan, 'sales')]);
  });

  it('with a parent that is none say so', () => {
    const plan = planOf('company acme: Acme\nteam a: A\nparent: acne\nteam b: B\nparent: b\n');
    assert.deepEqual(problemLines(plan), ['OKR006 acne', 'OKR006 b']);
    assert.deepEqual(
      problemsOf(plan)[0]?.fixes.map(({ title }) => english(title)),
      ['Write acme'],
    );
    assert.equal(scope(plan, 'a').parent, null);
    assert.equal(scope(plan, 'a').parentLink?.target, null);
  });

  it('that are parents of one another have none', () => {
    const plan = planOf('team a: A\nparent: b\nteam b: B\nparent: c\nteam c: C\nparent: a\nteam d: D\nparent: a\n');
    assert.deepEqual(problemLines(plan), ['OKR007 b', 'OKR007 c', 'OKR007 a']);
    assert.deepEqual(
      plan.scopes.map(({ parent }) => parent?.key ?? null),
      [null, null, null, 'a'],
    );
    assert.equal(
      problemsOf(plan).map(({ message }) => english(message))[0],
      'team a is part of itself: a → b → c → a.',
    );
  });

  it('of two kinds with one id are an error', () => {
    const plan = planOf({ a: 'team support: Support\n', b: 'department support\nobjective o: O\n' });
    assert.deepEqual(problemLines(plan), ['OKR005 support']);
    assert.equal(scope(plan, 'support').objectives.length, 1);
  });

  it('that say two things of one are an error', () => {
    const plan = planOf({
      a: 'company x\ncompany y\nteam a: A\nparent: x\n',
      b: 'team a\nparent: y\n',
      c: 'team a\nparent: x\n',
    });
    assert.deepEqual(problemLines(plan), ['OKR004 parent']);
    assert.equal(scope(plan, 'a').parent?.key, 'x');
  });

  it('that cannot be read are unknown to what follows', () => {
    const plan = planOf('team\nobjective o: O\nteam a: A\nobjective p: P\n');
    assert.equal(objective(plan, 'o').scope, 'unknown');
    assert.equal(objective(plan, 'p').scope, scope(plan, 'a'));
  });

  it('that are not stated leave items to the workspace', () => {
    assert.equal(objective(planOf('objective o: O\n'), 'o').scope, null);
  });

  it('keep through a cycle line, which closes the objective', () => {
    const plan = planOf('team a: A\nobjective o: O\ncycle 2026-Q4\nkr k: K\nobjective p: P\n');
    assert.equal(objective(plan, 'p').scope, scope(plan, 'a'));
    assert.deepEqual(
      plan.keyResults.map((kr) => [kr.objective, kr.scope]),
      [[null, scope(plan, 'a')]],
    );
  });
});

describe('KPIs', () => {
  it('are one for a scope and id, in all files', () => {
    const plan = planOf({
      a: 'cycle 2026-Q3\nteam a\nkpi rate: Rate\nowner: @ana\n2026-08-01: 1\n2026-09-01: 2\n',
      b: 'cycle 2026-Q4\nteam a\nkpi Rate: Rate\ntarget: >= 3\n2026-08-15: 3\n2026-11-01: 4\n',
      c: 'cycle 2026-Q4\nteam b\nkpi rate: Theirs\n',
    });
    assert.equal(plan.kpis.length, 2);
    const [rate] = scope(plan, 'a').kpis;
    assert.deepEqual(
      rate?.journal.map(({ day }) => day),
      ['2026-08-01', '2026-08-15', '2026-09-01', '2026-11-01'],
    );
    assert.equal(rate.declarations.length, 2);
    assert.equal(rate.properties.get('target')?.length, 1);
    const [a, b] = [...plan.documents.values()];
    assert.deepEqual([a?.items, b?.items], [[rate], []]);
    assert.equal(b?.openings.at(-1)?.subject, rate);
    assert.deepEqual(problemLines(plan), []);
  });

  it('that a file opens twice in one cycle are an error', () => {
    assert.deepEqual(problemLines(planOf('cycle 2026-Q4\nteam a\nkpi rate: Rate\nkpi rate: Again\n')), ['OKR005 rate']);
    assert.deepEqual(
      problemLines(planOf('cycle 2026-Q3\nteam a\nkpi rate: Rate\ncycle 2026-Q4\nkpi rate: Rate\n')),
      [],
    );
  });

  it('without an id are each their own', () => {
    assert.equal(planOf('kpi: Rate\nkpi: Rate\n').kpis.length, 2);
  });
});
