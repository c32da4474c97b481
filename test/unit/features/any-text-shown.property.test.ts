import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Range } from 'vscode-languageserver-types';
import { checkInPlaces } from '../../../server/src/features/check-in-places.ts';
import { codeLenses, resolveCodeLens } from '../../../server/src/features/code-lens.ts';
import { formatOnType } from '../../../server/src/features/format-on-type.ts';
import { formatting } from '../../../server/src/features/format.ts';
import { inlayHints, resolveInlayHint } from '../../../server/src/features/inlay-hints.ts';
import { lengthOf, offsetAt, positionAt } from '../../../server/src/features/layout.ts';
import { rename } from '../../../server/src/features/rename.ts';
import { semanticTokens } from '../../../server/src/features/semantic-tokens.ts';
import { anyText } from '../syntax/okr-text.ts';
import { A, snapshotOf } from './workspace.ts';

const ALL_HINTS = { progress: true, owner: true, cycle: true, deadline: true };
const COMMANDS = { references: 'references', checkIn: 'checkIn' };

/** Tokens stand in the order of the text, in its lines, and not over each other. */
function areTokensOf(data: readonly number[], lines: readonly string[]): void {
  let [line, character, free] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0] = data.slice(at, at + 3);
    line += down;
    character = down === 0 ? character + right : right;
    assert.ok(length > 0 && (down > 0 || character >= free), `a token at ${String(line)}:${String(character)}`);
    free = character + length;
    assert.ok(free <= (lines[line]?.length ?? 0), `a token beyond line ${String(line)}`);
  }
}

describe('what is shown in any text, and how it is shaped', () => {
  it('comes without failing, with places that are there', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        const snapshot = snapshotOf(a, b);
        const offset = Math.round(share * a.length);
        const tree = snapshot.tree(A);
        assert.ok(tree !== null);
        const end = positionAt(tree, lengthOf(tree));
        const whole: Range = { start: { line: 0, character: 0 }, end };
        const within = ({ start, end: last }: Range): void => {
          for (const position of [start, last]) assert.deepEqual(positionAt(tree, offsetAt(tree, position)), position);
        };
        const form = { tabSize: 2, insertSpaces: true };
        formatting(snapshot, A, form, null)?.forEach(({ range }) => within(range));
        const half: Range = { start: whole.start, end: positionAt(tree, offset) };
        formatting(snapshot, A, form, half)?.forEach(({ range }) => within(range));
        formatOnType(snapshot, A, half.end, form)?.forEach(({ range }) => within(range));
        inlayHints(snapshot, A, whole, ALL_HINTS)?.forEach((hint) => {
          within({ start: hint.position, end: hint.position });
          assert.ok(resolveInlayHint(snapshot, hint).tooltip !== undefined);
        });
        codeLenses(snapshot, A, COMMANDS)?.forEach((lens) => {
          within(lens.range);
          assert.notEqual(resolveCodeLens(snapshot, lens, COMMANDS).command?.title ?? '', '');
        });
        for (const { key } of snapshot.plan.objectives) {
          for (const { uri, position, newText, back, selected } of checkInPlaces(snapshot, key) ?? []) {
            if (uri === A) within({ start: position, end: position });
            assert.ok(back + selected <= newText.length);
          }
        }
        areTokensOf(semanticTokens(snapshot, A) ?? [], a.split(/\r\n|\r|\n/));
        const renamed = rename(snapshot, A, offset, 'name', { annotations: false, versionOf: () => null });
        if (renamed !== null && 'documentChanges' in renamed) {
          for (const change of renamed.documentChanges ?? []) {
            if (!('edits' in change) || change.textDocument.uri !== A) continue;
            change.edits.forEach(({ range }) => within(range));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
