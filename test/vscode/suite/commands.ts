import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cascadeNodes, eventually, extensionApi, open } from './editor.ts';
import { ask, cursorIn } from './places.ts';

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(command, ...args);

describe('The commands', () => {
  before(async () => {
    await extensionApi();
  });
  afterEach(() => run('workbench.action.closeAllEditors'));

  it('begin a new file that has a metric for each key result', async () => {
    await run('okr.newFile');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.equal(document.languageId, 'okr');
    assert.ok(document.isUntitled);
    assert.match(
      document.getText(),
      /^cycle \d{4}-Q[1-4]\n[^]*objective[^]*kr[^]*metric: [^\n]*\n +\d{4}-\d\d-\d\d: 7 h/,
    );
    assert.match(document.getText(), /^ +type: committed$/m);
    await run('workbench.action.revertAndCloseActiveEditor');
  });

  it('check in: today’s line stands below the last check-in, with the last level selected', async () => {
    const document = await open('garden.okr');
    const before = document.getText();
    const checkIn = await lens(document, 'objective season', 'Check in');
    await run(checkIn.command, ...checkIn.args);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const { line } = editor.selection.active;
    assert.equal(document.lineAt(line - 1).text, '      2026-11-02: 350');
    assert.equal(document.lineAt(line).text, '      2026-11-10: 350');
    assert.equal(document.getText(editor.selection), '350');
    await run('undo');
    assert.equal(document.getText(), before);
    await document.save();
  });

  it('show the supporters that a lens counts', async () => {
    const document = await open('garden.okr');
    const supporters = await lens(document, 'objective season', '2 supporters');
    const [uri, position, locations] = supporters.args;
    assert.equal(String(uri), document.uri.toString());
    assert.ok(position !== undefined && Array.isArray(locations) && locations.length === 2);
    await run(supporters.command, uri, position, locations);
  });

  it('show one cycle, and all again', async () => {
    const api = await extensionApi();
    const all = cascadeNodes(api).length;
    const labels = (): string =>
      cascadeNodes(api)
        .map(({ label }) => label)
        .join(' | ');
    // The first of the list is all cycles, the second the newest.
    await eventually(async () => {
      const asked = run('okr.filterByCycle');
      await new Promise((resolve) => setTimeout(resolve, 200));
      await run('workbench.action.quickOpenSelectNext');
      await run('workbench.action.acceptSelectedQuickOpenItem');
      await run('workbench.action.closeQuickOpen');
      await asked;
      assert.ok(cascadeNodes(api).length < all, labels());
    });
    const cycles = new Set(cascadeNodes(api).flatMap(({ kind, cycle }) => (kind === 'objective' ? [cycle] : [])));
    assert.equal(cycles.size, 1, [...cycles].join(' '));
    await run('okr.clearFilters');
    await eventually(() => assert.equal(cascadeNodes(api).length, all));
  });

  it('open the walkthrough and an item of the cascade', async () => {
    const api = await extensionApi();
    await run('okr.openWalkthrough');
    await eventually(() => assert.ok(vscode.window.tabGroups.activeTabGroup.activeTab));
    await run('okr.refreshCascade');
    const node = cascadeNodes(api).find(({ label }) => label.includes('Make the glasshouse'));
    assert.ok(node?.uri !== null && node?.range != null);
    await run('okr.openItemToSide', node);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.ok(editor.document.uri.path.endsWith('garden.okr'));
    assert.match(editor.document.lineAt(editor.selection.active).text, /objective warmth/);
  });
});

/** The resolved lens of that title above the line with `header`. */
async function lens(
  document: vscode.TextDocument,
  header: string,
  title: string,
): Promise<{ readonly command: string; readonly args: readonly unknown[] }> {
  let found: vscode.Command | undefined;
  await eventually(async () => {
    const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
    const { line } = cursorIn(document, `|${header}`);
    found = lenses.find(({ range, command }) => range.start.line === line && command?.title === title)?.command;
    assert.ok(found, title);
  });
  assert.ok(found);
  return { command: found.command, args: found.arguments ?? [] };
}
