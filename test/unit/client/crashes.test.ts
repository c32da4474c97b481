import assert from 'node:assert/strict';
import { countCrashes } from '../../../client/src/crashes.ts';

describe('crashes of the server', () => {
  it('are told once, however many there are', () => {
    const crashed = countCrashes(3, 1000);
    assert.deepEqual([0, 10, 5000, 10_000].map(crashed), ['start and say so', 'start', 'start', 'start']);
  });

  it('end the restarts where there are too many in a short time', () => {
    const crashed = countCrashes(3, 1000);
    assert.deepEqual([0, 1, 2, 3].map(crashed), ['start and say so', 'start', 'start', 'stay down']);
  });

  it('are forgotten after the span', () => {
    const crashed = countCrashes(1, 1000);
    assert.deepEqual([0, 1000, 1999, 4000].map(crashed), ['start and say so', 'start', 'stay down', 'start']);
  });
});
