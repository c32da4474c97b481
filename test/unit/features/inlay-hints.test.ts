import assert from 'node:assert/strict';
import { inlayHints, resolveInlayHint } from '../../../server/src/features/inlay-hints.ts';
import type { HintChoice } from '../../../server/src/features/inlay-hints.ts';
import { EXAMPLE, fixture } from './workspace.ts';

const NONE: HintChoice = { progress: false, owner: false, cycle: false, deadline: false };
const ALL = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
const SUPPORT = EXAMPLE.replace('Customer Support', 'Customer│ Support');

/** The hints as `line of the text | label`. */
function hints(marked: string, choice: Partial<HintChoice>, range = ALL): readonly string[] {
  const at = fixture(marked);
  const lines = at.text().split('\n');
  return (inlayHints(at.snapshot, at.uri, range, { ...NONE, ...choice }) ?? []).map(({ position, label }) => {
    const line = lines[position.line] ?? '';
    assert.equal(position.character, line.length);
    return `${line.trim()} | ${typeof label === 'string' ? label : ''}`;
  });
}

describe('inlay hints', () => {
  it('tell progress and pace behind a key result', () => {
    assert.deepEqual(hints(SUPPORT, { progress: true }), [
      'kr rating: Achieve an average satisfaction rating of 90% | 50 % · ahead',
      'kr response: Reduce average response time by 25% | 25 % · on track',
      'kr first-contact: Resolve 85% of tickets within the first contact | 21 % · at risk',
    ]);
  });

  it('tell owner and deadline where they come from elsewhere', () => {
    assert.deepEqual(hints(SUPPORT, { owner: true, deadline: true }), [
      'kr response: Reduce average response time by 25% | @maria · due 31 Dec 2026',
      'kr first-contact: Resolve 85% of tickets within the first contact | @maria · due 31 Dec 2026',
    ]);
  });

  it('tell the cycle of an objective that names none', () => {
    const text = 'cycle 2026-Q4\nobjective a: A\nobjective b: B\n  during: 2026\n';
    assert.deepEqual(hints(text, { cycle: true }), ['objective a: A | 2026-Q4']);
    assert.deepEqual(hints('objective a: A\n', { cycle: true }), []);
  });

  it('are none of lines outside of the range, and none at all where all are switched off', () => {
    assert.deepEqual(hints(SUPPORT, { progress: true }, { ...ALL, end: { line: 6, character: 0 } }), []);
    assert.deepEqual(hints(SUPPORT, {}), []);
  });

  it('say more when they are pointed at', () => {
    const at = fixture(SUPPORT);
    const [hint] = inlayHints(at.snapshot, at.uri, ALL, { ...NONE, progress: true }) ?? [];
    assert.ok(hint !== undefined && hint.tooltip === undefined);
    const { tooltip } = resolveInlayHint(at.snapshot, hint);
    assert.match(typeof tooltip === 'object' ? tooltip.value : '', /Key result \*\*Achieve an average/);
    const gone = { ...hint, data: { item: 'gone' } };
    assert.deepEqual(resolveInlayHint(at.snapshot, gone), gone);
  });
});
