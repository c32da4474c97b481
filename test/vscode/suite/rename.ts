import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extensionApi, fileUri, open } from './editor.ts';
import { ask, cursorIn } from './places.ts';

/** What is renamed, to what, and the changed lines in all files, as `name.okr | text after`. */
const renamings: readonly (readonly [what: string, marked: string, name: string, lines: readonly string[]])[] = [
  [
    'an objective',
    'objective sea|son',
    'winter',
    [
      'garden.okr | objective winter: Make the garden worth a visit in winter',
      'garden.okr | supports: garden.winter',
      'untidy.okr | supports: garden.winter',
    ],
  ],
  [
    'a scope, in the files of all cycles',
    'company gar|den',
    'park',
    [
      'garden-q3.okr | company park',
      'garden.okr | company park: Garden',
      'garden.okr | parent: park',
      'garden.okr | supports: park.season',
      'untidy.okr | parent: park',
      'untidy.okr | supports: park.season',
    ],
  ],
  [
    'a person',
    'lead: @s|am',
    '@samira',
    [
      'garden.okr | [ ] Heat the tea house @samira',
      'garden.okr | [x] Print the winter map @samira',
      'garden.okr | lead: @samira',
      'garden.okr | owner: @samira',
    ],
  ],
  [
    'an objective of the cycle before',
    'continues: sum|mer@2026-Q3',
    'evening',
    [
      'garden-q3.okr | objective evening: Make the garden the place for a summer evening',
      'garden.okr | continues: evening@2026-Q3',
    ],
  ],
];

describe('Renaming', () => {
  let document: vscode.TextDocument;
  before(async () => {
    await extensionApi();
    document = await open('garden.okr');
  });

  for (const [what, marked, name, lines] of renamings) {
    it(`changes ${what} wherever it is named`, async () => {
      await eventually(async () => {
        const edit = await ask<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          document.uri,
          cursorIn(document, marked),
          name,
        );
        assert.deepEqual(await changedLines(edit), [...lines].sort());
      });
    });
  }

  it('begins with the name alone', async () => {
    const at = cursorIn(document, 'supports: garden.sea|son');
    const { placeholder, range } = await ask<{ placeholder: string; range: vscode.Range }>(
      'vscode.prepareRename',
      document.uri,
      at,
    );
    assert.equal(placeholder, 'season');
    assert.equal(document.getText(range), 'season');
  });

  for (const [why, marked, name] of [
    ['a name that is taken', 'kr da|ys', 'groups'],
    ['a name that would not be read as one', 'kr da|ys', '???'],
  ] as const) {
    it(`refuses ${why}`, async () => {
      const asked = ask('vscode.executeDocumentRenameProvider', document.uri, cursorIn(document, marked), name);
      const refused = await asked.then(
        () => null,
        (error: unknown) => String(error),
      );
      assert.ok(refused !== null && refused.length > 20, refused ?? 'it was not refused');
    });
  }

  it('is undone in one go', async () => {
    const before = document.getText();
    const at = cursorIn(document, 'objective war|mth');
    const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at, 'cosy');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(document.getText(), /objective cosy: /);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await document.save();
  });
});

async function changedLines(edit: vscode.WorkspaceEdit): Promise<string[]> {
  const lines = edit.entries().map(async ([uri, edits]) => {
    const { path } = uri;
    const document = await vscode.workspace.openTextDocument(fileUri(path.split('/').at(-1) ?? path));
    return edits.map(({ range, newText }) => {
      const { text } = document.lineAt(range.start.line);
      const line = text.slice(0, range.start.character) + newText + text.slice(range.end.character);
      return `${path.split('/').at(-1) ?? ''} | ${line.trim()}`;
    });
  });
  return (await Promise.all(lines)).flat().sort();
}
