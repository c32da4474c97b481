import assert from 'node:assert/strict';
import type { ConfigurationItem } from 'vscode-languageserver-protocol';
import {
  CodeLensRequest,
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DidChangeWorkspaceFoldersNotification,
  HoverRequest,
  InlayHintRequest,
} from 'vscode-languageserver-protocol/node';
import { codesOf, diskOf, startClient, uriOf } from './client.ts';
import type { Client } from './client.ts';

const TEXT = `cycle FY2027-Q1
objective a: A
  owner: @ana
  kr b: B
    metric: 1 -> 3
    2026-11-01: 2
`;

describe('several workspace folders, over the protocol', () => {
  let client: Client;
  afterEach(() => client.dispose());

  const range = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } };
  const hints = async (name: string): Promise<readonly unknown[] | undefined> =>
    (await client.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri: uriOf(name) }, range }))?.map(
      ({ label }) => label,
    );
  const lenses = async (name: string): Promise<number | undefined> =>
    (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: uriOf(name) } }))?.length;
  const hover = async (name: string): Promise<string> => {
    const position = { line: 0, character: 8 };
    return JSON.stringify(
      await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: uriOf(name) }, position }),
    );
  };
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (let turn = 0; turn < 300; turn++) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.fail('it never came true');
  };

  it('have settings of their own, which are asked for each and follow changes', async () => {
    const owner = { inlayHints: { progress: false, owner: true }, codeLens: { enabled: false } };
    const set: Record<string, unknown> = { [uriOf('one')]: owner };
    const asked: ConfigurationItem[] = [];
    client = await startClient({
      folders: ['one', 'two'],
      capabilities: { workspace: { configuration: true, workspaceFolders: true } },
      prepare: (connection) =>
        connection.onRequest(ConfigurationRequest.type, ({ items }) => {
          asked.push(...items);
          return items.map(({ scopeUri }) => set[scopeUri ?? ''] ?? {});
        }),
    });
    for (const name of ['one/a.okr', 'two/a.okr', 'three/a.okr']) await client.open(name, TEXT);
    assert.deepEqual(
      asked.map(({ scopeUri, section }) => [scopeUri, section]),
      [
        [undefined, 'okr'],
        [uriOf('one'), 'okr'],
        [uriOf('two'), 'okr'],
      ],
    );
    assert.deepEqual(await hints('one/a.okr'), ['@ana']);
    assert.equal(await lenses('one/a.okr'), 0);
    assert.equal((await hints('two/a.okr'))?.length, 1);
    assert.notDeepEqual(await hints('two/a.okr'), ['@ana']);
    assert.notEqual(await lenses('two/a.okr'), 0);

    set[uriOf('two')] = owner;
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await until(async () => (await lenses('two/a.okr')) === 0);
    assert.notEqual(await lenses('three/a.okr'), 0);

    set[uriOf('three')] = owner;
    await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [{ uri: uriOf('three'), name: 'three' }], removed: [{ uri: uriOf('one'), name: 'one' }] },
    });
    await until(async () => (await lenses('three/a.okr')) === 0);
    assert.notEqual(await lenses('one/a.okr'), 0);
  });

  it('tell of closed files where their folder wants it', async () => {
    const bad = 'nonsense on its own line here\n';
    client = await startClient({
      folders: ['one', 'two'],
      disk: diskOf({ 'one/bad.okr': bad, 'two/bad.okr': bad }),
      capabilities: { workspace: { configuration: true } },
      prepare: (connection) =>
        connection.onRequest(ConfigurationRequest.type, ({ items }) =>
          items.map(({ scopeUri }) => (scopeUri === uriOf('one') ? { diagnostics: { scope: 'openFiles' } } : null)),
        ),
    });
    await client.diagnostics('two/bad.okr', (found) => codesOf(found).includes('OKR001'));
    assert.ok(!client.published.some(({ uri, diagnostics }) => uri === uriOf('one/bad.okr') && diagnostics.length > 0));
  });

  it('have the fiscal year and the rules of their own configuration', async () => {
    const text = TEXT.replace('B\n', 'Improve things\n    by: 2026-10-30\n').replace(/ {4}metric.*\n/, '');
    const disk = diskOf({
      'one/okr.config.json': '{ "fiscalYearStart": 10, "rules": { "not-measurable": "off" } }',
      'two/okr.config.json': '{ "fiscalYearStart": 11, "extends": "strict" }',
    });
    client = await startClient({ folders: ['one', 'two', 'three'], disk });
    const one = await client.open('one/a.okr', text);
    const two = await client.open('two/a.okr', text);
    assert.match(await hover('one/a.okr'), /1 October 2026 to 31 December 2026/);
    assert.match(await hover('two/a.okr'), /1 November 2026 to 31 January 2027/);
    await client.open('three/a.okr', text);
    assert.match(await hover('three/a.okr'), /1 January 2027 to 31 March 2027/);
    assert.ok(!codesOf(one).includes('OKR101') && !codesOf(one).includes('OKR502'));
    assert.ok(codesOf(two).includes('OKR101'));
    assert.ok(codesOf(two).includes('OKR502'), 'the deadline lies outside the cycle that the folder has');

    disk.set(uriOf('one/okr.config.json'), '{ "fiscalYearStart": 7 }');
    await client.watched({ 'one/okr.config.json': 2 });
    await until(async () => (await hover('one/a.okr')).includes('1 July 2026 to 30 September 2026'));
    assert.match(await hover('two/a.okr'), /1 November 2026 to 31 January 2027/);
  });
});
