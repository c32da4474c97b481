import assert from 'node:assert/strict';
import { readMetric } from '../../../server/src/measure/metric.ts';
import { readTitle } from '../../../server/src/measure/title-reader.ts';
import { measuredReading } from '../../../server/src/report/measured-reading.ts';

/** Title, metric line, and what comes of them: measurable, direction, baseline and targets. */
const CASES: readonly (readonly [string, string, string, string, string | null, readonly string[]])[] = [
  ['Answer sooner', 'response time 8 h -> 6 h', 'yes', 'decrease', '8 h', ['6 h']],
  ['Answer sooner', 'response time 2 h -> 30 min', 'yes', 'decrease', '2 h', ['30 min']],
  ['More people buy', '-> 130k', 'yes', 'increase', null, ['130k']],
  ['Clinics rate us higher', 'rating >= 90%', 'yes', 'reach', null, ['>= 90%']],
  ['Improve response time', 'signups +20% from 340', 'yes', 'increase', '340', ['+20%']],
  ['Fewer errors', 'errors -25%', 'yes', 'decrease', null, ['-25%']],
  ['The service is there', 'keep availability 99% .. 99.9%', 'yes', 'maintain', null, ['99% .. 99.9%']],
  ['Open the shop', 'done', 'milestone', 'none', null, []],
  ['Open the shop', 'tasks', 'yes', 'none', null, []],
];

describe('report: the reading of a metric line', () => {
  for (const [title, line, measurable, direction, baseline, targets] of CASES) {
    it(`${title} | ${line}`, () => {
      const { measure } = readMetric(line);
      assert.ok(measure);
      const reading = measuredReading(readTitle(title), measure, line);
      assert.equal(reading.measurable, measurable);
      assert.equal(reading.direction, direction);
      assert.equal(reading.baseline?.text ?? null, baseline);
      assert.deepEqual(
        reading.targets.map(({ text }) => text),
        targets,
      );
      for (const { value } of reading.targets) assert.equal(typeof value === 'number', !line.includes('..'));
      assert.deepEqual(
        reading.because.map(({ text }) => text),
        [line],
      );
    });
  }

  for (const line of ['NPS 30 -> 50', 'NPS 30 NPS -> 50 NPS', 'eNPS >= 40']) {
    it(`an activity by its title is an outcome by ${line}`, () => {
      const { measure } = readMetric(line);
      assert.ok(measure);
      const title = readTitle('Send 4 surveys to customers');
      assert.equal(title.style, 'activity');
      const { style, targets } = measuredReading(title, measure, line);
      assert.deepEqual([style, targets[0]?.unit?.name], ['outcome', line.startsWith('e') ? 'eNPS' : 'NPS']);
    });
  }
});
