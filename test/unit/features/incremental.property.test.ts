import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { cascade } from '../../../server/src/features/cascade.ts';
import { diagnostics } from '../../../server/src/features/diagnostics.ts';
import { documentSymbols } from '../../../server/src/features/symbols.ts';
import { writeExportJson } from '../../../server/src/report/export-json.ts';
import { DEFAULT_CONFIG } from '../../../server/src/rules/parse-config.ts';
import { createOkrService } from '../../../server/src/service.ts';
import type { OkrService, Snapshot } from '../../../server/src/service.ts';
import { header, line, planText } from '../model/plan-arbitrary.ts';
import { TODAY } from '../model/plan-of.ts';

/** Any rule may speak, so that each has the chance to be out of date. */
const ALL_RULES = { ...DEFAULT_CONFIG, rules: new Map([['OKR306', { setting: 'info' as const, options: {} }]]) };

function serviceWith(texts: ReadonlyMap<string, string>): OkrService {
  const service = createOkrService();
  service.setToday(TODAY);
  service.configure(ALL_RULES);
  for (const [uri, text] of texts) service.set(uri, asText(text));
  return service;
}

function asText(text: string) {
  return { kind: 'text', text, notUtf8At: null } as const;
}

/** All that is computed of a workspace, as it is told. */
function told(snapshot: Snapshot): unknown {
  const uris = new Set(snapshot.uris);
  return {
    files: snapshot.uris.map((uri) => {
      const findings = snapshot.findings(uri).map(({ code, message, item, because, fixes }) => {
        return {
          code,
          message,
          item,
          because,
          fixes: fixes.map(({ title, edits }) => [title, edits.map((edit) => edit.newText)]),
        };
      });
      const document = snapshot.plan.documents.get(uri);
      const problems = document?.problems.map(({ rule, message, place }) => [rule, message, place.span]);
      const subjects = document?.openings.map(({ subject }) => subject?.key ?? null);
      return [uri, diagnostics(snapshot, uri), findings, problems, subjects, documentSymbols(snapshot, uri)];
    }),
    export: writeExportJson(snapshot.plan, { uris, show: (uri) => uri, config: null, findings: null }),
    cascade: cascade(snapshot, {}),
    people: snapshot.plan.people.map(({ handle, name, uses }) => [handle, name, uses.length]),
  };
}

/** What editors and people do to a file. Places are shares of its lines. */
type Change =
  | { readonly kind: 'lines'; readonly at: number; readonly count: number; readonly lines: readonly string[] }
  | { readonly kind: 'type'; readonly at: number; readonly across: number; readonly text: string }
  | { readonly kind: 'swap'; readonly at: number; readonly to: number }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'whole'; readonly text: string }
  | { readonly kind: 'remove' };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const id = fc.constantFrom('a', 'b', 'c', 'growth', 'KR');
const anyLine = fc.oneof(
  header,
  header.map((text) => `  ${text}`),
  line,
  line.map((text) => `  ${text}`),
  line.map((text) => `    ${text}`),
  fc.constantFrom(
    'Key Results:',
    '- One thing',
    'members: @ana, @bob',
    'lead: @ana',
    'north star: a',
    'tags: x, y',
    'owner: @zoe',
    'with: @ana',
    '# okr-ignore OKR101 OKR202: for a reason',
    '# okr-ignore-file OKR401: legacy',
    '# okr-ignore OKR501',
    '2026-10-01: closed',
    'type: aspirational',
    'score: 1.0',
    'cycle 2026-Q2',
    'during: 2026-Q3',
  ),
);
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('lines' as const),
      at: share,
      count: fc.nat(2),
      lines: fc.array(anyLine, { maxLength: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      at: share,
      across: share,
      text: fc.constantFrom('x', ' ', '"', ':', '\n', '5', '%', '@', '.', 'kr: ', '\n  kr: More\n', '> '),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('swap' as const), at: share, to: share }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), from: id, to: id }) },
  { weight: 1, arbitrary: planText.map((text) => ({ kind: 'whole' as const, text })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'remove' as const }) },
);

/** The text after a change of one stretch, as the edit that makes it. */
function editOf(text: string, made: Exclude<Change, { kind: 'whole' | 'remove' }>) {
  const lines = text.split('\n');
  const startOf = (index: number): number => lines.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0);
  const lineAt = (at: number): number => Math.min(lines.length - 1, Math.floor(at * lines.length));
  switch (made.kind) {
    case 'lines': {
      const first = lineAt(made.at);
      const from = startOf(first);
      const to = Math.min(text.length, startOf(first + made.count));
      return { from, to, newText: made.lines.map((each) => `${each}\n`).join('') };
    }
    case 'type': {
      const at = lineAt(made.at);
      const from = startOf(at) + Math.round(made.across * (lines[at]?.length ?? 0));
      return { from, to: from, newText: made.text };
    }
    case 'swap': {
      const [low, high] = [lineAt(Math.min(made.at, made.to)), lineAt(Math.max(made.at, made.to))];
      const moved = [...lines.slice(low, high).reverse(), ''].join('\n');
      return { from: startOf(low), to: Math.min(text.length, startOf(high)), newText: moved };
    }
    case 'rename':
      return { from: 0, to: text.length, newText: text.replaceAll(` ${made.from}:`, ` ${made.to}:`) };
  }
}

const NAMES = ['a', 'b', 'c'];

describe('a plan that follows edits', () => {
  it('is at each step the plan of the texts, as a fresh one has it', () => {
    fc.assert(
      fc.property(
        fc.tuple(planText, planText, planText),
        fc.array(fc.tuple(fc.nat(NAMES.length - 1), change, fc.boolean()), { minLength: 1, maxLength: 8 }),
        (files, changes) => {
          const texts = new Map(files.map((text, index) => [`file:///${NAMES[index]}.okr`, text]));
          const service = serviceWith(texts);
          told(service.snapshot());
          for (const [index, made, looks] of changes) {
            const uri = `file:///${NAMES[index]}.okr`;
            if (made.kind === 'remove') {
              service.remove(uri);
              texts.delete(uri);
            } else if (made.kind === 'whole') {
              service.set(uri, asText(made.text));
              texts.set(uri, made.text);
            } else {
              const before = texts.get(uri) ?? '';
              const { from, to, newText } = editOf(before, made);
              if (!texts.has(uri)) service.set(uri, asText(''));
              service.edit(uri, [{ from, to, newText }]);
              texts.set(uri, before.slice(0, from) + newText + before.slice(to));
            }
            if (looks) assert.deepEqual(told(service.snapshot()), told(serviceWith(texts).snapshot()));
          }
          assert.deepEqual(told(service.snapshot()), told(serviceWith(texts).snapshot()));
        },
      ),
      { numRuns: Number(process.env['OKR_RUNS'] ?? 60) },
    );
  }).timeout(0);

  it('is the same after each line of the examples was taken away, one at a time, and put back', () => {
    const texts = new Map(examples().map((path) => [`file:///${path}`, readFileSync(join(EXAMPLES, path), 'utf8')]));
    const service = serviceWith(texts);
    const untouched = told(service.snapshot());
    for (const [uri, text] of texts) {
      let from = 0;
      for (const each of text.split(/(?<=\n)/)) {
        service.edit(uri, [{ from, to: from + each.length, newText: '' }]);
        const changed = new Map(texts).set(uri, text.slice(0, from) + text.slice(from + each.length));
        assert.deepEqual(findingsIn(service.snapshot()), findingsIn(serviceWith(changed).snapshot()), each);
        service.edit(uri, [{ from, to: from, newText: each }]);
        from += each.length;
      }
      assert.deepEqual(told(service.snapshot()), untouched);
    }
  }).timeout(0);
});

function findingsIn(snapshot: Snapshot): unknown {
  return snapshot.uris.map((uri) => diagnostics(snapshot, uri));
}

const EXAMPLES = join(import.meta.dirname, '../../../examples');

function examples(): readonly string[] {
  const all = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.okr'));
  return all.filter((path) => statSync(join(EXAMPLES, path)).size < 6000);
}
