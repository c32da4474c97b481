import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMetric } from '../../../server/src/measure/metric.ts';
import { readQuantity, readQuantityAt } from '../../../server/src/measure/read-quantity.ts';
import { sameMeasure } from '../../../server/src/measure/same-measure.ts';
import { writeMetric } from '../../../server/src/measure/write-metric.ts';
import { anyValue, metricLike } from './metric-arbitrary.ts';
import { english } from '../../../server/src/syntax/said.ts';

describe('metric, for any text', () => {
  it('gives a measure or a problem, whose spans lie in the text', () => {
    fc.assert(
      fc.property(anyValue, (text) => {
        const { measure, problem } = readMetric(text);
        assert.ok(measure ?? problem);
        if (!problem) return;
        const spans = problem.fix ? [problem, problem.fix] : [problem];
        for (const { from, to } of spans) assert.ok(0 <= from && from <= to && to <= text.length, `${from}-${to}`);
      }),
      { numRuns: 3000 },
    );
  });

  it('writes a measure that reads back as the same', () => {
    fc.assert(
      fc.property(metricLike, (text) => {
        const { measure } = readMetric(text);
        if (!measure) return;
        const written = writeMetric(measure);
        const again = readMetric(written).measure;
        assert.ok(again && sameMeasure(again, measure), `${JSON.stringify(text)} -> ${JSON.stringify(written)}`);
      }),
      { numRuns: 5000 },
    );
  });

  it('reads a quantity whose text is what it was read from', () => {
    fc.assert(
      fc.property(anyValue, fc.nat(20), (text, at) => {
        for (const quantity of [readQuantity(text), readQuantityAt(text, Math.min(at, text.length))]) {
          if (quantity) assert.equal(text.slice(quantity.from, quantity.to), quantity.text);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('mends what its fix says it mends', () => {
    fc.assert(
      fc.property(metricLike, (text) => {
        const { problem } = readMetric(text);
        const fix = problem?.fix;
        if (!fix) return;
        const mended = text.slice(0, fix.from) + fix.newText + text.slice(fix.to);
        const after = readMetric(mended).problem;
        assert.ok(
          !after || english(after.message) !== english(problem.message) || after.from !== problem.from,
          JSON.stringify(mended),
        );
      }),
      { numRuns: 3000 },
    );
  });
});
