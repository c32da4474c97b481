import assert from 'node:assert/strict';
import { DefinitionRequest, HoverRequest, ReferencesRequest } from 'vscode-languageserver-protocol';
import { CASCADE_REQUEST } from '../../server/src/lsp/protocol.ts';
import type { CascadeResult } from '../../server/src/lsp/protocol.ts';
import { codesOf, diskOf, messageOf, startClient, uriOf } from './client.ts';
import type { Client } from './client.ts';
import { said } from '../../server/src/syntax/said.ts';

const BAD = 'nonsense on its own line here\n';
const PARENT = 'cycle 2026-Q4\ncompany acme: Acme\n  objective loyalty: Be the one\n    owner: @ana\n';
const CHILD = 'cycle 2026-Q4\nteam a: A\n  parent: acme\n  objective: B\n    supports: loyalty\n';

function has(code: string): (diagnostics: readonly { code?: string | number }[]) => boolean {
  return (diagnostics) => diagnostics.some((each) => each.code === code);
}

function hasNot(code: string): (diagnostics: readonly { code?: string | number }[]) => boolean {
  return (diagnostics) => !has(code)(diagnostics);
}

describe('the workspace of the language server', () => {
  let client: Client;
  afterEach(() => client.dispose());

  async function cascade(): Promise<string> {
    return JSON.stringify(await client.connection.sendRequest<CascadeResult>(CASCADE_REQUEST, {}));
  }

  it('tells of files that are not open', async () => {
    client = await startClient({ disk: diskOf({ 'deep/er/bad.okr': BAD }) });
    assert.ok(has('OKR001')(await client.diagnostics('deep/er/bad.okr')));
  });

  it('answers for the open file before the others were read, and takes nothing for missing meanwhile', async () => {
    client = await startClient({ disk: diskOf({ 'parent.okr': PARENT, 'read.okr': BAD }), delay: 150 });
    const first = await client.open('child.okr', CHILD);
    assert.ok(hasNot('OKR006')(first), 'the reference may yet resolve');
    await client.diagnostics('read.okr');
    assert.ok(hasNot('OKR006')(await client.diagnostics('child.okr')));
    await client.change('child.okr', 'supports: loyalty', 'supports: loyalties');
    await client.diagnostics('child.okr', has('OKR006'));
  });

  it('waits for the files that a question is about, and answers as the plan of all would', async () => {
    client = await startClient({ disk: diskOf({ 'parent.okr': PARENT, 'other.okr': CHILD }), delay: 150 });
    await client.open('child.okr', CHILD);
    const [textDocument, position] = [{ uri: uriOf('child.okr') }, { line: 4, character: 16 }];
    const found = await client.connection.sendRequest(DefinitionRequest.type, { textDocument, position });
    assert.match(JSON.stringify(found), /parent\.okr/);
    const context = { includeDeclaration: true };
    const places = await client.connection.sendRequest(ReferencesRequest.type, { textDocument, position, context });
    assert.deepEqual(
      new Set(places?.map(({ uri }) => uri)),
      new Set(['parent', 'other', 'child'].map((name) => uriOf(`${name}.okr`))),
    );
  });

  it('clears what it said of a file that was deleted, and of what refers to it', async () => {
    const disk = diskOf({ 'parent.okr': PARENT, 'child.okr': CHILD, 'bad.okr': BAD });
    client = await startClient({ disk });
    await client.diagnostics('bad.okr', has('OKR001'));
    disk.delete(uriOf('bad.okr'));
    disk.delete(uriOf('parent.okr'));
    await client.watched({ 'bad.okr': 3, 'parent.okr': 3 });
    assert.deepEqual(await client.diagnostics('bad.okr', (found) => found.length === 0), []);
    await client.diagnostics('child.okr', has('OKR006'));
    assert.doesNotMatch(await cascade(), /Be the one/);
  });

  it('follows files that were created, changed, or went with their folder', async () => {
    const disk = diskOf({ 'child.okr': CHILD });
    client = await startClient({ disk });
    await client.diagnostics('child.okr', has('OKR006'));
    disk.set(uriOf('sub/parent.okr'), PARENT);
    await client.watched({ 'sub/parent.okr': 1 });
    await client.diagnostics('child.okr', hasNot('OKR006'));
    disk.set(uriOf('sub/parent.okr'), PARENT.replace('loyalty', 'other'));
    await client.watched({ 'sub/parent.okr': 2 });
    await client.diagnostics('child.okr', has('OKR006'));
    disk.set(uriOf('sub/parent.okr'), PARENT);
    await client.watched({ 'sub/parent.okr': 2 });
    await client.diagnostics('child.okr', hasNot('OKR006'));
    disk.delete(uriOf('sub/parent.okr'));
    await client.watched({ sub: 3 });
    await client.diagnostics('child.okr', has('OKR006'));
  });

  it('follows a branch switch, which deletes, creates and changes files at once', async () => {
    const ONE = { 'parent.okr': PARENT, 'child.okr': CHILD, 'gone.okr': BAD, 'deep/gone.okr': BAD };
    const disk = diskOf(ONE);
    client = await startClient({ disk });
    await client.open('child.okr', CHILD);
    await client.diagnostics('gone.okr', has('OKR001'));
    await client.diagnostics('deep/gone.okr', has('OKR001'));
    for (const name of ['gone.okr', 'deep/gone.okr']) disk.delete(uriOf(name));
    disk.set(uriOf('parent.okr'), PARENT.replace('loyalty', 'other'));
    disk.set(uriOf('new.okr'), BAD);
    await client.watched({ 'gone.okr': 3, deep: 3, 'parent.okr': 2, 'new.okr': 1 });
    await client.diagnostics('new.okr', has('OKR001'));
    await client.diagnostics('child.okr', has('OKR006'));
    for (const name of ['gone.okr', 'deep/gone.okr']) await client.diagnostics(name, (found) => found.length === 0);
    for (const [name, text] of Object.entries(ONE)) disk.set(uriOf(name), text);
    disk.delete(uriOf('new.okr'));
    await client.watched({ 'new.okr': 3, 'gone.okr': 1, 'deep/gone.okr': 1, 'parent.okr': 2 });
    await client.diagnostics('new.okr', (found) => found.length === 0);
    await client.diagnostics('child.okr', hasNot('OKR006'));
    for (const name of ['gone.okr', 'deep/gone.okr']) await client.diagnostics(name, has('OKR001'));
  });

  it('lets an open file that was deleted go, and takes it back when it is edited', async () => {
    const disk = diskOf({ 'bad.okr': BAD });
    client = await startClient({ disk });
    await client.open('bad.okr', BAD);
    disk.delete(uriOf('bad.okr'));
    await client.watched({ 'bad.okr': 3 });
    await client.diagnostics('bad.okr', (found) => found.length === 0);
    const position = { textDocument: { uri: uriOf('bad.okr') }, position: { line: 0, character: 1 } };
    assert.equal(await client.connection.sendRequest(HoverRequest.type, position), null);
    assert.ok(has('OKR001')(await client.change('bad.okr', 'nonsense', 'more nonsense')));
  });

  it('survives a file that is written anew by deleting and creating it', async () => {
    const disk = diskOf({ 'bad.okr': BAD, 'closed.okr': BAD });
    client = await startClient({ disk });
    await client.open('bad.okr', BAD);
    await client.diagnostics('closed.okr', has('OKR001'));
    await client.watched({ 'bad.okr': 3, 'closed.okr': 3 });
    await client.watched({ 'bad.okr': 1, 'closed.okr': 1 });
    await client.diagnostics('bad.okr', has('OKR001'));
    await client.diagnostics('closed.okr', has('OKR001'));
  });

  it('goes back to the disk when a document is closed', async () => {
    client = await startClient({ disk: diskOf({ 'a.okr': 'objective: A\n' }) });
    assert.ok(has('OKR001')(await client.open('a.okr', BAD)));
    await client.close('a.okr');
    await client.diagnostics('a.okr', hasNot('OKR001'));
  });

  it('forgets a document outside the workspace when it is closed', async () => {
    client = await startClient({ folders: [] });
    assert.ok(has('OKR001')(await client.open('x.okr', BAD)));
    await client.close('x.okr');
    await client.diagnostics('x.okr', (found) => found.length === 0);
  });

  it('reads the configuration, tells what is wrong with it, and follows it', async () => {
    const disk = diskOf({
      'okr.config.json': '{ "rulez": {} }',
      'a.okr': 'cycle 2026-Q4\nobjective: A\n  kr: Improve things\n',
    });
    client = await startClient({ disk });
    const [problem] = await client.diagnostics('okr.config.json');
    assert.match(messageOf(problem), /rulez/);
    assert.deepEqual(problem?.range.start, { line: 0, character: 2 });
    await client.diagnostics('a.okr', has('OKR101'));
    disk.set(uriOf('okr.config.json'), '{ "rules": { "not-measurable": "off" } }');
    await client.watched({ 'okr.config.json': 2 });
    await client.diagnostics('okr.config.json', (found) => found.length === 0);
    await client.diagnostics('a.okr', hasNot('OKR101'));
    disk.delete(uriOf('okr.config.json'));
    await client.watched({ 'okr.config.json': 3 });
    await client.diagnostics('a.okr', has('OKR101'));
  });

  it('tells of files that cannot be read, where what is no text begins', async () => {
    const unreadable = { kind: 'unreadable', problem: said`There is no permission to read it.` } as const;
    client = await startClient({
      disk: diskOf({
        'locked.okr': unreadable,
        'nul.okr': `objective: A\u0000\n${BAD.repeat(50)}`,
        'latin.okr': { kind: 'text', text: 'objective: A\nkr: caf\uFFFD\nnonsense here\n', notUtf8At: 20 },
      }),
    });
    for (const [name, says, line, character] of [
      ['locked.okr', /no permission/, 0, 0],
      ['nul.okr', /NUL/, 0, 0],
      ['latin.okr', /not UTF-8: line 2/, 1, 7],
    ] as const) {
      const found = await client.diagnostics(name);
      assert.equal(found.length, 1, name);
      assert.match(messageOf(found[0]), says);
      assert.deepEqual(found[0]?.range.start, { line, character });
    }
  });

  it('says of an open file that the disk has it in another encoding, until what could not be read is gone', async () => {
    const text = 'objective: A\nkr: caf\uFFFD 10%\n';
    client = await startClient({ disk: diskOf({ 'a.okr': { kind: 'text', text, notUtf8At: 20 } }) });
    await client.open('a.okr', text);
    const found = await client.diagnostics('a.okr', (all) => all.length === 1);
    assert.match(messageOf(found[0]), /not UTF-8: line 2/);
    assert.deepEqual(found[0]?.range.start, { line: 1, character: 7 });
    const mended = await client.change('a.okr', '\uFFFD', 'é');
    assert.ok(mended.every((each) => !messageOf(each).includes('UTF-8')));
  });

  it('bears NUL characters that come and go in an open file', async () => {
    client = await startClient();
    await client.open('a.okr', 'objective: A\n');
    assert.deepEqual(codesOf(await client.change('a.okr', 'A', 'A\u0000\nB')), ['OKR001']);
    assert.deepEqual(codesOf(await client.change('a.okr', '\nB', '\nC')), ['OKR001']);
    const found = await client.change('a.okr', '\u0000\nC', '');
    assert.ok(hasNot('OKR001')(found));
  });

  it('leaves what git shows of a file alone', async () => {
    client = await startClient({ disk: diskOf({ 'a.okr': 'objective a: A\n' }) });
    const uri = 'git:/plans/a.okr?ref';
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'okr', version: 1, text: 'objective a: A\n' },
    });
    await client.open('b.okr', BAD);
    await client.diagnostics('a.okr');
    assert.ok(!client.published.some((each) => each.uri === uri));
    const position = { textDocument: { uri }, position: { line: 0, character: 0 } };
    assert.equal(await client.connection.sendRequest(HoverRequest.type, position), null);
  });

  it('shows how far it is where reading takes long', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 70 }, (_, index) => [`f${String(index)}.okr`, 'objective: A\n']),
    );
    const disk = diskOf({ ...files, 'read.okr': BAD });
    client = await startClient({ disk, delay: 180, capabilities: { window: { workDoneProgress: true } } });
    const shown: { kind: string; percentage?: number }[] = [];
    client.connection.onRequest('window/workDoneProgress/create', () => null);
    client.connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => void shown.push(value));
    await client.diagnostics('read.okr');
    assert.deepEqual([shown.at(0)?.kind, shown.at(-1)?.kind], ['begin', 'end']);
  });

  it('takes different ways of writing a URI for one', async () => {
    client = await startClient({ disk: diskOf({ 'a%20b.okr': BAD }) });
    await client.open('a b.okr', BAD);
    const found = client.published.filter(({ uri }) => uri === uriOf('a b.okr'));
    assert.ok(found.length > 0, 'the editor is answered as it asked');
    assert.ok(!client.published.some(({ uri, diagnostics }) => uri === uriOf('a%20b.okr') && diagnostics.length > 1));
  });
});
