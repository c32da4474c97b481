import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-types';
import { codeActions } from '../../../server/src/features/actions.ts';
import { applied, fixture } from './workspace.ts';
import type { Fixture } from './workspace.ts';
import { english } from '../../../server/src/syntax/said.ts';

function actionsAt(at: Fixture, snippets = false): readonly CodeAction[] {
  const span = { from: at.offset, to: at.offset };
  return codeActions(at.snapshot, at.uri, span, { snippets, versionOf: () => 7 }) ?? [];
}

function codes(text: string): readonly string[] {
  const { snapshot, uri } = fixture(text);
  return snapshot.findings(uri).map(({ code }) => code);
}

function after(at: Fixture, action: CodeAction | undefined): string {
  assert.ok(action !== undefined, 'no such action');
  const edits = (action.edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
  return applied(at, edits);
}

function find(at: Fixture, title: RegExp, snippets = false): CodeAction | undefined {
  return actionsAt(at, snippets).find((action) => title.test(action.title));
}

describe('quick fixes', () => {
  const mended: readonly (readonly [code: string, title: RegExp, marked: string, result: RegExp])[] = [
    ['OKR001', /objective/, 'team a: A\n  objectiv│e Be kind\n', /objective: Be kind/],
    ['OKR002', /metric/, 'objective: A\n  kr: B\n    met│rc: 1 -> 2\n', /metric: 1 -> 2/],
    [
      'OKR006',
      /loyalty/,
      'team a: A\n  objective loyalty: B\n  objective: C\n    supports: loy│ality\n',
      /supports: (a\.)?loyalty\n/,
    ],
  ];
  for (const [code, title, marked, result] of mended) {
    it(`mend ${code}`, () => {
      const at = fixture(marked);
      assert.ok(codes(at.text()).includes(code));
      const text = after(at, find(at, title));
      assert.match(text, result);
      assert.ok(!codes(text).includes(code), text);
    });
  }

  it('are linked to their diagnostic and to the version of the document', () => {
    const at = fixture('objective: A\n  kr: B\n    met│rc: 1 -> 2\n');
    const action = find(at, /metric/);
    assert.equal(action?.diagnostics?.[0]?.code, 'OKR002');
    const [change] = action.edit?.documentChanges ?? [];
    assert.ok(change !== undefined && 'textDocument' in change);
    assert.equal(change.textDocument.version, 7);
  });

  it('leave the item without the finding, for every fix of every finding of a bad file', () => {
    const bad = `cycle 2026-Q4
team a: A
  objective: Grow revenu by 20%
    ownr: @ana
    supports: nothing
    kr: Improve response time
      metric: 5 -> 5
      metric: 5 -> 6
    kr: Launch the new shop
      status: finishd
    ke: Maintain uptime
`;
    const { snapshot, uri } = fixture(bad);
    let fixes = 0;
    for (const finding of snapshot.findings(uri)) {
      finding.fixes.forEach((fix, index) => {
        fixes++;
        const tree = snapshot.tree(uri);
        assert.ok(tree !== null);
        const start = tree.blocks
          .slice(0, tree.blocks.indexOf(finding.place.block))
          .map(({ text }) => text)
          .join('').length;
        const at = { ...fixture(bad), offset: start + finding.place.span.from };
        const action = actionsAt(at).filter(
          ({ title, diagnostics }) => title === english(fix.title) && diagnostics?.[0]?.code === finding.code,
        )[0];
        const text = after(at, action);
        const again = fixture(text);
        const left = again.snapshot
          .findings(again.uri)
          .filter(({ code, message }) => code === finding.code && message === finding.message);
        assert.equal(left.length, 0, `${finding.code} "${english(fix.title)}" (${String(index)}) leaves it:\n${text}`);
      });
    }
    assert.ok(fixes >= 4, `only ${String(fixes)} fixes were tried`);
  });
});

describe('silencing', () => {
  const marked = 'cycle 2026-Q4\r\nobjective: A\r\n\r\n    kr: Improve res│ponse time\r\n';

  it('writes a directive with a reason above the item, at its indentation', () => {
    const at = fixture(marked);
    assert.ok(codes(at.text()).includes('OKR101'));
    const text = after(at, find(at, /Silence OKR101.*this key result/));
    assert.match(text, /\r\n {4}# okr-ignore OKR101: say here why\r\n {4}kr: Improve/);
    const reasoned = text.replace('say here why', 'the board votes in December');
    assert.ok(!codes(reasoned).includes('OKR101'));
    assert.ok(!codes(reasoned).includes('OKR010'));
  });

  it('silences nothing, and says so, until its reason is written', () => {
    const at = fixture(marked);
    const text = after(at, find(at, /Silence OKR101.*this key result/));
    assert.ok(codes(text).includes('OKR101'));
    assert.ok(codes(text).includes('OKR010'));
  });

  it('writes one for the file at its top', () => {
    const at = fixture(marked);
    const text = after(at, find(at, /Silence OKR101.*this file/));
    assert.match(text, /^# okr-ignore-file OKR101: say here why\r\ncycle/);
    assert.ok(!codes(text.replace('say here why', 'an example')).includes('OKR101'));
  });

  it('selects the reason where the client can', () => {
    const at = fixture(marked);
    assert.match(after(at, find(at, /Silence OKR101.*this key result/, true)), /OKR101: \$\{1:say here why\}\r\n/);
  });

  it('works for the items of a list', () => {
    const at = fixture(
      'cycle 2026-Q4\nobjective: A\nKey Results:\n- Reach 10 shops\n- Improve res│ponse time\n- Reach 20 towns\n',
    );
    assert.ok(codes(at.text()).includes('OKR101'));
    const written = after(at, find(at, /Silence OKR101.*this key result/));
    const text = written.replace('say here why', 'the board votes in December');
    assert.ok(!codes(text).includes('OKR101'), text);
    assert.ok(!codes(text).includes('OKR001'), text);
  });

  it('is not offered for text that cannot be read', () => {
    assert.equal(find(fixture('nons│ense here\n'), /Silence/), undefined);
  });

  it('answers for a file that is not known with null', () => {
    const { snapshot } = fixture('');
    assert.equal(
      codeActions(snapshot, 'file:///no.okr', { from: 0, to: 0 }, { snippets: false, versionOf: () => null }),
      null,
    );
  });
});

describe('what is read from the title', () => {
  it('can be written down below the header, with the indentation and line break of its block', () => {
    const at = fixture('objective: A\r\n\tkr: Raise repeat pur│chases from 31% to 40%\r\n\t\tby: 2026-12-01\r\n');
    const action = find(at, /^Write it as metric: /);
    assert.equal(action?.kind, 'refactor.extract');
    assert.match(after(at, action), /40%\r\n\t\tmetric: repeat purchases 31% -> 40%\r\n\t\tby: 2026-12-01\r\n$/);
  });

  it('is not offered twice, nor for what is there or not', () => {
    for (const text of [
      'objective: A\n  kr: Raise sales from 3 to │4\n    metric: sales 3 -> 4\n',
      'objective: A\n  kr: Launch the │new shop\n',
      'objec│tive: A\n  kr: Raise sales from 3 to 4\n',
    ])
      assert.equal(find(fixture(text), /^Write it as/), undefined, text);
  });
});
