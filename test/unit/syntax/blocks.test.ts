import assert from 'node:assert/strict';
import fc from 'fast-check';
import { reparse } from '../../../server/src/syntax/blocks.ts';
import type { TextEdit } from '../../../server/src/syntax/blocks.ts';
import { parse } from '../../../server/src/syntax/parse.ts';
import { print } from '../../../server/src/syntax/print.ts';
import type { Tree } from '../../../server/src/syntax/tree.ts';
import { anyText, linesText, pieceText } from './okr-text.ts';

/** The blocks of a text, each as the kind of its header and its first line. */
function blocksOf(text: string): string[] {
  return parse(text).blocks.map(({ header, text: block }) => {
    const kind = header === null ? 'none' : header.kind === 'label' ? 'label' : header.header;
    return `${kind}|${block.split('\n')[0] ?? ''}`;
  });
}

/** The kinds of a block's lines. */
function kindsOf(text: string, block = 0): (string | undefined)[] {
  return (parse(text).blocks[block]?.lines ?? []).map((line) => (line.kind === 'header' ? line.header : line.kind));
}

describe('blocks', () => {
  it('begin at headers and at the comments directly above them', () => {
    assert.deepEqual(
      blocksOf('# file\n\n# about a\n# okr-ignore OKR101: x\nobjective a: A\nowner: x\n# about b\nkr b: B\n'),
      ['none|# file', 'objective|# about a', 'kr|# about b'],
    );
  });

  it('take a team between an objective and its first key result for its owner', () => {
    const text = 'objective: A\nTeam: Support\nDepartment: Sales\n> note\nkr: B\nteam: C\nkr: D\n';
    assert.deepEqual(blocksOf(text), ['objective|objective: A', 'kr|kr: B', 'team|team: C', 'kr|kr: D']);
    assert.deepEqual(kindsOf(text), ['objective', 'property', 'property', 'note']);
    const owner = parse(text).blocks[0]?.lines[1];
    assert.ok(owner?.kind === 'property' && owner.property === 'owner' && owner.value.text === 'Support');
  });

  it('let a team open its scope where no key result follows', () => {
    assert.deepEqual(blocksOf('objective: A\nTeam: B\nobjective: C\nTeam d: D\nkr: E\nobjective: F\nTeam: G'), [
      'objective|objective: A',
      'team|Team: B',
      'objective|objective: C',
      'team|Team d: D',
      'kr|kr: E',
      'objective|objective: F',
      'team|Team: G',
    ]);
  });

  it('see the first key result behind a plural label too', () => {
    assert.deepEqual(blocksOf('objective: A\nTeam: B\nKey Results:\n- C'), [
      'objective|objective: A',
      'label|Key Results:',
    ]);
  });

  it('are not opened by an objective that is only a quantity', () => {
    assert.deepEqual(blocksOf('kr: A\nGoal: 10 km\nkr: B'), ['kr|kr: A', 'kr|kr: B']);
    assert.deepEqual(kindsOf('kr: A\nGoal: 10 km'), ['kr', 'error']);
  });

  it('hold the bullets and check boxes below a plural label', () => {
    const text =
      'Key Results:\n\n- A\n\n[ ] B\n  * Team satisfaction\n- Churn: 5%\n  owner: @x\n[ ] C\n- D\n  2026-01-01: 5\n  > note\n- E\nno item\n- F\n';
    assert.deepEqual(kindsOf(text), [
      ...['label', 'blank', 'kr', 'blank', 'kr', 'kr', 'kr', 'property', 'initiative', 'kr', 'entry', 'note', 'kr'],
      ...['error', 'kr'],
    ]);
  });

  it('leave a list at a header of its own, and not at a line that is none of the language', () => {
    assert.deepEqual(blocksOf('KPIs:\n- A\n- KR2 – B\n- C\n'), ['label|KPIs:', 'kr|- KR2 – B']);
    assert.deepEqual(blocksOf('KPIs:\n- A\nno item\n- team b\n'), ['label|KPIs:']);
  });

  it('hold one header each', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const block of parse(text).blocks) {
          const openers = block.lines.filter(
            (line) => line.kind === 'label' || (line.kind === 'header' && !line.fromList),
          );
          assert.ok(openers.length <= 1);
          assert.equal(openers[0] ?? null, block.header);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

/** An edit as fractions of the text, so that it fits whatever the text has become. */
const edits = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 30 }), pieceText), {
  minLength: 1,
  maxLength: 6,
});

function fitted(text: string, [where, length, newText]: readonly [number, number, string]): TextEdit {
  const from = Math.round(where * text.length);
  return { from, to: Math.min(text.length, from + length), newText };
}

function applied(text: string, { from, to, newText }: TextEdit): string {
  return text.slice(0, from) + newText + text.slice(to);
}

/** How many blocks at the start and the end of two trees have the same text, each counted once. */
function untouched(before: Tree, after: Tree, edit: TextEdit): void {
  let offset = 0;
  before.blocks.forEach((block, index) => {
    const end = offset + block.text.length;
    if (end < edit.from && after.blocks[index]?.text === block.text) assert.equal(after.blocks[index], block);
    const behind = after.blocks[after.blocks.length - (before.blocks.length - index)];
    if (offset > edit.to && behind?.text === block.text) assert.equal(behind, block);
    offset = end;
  });
}

describe('reparse', () => {
  for (const [name, texts] of [
    ['files', linesText],
    ['any text', anyText],
  ] as const) {
    it(`is a full parse, and keeps the blocks it did not touch: ${name}`, () => {
      fc.assert(
        fc.property(texts, edits, (start, changes) => {
          let text = start;
          let tree = parse(text);
          for (const change of changes) {
            const edit = fitted(text, change);
            const next = reparse(tree, edit);
            text = applied(text, edit);
            assert.equal(print(next), text);
            assert.deepEqual(next, parse(text));
            untouched(tree, next, edit);
            tree = next;
          }
        }),
        { numRuns: 3000 },
      );
    });
  }

  it('keeps all blocks but the one typed in', () => {
    const text =
      'cycle 2026\n\nobjective a: A\n  owner: @x\n\n  kr b: B\n    metric: 1 -> 2\n\n  kr c: C\n\nteam t: T\n';
    const tree = parse(text);
    const at = text.indexOf('1 -> 2');
    const next = reparse(tree, { from: at, to: at, newText: '2' });
    assert.deepEqual(
      next.blocks.map((block, index) => block === tree.blocks[index]),
      [true, true, false, true, true],
    );
  });

  it('gives the same tree for no change', () => {
    const tree = parse('kr: x');
    assert.equal(reparse(tree, { from: 2, to: 2, newText: '' }), tree);
  });
});
