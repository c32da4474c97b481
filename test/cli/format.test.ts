import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, folderWith, okr, removeFolders, root } from './okr.ts';

const MESSY = 'Objective: A\n- KR: B\n2026-11-01:  4\n';
const TIDY = 'objective: A\n\n  kr: B\n    2026-11-01: 4\n';

describe('okr format', () => {
  afterEach(removeFolders);

  it('writes what has another form, and lists it', async () => {
    const folder = folderWith({ 'a.okr': MESSY, 'b/c.okr': TIDY, '.gitignore': 'old\n', 'old/d.okr': MESSY });
    const { code, stdout, stderr } = await okr(folder, ['format']);
    assert.deepEqual([code, stdout, stderr], [0, 'a.okr\n', '']);
    assert.equal(readFileSync(join(folder, 'a.okr'), 'utf8'), TIDY);
    assert.equal(readFileSync(join(folder, 'old', 'd.okr'), 'utf8'), MESSY);
    assert.deepEqual(await okr(folder, ['format', '.']), { code: 0, stdout: '', stderr: '' });
  });

  it('only looks with --check, and fails where a file has another form', async () => {
    const folder = folderWith({ 'a.okr': MESSY, 'b.okr': TIDY });
    const before = fingerprint(folder);
    const { code, stdout, stderr } = await okr(folder, ['format', '--check']);
    assert.deepEqual([code, stdout], [1, 'a.okr\n']);
    assert.match(stderr, /^okr: 1 file has another form/);
    assert.equal(fingerprint(folder), before);
    assert.equal((await okr(folder, ['format', '--check', 'b.okr'])).code, 0);
  });

  it('prints standard input in its form', async () => {
    const folder = folderWith({});
    assert.deepEqual(await okr(folder, ['format', '--stdin'], MESSY), { code: 0, stdout: TIDY, stderr: '' });
    assert.deepEqual(await okr(folder, ['format', '-'], TIDY), { code: 0, stdout: TIDY, stderr: '' });
    const checked = await okr(folder, ['format', '--stdin', '--check', '--stdin-filename', 'x.okr'], MESSY);
    assert.deepEqual(checked, { code: 1, stdout: 'x.okr\n', stderr: '' });
  });

  it('keeps a byte order mark and the line breaks of Windows', async () => {
    const folder = folderWith({ 'a.okr': `\ufeff${MESSY.replaceAll('\n', '\r\n')}` });
    assert.equal((await okr(folder, ['format'])).code, 0);
    assert.equal(readFileSync(join(folder, 'a.okr'), 'utf8'), `\ufeff${TIDY.replaceAll('\n', '\r\n')}`);
  });

  it('leaves what is no text in UTF-8, names it, and formats the rest', async () => {
    const latin = Buffer.from([...Buffer.from('Objective: caf'), 0xe9, 10]);
    const folder = folderWith({ 'a.okr': latin, 'b.okr': 'KR: A\u0000\n', 'c.okr': MESSY });
    const { code, stdout, stderr } = await okr(folder, ['format']);
    assert.deepEqual([code, stdout], [1, 'c.okr\n']);
    assert.match(stderr, /a\.okr: It is not UTF-8/);
    assert.match(stderr, /b\.okr: It is no text file/);
    assert.deepEqual(readFileSync(join(folder, 'a.okr')), latin);
    assert.equal((await okr(folder, ['format', 'a.okr'])).code, 2);
    assert.equal((await okr(folder, ['format', 'gone.okr'])).code, 2);
  });

  it('has nothing to do in the examples', async () => {
    assert.deepEqual(await okr(root, ['format', '--check', 'examples']), { code: 0, stdout: '', stderr: '' });
  });
});
