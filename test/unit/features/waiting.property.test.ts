import assert from 'node:assert/strict';
import fc from 'fast-check';
import { definition } from '../../../server/src/features/definition.ts';
import { diagnostics } from '../../../server/src/features/diagnostics.ts';
import { namesAsked } from '../../../server/src/features/names-asked.ts';
import { writeExportJson } from '../../../server/src/report/export-json.ts';
import { createOkrService } from '../../../server/src/service.ts';
import type { OkrService, Snapshot } from '../../../server/src/service.ts';
import { header, planText } from '../model/plan-arbitrary.ts';
import { TODAY } from '../model/plan-of.ts';

const NAMES = ['c', 'a', 'e', 'b', 'd'];

function uriOf(index: number): string {
  return `file:///${NAMES[index]}.okr`;
}

function asText(text: string) {
  return { kind: 'text', text, notUtf8At: null } as const;
}

function emptyService(): OkrService {
  const service = createOkrService();
  service.setToday(TODAY);
  return service;
}

function withAll(texts: readonly string[]): Snapshot {
  const service = emptyService();
  texts.forEach((text, index) => service.set(uriOf(index), asText(text)));
  return service.snapshot();
}

/** The first file at hand, the others waiting. */
function withFirst([first = '', ...others]: readonly string[]): OkrService {
  const service = emptyService();
  service.set(uriOf(0), asText(first));
  others.forEach((text, index) => service.later(uriOf(index + 1), asText(text)));
  return service;
}

function told(snapshot: Snapshot): unknown {
  const uris = new Set(snapshot.uris);
  return {
    findings: snapshot.uris.map((uri) => [uri, diagnostics(snapshot, uri)]),
    export: writeExportJson(snapshot.plan, { uris, show: (uri) => uri, config: null, findings: null }),
  };
}

const reference = fc
  .tuple(
    fc.constantFrom('supports', 'for', 'measures', 'continues', 'owner', 'parent'),
    fc.constantFrom('a', 'b.a', 'growth.b', 'c.a.b', 'Grow', 'KR'),
  )
  .map(([name, to]) => `  ${name}: ${to}\n`);
const referring = fc
  .tuple(planText, fc.array(fc.tuple(header, reference), { maxLength: 4 }))
  .map(([text, more]) => `${text}\n${more.map(([first, second]) => `${first}\n${second}`).join('')}`);
const files = fc.tuple(referring, planText, planText, planText, planText);

const runs = Number(process.env['OKR_RUNS'] ?? 30);

describe('files that wait for the plan', () => {
  it('are brought where a name leads to them, so that it leads where it does in the plan of all', () => {
    let apart = 0;
    fc.assert(
      fc.property(files, fc.nat(), (texts, place) => {
        const [first] = texts;
        const words = [...first.matchAll(/(?<=\n) +[a-z]+: |[@\w]+/g)].map((word) => word.index + word[0].length);
        const offset = words[place % words.length] ?? 0;
        const service = withFirst(texts);
        const tree = service.tree(uriOf(0));
        const asked = tree === null ? null : namesAsked(tree, offset);
        if (asked === null || !service.bring(asked)) return;
        if (service.snapshot().uris.length < texts.length) apart++;
        assert.deepEqual(
          definition(service.snapshot(), uriOf(0), offset),
          definition(withAll(texts), uriOf(0), offset),
        );
      }),
      { numRuns: 10 * runs },
    );
    assert.ok(apart > 0);
  }).timeout(0);

  it('are not all brought where one is named', () => {
    const teams = ['a', 'b', 'c', 'd'].map((id) => `team ${id}: Team ${id}\nobjective x: One\nobjective y: Two\n`);
    const service = withFirst(['team own: Own\nobjective z: Z\n  supports: c.x\n', ...teams]);
    assert.equal(service.bring({ references: [['c', 'x']], scopes: ['c.x'] }), true);
    assert.deepEqual(service.snapshot().uris, [uriOf(0), uriOf(3)].sort());
  });

  it('join the plan while it is asked and changed', () => {
    const step = fc.record({
      after: fc.nat(60),
      file: fc.nat(NAMES.length - 1),
      what: fc.oneof(
        fc.record({ kind: fc.constantFrom('ask' as const, 'bring' as const, 'remove' as const) }),
        fc.record({ kind: fc.constantFrom('set' as const, 'type' as const, 'later' as const), text: planText }),
      ),
    });
    fc.assert(
      fc.property(files, fc.array(step, { maxLength: 6 }), (first, steps) => {
        const texts = new Map(first.map((text, index) => [uriOf(index), text]));
        const service = withFirst(first);
        let at = 0;
        const joining = service.joining();
        while (joining.next().done !== true) {
          at++;
          for (const { file, what } of steps.filter(({ after }) => after === at)) {
            const uri = uriOf(file);
            const before = texts.get(uri) ?? '';
            switch (what.kind) {
              case 'ask':
                told(service.snapshot());
                break;
              case 'bring':
                service.bring({ references: [['growth', 'a']], scopes: ['b'] });
                break;
              case 'remove':
                service.remove(uri);
                texts.delete(uri);
                break;
              case 'set':
                service.set(uri, asText(what.text));
                texts.set(uri, what.text);
                break;
              case 'type':
                if (service.text(uri) === null) break;
                service.edit(uri, [{ from: before.length, to: before.length, newText: `\n${what.text}` }]);
                texts.set(uri, `${before}\n${what.text}`);
                break;
              case 'later':
                if (service.text(uri) !== null) break;
                service.later(uri, asText(what.text));
                texts.set(uri, what.text);
            }
          }
        }
        const rest = service.joining();
        while (rest.next().done !== true);
        const fresh = emptyService();
        for (const [uri, text] of texts) fresh.set(uri, asText(text));
        assert.deepEqual(told(service.snapshot()), told(fresh.snapshot()));
      }),
      { numRuns: runs },
    );
  }).timeout(0);
});
