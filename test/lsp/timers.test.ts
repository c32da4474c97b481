import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { atMostEvery, whenQuiet } from '../../server/src/lsp/timers.ts';

describe('deferred work', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'] }));
  afterEach(() => mock.timers.reset());

  it('waits until it is quiet, though not for ever', () => {
    let runs = 0;
    const work = whenQuiet(
      () => {
        runs++;
      },
      () => ({ quiet: 10, longest: 25 }),
    );
    for (let time = 0; time < 60; time += 5) {
      work.request();
      mock.timers.tick(5);
    }
    assert.equal(runs, 2, 'a burst without a pause is answered every 25 ms');
    mock.timers.tick(10);
    assert.equal(runs, 3);
    mock.timers.tick(1000);
    assert.equal(runs, 3);
  });

  it('runs at most so often, and the last request is not lost', () => {
    const times: number[] = [];
    const work = atMostEvery(() => times.push(Date.now()), 100);
    for (let time = 0; time < 250; time += 10) {
      work.request();
      mock.timers.tick(10);
    }
    mock.timers.tick(500);
    assert.equal(times.length, 4);
    times.slice(1).forEach((time, index) => assert.ok(time - (times[index] ?? 0) >= 100));
  });

  it('takes nothing on once it was disposed of', () => {
    let runs = 0;
    const count = (): void => {
      runs++;
    };
    for (const work of [whenQuiet(count, () => ({ quiet: 1, longest: 1 })), atMostEvery(count, 1)]) {
      work.request();
      work.dispose();
      work.request();
    }
    mock.timers.tick(1000);
    assert.equal(runs, 0);
  });
});
