import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { DAY, bundle, folderWith, okr, removeFolders, root } from './okr.ts';

const CLEAN = `cycle 2026-Q4

team support: Customer Support
  objective csat: Make every contact with support worth having
    owner: @maria
    why: Slow support is the first reason people give for leaving

    kr rating: Clinics rate our answers higher
      metric: satisfaction rating 82% -> 90%
      2026-11-05: 86%

    kr response: Answer sooner
      metric: response time 8 h -> 6 h
      2026-11-05: 7 h
`;
/** An error: a name that leads nowhere. */
const BROKEN = CLEAN.replace('    owner: @maria\n', '    owner: @maria\n    supports: nowhere.at-all\n');
/** A warning: nothing to measure. */
const VAGUE = CLEAN.replace('      metric: response time 8 h -> 6 h\n', '').replace(
  'Answer sooner',
  'Improve response time',
);

interface CheckDocument {
  readonly schemaVersion: number;
  readonly today: string;
  readonly config: { readonly path: string; readonly findings: readonly FindingDocument[] } | null;
  readonly files: readonly { readonly path: string; readonly findings: readonly FindingDocument[] }[];
  readonly problems: readonly { readonly path: string }[];
  readonly summary: { readonly files: number; readonly errors: number; readonly warnings: number };
}

interface FindingDocument {
  readonly code: string | null;
  readonly severity: string;
  readonly start: { readonly line: number; readonly column: number };
}

async function checkJson(folder: string, ...args: string[]): Promise<CheckDocument> {
  const { stdout, stderr } = await okr(folder, ['check', '--format', 'json', '--as-of', DAY, ...args]);
  assert.equal(stderr, '');
  // The shape is what docs/cli.md says; the assertions below read it.
  return JSON.parse(stdout) as CheckDocument;
}

function codes(document: CheckDocument): (string | null)[] {
  return document.files.flatMap(({ findings }) => findings.map(({ code }) => code));
}

describe('okr check', () => {
  afterEach(removeFolders);

  describe('exit codes', () => {
    it('ends with 0 where nothing is wrong', async () => {
      const { code, stdout } = await okr(folderWith({ 'a.okr': CLEAN }), ['check', '--as-of', DAY]);
      assert.match(stdout, /^1 file checked as of 2026-11-10: /m);
      assert.equal(code, 0);
    });

    it('ends with 0 where there are warnings only, and with 1 where there are more than allowed', async () => {
      const folder = folderWith({ 'a.okr': VAGUE });
      const { summary } = await checkJson(folder);
      assert.ok(summary.warnings > 0 && summary.errors === 0);
      const args = ['check', '--as-of', DAY];
      assert.equal((await okr(folder, args)).code, 0);
      assert.equal((await okr(folder, [...args, '--max-warnings', String(summary.warnings)])).code, 0);
      const { code, stderr } = await okr(folder, [...args, '--max-warnings', String(summary.warnings - 1)]);
      assert.equal(code, 1);
      assert.match(stderr, /^okr: \d+ warnings?, and --max-warnings allows \d+\.$/m);
    });

    it('ends with 1 where there is an error', async () => {
      const { code, stdout } = await okr(folderWith({ 'a.okr': BROKEN }), ['check', '--as-of', DAY]);
      assert.match(stdout, /^a\.okr:6:\d+ +error .*OKR006\/unresolved-reference$/m);
      assert.equal(code, 1);
    });

    it('ends with 2 where the path is not there', async () => {
      const { code, stdout, stderr } = await okr(folderWith({}), ['check', 'gone.okr']);
      assert.deepEqual([code, stdout, stderr], [2, '', 'okr: gone.okr: There is no such file or folder.\n']);
    });

    it('ends with 2 where there is no .okr file', async () => {
      const { code, stderr } = await okr(folderWith({ 'notes.txt': 'x' }), ['check']);
      assert.match(stderr, /^okr: No \.okr file in \./);
      assert.equal(code, 2);
    });

    it('checks what there is where one of several paths is not there, and fails', async () => {
      const folder = folderWith({ 'a.okr': CLEAN });
      const { code, stdout } = await okr(folder, ['check', 'a.okr', 'gone.okr', '--as-of', DAY]);
      assert.match(stdout, /^gone\.okr {2}error {2}There is no such file or folder\.$/m);
      assert.match(stdout, /1 file checked as of 2026-11-10: 1 not checked/);
      assert.equal(code, 1);
    });

    const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
      ['an unknown option', ['check', '--fromat', 'json'], /--fromat.*\n.*--format/],
      ['an unknown format', ['check', '--format', 'xml'], /text, json[^]*okr help COMMAND/],
      ['a day that the calendar does not have', ['check', '--as-of', '2026-02-30'], /YYYY-MM-DD/],
      ['a count that is none', ['check', '--max-warnings', 'few'], /whole number/],
      ['an unknown command', ['chekc'], /chekc.*\n.*check/],
      ['an unknown rule', ['explain', 'not-mesurable'], /Did you mean not-measurable\?/],
      ['a word of a rule', ['explain', 'measurable'], /Did you mean not-measurable\?/],
      ['no command', [], /Usage: okr/],
    ];
    for (const [what, args, expected] of wrong) {
      it(`ends with 2 for ${what}`, async () => {
        const { code, stdout, stderr } = await okr(folderWith({ 'a.okr': CLEAN }), args);
        assert.match(stderr, expected);
        assert.deepEqual([code, stdout], [2, '']);
      });
    }
  });

  describe('what is read', () => {
    it('reads the rest of the workspace, and reports what was named', async () => {
      const folder = folderWith({
        'okr.config.json': '{}',
        'acme.okr': 'cycle 2026-Q4\ncompany acme: Acme\n  objective loyalty: Become the shop people come back to\n',
        'teams/support.okr': BROKEN.replace('nowhere.at-all', 'acme.loyalty').replace(
          '  objective',
          '  parent: acme\n\n  objective',
        ),
      });
      const document = await checkJson(folder, 'teams');
      assert.deepEqual(
        document.files.map(({ path }) => path),
        ['teams/support.okr'],
      );
      assert.ok(!codes(document).includes('OKR006'));
    });

    it('takes a folder for itself where no configuration and no repository is above it', async () => {
      const folder = folderWith({ 'one/a.okr': CLEAN, 'two/b.okr': CLEAN });
      assert.ok(codes(await checkJson(folder, 'one', 'two')).includes('OKR005'));
      assert.ok(!codes(await checkJson(folder, 'one')).includes('OKR005'));
    });

    it('honours .gitignore and "ignore" for folders, and checks a named file in any case', async () => {
      const folder = folderWith({
        '.git/HEAD': 'ref: refs/heads/main\n',
        '.gitignore': 'drafts/\n',
        'okr.config.json': '{ "ignore": ["old/**"] }',
        'a.okr': CLEAN,
        'drafts/b.okr': CLEAN,
        'old/c.okr': CLEAN,
        'node_modules/x/d.okr': CLEAN,
      });
      assert.deepEqual(
        (await checkJson(folder)).files.map(({ path }) => path),
        ['a.okr'],
      );
      const named = await checkJson(folder, 'drafts/b.okr', 'old/c.okr');
      assert.deepEqual(
        named.files.map(({ path }) => path),
        ['drafts/b.okr', 'old/c.okr'],
      );
    });

    it('expands patterns that the shell left alone', async () => {
      const folder = folderWith({ 'plans/a.okr': CLEAN, 'plans/deep/b.okr': VAGUE, 'plans/c.txt': 'x' });
      const { files } = await checkJson(folder, 'plans/**/*');
      assert.deepEqual(
        files.map(({ path }) => path),
        ['plans/a.okr', 'plans/deep/b.okr'],
      );
      const none = await okr(folder, ['check', '*.okr']);
      assert.deepEqual([none.code, none.stderr], [2, 'okr: *.okr: No .okr file matches this pattern.\n']);
    });

    it('takes paths from outside the working folder', async () => {
      const folder = folderWith({ 'work/empty.txt': '', 'plans/a.okr': VAGUE });
      const { files } = await checkJson(join(folder, 'work'), '../plans', join(folder, 'plans', 'a.okr'));
      assert.deepEqual(
        files.map(({ path }) => path),
        ['../plans/a.okr'],
      );
    });

    it('reads standard input in place of a file', async () => {
      const folder = folderWith({ 'a.okr': CLEAN });
      const args = ['check', '-', '--as-of', DAY, '--stdin-filename', 'a.okr'];
      const { code, stdout } = await okr(folder, args, BROKEN);
      assert.match(stdout, /^a\.okr:6:\d+ +error /m);
      assert.equal(code, 1);
      assert.match(
        (await okr(folder, ['check', '-', '--as-of', DAY], 'nonsense\n')).stdout,
        /^stdin\.okr:1:1 +error /m,
      );
    });
  });

  describe('what is printed', () => {
    it('gives the same bytes for the same files and day', async () => {
      for (const format of ['text', 'json']) {
        const args = ['check', 'examples', '--format', format, '--as-of', DAY];
        assert.equal((await okr(root, args)).stdout, (await okr(root, args)).stdout);
      }
    });

    it('prints no colours into a pipe, and colours where they are forced', async () => {
      const folder = folderWith({ 'a.okr': BROKEN });
      const plain = await okr(folder, ['check', '--as-of', DAY]);
      assert.ok(!plain.stdout.includes('\u001b['));
      assert.equal(plain.stderr, '');
      const coloured = await okr(folder, ['check', '--as-of', DAY], '', { FORCE_COLOR: '1' });
      assert.match(coloured.stdout, /\u001b\[31merror/);
      const refused = await okr(folder, ['check', '--as-of', DAY, '--no-color'], '', { FORCE_COLOR: '1' });
      assert.equal(refused.stdout, plain.stdout);
    });

    it('prints the words a finding rests on with --explain', async () => {
      const folder = folderWith({ 'a.okr': VAGUE });
      const { stdout } = await okr(folder, ['check', '--as-of', DAY, '--explain']);
      assert.match(stdout, /OKR101\/not-measurable\n {4}"[^"]+" /);
    });

    it('judges by the day it is given', async () => {
      const folder = folderWith({ 'a.okr': CLEAN });
      assert.ok(!codes(await checkJson(folder)).includes('OKR702'));
      const { stdout } = await okr(folder, ['check', '--format', 'json', '--as-of', '2026-12-20']);
      assert.match(stdout, /OKR702/);
    });

    it('stops without a word when its reader has seen enough', async () => {
      const folder = folderWith({ 'a.okr': 'nonsense\n'.repeat(20_000) });
      const child = spawn(process.execPath, [bundle, 'check'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
      let stderr = '';
      child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
      child.stdout.once('data', () => child.stdout.destroy());
      await new Promise((resolve) => child.on('close', resolve));
      assert.equal(stderr, '');
    });
  });
});

describe('okr explain', () => {
  it('prints the page of a rule by code, name or both', async () => {
    const pages = await Promise.all(
      ['OKR101', 'okr101', '101', 'not-measurable', 'OKR101/not-measurable'].map((name) =>
        okr(root, ['explain', name]),
      ),
    );
    const [first] = pages;
    assert.match(first?.stdout ?? '', /^OKR101 · not-measurable\n[^]*\n {6}kr: /);
    assert.ok(pages.every(({ code, stdout }) => code === 0 && stdout === first?.stdout));
  });

  it('lists all rules', async () => {
    const { code, stdout } = await okr(root, ['explain']);
    assert.equal(code, 0);
    assert.match(stdout, /^OKR101 {2}not-measurable +warning /m);
  });
});

describe('okr help and version', () => {
  it('says what there is, and how a run ends', async () => {
    const help = await okr(root, ['--help']);
    assert.match(help.stdout, /check[^]*export[^]*explain[^]*It ends with 0/);
    assert.equal(help.code, 0);
    const version = await okr(root, ['--version']);
    assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
    assert.equal(version.code, 0);
  });
});
