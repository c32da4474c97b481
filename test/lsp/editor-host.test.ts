import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { ProtocolConnection } from 'vscode-languageserver-protocol';
import type { Host } from '../../server/src/host.ts';
import { editorHost } from '../../server/src/lsp/editor-host.ts';
import { LIST_FILES_REQUEST, READ_FILE_REQUEST, STAT_FILE_REQUEST } from '../../server/src/lsp/protocol.ts';
import type { FileParams, FileStat, ListFilesParams, ReadFileResult } from '../../server/src/lsp/protocol.ts';
import { hostByScheme } from '../../server/src/lsp/schemes.ts';
import { english, said } from '../../server/src/syntax/said.ts';

const ROOT = 'vscode-vfs://github/acme/plans';

describe('files read through the editor', () => {
  let dispose = (): void => undefined;
  afterEach(() => dispose());

  /** A host on one end of two streams, and an editor that knows no request yet on the other. */
  function pair(): { readonly host: Host; readonly editor: ProtocolConnection } {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    const host = editorHost(server);
    server.listen();
    const editor = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    editor.listen();
    dispose = () => {
      editor.dispose();
      server.dispose();
    };
    return { host, editor };
  }

  /** An editor with these files, by path below the root: text or bytes. */
  function hostWith(files: Readonly<Record<string, string | Uint8Array>>): Host {
    const { host, editor } = pair();
    const contents = new Map(Object.entries(files).map(([path, content]) => [`${ROOT}/${path}`, content]));
    editor.onRequest(LIST_FILES_REQUEST, ({ folder }: ListFilesParams) => {
      const found = [...contents.keys()].filter((uri) => uri.startsWith(`${folder}/`));
      return { files: found.filter((uri) => /(\.okr|\.gitignore)$/i.test(uri)), complete: true };
    });
    editor.onRequest(STAT_FILE_REQUEST, ({ uri }: FileParams): FileStat | null => {
      const content = contents.get(uri);
      return content === undefined ? null : { kind: 'file', size: content.length };
    });
    editor.onRequest<ReadFileResult, never>(READ_FILE_REQUEST, ({ uri }: FileParams) => {
      const content = contents.get(uri);
      return content === undefined
        ? { problem: 'The file is not there.' }
        : { base64: Buffer.from(content).toString('base64') };
    });
    return host;
  }

  async function listed(
    files: Readonly<Record<string, string>>,
    ignore: readonly string[] = [],
  ): Promise<readonly string[]> {
    return (await hostWith(files).list(ROOT, ignore)).map((uri) => uri.slice(ROOT.length + 1));
  }

  it('are those that the language claims, in a steady order', async () => {
    assert.deepEqual(await listed({ 'b.okr': '', 'a.OKR': '', 'c/d.okr': '', 'notes.md': '' }), [
      'a.OKR',
      'b.okr',
      'c/d.okr',
    ]);
  });

  it('are not those that .gitignore files leave out, whose deepest opinion decides', async () => {
    const files = {
      '.gitignore': 'drafts/\n*.old.okr\n/top.okr\n',
      'keep/.gitignore': '!kept.old.okr\n',
      'drafts/.gitignore': '!back.okr\n',
      'drafts/back.okr': '',
      'drafts/deep/a.okr': '',
      'keep/kept.old.okr': '',
      'keep/gone.old.okr': '',
      'keep/top.okr': '',
      'top.okr': '',
    };
    assert.deepEqual(await listed(files), ['keep/kept.old.okr', 'keep/top.okr']);
  });

  it('are not those that the configuration ignores, nor those of packages and of git', async () => {
    const files = { 'archive/2024/a.okr': '', 'node_modules/x/a.okr': '', '.git/a.okr': '', 'a.okr': '', 'b.okr': '' };
    assert.deepEqual(await listed(files, ['archive', 'b.*']), ['a.okr']);
  });

  it('are matched by their names as people write them', async () => {
    const files = { '.gitignore': 'Ziele für 2026/\n', 'Ziele%20f%C3%BCr%202026/a.okr': '', 'Ziele/a.okr': '' };
    assert.deepEqual(await listed(files), ['Ziele/a.okr']);
  });

  it('are read as they would be from a disk: a byte order mark dropped, other encodings told of', async () => {
    const host = hostWith({ 'mark.okr': '\uFEFFteam a: Ä\n', 'latin.okr': Buffer.from([0x61, 0xe9, 0x0a]) });
    assert.deepEqual(await host.read(`${ROOT}/mark.okr`), { kind: 'text', text: 'team a: Ä\n', notUtf8At: null });
    assert.deepEqual(await host.read(`${ROOT}/latin.okr`), { kind: 'text', text: 'a\uFFFD\n', notUtf8At: 1 });
    assert.equal(await host.exists(`${ROOT}/mark.okr`), true);
  });

  it('tell why they cannot be read', async () => {
    const { host, editor } = pair();
    const answers: Record<string, FileStat> = {
      folder: { kind: 'folder', size: 0 },
      large: { kind: 'file', size: 50_000_000 },
      locked: { kind: 'file', size: 1 },
    };
    editor.onRequest(STAT_FILE_REQUEST, ({ uri }: FileParams) => answers[uri.slice(`${ROOT}/`.length)] ?? null);
    editor.onRequest(READ_FILE_REQUEST, () => ({ problem: 'There is no permission to read it.' }));
    for (const [name, says] of [
      ['folder', /^folder is a folder/],
      ['large', /^large has 48 MB; files above 20 MB/],
      ['locked', /no permission/],
      ['missing', /not there/],
    ] as const) {
      const content = await host.read(`${ROOT}/${name}`);
      assert.ok(content.kind === 'unreadable', name);
      assert.match(english(content.problem), says);
    }
  });

  it('are not there for an editor that does not know the requests', async () => {
    const { host } = pair();
    assert.deepEqual(await host.list(ROOT, []), []);
    assert.equal(await host.exists(`${ROOT}/a.okr`), false);
    assert.equal((await host.read(`${ROOT}/a.okr`)).kind, 'unreadable');
  });

  it('are those of every scheme but that of the disk', async () => {
    const named = (name: string): Host => ({
      today: () => name,
      list: () => Promise.resolve([name]),
      read: () => Promise.resolve({ kind: 'unreadable', problem: said`${name}` }),
      exists: () => Promise.resolve(name === 'disk'),
    });
    const host = hostByScheme(named('disk'), named('editor'));
    assert.equal(host.today(), 'disk');
    assert.deepEqual(await host.list('file:///a', []), ['disk']);
    assert.deepEqual(await host.list(ROOT, []), ['editor']);
    assert.deepEqual(await host.read(`${ROOT}/a.okr`), { kind: 'unreadable', problem: said`${'editor'}` });
    assert.equal(await host.exists('file:///a/b.okr'), true);
  });
});
