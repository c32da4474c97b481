import assert from 'node:assert/strict';
import { resolveWorkspaceSymbol, workspaceSymbols } from '../../../server/src/features/workspace-symbols.ts';
import { company, shown } from './company.ts';
import { fixture } from './workspace.ts';

const AT = company('acme.okr', 'company ac│me');
const ask = (query: string): readonly string[] =>
  workspaceSymbols(AT.snapshot, query, { lazy: true }).map(({ name }) => name);

describe('workspace symbols', () => {
  it('are scopes, objectives, key results and KPIs, each once', () => {
    const all = workspaceSymbols(AT.snapshot, '', { lazy: true });
    assert.equal(all.length, 16);
    assert.equal(all.filter(({ name }) => name.startsWith('weekly-buyers')).length, 1);
  });

  it('are found by id and by title, by letters in their order', () => {
    assert.deepEqual(ask('loyalty'), ['loyalty: Become the shop people come back to']);
    assert.deepEqual(ask('shop'), ['loyalty: Become the shop people come back to']);
    assert.deepEqual(ask('wkbyrs'), ['weekly-buyers: Weekly active buyers']);
    assert.deepEqual(ask('without thought'), ['checkout: Pay without a thought']);
    assert.deepEqual(ask('xyz'), []);
  });

  it('have whole ids first, then beginnings, then words, then letters', () => {
    const { snapshot } = fixture(
      'team sale: Cars\nobjective x: Whole sale\nobjective sales: More\nobjective y: Said late\nobjective z: Presale\n',
    );
    const names = workspaceSymbols(snapshot, 'sale', { lazy: true }).map(({ name }) => name);
    assert.deepEqual(names, ['sale: Cars', 'sales: More', 'x: Whole sale', 'z: Presale', 'y: Said late']);
  });

  it('are found by the way that leads to them, which their name then shows', () => {
    const both = ['support.csat: Make every contact with support worth having', 'support.csat: Be worth calling'];
    assert.deepEqual(ask('support.csat'), both);
    assert.deepEqual(ask('support.csat@2026-q3'), ['support.csat@2026-Q3: Be worth calling']);
    assert.deepEqual(ask('csat.rating@2026-Q4'), ['csat.rating@2026-Q4: Reach an average satisfaction rating of 90%']);
    assert.deepEqual(
      ask('Customer/csat'),
      both.map((name) => name.replace('support.', 'Customer Support/')),
    );
    assert.deepEqual(ask('acme.wkbyrs'), ['acme.weekly-buyers: Weekly active buyers']);
    assert.deepEqual(ask('support.csat.answer'), ['support.csat.Answer 95% of calls']);
    assert.deepEqual(ask('web.'), [
      'web.retry: Never lose a basket',
      'web.checkout: Pay without a thought',
      'web.Finish 9 of 10 payments at once',
    ]);
    assert.deepEqual(ask('acme.csat'), []);
    assert.deepEqual(ask('.csat'), []);
  });

  it('are found by the number that stands for an id, and by titles with dots and slashes', () => {
    const { snapshot } = fixture('team growth: Growth\nObjective 2: Grow\n  KR1: Sign up\n  KR2: And/or 2.5 more\n');
    const names = (query: string) => workspaceSymbols(snapshot, query, { lazy: true }).map(({ name }) => name);
    assert.deepEqual(names('Growth.kr1'), ['growth.KR1: Sign up']);
    assert.deepEqual(names('growth/o2/kr1'), ['growth/O2/KR1: Sign up']);
    assert.deepEqual(names('kr2'), ['KR2: And/or 2.5 more']);
    assert.deepEqual(names('and/or'), ['KR2: And/or 2.5 more']);
    assert.deepEqual(names('2.5'), ['KR2: And/or 2.5 more']);
  });

  it('have running cycles before those that are over', () => {
    assert.deepEqual(ask('csat'), ['csat: Make every contact with support worth having', 'csat: Be worth calling']);
  });

  it('say where they belong, and where they stand once they are resolved', () => {
    const [lazy] = workspaceSymbols(AT.snapshot, 'checkout', { lazy: true });
    assert.ok(lazy !== undefined && !('range' in lazy.location));
    assert.equal(lazy.containerName, 'Web Team · sprint-7');
    const { location } = resolveWorkspaceSymbol(AT.snapshot, lazy);
    assert.ok('range' in location);
    assert.equal(shown(AT, location.uri, location.range), 'sprint.okr:5 objective checkout: Pay without a thought');
    assert.deepEqual(workspaceSymbols(AT.snapshot, 'checkout', { lazy: false })[0]?.location, location);
    assert.equal(resolveWorkspaceSymbol(fixture('').snapshot, lazy), lazy);
  });
});
