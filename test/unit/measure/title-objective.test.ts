import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readObjective } from '../../../server/src/measure/objective.ts';

const TABLE: readonly (readonly [title: string, says: string])[] = [
  ['Become the shop people come back to', 'qualitative'],
  ['Make every contact with support worth having', 'qualitative'],
  ['Grow revenue by 30%', 'number, figure'],
  ['Reduce churn', 'qualitative, figure'],
  ['Improve customer satisfaction', 'qualitative, figure'],
  ['Launch the mobile app', 'qualitative, task'],
  ['Migrate billing to the new platform', 'qualitative, task'],
  ['Build a world-class team', 'qualitative'],
  ['Give everyone in the city clean air by 2030', 'qualitative'],
  ['Reach 10,000 paying customers', 'number, figure'],
  ['Double activation rates', 'number, figure'],
  ['Be the #1 app in our category', 'number'],
  ['Ensure v2 works on Python 3', 'qualitative'],
];

describe('the reading of an objective', () => {
  for (const [title, says] of TABLE) {
    it(title, () => {
      const { qualitative, taskLike, kpiLike } = readObjective(title);
      const verdicts = [qualitative === 'yes' ? 'qualitative' : 'number', taskLike && 'task', kpiLike && 'figure'];
      assert.equal(verdicts.filter(Boolean).join(', '), says);
    });
  }

  it('reads any text, and points only at what is there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (title) => {
        const reading = readObjective(title);
        for (const { text, from, to } of [...reading.because, ...reading.vague])
          assert.equal(title.slice(from, to), text);
        assert.equal(reading.qualitative === 'no', reading.number !== null);
      }),
    );
  });
});
