import assert from 'node:assert/strict';
import { cascade } from '../../../server/src/features/cascade.ts';
import type { CascadeNode, CascadeParams } from '../../../server/src/lsp/protocol.ts';
import { EXAMPLE, fixture } from './workspace.ts';

/** The cascade as lines, `<` before what stands a second time and `!` before an orphan. */
function drawn(text: string, params: CascadeParams = {}): readonly string[] {
  const draw = (nodes: readonly CascadeNode[], indent: string): readonly string[] =>
    nodes.flatMap((node) => [
      `${indent}${node.reference ? '< ' : ''}${node.orphan ? '! ' : ''}${node.kind} ${node.label}`,
      ...draw(node.children, `${indent}  `),
    ]);
  return draw(cascade(fixture(text).snapshot, params).roots, '');
}

function all(nodes: readonly CascadeNode[]): readonly CascadeNode[] {
  return nodes.flatMap((node) => [node, ...all(node.children)]);
}

describe('the cascade', () => {
  it('has scopes in scopes, supporters under what they support, and KPIs', () => {
    assert.deepEqual(drawn(EXAMPLE), [
      'company Acme',
      '  objective Become the shop people come back to',
      '    kr Grow the repeat purchase rate',
      '    kr More people buy every week',
      '    < objective Make every contact with support worth having',
      '  kpi Weekly active buyers',
      '  team Customer Support',
      '    objective Make every contact with support worth having',
      '      kr Achieve an average satisfaction rating of 90%',
      '      kr Reduce average response time by 25%',
      '      kr Resolve 85% of tickets within the first contact',
    ]);
  });

  it('gives each goal its figures, its place and an id of its own', () => {
    const { roots, cycles, owners } = cascade(fixture(EXAMPLE).snapshot, {});
    const nodes = all(roots);
    assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
    for (const { kind, score, uri, range } of nodes) {
      if (kind === 'objective' || kind === 'kr') assert.equal(typeof score, 'number');
      assert.ok(uri !== null && range !== null);
    }
    assert.deepEqual(cycles, ['2026-Q4']);
    assert.deepEqual(owners, ['@ana', '@jon', '@maria']);
  });

  it('shows orphans as such, and items without a scope under the workspace', () => {
    const text =
      'company a: A\n  objective top: Top\nteam b: B\n  parent: a\n  objective: Alone\n  objective: Reasoned\n    why: it must be\n';
    assert.deepEqual(drawn(text), [
      'company A',
      '  objective Top',
      '  team B',
      '    ! objective Alone',
      '    objective Reasoned',
    ]);
    assert.deepEqual(drawn('objective: Free\n  kr: Loose 10%\nkpi: Watched\n'), [
      'workspace Workspace',
      '  objective Free',
      '    kr Loose 10%',
      '  kpi Watched',
    ]);
  });

  it('keeps what an owner has and all it hangs on', () => {
    assert.deepEqual(drawn(EXAMPLE, { owner: '@jon' }), [
      'company Acme',
      '  team Customer Support',
      '    objective Make every contact with support worth having',
      '      kr Achieve an average satisfaction rating of 90%',
    ]);
    assert.deepEqual(drawn(EXAMPLE, { owner: '@maria' }).slice(0, 3), [
      'company Acme',
      '  objective Become the shop people come back to',
      '    < objective Make every contact with support worth having',
    ]);
  });

  it('keeps the items of a cycle, and the KPIs', () => {
    const text = 'team a: A\ncycle 2026-Q3\nobjective: Old\ncycle 2026-Q4\nobjective: New\nkpi: Watched\n';
    assert.deepEqual(drawn(text, { cycle: '2026-Q3' }), ['team A', '  objective Old', '  kpi Watched']);
    assert.deepEqual(drawn(text, { cycle: '2020' }), ['team A', '  kpi Watched']);
  });

  it('ends where goals support each other in a loop, and where many serve many', () => {
    assert.ok(drawn('team a: A\nobjective x: X\n  supports: y\nobjective y: Y\n  supports: x\n').length >= 3);
    const layers = 12;
    const wide = 4;
    let text = 'team a: A\n';
    for (let layer = 0; layer < layers; layer++) {
      for (let index = 0; index < wide; index++) {
        text += `objective o${String(layer)}-${String(index)}: O\n`;
        if (layer > 0)
          text += `  supports: ${Array.from({ length: wide }, (_, above) => `o${String(layer - 1)}-${String(above)}`).join(', ')}\n`;
      }
    }
    assert.ok(drawn(text).length < 30_000);
  });

  it('survives scopes that are part of each other', () => {
    const lines = drawn('team a: A\n  parent: b\nteam b: B\n  parent: a\nobjective: In b\n');
    assert.ok(
      lines.some((line) => line.includes('In b')),
      lines.join('\n'),
    );
  });

  it('is empty for an empty workspace', () => {
    assert.deepEqual(cascade(fixture('').snapshot, {}), { roots: [], cycles: [], owners: [] });
  });
});
