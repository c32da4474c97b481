import assert from 'node:assert/strict';
import type { FormattingOptions } from 'vscode-languageserver-types';
import { formatOnType } from '../../../server/src/features/format-on-type.ts';
import { formatted, formatting, USUAL_FORM } from '../../../server/src/features/format.ts';
import { positionAt } from '../../../server/src/features/layout.ts';
import { parse } from '../../../server/src/syntax/parse.ts';
import { applied, EXAMPLE, fixture } from './workspace.ts';

const OPTIONS: FormattingOptions = { tabSize: 2, insertSpaces: true };

function form(text: string): string | null {
  return formatted(parse(text), USUAL_FORM);
}

/** The file of a fixture after formatting; the lines from the first cursor to the second where there are two. */
function inEditor(marked: string, options: FormattingOptions = OPTIONS): string {
  const at = fixture(marked);
  const tree = at.snapshot.tree(at.uri);
  assert.ok(tree !== null);
  const [from, to] = at.offsets;
  const range =
    from === undefined || to === undefined ? null : { start: positionAt(tree, from), end: positionAt(tree, to) };
  return applied(at, formatting(at.snapshot, at.uri, options, range) ?? []);
}

describe('formatting', () => {
  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    [
      'indents what belongs to an item, and puts one blank line between items',
      'team a: A\nlead: @ana\nobjective x: X\nowner: @ana\nkr: K\nmetric: 1 -> 2\n\n\n\nkpi k: P\ntarget: >= 4\n',
      'team a: A\n  lead: @ana\n\n  objective x: X\n    owner: @ana\n\n    kr: K\n      metric: 1 -> 2\n\n  kpi k: P\n    target: >= 4\n',
    ],
    [
      'writes keywords and property names in their first form, without bullets and marks',
      '## **Objective 1:** Grow\n- Owner : @ana\n* Key Result #2: More\n  Due:2026-12-01\n  - [X] Do it\n',
      'objective 1: Grow\n  owner: @ana\n\n  kr 2: More\n    by: 2026-12-01\n    [x] Do it\n',
    ],
    ['writes the first form of a cycle', 'Quarter: Q4 2026\n', 'cycle 2026-Q4\n'],
    ['keeps the priority of a tag', '- [P1] KR: A\n', '[P1] kr: A\n'],
    ['keeps a score behind a title', 'KR1:  Reduce churn  (0.7)\n', 'kr 1: Reduce churn  (0.7)\n'],
    [
      'sets check-ins in columns',
      'kr: A\n  2026-10-15: 32.5%, confidence 0.6, first\n  2026-11-01: 34%, confidence 0.65, second, of two\n  2026-11-02: 4%, third\n  2026-11-03: 35%\n  2026-11-04: blocked, why\n',
      'kr: A\n  2026-10-15: 32.5%, confidence 0.6,  first\n  2026-11-01: 34%,   confidence 0.65, second, of two\n  2026-11-02: 4%,                     third\n  2026-11-03: 35%\n  2026-11-04: blocked, why\n',
    ],
    [
      'leaves a remark as it is, commas and spaces included',
      'kr: A\n  2026-10-15: we met,   and talked\n  2026-11-01: 34%, a,  b\n',
      'kr: A\n  2026-10-15: we met,   and talked\n  2026-11-01: 34%, a,  b\n',
    ],
    [
      'keeps what is nested in a note',
      'kr: A\n>A list:\n>   - one\n>\n> end\n',
      'kr: A\n  > A list:\n  >   - one\n  >\n  > end\n',
    ],
    [
      'stands comments where the next line stands, and one that follows a line where that does',
      'team a: A\n# about x\nobjective x: X\n# about the owner\nowner: @ana\n# about the owner too\n\n# about b\n\nteam b: B\n',
      'team a: A\n\n  # about x\n  objective x: X\n    # about the owner\n    owner: @ana\n    # about the owner too\n\n# about b\n\nteam b: B\n',
    ],
    [
      'keeps faulty lines and lists as they are written',
      'objective: A\nKR2 – Reduce backlog\nno line at all\nKey Results:\n- One\n* Two\n',
      'objective: A\n\n  KR2 – Reduce backlog\n    no line at all\n\n  Key Results:\n  - One\n  * Two\n',
    ],
    [
      'leaves a property misleading that stands as if it were the outer one’s (OKR008)',
      'objective: A\n  kr: B\n    metric: 1 -> 2\n  owner: @ana\n',
      'objective: A\n\n  kr: B\n    metric: 1 -> 2\n  owner: @ana\n',
    ],
    [
      'leaves a property behind a pasted list where it may be meant for the objective (OKR008)',
      'objective: A\n## KPIs\n- Rating\nOwner: @ana\n',
      'objective: A\n\n## KPIs\n- Rating\nowner: @ana\n',
    ],
    [
      'puts a property of the objective below a key result',
      'objective: A\nkr: B\nwhy: C\n',
      'objective: A\n\n  kr: B\n  why: C\n',
    ],
    ['keeps line breaks', 'kr: A\r\nowner:@ana\r\nkr: B', 'kr: A\r\n  owner: @ana\r\n\r\nkr: B\r\n'],
    ['keeps a byte order mark', '\ufeff  KR: A\n', '\ufeffkr: A\n'],
    ['keeps marks of direction', 'kr: \u200fשלום\u200f  \n', 'kr: \u200fשלום\u200f\n'],
    ['takes blank lines off both ends', '\n \nkr: A  \n\n\n', 'kr: A\n'],
    ['makes nothing of nothing', '', ''],
    ['keeps a space that makes a faulty line what it is', 'objective_ \n', 'objective_ \n'],
  ];
  for (const [what, before, after] of cases) {
    it(what, () => {
      assert.equal(form(before), after);
      assert.equal(form(after), after);
    });
  }

  it('leaves the examples alone', () => {
    for (const file of EXAMPLE.split(/=== .*\n/).slice(1)) assert.equal(form(file), file);
  });

  it('indents as the editor is set', () => {
    const text = 'objective: A\nkr: B\n  owner: @ana\n';
    assert.equal(
      inEditor(text, { tabSize: 4, insertSpaces: true }),
      'objective: A\n\n    kr: B\n        owner: @ana\n',
    );
    assert.equal(inEditor(text, { tabSize: 4, insertSpaces: false }), 'objective: A\n\n\tkr: B\n\t\towner: @ana\n');
  });

  it('leaves spaces and blank lines at the end where the editor says so', () => {
    const kept = { trimTrailingWhitespace: false, insertFinalNewline: false, trimFinalNewlines: false };
    assert.equal(inEditor('Kr: A  \n\n\n', { ...OPTIONS, ...kept }), 'kr: A  \n\n\n');
    assert.equal(inEditor('Kr: A', { ...OPTIONS, ...kept }), 'kr: A');
  });

  it('gives no edit for a line that stays, and small ones for those that change', () => {
    const at = fixture('objective: A\n\n  kr: B\n   owner: @ana\n');
    assert.deepEqual(formatting(at.snapshot, at.uri, OPTIONS, null), [
      { range: { start: { line: 3, character: 3 }, end: { line: 3, character: 3 } }, newText: ' ' },
    ]);
  });

  it('formats the lines of a range, in relation to what stays as it is above them', () => {
    assert.equal(
      inEditor('OBJECTIVE: A\n    KR: B\n│Metric: 1 -> 2\nOwner: @ana│\nWeight: 2\n'),
      'OBJECTIVE: A\n    KR: B\n      metric: 1 -> 2\n      owner: @ana\nWeight: 2\n',
    );
  });

  it('knows nothing of a file that is not there', () => {
    const at = fixture('kr: A\n');
    assert.equal(formatting(at.snapshot, 'file:///plans/other.okr', OPTIONS, null), null);
    assert.equal(formatOnType(at.snapshot, 'file:///plans/other.okr', { line: 1, character: 0 }, OPTIONS), null);
  });
});

describe('formatting on type', () => {
  /** The text after a line break was typed in front of the cursor. */
  function typed(marked: string): string {
    const at = fixture(marked);
    const tree = at.snapshot.tree(at.uri);
    assert.ok(tree !== null);
    return applied(at, formatOnType(at.snapshot, at.uri, positionAt(tree, at.offset), OPTIONS) ?? []);
  }
  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    ['goes on below a header, one step in', 'objective: A\n  kr: B\n│', 'objective: A\n  kr: B\n    '],
    ['goes on below a property', 'kr: B\n  owner: @ana\n│', 'kr: B\n  owner: @ana\n  '],
    [
      'goes on with today below an earlier check-in',
      'kr: B\n  2026-11-01: 4\n│',
      'kr: B\n  2026-11-01: 4\n  2026-11-10: ',
    ],
    [
      'puts the date behind the indentation of the editor',
      'kr: B\n  2026-11-01: 4\n  │',
      'kr: B\n  2026-11-01: 4\n  2026-11-10: ',
    ],
    ['does not below a check-in of today', 'kr: B\n  2026-11-10: 4\n  │', 'kr: B\n  2026-11-10: 4\n  '],
    [
      'does not below an early check-in of several',
      'kr: B\n  2026-11-01: 4\n  │\n  2026-11-08: 5\n',
      'kr: B\n  2026-11-01: 4\n  \n  2026-11-08: 5\n',
    ],
    ['ends with an empty check-in', 'kr: B\n  2026-11-10: \n  │\n', 'kr: B\n  \n'],
    ['goes on with a task', 'kr: B\n  [x] Do\n│', 'kr: B\n  [x] Do\n  [ ] '],
    ['ends with an empty task', 'kr: B\n  [ ] \n│\n', 'kr: B\n\n'],
    ['goes on with a note', 'kr: B\n  > Why\n│', 'kr: B\n  > Why\n  > '],
    ['leaves what the editor has put there', 'kr: B\n  > Why\n  > │', 'kr: B\n  > Why\n  > '],
    [
      'leaves a line that was split',
      'kr: B\n  2026-11-01: 4\n│, confidence 0.5\n',
      'kr: B\n  2026-11-01: 4\n, confidence 0.5\n',
    ],
  ];
  for (const [what, before, after] of cases) it(what, () => assert.equal(typed(before), after));
});
