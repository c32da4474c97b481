import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codesOf, eventually, extensionApi, fileUri, nodeLabelled, open } from './editor.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const write = (name: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(fileUri(name), bytes(text));
const scope = (id: string, name: string): string => `cycle 2026-Q4\nteam ${id}: ${name}\n`;

describe('Files that nobody has open', () => {
  it('are followed when they change, move and go', async () => {
    const api = await extensionApi();
    await write('moving.okr', scope('first', 'First name'));
    await eventually(() => assert.ok(nodeLabelled(api, 'First name')));
    await write('moving.okr', scope('second', 'Second name'));
    await eventually(() => assert.ok(nodeLabelled(api, 'Second name')));
    await vscode.workspace.fs.rename(fileUri('moving.okr'), fileUri('moved.okr'));
    await eventually(() => assert.ok(nodeLabelled(api, 'Second name')?.uri?.endsWith('moved.okr')));
    await vscode.workspace.fs.delete(fileUri('moved.okr'));
    await eventually(() => assert.equal(nodeLabelled(api, 'Second name'), undefined));
  });

  it('are left out where a .gitignore says so', async () => {
    const api = await extensionApi();
    await write('private/.gitignore', 'secret.okr\n');
    await write('private/secret.okr', scope('secret', 'Kept secret'));
    await write('private/known.okr', scope('known', 'Well known'));
    await eventually(() => assert.ok(nodeLabelled(api, 'Well known')));
    assert.equal(nodeLabelled(api, 'Kept secret'), undefined);
    await write('private/.gitignore', '');
    await eventually(() => assert.ok(nodeLabelled(api, 'Kept secret')));
    await vscode.workspace.fs.delete(fileUri('private'), { recursive: true });
    await eventually(() => assert.equal(nodeLabelled(api, 'Well known'), undefined));
  });

  it('hold the configuration that is written beside them', async () => {
    await extensionApi();
    const faulty = fileUri('faulty.okr');
    await eventually(() => assert.ok(codesOf(faulty).includes('OKR101')));
    await write('okr.config.json', '{ "rules": { "not-measurable": "off" } }');
    await eventually(() => assert.ok(!codesOf(faulty).includes('OKR101')));
    await vscode.workspace.fs.delete(fileUri('okr.config.json'));
    await eventually(() => assert.ok(codesOf(faulty).includes('OKR101')));
  });
});

describe('A document without a file', () => {
  it('has its findings', async () => {
    await extensionApi();
    const document = await vscode.workspace.openTextDocument({ language: 'okr', content: 'nonsense in here\n' });
    await vscode.window.showTextDocument(document);
    await eventually(() => assert.deepEqual(codesOf(document.uri), ['OKR001']));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually(() => assert.deepEqual(codesOf(document.uri), []));
  });
});

describe('The language server', () => {
  it('can be started again, and knows everything as before', async () => {
    const api = await extensionApi();
    await open('faulty.okr');
    const before = codesOf(fileUri('faulty.okr'));
    await vscode.commands.executeCommand('okr.restartServer');
    await eventually(() => assert.deepEqual(codesOf(fileUri('faulty.okr')), before));
    assert.ok(nodeLabelled(api, 'Acme'));
  });

  it('is started again when it crashes, which is said once', async function () {
    // A worker of the browser cannot be ended from outside, and Windows has no ps.
    if (vscode.env.uiKind === vscode.UIKind.Web && fileUri('').scheme !== 'file') this.skip();
    const { execFileSync } = await import('node:child_process');
    const api = await extensionApi();
    await open('faulty.okr');
    const server = (): number | null => {
      const all = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
      const own = all.map((line) => line.trim().split(/\s+/)).filter(([, parent]) => parent === String(process.pid));
      const found = own.find(([, , ...args]) => args.some((argument) => argument.endsWith('dist/server/node-main.js')));
      return found === undefined ? null : Number(found[0]);
    };
    const crash = async (): Promise<void> => {
      const ended = server();
      assert.ok(ended !== null, 'no server runs');
      process.kill(ended, 'SIGKILL');
      // What is asked before its end is noticed goes nowhere; that must not count as an end that was wanted.
      while (server() === ended);
      const questions = Array.from({ length: 6 }, () => vscode.commands.executeCommand('okr.checkIn', 'none'));
      await Promise.allSettled(questions);
      await eventually(() => {
        const next = server();
        assert.ok(next !== null && next !== ended);
      });
      // A server that ends before it has answered `initialize` did not crash but failed to start.
      await eventually(async () => {
        const uri = fileUri('faulty.okr');
        const symbols = await vscode.commands.executeCommand<unknown[]>('vscode.executeDocumentSymbolProvider', uri);
        assert.ok(symbols.length > 0);
      });
    };
    const warnings: string[] = [];
    const { showWarningMessage } = vscode.window;
    // The extension asks the same object, which answers here as if the notice were closed.
    Object.assign(vscode.window, {
      showWarningMessage: (message: string) => {
        warnings.push(message);
        return Promise.resolve(undefined);
      },
    });
    try {
      await crash();
      await eventually(() => assert.equal(warnings.length, 1));
      // Files are followed again: the start is over.
      await write('appears.okr', scope('appears', 'Appears after a crash'));
      await eventually(() => assert.ok(nodeLabelled(api, 'Appears after a crash')));
      await crash();
    } finally {
      Object.assign(vscode.window, { showWarningMessage });
    }
    const codes = codesOf(fileUri('faulty.okr'));
    await vscode.workspace.fs.delete(fileUri('appears.okr'));
    await eventually(() => assert.ok(!nodeLabelled(api, 'Appears after a crash')));
    await eventually(() => assert.ok(codesOf(fileUri('faulty.okr')).includes('OKR101'), codes.join(' ')));
    assert.deepEqual(warnings, ['The OKR language server stopped unexpectedly and was started again.']);
  });
});
