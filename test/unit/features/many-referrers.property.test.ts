import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cascade } from '../../../server/src/features/cascade.ts';
import { diagnostics } from '../../../server/src/features/diagnostics.ts';
import { createOkrService } from '../../../server/src/service.ts';
import type { OkrService } from '../../../server/src/service.ts';
import { TODAY } from '../model/plan-of.ts';

/** Enough that families which refer to a renamed item are put off. */
const TEAMS = 70;
const HUB = 'file:///hub.okr';
const uriOf = (team: number): string => `file:///t${team}.okr`;

const id = fc.constantFrom('a', 'b', 'c');
/** What may be referred to: in the files of all, in a team, by a name alone, by number. */
const reference = fc.oneof(
  { weight: 3, arbitrary: id.map((name) => `hub.${name}`) },
  { weight: 3, arbitrary: id },
  fc.constantFrom('t1.o', 't2.o', 't1.o.r', 'o', 'o.r', 'O1', 'KR 1', 'hub.k', 'nothing'),
);
/** What goals of all may support: each other, and teams, so that there are loops. */
const above = fc.constantFrom('', 'hub.a', 'hub.b', 'hub.c', 't1.o', 't2.o');

const objective = fc.record({ name: id, supports: above, result: fc.option(id) }).map(({ name, supports, result }) => {
  const lines = [`  objective ${name}: Delight all our customers`];
  if (supports !== '') lines.push(`    supports: ${supports}`);
  if (result !== null) lines.push(`    kr ${result}: Orders 10 -> 20`, '      measures: k');
  return `${lines.join('\n')}\n`;
});
const objectives = fc.array(objective, { maxLength: 3 }).map((all) => all.join(''));
const hub = fc
  .record({
    kpi: fc.constantFrom('', '  kpi k: Orders\n', '  kpi a: Orders\n    for: a\n'),
    hub: objectives,
    mid: objectives,
  })
  .map((of) => `cycle 2026-Q4\ncompany hub: Hub\n${of.kpi}${of.hub}department mid: Middle\n  parent: hub\n${of.mid}`);

/** Files of teams most of which refer to one item, and some to others. */
function teams(common: string, others: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (let team = 0; team < TEAMS; team++) {
    texts.set(uriOf(team), teamText(team, others[team] ?? common, team % 9 === 0 ? common : null));
  }
  return texts;
}

function teamText(team: number, supports: string, watched: string | null): string {
  const kpi = watched === null ? '' : `  kpi k${team}: Orders\n    for: ${watched}\n`;
  return `cycle 2026-Q4\nteam t${team}: Team\n  parent: mid\n${kpi}  objective 1 o: Sell\n    supports: ${supports}\n    kr r: Orders 10 -> 20\n      measures: k\n`;
}

function serviceWith(texts: ReadonlyMap<string, string>): OkrService {
  const service = createOkrService();
  service.setToday(TODAY);
  for (const [uri, text] of texts) service.set(uri, { kind: 'text', text, notUtf8At: null });
  return service;
}

/** A change of the hub or of one team, and whose findings are looked at first after it. */
type Change = { readonly first: readonly number[] } & (
  | { readonly kind: 'hub'; readonly text: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'team'; readonly team: number; readonly supports: string }
  | { readonly kind: 'gone'; readonly team: number }
);

/** Files that are looked at first: teams, and the hub as number 4. */
const first = fc.array(fc.nat(4), { maxLength: 3 });
const fileOf = (number: number): string => (number === 4 ? HUB : uriOf(number));
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('hub' as const), text: hub, first }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('rename' as const), from: id, to: id, first }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('team' as const), team: fc.nat(3), supports: reference, first }),
  },
  fc.record({ kind: fc.constant('gone' as const), team: fc.nat(TEAMS - 1), first }),
);

/** The text after a change of one file; null where the file is gone. */
function changed(before: string, made: Change): string | null {
  switch (made.kind) {
    case 'hub':
      return made.text;
    case 'rename':
      return before.replace(`objective ${made.from}: D`, `objective ${made.to}: D`);
    case 'team':
      return teamText(made.team, made.supports, null);
    case 'gone':
      return null;
  }
}

/** Edits a file as an editor does: only what differs. */
function become(service: OkrService, uri: string, before: string, after: string): void {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  service.edit(uri, [{ from: head, to: before.length - tail, newText: after.slice(head, after.length - tail) }]);
}

describe('findings where many refer to what changes', () => {
  it('are those of a full check, whoever asks first', () => {
    fc.assert(
      fc.property(
        hub,
        reference,
        fc.array(reference, { maxLength: 4 }),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (hubText, common, others, changes) => {
          const texts = new Map([[HUB, hubText], ...teams(common, others)]);
          const service = serviceWith(texts);
          for (const uri of texts.keys()) diagnostics(service.snapshot(), uri);
          for (const made of changes) {
            const uri = made.kind === 'hub' || made.kind === 'rename' ? HUB : uriOf(made.team);
            const before = texts.get(uri);
            const after = changed(before ?? '', made);
            if (after === null) {
              texts.delete(uri);
              service.remove(uri);
            } else {
              texts.set(uri, after);
              if (before === undefined) service.set(uri, { kind: 'text', text: after, notUtf8At: null });
              else become(service, uri, before, after);
            }
            const snapshot = service.snapshot();
            const fresh = serviceWith(texts).snapshot();
            for (const file of made.first) {
              assert.deepEqual(diagnostics(snapshot, fileOf(file)), diagnostics(fresh, fileOf(file)));
            }
          }
          const fresh = serviceWith(texts).snapshot();
          for (const uri of [...texts.keys()].reverse()) {
            assert.deepEqual(diagnostics(service.snapshot(), uri), diagnostics(fresh, uri), uri);
          }
          assert.deepEqual(cascade(service.snapshot(), {}), cascade(fresh, {}));
        },
      ),
      { numRuns: Number(process.env['OKR_RUNS'] ?? 30) },
    );
  }).timeout(0);

  const asked = (before: ReadonlyMap<string, string>, uri: string, from: string, to: string, first: string) => {
    const service = serviceWith(before);
    for (const each of before.keys()) diagnostics(service.snapshot(), each);
    const text = before.get(uri) ?? '';
    become(service, uri, text, text.replace(from, to));
    return diagnostics(service.snapshot(), first).map(({ code }) => code);
  };

  it('tell of what lost or won its supporters, where that is asked for first', () => {
    const mid = 'file:///mid.okr';
    const texts = new Map([
      [HUB, 'cycle 2026-Q4\ncompany hub: Hub\n  objective a: Delight all our customers\n'],
      [mid, 'cycle 2026-Q4\ndepartment mid: Middle\n  parent: hub\n  objective b: Delight all our customers\n'],
      ...teams('a', []),
    ]);
    assert.ok(!asked(texts, mid, 'objective b', 'objective b', HUB).includes('OKR402'));
    assert.ok(asked(texts, mid, 'objective b', 'objective a', HUB).includes('OKR402'));
    texts.set(mid, (texts.get(mid) ?? '').replace('objective b', 'objective a'));
    assert.ok(asked(texts, mid, 'objective a', 'objective a', HUB).includes('OKR402'));
    assert.ok(!asked(texts, mid, 'objective a', 'objective b', HUB).includes('OKR402'));
  });

  it('tell of a loop that a renaming closes, where that is asked for first', () => {
    const other = 'file:///other.okr';
    const texts = new Map([
      [HUB, 'cycle 2026-Q4\ncompany hub: Hub\n  objective a: Delight all our customers\n    supports: hub.c\n'],
      [other, 'cycle 2026-Q4\ncompany hub: Hub\n  objective c: Delight all our customers\n    supports: t2.o\n'],
      ...teams('hub.b', []),
    ]);
    assert.ok(!asked(texts, HUB, 'objective a', 'objective a', other).includes('OKR007'));
    assert.ok(asked(texts, HUB, 'objective a', 'objective b', other).includes('OKR007'));
  });
});
