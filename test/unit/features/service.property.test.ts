import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diagnostics } from '../../../server/src/features/diagnostics.ts';
import { documentSymbols } from '../../../server/src/features/symbols.ts';
import { cascade } from '../../../server/src/features/cascade.ts';
import { createOkrService } from '../../../server/src/service.ts';
import type { OkrService, Snapshot } from '../../../server/src/service.ts';
import { EXAMPLE, TODAY } from './workspace.ts';

const [, , ACME = '', , SUPPORT = ''] = EXAMPLE.split(/^(=== .+\n)/m);
const FILES: Readonly<Record<string, string>> = { 'file:///a.okr': ACME, 'file:///b.okr': SUPPORT };

/** What people write and what breaks things, to be put in anywhere. */
const PIECES = [
  ...[
    '\n',
    '\r\n',
    ' ',
    '  ',
    '\t',
    ':',
    '->',
    '%',
    '#',
    '@',
    '.',
    ',',
    '[ ]',
    '\u0000',
    '\uFEFF',
    'é',
    '🎯',
    '\u202E',
  ],
  ...[
    'kr: Grow sales by 20%\n',
    'objective again: Be kind\n',
    'team support: Again\n',
    'cycle 2026-Q3\n',
    'Key Results:\n- One\n',
  ],
  ...['owner: @x\n', 'supports: loyalty\n', '2026-11-09: 5\n', '# okr-ignore OKR101: because\n', 'parent: support\n'],
  ...['# okr-ignore-file OKR401: legacy\n', 'status: dropped\n', 'metric: 5 -> 5\n', 'kpi weekly-buyers: Again\n'],
];

const change = fc.record({
  file: fc.constantFrom(...Object.keys(FILES)),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(60), fc.nat(2000)),
  text: fc.oneof(fc.constantFrom(...PIECES), fc.constant(''), fc.string({ maxLength: 5 })),
});

function serviceWith(texts: Iterable<readonly [string, string]>): OkrService {
  const service = createOkrService();
  service.setToday(TODAY);
  for (const [uri, text] of texts) service.set(uri, { kind: 'text', text, notUtf8At: null });
  return service;
}

/** All that an editor is told of a workspace. */
function told(snapshot: Snapshot): unknown {
  return {
    files: snapshot.uris.map((uri) => [uri, diagnostics(snapshot, uri), documentSymbols(snapshot, uri)]),
    cascade: cascade(snapshot, {}),
  };
}

describe('the service', () => {
  it('says the same after edits as a fresh one says of the result', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const texts = new Map(Object.entries(FILES));
        const service = serviceWith(texts);
        told(service.snapshot());
        for (const { file, from, length, text } of changes) {
          const before = texts.get(file) ?? '';
          const start = Math.round(from * before.length);
          const end = Math.min(before.length, start + length);
          service.edit(file, [{ from: start, to: end, newText: text }]);
          texts.set(file, before.slice(0, start) + text + before.slice(end));
          assert.equal(service.text(file), texts.get(file));
          // A snapshot in between fills every memory that a later one could be misled by.
          told(service.snapshot());
        }
        assert.deepEqual(told(service.snapshot()), told(serviceWith(texts).snapshot()));
      }),
      { numRuns: 40 },
    );
  });

  it('says the same whatever the order in which files came', () => {
    const entries = Object.entries(FILES);
    assert.deepEqual(told(serviceWith(entries).snapshot()), told(serviceWith([...entries].reverse()).snapshot()));
  });

  it('leaves a snapshot as it was', () => {
    const service = serviceWith(Object.entries(FILES));
    const snapshot = service.snapshot();
    const before = structuredClone(told(snapshot));
    service.edit('file:///a.okr', [{ from: 0, to: 40, newText: 'nonsense' }]);
    service.remove('file:///b.okr');
    service.setToday('2027-01-01');
    assert.deepEqual(told(snapshot), before);
    assert.notDeepEqual(told(service.snapshot()), before);
  });

  it('gives the same snapshot while nothing changes', () => {
    const service = serviceWith(Object.entries(FILES));
    const snapshot = service.snapshot();
    service.setToday(TODAY);
    service.remove('file:///nowhere.okr');
    service.edit('file:///nowhere.okr', [{ from: 0, to: 0, newText: 'x' }]);
    assert.equal(service.snapshot(), snapshot);
  });

  it('finds every finding at a place of the file that it is about', () => {
    const snapshot = serviceWith(Object.entries(FILES)).snapshot();
    for (const uri of snapshot.uris) {
      const tree = snapshot.tree(uri);
      for (const { place } of snapshot.findings(uri)) {
        assert.equal(place.uri, uri);
        assert.ok(tree?.blocks.includes(place.block) === true);
      }
    }
  });
});
