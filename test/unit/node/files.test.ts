import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { findOkrFiles, pathOf, readContent, uriOf } from '../../../server/src/node/files.ts';
import { english, said } from '../../../server/src/syntax/said.ts';

describe('finding and reading files', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'okr-files-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function write(files: Record<string, string | Uint8Array>): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
  }

  async function found(root = folder, ignore: readonly string[] = []): Promise<readonly string[]> {
    return (await findOkrFiles(root, ignore)).files.map((path) => relative(folder, path).replaceAll('\\', '/'));
  }

  it('finds .okr files at any depth, sorted, and nothing else', async () => {
    await write({ 'b.okr': '', 'a/z.okr': '', 'a/deep/er/x.OKR': '', 'notes.md': '', 'node_modules/p/q.okr': '' });
    assert.deepEqual(await found(), ['a/deep/er/x.OKR', 'a/z.okr', 'b.okr']);
  });

  it('honours .gitignore in every folder, the deepest deciding', async () => {
    await write({
      '.gitignore': 'drafts/\n*.tmp.okr\nold*.okr\n',
      'a.okr': '',
      'b.tmp.okr': '',
      'drafts/c.okr': '',
      'team/.gitignore': '!old-but-kept.okr\n/local.okr\n',
      'team/old-but-kept.okr': '',
      'team/old-one.okr': '',
      'team/local.okr': '',
      'team/sub/local.okr': '',
    });
    assert.deepEqual(await found(), ['a.okr', 'team/old-but-kept.okr', 'team/sub/local.okr']);
  });

  it('honours the .gitignore of the repository above the folder', async () => {
    await write({ '.gitignore': 'plans/secret.okr\n', 'plans/secret.okr': '', 'plans/open.okr': '' });
    await mkdir(join(folder, '.git'));
    assert.deepEqual(await found(join(folder, 'plans')), ['plans/open.okr']);
  });

  it('honours the patterns of the configuration', async () => {
    await write({ 'a.okr': '', 'archive/2020.okr': '', 'x/archive/2021.okr': '' });
    assert.deepEqual(await found(folder, ['/archive/**']), ['a.okr', 'x/archive/2021.okr']);
  });

  it('tells of a folder that is not there', async () => {
    const { files, unreadable } = await findOkrFiles(join(folder, 'nowhere'), []);
    assert.deepEqual(files, []);
    assert.deepEqual(unreadable[0]?.problem, said`The file is not there.`);
  });

  it('lists a folder named x.okr and what is in it, and says what it is', async () => {
    await write({ 'x.okr/a.okr': '' });
    assert.deepEqual(await found(), ['x.okr', 'x.okr/a.okr']);
    const content = await readContent(join(folder, 'x.okr'));
    assert.ok(content.kind === 'unreadable');
    assert.match(english(content.problem), /x\.okr is a folder, not a file/);
  });

  it('says where a dangling link leads, and survives a link to itself', async () => {
    await symlink('gone.okr', join(folder, 'link.okr'));
    await symlink('self.okr', join(folder, 'self.okr'));
    assert.deepEqual(await found(), ['link.okr', 'self.okr']);
    const dangling = await readContent(join(folder, 'link.okr'));
    assert.ok(dangling.kind === 'unreadable');
    assert.equal(english(dangling.problem), 'link.okr is a link to gone.okr, which is not there.');
    assert.equal((await readContent(join(folder, 'self.okr'))).kind, 'unreadable');
  });

  it('says that a file may not be read', async function () {
    // The superuser may read everything, and Windows has other permissions.
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    await write({ 'a.okr': 'objective: A\n' });
    await chmod(join(folder, 'a.okr'), 0);
    assert.deepEqual(await readContent(join(folder, 'a.okr')), {
      kind: 'unreadable',
      problem: said`There is no permission to read it.`,
    });
  });

  it('reads text, drops the byte order mark, and keeps line ends', async () => {
    await write({ 'a.okr': '\uFEFFobjective: Ä\r\nkr: B\n' });
    assert.deepEqual(await readContent(join(folder, 'a.okr')), {
      kind: 'text',
      text: 'objective: Ä\r\nkr: B\n',
      notUtf8At: null,
    });
  });

  it('says where text stops being UTF-8, replacement characters of the text itself aside', async () => {
    const bytes = Buffer.concat([
      Buffer.from('\uFEFF# \uFFFD ä ok\nkr: caf'),
      Buffer.from([0xe9]),
      Buffer.from(' au lait\n'),
    ]);
    await write({ 'a.okr': bytes });
    assert.deepEqual(await readContent(join(folder, 'a.okr')), {
      kind: 'text',
      text: '# \uFFFD ä ok\nkr: caf\uFFFD au lait\n',
      notUtf8At: 16,
    });
  });

  it('reads UTF-16 with a mark, and says that it is not UTF-8', async () => {
    await write({ 'a.okr': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('kr: ä', 'utf16le')]) });
    assert.deepEqual(await readContent(join(folder, 'a.okr')), { kind: 'text', text: 'kr: ä', notUtf8At: 0 });
  });

  it('takes a path to a URI and back', () => {
    const path = join(folder, 'a b#ü.okr');
    assert.equal(pathOf(uriOf(path)), path);
    assert.equal(pathOf('untitled:Untitled-1'), null);
  });
});
