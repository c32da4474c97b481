import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, fingerprint, folderWith, okr, removeFolders } from './okr.ts';
import type { Run } from './okr.ts';

const GOOD = `cycle 2026-Q4
team support: Customer Support
  objective csat: Make every contact with support worth having
    owner: @maria
    kr rating: Clinics rate our answers higher
      metric: satisfaction rating 82% -> 90%
      2026-11-05: 86%
    kr response: Answer sooner
      metric: response time 8 h -> 6 h
      2026-11-05: 7 h
`;
const onWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;

/** Checks a folder and makes sure that nothing in it changed and that the tool did not fall over. */
async function check(folder: string, ...args: string[]): Promise<Run> {
  const before = fingerprint(folder);
  const run = await okr(folder, ['check', '--as-of', DAY, ...args]);
  assert.equal(fingerprint(folder), before, 'a file was changed');
  assert.doesNotMatch(run.stderr, /defect|\n {4}at /);
  return run;
}

describe('okr check: bad input', () => {
  afterEach(removeFolders);

  it('an empty file', async () => {
    const { code, stdout } = await check(folderWith({ 'a.okr': '' }));
    assert.deepEqual([code, stdout], [0, '1 file checked as of 2026-11-10: nothing found.\n']);
  });

  it('a file of nulls', async () => {
    const { code, stdout } = await check(folderWith({ 'a.okr': new Uint8Array(4096), 'b.okr': GOOD }));
    assert.match(stdout, /^a\.okr:1:1 +error +This is no text file/m);
    assert.equal(code, 1);
  });

  it('a line of 5 MB', async function () {
    // Generous for a busy machine: what is tested is that it ends, and what it says.
    this.timeout(60_000);
    const long = 'x'.repeat(5 * 1024 * 1024);
    const { code, stdout } = await check(
      folderWith({ 'a.okr': `${GOOD}${long}\n`, 'b.okr': `kr: ${long.replaceAll('xx', 'x ')}` }),
    );
    assert.match(stdout, /^a\.okr:11:1 +error /m);
    assert.equal(code, 1);
    assert.ok(stdout.length < 20_000, 'the messages repeat the line');
  });

  it('CRLF and mixed line ends', async () => {
    const crlf = await check(folderWith({ 'a.okr': GOOD.replaceAll('\n', '\r\n') }));
    const mixed = await check(
      folderWith({ 'a.okr': GOOD.replaceAll('rating: Clin', 'rating:\tClin').replace('\n', '\r\n') }),
    );
    const plain = await check(folderWith({ 'a.okr': GOOD }));
    assert.deepEqual(crlf, plain);
    assert.deepEqual(mixed, plain);
    const { stdout } = await check(folderWith({ 'a.okr': `${GOOD.replaceAll('\n', '\r\n')}nonsense\r\n` }));
    assert.match(stdout, /^a\.okr:11:1 +error /m);
  });

  it('a byte order mark, and tabs', async () => {
    const plain = await check(folderWith({ 'a.okr': GOOD }));
    assert.deepEqual(await check(folderWith({ 'a.okr': `\uFEFF${GOOD}` })), plain);
    assert.deepEqual((await check(folderWith({ 'a.okr': GOOD.replaceAll('  ', '\t') }))).code, plain.code);
  });

  it('text from right to left, and emoji', async () => {
    const text = GOOD.replace('Answer sooner', 'להשיב מהר יותר 🚀').replace('Customer Support', 'دعم العملاء 👩‍🔧');
    const { code, stdout } = await check(folderWith({ 'a.okr': `${text}    kr 🚀: \u202Eevil\n` }));
    assert.ok(code === 0 || code === 1);
    assert.ok(!stdout.includes('\u202E'), 'a mark that turns the direction reached the terminal');
  });

  it('a file that is not UTF-8', async () => {
    const latin1 = Buffer.from(`${GOOD}> caf\u00e9\n`, 'latin1');
    const { code, stdout } = await check(folderWith({ 'a.okr': latin1 }));
    assert.match(stdout, /^a\.okr:11:6 +error +.*not UTF-8.*line 11/m);
    assert.equal(code, 1);
  });

  it('a folder named x.okr', async () => {
    const folder = folderWith({ 'x.okr': null, 'x.okr/inside.okr': GOOD });
    const { code, stdout } = await check(folder);
    assert.match(stdout, /^x\.okr:1:1 +error +x\.okr is a folder/m);
    assert.match(stdout, /^2 files checked/m);
    assert.equal(code, 1);
  });

  it('a folder named x.okr with nothing in it: nothing could be checked', async () => {
    const { code, stdout } = await check(folderWith({ 'x.okr': null }), 'x.okr');
    assert.match(stdout, /x\.okr is a folder/);
    assert.equal(code, 2);
  });

  it('a dangling link', async function () {
    if (onWindows) this.skip();
    const folder = folderWith({ 'b.okr': GOOD });
    symlinkSync('gone.okr', join(folder, 'a.okr'));
    const both = await check(folder);
    assert.match(both.stdout, /^a\.okr:1:1 +error +a\.okr is a link to gone\.okr, which is not there\./m);
    assert.equal(both.code, 1);
    assert.equal((await check(folder, 'a.okr')).code, 2);
  });

  it('links that lead in circles', async function () {
    if (onWindows) this.skip();
    const folder = folderWith({ 'plans/b.okr': GOOD });
    symlinkSync('..', join(folder, 'plans', 'up'));
    symlinkSync('a.okr', join(folder, 'a.okr'));
    const { code, stdout } = await check(folder);
    assert.match(stdout, /^a\.okr:1:1 +error +/m);
    assert.match(stdout, /^2 files checked/m);
    assert.equal(code, 1);
  });

  it('a file that may not be read', async function () {
    // The superuser may read anything; the link to a device below stands for it there.
    if (onWindows || isRoot) this.skip();
    const folder = folderWith({ 'a.okr': GOOD, 'b.okr': GOOD.replace('csat', 'b') });
    chmodSync(join(folder, 'a.okr'), 0);
    const { code, stdout } = await okr(folder, ['check', '--as-of', DAY]);
    assert.match(stdout, /^a\.okr:1:1 +error +There is no permission to read it\./m);
    assert.equal(code, 1);
    assert.equal((await okr(folder, ['check', 'a.okr'])).code, 2);
  });

  it('a file that cannot be read, for the superuser too', async function () {
    if (onWindows) this.skip();
    const folder = folderWith({ 'b.okr': GOOD });
    // A link to a device is a file that is there and that nobody can read as text.
    symlinkSync('/dev/null', join(folder, 'a.okr'));
    const { code, stdout } = await check(folder);
    assert.match(stdout, /^a\.okr:1:1 +error +a\.okr is not a regular file\./m);
    assert.equal(code, 1);
    const alone = await check(folder, 'a.okr');
    assert.equal(alone.code, 2);
  });

  it('a folder that may not be looked into', async function () {
    if (onWindows || isRoot) this.skip();
    const folder = folderWith({ 'a.okr': GOOD });
    mkdirSync(join(folder, 'closed'), { mode: 0 });
    const { code, stdout } = await okr(folder, ['check', '--as-of', DAY]);
    assert.match(stdout, /^closed {2}error {2}There is no permission/m);
    assert.equal(code, 1);
  });

  describe('okr.config.json', () => {
    it('that is not JSON stops the run, and says where', async () => {
      const { code, stdout, stderr } = await check(
        folderWith({ 'a.okr': GOOD, 'okr.config.json': '{\n  "rules": {\n}\n' }),
      );
      assert.match(stderr, /^okr: okr\.config\.json:\d+:\d+: This is not JSON/);
      assert.deepEqual([code, stdout], [2, '']);
    });

    it('with an unknown key or rule says so at its place, and the rest is checked', async () => {
      const config = '{\n  "rulez": {},\n  "rules": { "not-mesurable": "off", "stale": "loud" }\n}\n';
      const { code, stdout } = await check(folderWith({ 'a.okr': GOOD, 'okr.config.json': config }));
      assert.match(stdout, /^okr\.config\.json:2:3 +error +There is no setting "rulez"\. Did you mean "rules"\?/m);
      assert.match(stdout, /^okr\.config\.json:3:14 +error +.*"not-mesurable".*"not-measurable"/m);
      assert.match(stdout, /^okr\.config\.json:3:47 +error +.*"loud"/m);
      assert.match(stdout, /^1 file checked/m);
      assert.equal(code, 1);
    });

    it('that is a folder, or is named and not there, stops the run', async () => {
      const folder = folderWith({ 'a.okr': GOOD, 'okr.config.json': null });
      const { code, stderr } = await check(folder);
      assert.match(stderr, /^okr: okr\.config\.json: /);
      assert.equal(code, 2);
      const named = await check(folderWith({ 'a.okr': GOOD }), '--config', 'gone.json');
      assert.match(named.stderr, /^okr: gone\.json: The file is not there\.$/m);
      assert.equal(named.code, 2);
    });

    it('may hold comments and a byte order mark', async () => {
      const config = '\uFEFF// ours\n{ "extends": "strict", }\n';
      const { stderr } = await check(folderWith({ 'a.okr': GOOD, 'okr.config.json': config }));
      assert.equal(stderr, '');
    });
  });
});
