import assert from 'node:assert/strict';
import { progressOn } from '../../server/src/cli/progress.ts';

describe('the progress line', () => {
  function terminal(isTTY: boolean): { now: number; written: string; isTTY: boolean; write: (text: string) => void } {
    return {
      now: 0,
      written: '',
      isTTY,
      write(text) {
        this.written += text;
      },
    };
  }

  it('is shown after a second, at most ten times a second, and taken away at the end', () => {
    const stream = terminal(true);
    const progress = progressOn(stream, () => stream.now);
    progress.at('Reading files', 1, 9);
    assert.equal(stream.written, '');
    for (stream.now = 1000; stream.now < 1200; stream.now += 10) progress.at('Reading files', 2, 9);
    assert.equal(stream.written, '\r\u001b[KReading files: 2 of 9 …'.repeat(2));
    progress.end();
    assert.match(stream.written, /…\r\u001b\[K$/);
  });

  it('leaves no trace of a short run', () => {
    const stream = terminal(true);
    const progress = progressOn(stream, () => stream.now);
    progress.at('Reading files', 1, 9);
    progress.before('Linking files', 9);
    progress.end();
    assert.equal(stream.written, '');
  });

  it('is shown before a long step, and nowhere but on a terminal', () => {
    for (const isTTY of [true, false]) {
      const stream = terminal(isTTY);
      const progress = progressOn(stream, () => stream.now);
      progress.before('Linking files', 1000);
      assert.equal(stream.written, isTTY ? '\r\u001b[KLinking files: 1000 …' : '');
    }
  });
});
