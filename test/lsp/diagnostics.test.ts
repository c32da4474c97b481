import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import type {
  ClientCapabilities,
  DocumentDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { codesOf, diskOf, messageOf, startClient, uriOf } from './client.ts';
import type { Client, ClientOptions } from './client.ts';

const BAD = 'nonsense on its own line here\n';
const PARENT = 'cycle 2026-Q4\ncompany acme: Acme\n  objective loyalty: Be the one\n    owner: @ana\n';
const CHILD = 'cycle 2026-Q4\nteam a: A\n  parent: acme\n  objective: B\n    supports: loyalty\n';
const DROPPED = `cycle 2026-Q4
objective a: A
  owner: @ana
  status: dropped, no budget
  kr b: B
    metric: 1 -> 3

  kr c: C
    metric: 1 -> 3
`;

const PULLS: ClientCapabilities = {
  workspace: { configuration: true, diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: { tagSupport: { valueSet: [1, 2] } } },
};

describe('diagnostics that a client asks for', () => {
  let client: Client;
  let refreshed = 0;
  let settings: unknown = {};
  /** What was said last of each file, put together of all parts, by name. */
  let shown: Map<string, readonly string[]>;
  beforeEach(() => {
    refreshed = 0;
    settings = {};
    shown = new Map();
  });
  afterEach(() => client.dispose());

  async function start(options: ClientOptions = {}): Promise<void> {
    client = await startClient({
      capabilities: PULLS,
      ...options,
      prepare(connection) {
        connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings));
        connection.onRequest(DiagnosticRefreshRequest.type, () => {
          refreshed++;
        });
        options.prepare?.(connection);
      },
    });
  }
  async function until(holds: () => boolean): Promise<void> {
    for (let turn = 0; turn < 400 && !holds(); turn++) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.ok(holds(), JSON.stringify([...shown]));
  }
  function ask(name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const id = previousResultId === undefined ? {} : { previousResultId };
    return client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: uriOf(name) }, ...id });
  }
  async function codes(name: string): Promise<readonly string[]> {
    const report = await ask(name);
    assert.ok(report.kind === 'full');
    return codesOf(report.items);
  }
  function take(reports: readonly WorkspaceDocumentDiagnosticReport[]): void {
    for (const report of reports) {
      if (report.kind === 'full') shown.set(report.uri.replace(uriOf(''), ''), codesOf(report.items));
    }
  }
  /** Asks for the whole workspace as an editor does that takes the answer in parts. */
  function follow(token?: CancellationTokenSource['token']): Promise<unknown> {
    client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'parts', ({ items }) => take(items));
    const params = { previousResultIds: [], partialResultToken: 'parts' };
    return client.connection.sendRequest(WorkspaceDiagnosticRequest.type, params, token);
  }
  const has = (name: string, code: string) => () => shown.get(name)?.includes(code) === true;
  const hasNot = (name: string, code: string) => () => shown.get(name)?.includes(code) !== true;

  it('are offered to a client that asks, and hears when to ask again; others are told', async () => {
    await start();
    assert.deepEqual(client.initialized.capabilities.diagnosticProvider, {
      identifier: 'okr',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    await client.dispose();
    await start({ capabilities: { textDocument: { diagnostic: {} } } });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await client.open('a.okr', BAD);
  });

  it('come with an id, which says the next time that nothing changed', async () => {
    await start();
    await client.show('a.okr', BAD);
    const first = await ask('a.okr');
    assert.ok(first.kind === 'full' && first.resultId !== undefined);
    assert.deepEqual(codesOf(first.items), ['OKR001']);
    assert.deepEqual(await ask('a.okr', first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await client.send('a.okr', 'nonsense on its own line here', 'objective: A');
    const second = await ask('a.okr', first.resultId);
    assert.ok(second.kind === 'full' && second.resultId !== first.resultId);
    assert.ok(!codesOf(second.items).includes('OKR001'));
    assert.ok(!client.published.some(({ uri }) => uri === uriOf('a.okr')), 'nothing is said twice');
  });

  it('take nothing for missing before all files were read, and are to be asked for again then', async () => {
    await start({ disk: diskOf({ 'a.okr': BAD }), delay: 150 });
    await client.show('child.okr', CHILD);
    assert.ok(!(await codes('child.okr')).includes('OKR006'));
    await until(() => refreshed > 0);
    assert.ok((await codes('child.okr')).includes('OKR006'));
  });

  it('wait for the settings', async () => {
    const disk = diskOf({ 'okr.config.json': '{ "rules": { "syntax": "hint" } }' });
    await start({ disk, delay: 100 });
    await client.show('a.okr', BAD);
    const report = await ask('a.okr');
    assert.ok(report.kind === 'full');
    assert.equal(report.items[0]?.severity, 4);
  });

  it('of an open file are to be asked for again when an edit elsewhere, the settings or the day changed them', async () => {
    let today = '2026-11-10';
    const disk = diskOf({});
    await start({ disk, today: () => today, asOf: null });
    await client.show('parent.okr', PARENT);
    await client.show('child.okr', CHILD);
    assert.ok(!(await codes('child.okr')).includes('OKR006'));
    await client.send('parent.okr', 'loyalty', 'trust');
    await until(() => refreshed > 0);
    assert.ok((await codes('child.okr')).includes('OKR006'));
    const before = refreshed;
    disk.set(uriOf('okr.config.json'), '{ "rules": { "unresolved-reference": "warning" } }');
    await client.watched({ 'okr.config.json': 1 });
    await until(() => refreshed > before);
    const late = refreshed;
    today = '2027-02-10';
    await client.send('parent.okr', 'trust', 'trusts');
    await until(() => refreshed > late);
    assert.ok((await codes('child.okr')).includes('OKR505'));
  });

  it('of the workspace come in parts that follow what happens to files that are not open', async () => {
    const disk = diskOf({ 'parent.okr': PARENT, 'child.okr': CHILD, 'bad.okr': BAD });
    await start({ disk });
    void follow();
    await until(has('bad.okr', 'OKR001'));
    assert.ok(hasNot('child.okr', 'OKR006')());
    await client.show('parent.okr', PARENT);
    await client.send('parent.okr', 'loyalty', 'trust');
    await until(has('child.okr', 'OKR006'));
    assert.ok(!client.published.some(({ uri }) => uri.endsWith('.okr')), 'nothing is said twice');
  });

  it('are cleared for deleted files and after a branch switch', async () => {
    const ONE = { 'parent.okr': PARENT, 'child.okr': CHILD, 'gone.okr': BAD, 'deep/gone.okr': BAD };
    const disk = diskOf(ONE);
    await start({ disk });
    void follow();
    await until(has('deep/gone.okr', 'OKR001'));
    for (const name of ['gone.okr', 'deep/gone.okr']) disk.delete(uriOf(name));
    disk.set(uriOf('parent.okr'), PARENT.replace('loyalty', 'other'));
    disk.set(uriOf('new.okr'), BAD);
    await client.watched({ 'gone.okr': 3, deep: 3, 'parent.okr': 2, 'new.okr': 1 });
    await until(() => has('new.okr', 'OKR001')() && has('child.okr', 'OKR006')());
    await until(() => ['gone.okr', 'deep/gone.okr'].every((name) => shown.get(name)?.length === 0));
    for (const [name, text] of Object.entries(ONE)) disk.set(uriOf(name), text);
    disk.delete(uriOf('new.okr'));
    await client.watched({ 'new.okr': 3, 'gone.okr': 1, 'deep/gone.okr': 1, 'parent.okr': 2 });
    await until(() => shown.get('new.okr')?.length === 0 && has('deep/gone.okr', 'OKR001')());
    await until(() => hasNot('child.okr', 'OKR006')() && has('gone.okr', 'OKR001')());
  });

  it('of the workspace come as one answer where the client takes no parts', async () => {
    const disk = diskOf({ 'bad.okr': BAD, 'other.okr': BAD });
    await start({ disk });
    const first = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    assert.deepEqual(
      first.items.map(({ kind, uri }) => [kind, uri]),
      [
        ['full', uriOf('bad.okr')],
        ['full', uriOf('other.okr')],
      ],
    );
    disk.delete(uriOf('other.okr'));
    await client.watched({ 'other.okr': 3 });
    const previousResultIds = first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    const second = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
    assert.deepEqual(
      second.items.map((each) => [each.kind, each.uri, each.kind === 'full' ? each.items.length : null]),
      [
        ['unchanged', uriOf('bad.okr'), null],
        ['full', uriOf('other.okr'), 0],
      ],
    );
  });

  it('of files that are not open are told until the client asks for them, and taken back then', async () => {
    await start({ disk: diskOf({ 'bad.okr': BAD }) });
    await client.diagnostics('bad.okr', (found) => found.length > 0);
    await client.show('open.okr', BAD);
    assert.deepEqual(await codes('open.okr'), ['OKR001']);
    void follow();
    await client.diagnostics('bad.okr', (found) => found.length === 0);
    await until(() => has('bad.okr', 'OKR001')() && has('open.okr', 'OKR001')());
  });

  it('may be given up, and end with the server', async () => {
    await start({ disk: diskOf({ 'bad.okr': BAD }) });
    const source = new CancellationTokenSource();
    const given = follow(source.token);
    await until(has('bad.okr', 'OKR001'));
    source.cancel();
    await assert.rejects(given, /Cancelled/);
    const params = { previousResultIds: [], partialResultToken: 'others' };
    const last = client.connection.sendRequest(WorkspaceDiagnosticRequest.type, params);
    await client.connection.sendRequest('shutdown');
    assert.deepEqual(await last, { items: [] });
  });

  it('are of open files alone where the settings want it, from one moment to the next', async () => {
    await start({ disk: diskOf({ 'bad.okr': BAD, 'open.okr': BAD }) });
    await client.show('open.okr', BAD);
    void follow();
    await until(has('bad.okr', 'OKR001'));
    const set = async (scope: string): Promise<void> => {
      settings = { diagnostics: { scope } };
      await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    };
    await set('openFiles');
    await until(() => shown.get('bad.okr')?.length === 0);
    assert.deepEqual(await codes('open.okr'), ['OKR001']);
    await set('workspace');
    await until(has('bad.okr', 'OKR001'));
  });
});

describe('diagnostics that a client is told', () => {
  let client: Client;
  afterEach(() => client.dispose());

  it('have the version of the document', async () => {
    client = await startClient({ disk: diskOf({ 'closed.okr': BAD }) });
    await client.open('a.okr', BAD);
    await client.change('a.okr', 'nonsense', 'more nonsense');
    await client.diagnostics('closed.okr');
    const versions = (name: string) =>
      client.published.filter(({ uri }) => uri === uriOf(name)).map((each) => each.version);
    assert.deepEqual(versions('a.okr'), [1, 2]);
    assert.deepEqual(new Set(versions('closed.okr')), new Set([undefined]));
  });

  it('are of open files alone where the settings want it, from the start and from one moment to the next', async () => {
    let settings = { diagnostics: { scope: 'openFiles' } };
    client = await startClient({
      disk: diskOf({ 'bad.okr': BAD, 'okr.config.json': '{ "rulez": {} }' }),
      capabilities: { workspace: { configuration: true } },
      prepare: (connection) => void connection.onRequest(ConfigurationRequest.type, () => [settings]),
    });
    await client.diagnostics('okr.config.json', (found) => found.length === 1);
    assert.deepEqual(codesOf(await client.open('a.okr', BAD)), ['OKR001']);
    await client.diagnostics('okr.config.json', (found) => found.length === 1);
    settings = { diagnostics: { scope: 'workspace' } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await client.diagnostics('bad.okr', (found) => found.length === 1);
    assert.ok(client.published.filter(({ uri }) => uri === uriOf('bad.okr')).length === 1, 'it was not told of before');
    settings = { diagnostics: { scope: 'openFiles' } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await client.diagnostics('bad.okr', (found) => found.length === 0);
  });

  it('have what was dropped faded, in an editor that fades', async () => {
    const capabilities = { textDocument: { publishDiagnostics: { tagSupport: { valueSet: [1 as const] } } } };
    client = await startClient({ capabilities });
    const faded = (await client.open('a.okr', DROPPED)).filter(({ tags }) => tags?.includes(1));
    assert.deepEqual(
      faded.map(({ severity, range }) => [severity, range.start.line, range.end.line]),
      [[4, 1, 8]],
    );
    assert.equal(messageOf(faded[0]), 'objective "A" was dropped: no budget');
    await client.dispose();
    client = await startClient();
    assert.ok((await client.open('a.okr', DROPPED)).every(({ tags }) => tags === undefined));
  });
});
