import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from '../../../server/src/syntax/parse.ts';
import {
  blockAtLine,
  blockAtOffset,
  blockLine,
  blockStart,
  offsetAt,
  positionIn,
} from '../../../server/src/syntax/positions.ts';
import { anyText } from './okr-text.ts';

describe('positions', () => {
  it('are those of the protocol, there and back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tree = parse(text);
        const document = TextDocument.create('file:///a.okr', 'okr', 1, text);
        for (let offset = 0; offset <= text.length && tree.blocks.length > 0; offset++) {
          const block = blockAtOffset(tree, offset);
          const start = blockStart(tree, block);
          const position = positionIn(tree, block, offset - start);
          assert.deepEqual(position, document.positionAt(offset));
          const back = offsetAt(tree, position);
          assert.equal(blockStart(tree, back.block) + back.offset, document.offsetAt(position));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('find the block of a line and of an offset', () => {
    const tree = parse('# a\n\nobjective: A\n\nkr: B\r\n');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 99].map((line) => blockAtLine(tree, line)),
      [0, 0, 1, 1, 2, 2, 2],
    );
    assert.deepEqual(
      [0, 4, 5, 19, 20, 27, 99].map((offset) => blockAtOffset(tree, offset)),
      [0, 0, 1, 2, 2, 2, 2],
    );
    assert.deepEqual(
      [0, 1, 2, 3].map((block) => [blockStart(tree, block), blockLine(tree, block)]),
      [
        [0, 0],
        [5, 2],
        [19, 4],
        [26, 5],
      ],
    );
  });

  it('are the start of an empty file', () => {
    const tree = parse('');
    assert.deepEqual([blockAtLine(tree, 0), blockAtOffset(tree, 0), blockStart(tree, 0)], [0, 0, 0]);
    assert.deepEqual(positionIn(tree, 0, 0), { line: 0, character: 0 });
    assert.deepEqual(offsetAt(tree, { line: 3, character: 3 }), { block: 0, offset: 0 });
  });
});
