import assert from 'node:assert/strict';
import { faded } from '../../../server/src/features/faded.ts';
import { fixture } from './workspace.ts';

/** The message of each faded stretch, and its lines counted from 1. */
function fadedIn(text: string): readonly (readonly [message: string, first: number, last: number])[] {
  const { snapshot, uri } = fixture(text);
  return faded(snapshot, uri).map(({ message, range }) => [
    typeof message === 'string' ? message : message.value,
    range.start.line + 1,
    range.end.line + 1,
  ]);
}

describe('what rests', () => {
  it('is faded with all its lines, an objective with its key results', () => {
    assert.deepEqual(
      fadedIn(`cycle 2026-Q4
objective: Grow
  status: dropped
  kr: One
    metric: 1 -> 2
  kr: Two
    metric: 1 -> 2

# Of the next one
objective: Stay
  owner: @ana
`),
      [['objective "Grow" was dropped.', 2, 7]],
    );
  });

  it('leaves out a key result that goes on, and says since when and why', () => {
    assert.deepEqual(
      fadedIn(`cycle 2026-Q4
objective: Grow
  2026-11-01: postponed, no budget
  kr: One
    metric: 1 -> 2
  kr: Two
    status: active
    metric: 1 -> 2
  kr: Three
    metric: 1 -> 2
objective: Stay
  kr: Four
    2026-11-02: dropped, done elsewhere
  kr: Five
    2026-12-24: dropped, not yet
`),
      [
        ['objective "Grow" was postponed on 2026-11-01: no budget', 2, 5],
        ['kr "Three" was postponed on 2026-11-01: no budget', 9, 10],
        ['kr "Four" was dropped on 2026-11-02: done elsewhere', 12, 13],
      ],
    );
  });

  it('is nothing of drafts, of what is closed, of KPIs, or in a file that is not known', () => {
    assert.deepEqual(
      fadedIn('objective: A\n  status: draft\nobjective: B\n  status: closed\nkpi: C\n  target: >= 3\n'),
      [],
    );
    const { snapshot } = fixture('objective: A\n');
    assert.deepEqual(faded(snapshot, 'file:///plans/other.okr'), []);
  });
});
