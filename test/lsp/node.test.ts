import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { uriOf } from '../../server/src/node/files.ts';
import { messageOf } from './client.ts';

const MAIN = fileURLToPath(new URL('../../server/src/lsp/node-main.ts', import.meta.url));

describe('the language server under Node', function () {
  // A process that compiles the sources as it loads them.
  this.timeout(30_000);
  let folder = '';
  let server: ChildProcess | null = null;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'okr-server-'));
  });
  afterEach(async () => {
    server?.kill();
    await rm(folder, { recursive: true, force: true });
  });

  it('talks over stdio, reads a real folder, bears what is no plan in it, and ends when told to', async () => {
    await mkdir(join(folder, 'folder.okr'));
    await mkdir(join(folder, 'ignored'));
    await writeFile(join(folder, '.gitignore'), 'ignored/\n');
    await writeFile(join(folder, 'ignored', 'a.okr'), 'nonsense in here\n');
    await writeFile(join(folder, 'bad.okr'), 'nonsense in here\n');
    await writeFile(join(folder, 'latin.okr'), Buffer.from([...Buffer.from('kr: caf'), 0xe9, 0x0a]));
    await writeFile(join(folder, 'nul.okr'), Buffer.alloc(4096));
    await writeFile(join(folder, 'long.okr'), 'kr: '.padEnd(5_000_000, 'a long line '));
    await symlink('nowhere', join(folder, 'dangling.okr'));

    const child = spawn(process.execPath, ['--import', 'tsx', MAIN, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    server = child;
    const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const messages = new Map<string, string>();
    const expected = ['bad.okr', 'latin.okr', 'nul.okr', 'folder.okr', 'dangling.okr', 'long.okr'];
    const all = new Promise<void>((resolve) => {
      connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
        messages.set(uri, diagnostics.map(messageOf).join(' | '));
        if (expected.every((name) => messages.has(uriOf(join(folder, name))))) resolve();
      });
    });
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- as an editor that knows no workspace folders has it.
      rootUri: uriOf(folder),
      capabilities: {},
    });
    await connection.sendNotification(InitializedNotification.type, {});
    await all;
    const said = (name: string): string => messages.get(uriOf(join(folder, name))) ?? 'nothing';
    assert.match(said('bad.okr'), /not a line of the language/);
    assert.match(said('latin.okr'), /not UTF-8: line 1/);
    assert.match(said('nul.okr'), /NUL/);
    assert.match(said('folder.okr'), /is a folder/);
    assert.match(said('dangling.okr'), /link to nowhere, which is not there/);
    assert.equal(said('ignored/a.okr'), 'nothing');

    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    assert.equal(await ended, 0);
  });

  it('ends when its input does', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', MAIN, '--stdio'], {
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    server = child;
    const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
    child.stdin.end();
    assert.equal(await ended, 1);
  });
});
