import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionApi, open } from './editor.ts';
import { ask, cursorIn, edited, wholeOf } from './places.ts';

const SPACES: vscode.FormattingOptions = { tabSize: 2, insertSpaces: true };

/** What stands above the cursor, and the line that a line break begins. `⏎` is where it was typed. */
const breaks: readonly (readonly [what: string, above: string, line: string])[] = [
  ['a property below a header', '  objective open: Open\n    kr days: Open on more days', '      '],
  ['the next property', '  objective open: Open\n    owner: @sam', '    '],
  ['the next task', '  objective open: Open\n    kr days: Open\n      [ ] Print the map', '      [ ] '],
  ['today’s check-in', '  objective open: Open\n    kr days: Open\n      2026-11-02: 3', '      2026-11-10: '],
  ['the rest of a note', '  objective open: Open\n    > It is cold', '    > '],
];

describe('Formatting', () => {
  before(async () => {
    await extensionApi();
  });

  it('gives a file its form, changes no word, and then has nothing more to do', async () => {
    const document = await open('untidy.okr');
    const edits = await ask<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, SPACES);
    const after = edited(document, edits);
    assert.deepEqual(words(after), words(document.getText()));
    assert.match(after, /^cycle 2026-Q4\n\nteam herbs: Herbs\n {2}parent: garden\n\n {2}objective thyme: /);
    const formatted = await vscode.workspace.openTextDocument({ language: 'okr', content: after });
    assert.deepEqual(
      (await ask<vscode.TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', formatted.uri, SPACES)) ?? [],
      [],
    );
  });

  it('keeps to the editor’s indentation', async () => {
    const document = await open('untidy.okr');
    const tabs = { tabSize: 4, insertSpaces: false };
    const edits = await ask<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, tabs);
    assert.match(edited(document, edits), /\n\tobjective thyme: .*\n\t\tsupports: garden\.season\n/);
  });

  it('touches only the lines of a range', async () => {
    const document = await open('untidy.okr');
    const from = cursorIn(document, '|        owner: @ivy');
    const edits = await ask<vscode.TextEdit[]>(
      'vscode.executeFormatRangeProvider',
      document.uri,
      new vscode.Range(from, document.lineAt(from.line).range.end),
      SPACES,
    );
    assert.ok(edits.length > 0);
    assert.ok(edits.every(({ range }) => range.start.line >= from.line - 1 && range.end.line <= from.line + 1));
    assert.match(edited(document, edits), /^cycle 2026-q4\n/);
  });

  for (const [what, above, line] of breaks) {
    it(`begins ${what} at a line break`, async () => {
      const content = `cycle 2026-Q4\nteam breaks: Breaks\n${above}\n`;
      const document = await vscode.workspace.openTextDocument({ language: 'okr', content });
      const end = wholeOf(document).end;
      const edits = await ask<vscode.TextEdit[]>('vscode.executeFormatOnTypeProvider', document.uri, end, '\n', SPACES);
      assert.equal(edited(document, edits), content + line);
    });
  }
});

function words(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}
