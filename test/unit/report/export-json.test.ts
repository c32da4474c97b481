import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { fileReports } from '../../../server/src/report/check-report.ts';
import { writeExportJson } from '../../../server/src/report/export-json.ts';
import { createOkrService } from '../../../server/src/service.ts';
import type { Snapshot } from '../../../server/src/service.ts';
import { planTexts } from './plan-text.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Every object with declared members takes no others, so that a member nobody documented fails. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]));
  return 'properties' in schema && 'type' in schema ? { ...members, additionalProperties: false } : members;
}

const published: unknown = JSON.parse(readFileSync(join(root, 'schemas', 'okr-export.schema.json'), 'utf8'));
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
const fits = ajv.compile(closed(published) as object);

function snapshotOf(files: Readonly<Record<string, string>>, day: string): Snapshot {
  const service = createOkrService();
  service.setToday(day);
  for (const [uri, text] of Object.entries(files)) service.set(uri, { kind: 'text', text, notUtf8At: null });
  return service.snapshot();
}

function exported(snapshot: Snapshot): string {
  const { plan, uris } = snapshot;
  const show = (uri: string): string => uri.replace('file:///', '');
  return writeExportJson(plan, {
    uris: new Set(uris),
    show,
    config: null,
    findings: fileReports(snapshot, uris, show),
  });
}

function assertFits(text: string): void {
  if (!fits(JSON.parse(text))) assert.fail(ajv.errorsText(fits.errors, { separator: '\n' }));
}

function examples(): Readonly<Record<string, string>> {
  const paths = globSync('examples/**/*.okr', { cwd: root }).sort();
  return Object.fromEntries(paths.map((path) => [`file:///${path}`, readFileSync(join(root, path), 'utf8')]));
}

interface ExportDocument {
  readonly objectives: readonly {
    readonly key: string;
    readonly keyResults: readonly string[];
    readonly score: { readonly computed: number | null; readonly stated: number | null };
  }[];
  readonly keyResults: readonly {
    readonly key: string;
    readonly standing: { readonly progress: number | null };
    readonly reading: { readonly source: string; readonly measurable: string };
  }[];
  readonly kpis: readonly { readonly key: string }[];
  readonly scopes: readonly { readonly objectives: readonly string[]; readonly kpis: readonly string[] }[];
}

describe('report: the export', () => {
  it('of the examples fits its schema, on several days', () => {
    for (const day of ['2026-06-01', '2026-11-10', '2027-06-01']) assertFits(exported(snapshotOf(examples(), day)));
  });

  it('of any plan fits its schema, and keys lead to items', () => {
    fc.assert(
      fc.property(fc.array(planTexts, { minLength: 1, maxLength: 3 }), (texts) => {
        const files = Object.fromEntries(texts.map((text, index) => [`file:///${String(index)}.okr`, text]));
        const text = exported(snapshotOf(files, '2026-11-10'));
        assertFits(text);
        const document = JSON.parse(text) as ExportDocument;
        const keys = [...document.objectives, ...document.keyResults, ...document.kpis].map(({ key }) => key);
        assert.equal(new Set(keys).size, keys.length, 'two items have one key');
        const named = [
          ...document.objectives.flatMap(({ keyResults }) => keyResults),
          ...document.scopes.flatMap(({ objectives, kpis }) => [...objectives, ...kpis]),
        ];
        assert.deepEqual(
          named.filter((key) => !keys.includes(key)),
          [],
        );
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same bytes whatever the order in which files came', () => {
    const files = Object.entries(examples());
    const forth = exported(snapshotOf(Object.fromEntries(files), '2026-11-10'));
    const back = exported(snapshotOf(Object.fromEntries(files.toReversed()), '2026-11-10'));
    assert.equal(forth, back);
  });

  it('has figures, and readings of titles and of metric lines', () => {
    const text = [
      'cycle 2026-Q4',
      'objective a: Be quick to help',
      '  score: 0.5',
      '  kr one: Answer sooner',
      '    metric: response time 8 h -> 6 h',
      '    2026-11-02: 7 h',
      '  kr two: Improve response time',
      '  kr three: Win 200 customers',
      '    2026-11-02: 50',
    ].join('\n');
    const { objectives, keyResults } = JSON.parse(
      exported(snapshotOf({ 'file:///a.okr': text }, '2026-11-10')),
    ) as ExportDocument;
    assert.deepEqual(
      objectives.map(({ score }) => [score.computed, score.stated]),
      [[0.375, 0.5]],
    );
    assert.deepEqual(
      keyResults.map(({ standing, reading }) => [standing.progress, reading.source, reading.measurable]),
      [
        [0.5, 'metric', 'yes'],
        [null, 'title', 'no'],
        [0.25, 'title', 'yes'],
      ],
    );
  });
});
