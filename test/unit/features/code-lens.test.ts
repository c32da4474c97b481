import assert from 'node:assert/strict';
import { checkInPlaces } from '../../../server/src/features/check-in-places.ts';
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
    assert.equal(checkedIn(text, 0), text.replace(': 1\n', ': 1\n    2026-11-10: \n'));
    assert.equal(checkedIn(text, 1), `${text}    2026-11-10: \n`);
  });

  for (const [last, line, cursor] of [
    ['2026-11-01: 32%, on track', '2026-11-10: %', '%'],
    ['2026-11-01: 7.5 h', '2026-11-10:  h', ' h'],
    ['2026-11-01: €20k', '2026-11-10: €k', 'k'],
    ['2026-11-01: 5 of 24', '2026-11-10:  of 24', ' of 24'],
    ['2026-11-01: 2 min 20 s', '2026-11-10: ', ''],
    ['2026-11-01: at risk', '2026-11-10: ', ''],
    ['metric: share of regulars 20% -> 40%', '2026-11-10: %', '%'],
  ] as const) {
    it(`have the unit, with the cursor before it, after "${last}"`, () => {
      const text = `objective: A\n  kr: B\n    ${last}\n`;
      assert.equal(checkedIn(text, 0), `${text}    ${line}\n`);
      const { snapshot } = fixture(text);
      const [place] = checkInPlaces(snapshot, snapshot.plan.objectives[0]?.key ?? '') ?? [];
      assert.equal(place?.back, cursor.length);
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
