import assert from 'node:assert/strict';
import type { CompletionList } from 'vscode-languageserver-types';
import { completion } from '../../../server/src/features/completion.ts';
import { fixture } from './workspace.ts';

const GOALS = Array.from({ length: 300 }, (_, index) => `  objective goal${String(index)}: Goal ${String(index)}\n`);

function offered(written: string): CompletionList {
  const text = `cycle 2026-Q4\nteam a: A\n${GOALS.join('')}team b: B\n  objective: Own\n    supports: ${written}│\n`;
  const { snapshot, uri, offset } = fixture(text);
  return completion(snapshot, uri, offset, { snippets: false }) ?? { isIncomplete: false, items: [] };
}

describe('completion among more items than anybody reads', () => {
  it('offers a part, and says that there are more', () => {
    const { isIncomplete, items } = offered('');
    assert.equal(items.length, 100);
    assert.ok(isIncomplete);
  });

  it('offers the items of the own scope behind its id', () => {
    const { snapshot, uri, offset } = fixture(`team a: A\n${GOALS.join('')}  objective: Own\n    supports: a.goal2│\n`);
    const { items = [] } = completion(snapshot, uri, offset, { snippets: false }) ?? {};
    assert.equal(items.find(({ filterText }) => filterText?.includes('a.goal2 '))?.label, 'goal2');
  });

  it('offers those that answer what is written, wherever they stand', () => {
    const { isIncomplete, items } = offered('goal29');
    assert.deepEqual(
      items.map(({ label }) => label).filter((label) => label.includes('29')),
      [
        'a.goal29',
        ...Array.from({ length: 10 }, (_, index) => `a.goal29${String(index)}`),
        'a.goal129',
        'a.goal229',
      ].sort((x, y) => Number(/\d+/.exec(x)?.[0]) - Number(/\d+/.exec(y)?.[0])),
    );
    assert.ok(isIncomplete, 'another letter asks again');
  });
});
