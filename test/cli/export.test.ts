import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, fingerprint, folderWith, okr, removeFolders, root } from './okr.ts';

interface ExportDocument {
  readonly schemaVersion: number;
  readonly today: string;
  readonly config: string | null;
  readonly files: readonly string[];
  readonly scopes: readonly { readonly key: string }[];
  readonly objectives: readonly {
    readonly path: string;
    readonly supports: readonly { readonly target: string | null }[];
  }[];
  readonly keyResults: readonly { readonly standing: { readonly progress: number | null } }[];
  readonly findings?: readonly { readonly code: string; readonly path: string }[];
}

const COMPANY = 'cycle 2026-Q4\ncompany acme: Acme\n  objective loyalty: Become the shop people come back to\n';
const TEAM = `cycle 2026-Q4
team support: Support
  parent: acme
  objective csat: Make every contact worth having
    supports: acme.loyalty
    kr rating: Raise the rating
      metric: rating 82% -> 90%
      2026-10-15: 83%
      2026-11-01: 86%
`;

async function plan(folder: string, ...args: string[]): Promise<ExportDocument> {
  const { code, stdout, stderr } = await okr(folder, ['export', '--format', 'json', '--as-of', DAY, ...args]);
  assert.deepEqual([code, stderr], [0, '']);
  // The schema's own test is test/unit/report/export-json.test.ts.
  return JSON.parse(stdout) as ExportDocument;
}

describe('okr export', () => {
  afterEach(removeFolders);

  it('prints the same bytes from any working folder', async () => {
    const args = ['export', '--as-of', DAY];
    const fromRoot = await okr(root, [...args, 'examples']);
    const fromWithin = await okr(join(root, 'examples', 'company'), [...args, '..']);
    assert.equal(fromRoot.code, 0);
    assert.ok(fromRoot.stdout.length > 10_000);
    assert.equal(fromWithin.stdout, fromRoot.stdout);
  });

  it('exports what was asked for, linked with the rest', async () => {
    const folder = folderWith({ 'okr.config.json': '{}', 'acme.okr': COMPANY, 'teams/support.okr': TEAM });
    const document = await plan(folder, 'teams');
    assert.deepEqual([document.schemaVersion, document.today, document.config], [1, DAY, 'okr.config.json']);
    assert.deepEqual(document.files, ['teams/support.okr']);
    assert.deepEqual(
      document.scopes.map(({ key }) => key),
      ['support'],
    );
    assert.deepEqual(
      document.objectives.map(({ path, supports }) => [path, supports.map(({ target }) => target)]),
      [['teams/support.okr', ['acme/loyalty@2026-q4']]],
    );
    assert.equal(document.findings, undefined);
  });

  it('computes for the day it is given', async () => {
    const folder = folderWith({ 'acme.okr': COMPANY, 'support.okr': TEAM });
    const { keyResults } = await plan(folder);
    assert.equal(keyResults[0]?.standing.progress, 0.5);
    const { stdout } = await okr(folder, ['export', '--as-of', '2026-10-20']);
    assert.match(stdout, /"progress": 0\.125,/);
  });

  it('adds the findings where they are asked for', async () => {
    const folder = folderWith({ 'a.okr': `${COMPANY}nonsense\n` });
    const { findings } = await plan(folder, '--findings');
    assert.ok(findings?.some(({ code, path }) => code === 'OKR001' && path === 'a.okr'));
  });

  it('says what is missing in it, and ends with 1', async () => {
    const folder = folderWith({ 'a.okr': COMPANY });
    mkdirSync(join(folder, 'b.okr'));
    const before = fingerprint(folder);
    const { code, stdout, stderr } = await okr(folder, ['export', '.', 'gone.okr', '--as-of', DAY]);
    assert.match(stdout, /"acme\/loyalty@2026-q4"/);
    assert.match(stderr, /^okr: gone\.okr: There is no such file or folder\.\nokr: b\.okr: b\.okr is a folder/);
    assert.equal(code, 1);
    assert.equal(fingerprint(folder), before);
  });

  it('ends with 2 where there is nothing to export, or no such format', async () => {
    const folder = folderWith({ 'b.okr': null });
    const nothing = await okr(folder, ['export']);
    assert.deepEqual([nothing.code, nothing.stdout], [2, '']);
    assert.match(nothing.stderr, /^okr: b\.okr: b\.okr is a folder/);
    const format = await okr(folder, ['export', '--format', 'csv']);
    assert.deepEqual([format.code, format.stdout], [2, '']);
  });
});
