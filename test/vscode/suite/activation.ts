import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionApi, open } from './editor.ts';

describe('The extension in VS Code', () => {
  it('activates for a file of the language, and its server answers', async () => {
    const document = await open('plan.okr');
    assert.equal(document.languageId, 'okr');
    const api = await extensionApi();
    assert.notEqual(api.cascade(), null);
  });

  it('contributes its commands', async () => {
    await extensionApi();
    const commands = await vscode.commands.getCommands(true);
    for (const command of [
      'okr.newFile',
      'okr.restartServer',
      'okr.filterByCycle',
      'okr.filterByOwner',
      'okr.clearFilters',
    ]) {
      assert.ok(commands.includes(command), command);
    }
  });

  it('colours plans in the preview of Markdown, and leaves other languages as they were', async () => {
    await extensionApi();
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', '```okr\ncycle 2026-Q4\n```\n');
    assert.match(html, /<span class="okr-keyword">cycle<\/span>/);
    const other = await vscode.commands.executeCommand<string>('markdown.api.render', '```js\nlet a = 1;\n```\n');
    assert.match(other, /hljs-keyword/);
  });
});
