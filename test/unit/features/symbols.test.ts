import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../server/src/features/symbols.ts';
import { EXAMPLE, fixture } from './workspace.ts';

function outline(symbols: readonly DocumentSymbol[], indent = ''): readonly string[] {
  return symbols.flatMap(({ name, children }) => [`${indent}${name}`, ...outline(children ?? [], `${indent}  `)]);
}

function symbols(text: string): readonly DocumentSymbol[] {
  const at = fixture(text);
  return documentSymbols(at.snapshot, at.uri) ?? [];
}

/** Editors want a symbol to lie in its parent, and its name in itself. */
function assertNested(list: readonly DocumentSymbol[]): void {
  for (const { range, selectionRange, children } of list) {
    const lines = (each: DocumentSymbol['range']) => [each.start.line, each.end.line] as const;
    const [from, to] = lines(range);
    for (const inner of [selectionRange, ...(children ?? []).map((child) => child.range)]) {
      const [start, end] = lines(inner);
      assert.ok(from <= start && end <= to, `${String(start)}-${String(end)} is not in ${String(from)}-${String(to)}`);
    }
    assertNested(children ?? []);
  }
}

describe('the outline of a file', () => {
  it('nests scopes, objectives and key results', () => {
    const found = symbols(EXAMPLE);
    assert.deepEqual(outline(found), [
      '2026-Q4',
      'Acme',
      '  Become the shop people come back to',
      '    Grow the repeat purchase rate',
      '    More people buy every week',
      '  Weekly active buyers',
    ]);
    assertNested(found);
  });

  it('tells how each stands', () => {
    const [, acme] = symbols(EXAMPLE);
    const [loyalty] = acme?.children ?? [];
    assert.match(loyalty?.detail ?? '', /^\d+ %/);
    assert.match(loyalty?.children?.[0]?.detail ?? '', /^33 %/);
  });

  it('has a KPI that stands between key results among them, so that no two ranges overlap', () => {
    const found = symbols(
      'team a: A\nkpi x: Before\nobjective: One\nkr: First\nkpi y: Between\n  target: 3\nkpi v: Too\nkr: Second\nkpi z: Behind\nobjective: Two\nkpi w: Alone\n',
    );
    assert.deepEqual(outline(found), [
      'A',
      '  Before',
      '  One',
      '    First',
      '    Between',
      '    Too',
      '    Second',
      '  Behind',
      '  Two',
      '  Alone',
    ]);
    assertNested(found);
    const apart = (list: readonly DocumentSymbol[]): void =>
      list.forEach(({ range, children }, index) => {
        const next = list[index + 1];
        assert.ok(next === undefined || range.end.line < next.range.start.line);
        apart(children ?? []);
      });
    apart(found);
  });

  it('closes the objective at a cycle, and keeps the scope', () => {
    const found = symbols('team a: A\nobjective: One\nkr: First\ncycle 2027-Q1\nobjective: Two\n');
    assert.deepEqual(outline(found), ['A', '  One', '    First', '  2027-Q1', '  Two']);
    assertNested(found);
  });

  it('keeps key results behind a KPI with their objective', () => {
    const found = symbols('objective: One\nkr: First\nkpi k: Watch\nkr: Second\n');
    assert.deepEqual(outline(found), ['One', '  First', '  Watch', '  Second']);
  });

  it('shows the items of a list', () => {
    const found = symbols('objective: One\nKey Results:\n- First 10%\n- Second 20%\n');
    assert.deepEqual(outline(found), ['One', '  First 10%', '  Second 20%']);
    assertNested(found);
  });

  it('gives an item without a title a name all the same', () => {
    for (const { name } of symbols('objective:\n')) assert.notEqual(name.trim(), '');
  });

  it('is empty for an empty file and null for an unknown one', () => {
    assert.deepEqual(symbols(''), []);
    assert.equal(documentSymbols(fixture('').snapshot, 'file:///nowhere.okr'), null);
  });
});
