import assert from 'node:assert/strict';
import { walk } from '../../../client/src/folder-walk.ts';
import type { Entry } from '../../../client/src/folder-walk.ts';

const TREE: Readonly<Record<string, readonly Entry[]>> = {
  '': [
    { name: 'a.okr', kind: 'file' },
    { name: 'deep', kind: 'folder' },
    { name: 'locked', kind: 'folder' },
    { name: 'node_modules', kind: 'folder' },
    { name: 'loop', kind: 'other' },
    { name: 'notes.md', kind: 'file' },
  ],
  deep: [
    { name: 'b.okr', kind: 'file' },
    { name: 'deeper', kind: 'folder' },
  ],
  'deep/deeper': [{ name: 'c.okr', kind: 'file' }],
};

describe('a walk through the folders of the editor', () => {
  const visited: string[] = [];
  const entriesOf = (path: string): Promise<readonly Entry[]> => {
    visited.push(path);
    const entries = TREE[path];
    return entries === undefined ? Promise.reject(new Error(`${path} is locked`)) : Promise.resolve(entries);
  };
  const wanted = (name: string): boolean => name.endsWith('.okr');
  beforeEach(() => visited.splice(0));

  it('finds files at every depth, and bears a folder that cannot be listed', async () => {
    const { files, complete } = await walk(entriesOf, wanted, 100);
    assert.deepEqual(files, ['a.okr', 'deep/b.okr', 'deep/deeper/c.okr']);
    assert.equal(complete, true);
    assert.deepEqual(visited, ['', 'deep', 'locked', 'deep/deeper'], 'packages and links are not looked into');
  });

  it('looks into no more folders than it may, and says so', async () => {
    assert.deepEqual(await walk(entriesOf, wanted, 2), { files: ['a.okr'], complete: false });
    assert.deepEqual(visited, ['']);
  });
});
