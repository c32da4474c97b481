import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const extensionId = 'okr-language.okr-language';

describe('The extension in VS Code', () => {
  it('is found, and activates for a file of the language', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, `${extensionId} is not among the extensions`);
    const [file] = await vscode.workspace.findFiles('**/*.okr', null, 1);
    assert.ok(file, 'the workspace has no .okr file');
    const document = await vscode.workspace.openTextDocument(file);
    assert.equal(document.languageId, 'okr');
    await extension.activate();
    assert.ok(extension.isActive);
  });
});
