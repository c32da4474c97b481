import assert from 'node:assert/strict';
import { checkInPlaces } from '../../../server/src/features/check-in-places.ts';
import { completion } from '../../../server/src/features/completion.ts';
import { codeLenses, resolveCodeLens } from '../../../server/src/features/code-lens.ts';
import type { LensCommands } from '../../../server/src/features/code-lens.ts';
import { applied, EXAMPLE, fixture } from './workspace.ts';

const COMMANDS: LensCommands = { references: 'show', checkIn: 'check' };
const ACME = EXAMPLE.replace('Become the', 'Become│ the');

/** The lenses as `line of the text | title | command`. */
function lenses(marked: string, commands: LensCommands | null = COMMANDS): readonly string[] {
  const at = fixture(marked);
  const lines = at.text().split('\n');
  return (codeLenses(at.snapshot, at.uri, commands) ?? []).map((lens) => {
    assert.equal(lens.command, undefined);
    const { range, command } = resolveCodeLens(at.snapshot, lens, commands);
    return [lines[range.start.line]?.trim(), command?.title, command?.command].join(' | ');
  });
}

describe('code lenses', () => {
  it('tell score, pace and supporters of an objective, and offer to check in', () => {
    const line = 'objective loyalty: Become the shop people come back to';
    assert.deepEqual(lenses(ACME), [
      `${line} | 30 % · at risk | `,
      `${line} | 1 supporter | show`,
      `${line} | Check in | check`,
    ]);
  });

  it('only tell where the client has no commands', () => {
    assert.deepEqual(
      lenses(ACME, null).map((lens) => lens.split(' | ').slice(1)),
      [
        ['30 % · at risk', ''],
        ['1 supporter', ''],
      ],
    );
  });

  it('lead to the supporters', () => {
    const at = fixture(ACME);
    const lens = codeLenses(at.snapshot, at.uri, COMMANDS)?.[1];
    assert.ok(lens !== undefined);
    const { command } = resolveCodeLens(at.snapshot, lens, COMMANDS);
    assert.match(JSON.stringify(command?.arguments), /support\.okr/);
  });

  it('leave out what makes no sense', () => {
    assert.deepEqual(lenses('objective a: A\n'), []);
    const dropped = 'objective a: A\n  status: dropped\n  kr: B\n    metric: 1 -> 2\n';
    assert.ok(!lenses(dropped).some((lens) => lens.includes('Check in')));
    const given = 'objective a: A\n  kr: B\n    metric: 1 -> 2\n    status: dropped\n';
    assert.ok(!lenses(given).some((lens) => lens.includes('Check in')));
    assert.ok(lenses(given.replace('dropped', 'blocked')).some((lens) => lens.includes('Check in')));
    const closed = 'objective a: A\n  status: closed\n  kr: B\n    metric: 1 -> 2\n    2026-11-01: 2\n';
    assert.deepEqual(lenses(closed), ['objective a: A | 100 % · reached · closed | ']);
  });
});

describe('places for check-ins', () => {
  function checkedIn(text: string, index: number): string {
    const at = fixture(text);
    const [objective] = at.snapshot.plan.objectives;
    const place = checkInPlaces(at.snapshot, objective?.key ?? '')?.[index];
    assert.ok(place !== undefined);
    return applied(at, [{ range: { start: place.position, end: place.position }, newText: place.newText }]);
  }

  it('are below the last check-in, or at the end of the key result', () => {
    const text = 'objective: A\n  kr: B\n    2026-11-01: 1\n    > note\n\n  kr: C\n    metric: 1 -> 2\n';
    assert.equal(checkedIn(text, 0), text.replace(': 1\n', ': 1\n    2026-11-10: 1\n'));
    assert.equal(checkedIn(text, 1), `${text}    2026-11-10: \n`);
  });

  for (const [last, before, level, behind] of [
    ['2026-11-01: 32%, on track', '', '32', '%'],
    ['2026-11-01: 7.5 h', '', '7.5', ' h'],
    ['2026-11-01: €20k', '€', '20', 'k'],
    ['2026-11-01: 5 of 24', '', '5', ' of 24'],
    ['2026-11-01: 2 min 20 s', '', '2 min 20 s', ''],
    ['2026-11-01: at risk', '', '', ''],
    ['metric: share of regulars 20% -> 40%', '', '', '%'],
    ['metric: revenue €20k -> €40k', 'EUR ', '', ''],
    ['metric: done', '', '', ''],
    ['2026-11-12: 3', '', '', ''],
  ] as const) {
    const text = `objective: A\n  kr: B\n    ${last}\n`;

    it(`are begun with the last level, which is selected, and its unit, after "${last}"`, () => {
      assert.equal(checkedIn(text, 0), `${text}    2026-11-10: ${before}${level}${behind}\n`);
      const { snapshot } = fixture(text);
      const [place] = checkInPlaces(snapshot, snapshot.plan.objectives[0]?.key ?? '') ?? [];
      assert.deepEqual([place?.back, place?.selected], [behind.length, level.length]);
    });

    it(`are what completion begins with after "${last}"`, () => {
      const at = fixture(`${text}    today│\n`);
      const list = completion(at.snapshot, at.uri, at.offset, { snippets: true });
      const item = list?.items.find(({ label }) => label === '2026-11-10');
      const plain = item?.textEdit?.newText.replace(/\$\{1:([^}]*)\}/, '$1').replace(/\$0$/, '');
      assert.equal(plain, `2026-11-10: ${before}${level}${behind}`);
    });
  }

  it('are the line that is there where today has one', () => {
    const text = 'objective: A\n  kr: B\n    2026-11-10: 1\n';
    assert.equal(checkedIn(text, 0), text);
  });

  it('are none of what is no objective', () => {
    assert.equal(checkInPlaces(fixture('kr: A\n').snapshot, 'gone'), null);
  });
});
