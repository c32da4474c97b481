import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { cacheFolder, load } from '../../server/src/lsp/compiled.ts';

const require = createRequire(import.meta.url);
const ran = globalThis as { okrRan?: unknown };

describe('compiled code that is kept', () => {
  let folder = '';
  let kept = '';
  let path = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'okr-compiled-'));
    kept = join(folder, 'kept');
    path = join(folder, 'script.js');
    await writeFile(path, 'function later() { return [__filename, require("node:path").sep]; } okrRan = later();');
    delete ran.okrRan;
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const run = (hash: string, into: string | null = kept): ReturnType<typeof load> => {
    const loaded = load({ path, hash }, require, into);
    assert.deepEqual(ran.okrRan, [path, sep]);
    delete ran.okrRan;
    return loaded;
  };
  const files = async (): Promise<string[]> => (await readdir(kept)).map((name) => join(kept, name));

  it('is taken again for the same script', async () => {
    const first = run('a');
    assert.equal(first.fromCache, false);
    first.keep();
    assert.equal((await files()).length, 1);
    assert.equal(run('a').fromCache, true);
    assert.equal(run('b').fromCache, false);
  });

  it('is not taken when a part of it was lost', async () => {
    run('a').keep();
    const [file = ''] = await files();
    const whole = await readFile(file);
    for (const damaged of [Buffer.alloc(0), whole.subarray(0, 300), Buffer.from(whole).fill(0, 256, 384)]) {
      await writeFile(file, damaged);
      assert.equal(run('a').fromCache, false);
    }
  });

  it('goes after a month', async () => {
    run('a').keep();
    const [file = ''] = await files();
    await utimes(file, new Date(), new Date(Date.now() - 31 * 24 * 60 * 60 * 1000));
    run('b').keep();
    assert.equal((await files()).length, 1);
    assert.notEqual((await files())[0], file);
  });

  it('is done without where nothing can be written, and where nothing is to be', () => {
    run('a', join(path, 'below-a-file')).keep();
    run('a', null).keep();
    run('').keep();
    assert.equal(run('').fromCache, false);
  });

  it('is kept in the folder for what programs keep of a person', () => {
    const at = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | null => cacheFolder(env, platform, 'home');
    assert.equal(at({}, 'linux'), join('home', '.cache', 'okr-language'));
    assert.equal(at({ XDG_CACHE_HOME: 'x' }, 'linux'), join('x', 'okr-language'));
    assert.equal(at({}, 'darwin'), join('home', 'Library', 'Caches', 'okr-language'));
    assert.equal(at({ LOCALAPPDATA: 'l' }, 'win32'), join('l', 'okr-language'));
    assert.equal(at({ NODE_COMPILE_CACHE: 'n' }, 'win32'), join('n', 'okr-language'));
    assert.equal(at({ NODE_DISABLE_COMPILE_CACHE: '1' }, 'linux'), null);
  });
});
