import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { healthOf } from '../../../server/src/model/health.ts';
import { scoreOf } from '../../../server/src/model/score.ts';
import { smartOf } from '../../../server/src/model/smart.ts';
import { english } from '../../../server/src/syntax/said.ts';
import { standingOf } from '../../../server/src/model/standing.ts';
import { keyResult, kpi, objective, planOf, problemLines } from './plan-of.ts';

const text = readFileSync(new URL('../../fixtures/model/example.okr', import.meta.url), 'utf8');

describe('the whole example of the language', () => {
  const plan = planOf(text);

  it('has no problem', () => {
    assert.deepEqual(problemLines(plan), []);
    const [document] = plan.documents.values();
    assert.deepEqual(
      document?.tree.blocks.flatMap((block) => block.problems),
      [],
    );
  });

  it('has its cascade', () => {
    assert.deepEqual(
      plan.scopes.map(({ key, parent }) => [key, parent?.key ?? null]),
      [
        ['acme', null],
        ['support', 'acme'],
      ],
    );
    const [acme] = plan.scopes;
    assert.equal(acme?.northStar?.target, kpi(plan, 'weekly-buyers'));
    assert.deepEqual(objective(plan, 'loyalty').supportedBy, [objective(plan, 'csat')]);
    assert.equal(keyResult(plan, 'buyers').measures?.target, kpi(plan, 'weekly-buyers'));
    assert.deepEqual(
      plan.people.map(({ handle }) => handle),
      ['ana', 'jon', 'maria'],
    );
    assert.equal(objective(plan, 'csat').notes[0]?.text, 'Agreed with Sales on 2026-09-28.');
    assert.equal(keyResult(plan, 'response').owner?.inherited, true);
  });

  // Q4 has 92 days: 91 from its first to its last. Up to 15 December it is 75.
  const expected = {
    // (34 - 31) / (40 - 31), 31 of 91 days: 0.98
    repeat: { progress: 3 / 9, pace: 'on track', baseline: 'metric', due: '2026-12-31' },
    // from the reading of 27 September, 108,200: (114 - 108.2) / (130 - 108.2), 32 of 75 days: 0.62
    buyers: { progress: 5.8 / 21.8, pace: 'at risk', baseline: 'kpi', due: '2026-12-15' },
    // (86 - 82) / (90 - 82), 31 of 75 days: 1.21
    rating: { progress: 0.5, pace: 'ahead', baseline: 'metric', due: '2026-12-15' },
    // (7.5 - 8) / (6 - 8), 31 of 91 days: 0.73
    response: { progress: 0.25, pace: 'on track', baseline: 'metric', due: '2026-12-31' },
    // the target, 85%, from the title: (74 - 71) / (85 - 71), 31 of 91 days: 0.63
    'first-contact': { progress: 3 / 14, pace: 'at risk', baseline: 'metric', due: '2026-12-31' },
  };
  for (const [id, figures] of Object.entries(expected)) {
    it(`knows how ${id} stands`, () => {
      const { progress, pace, baseline, due, start } = standingOf(plan, keyResult(plan, id));
      assert.ok(Math.abs((progress ?? NaN) - figures.progress) < 1e-9, String(progress));
      assert.deepEqual({ pace, due, start }, { pace: figures.pace, due: figures.due, start: '2026-10-01' });
      assert.equal(baseline?.source, figures.baseline);
    });
  }

  it('tells what was read from a title', () => {
    const { source, notes } = standingOf(plan, keyResult(plan, 'first-contact'));
    assert.equal(source, 'title');
    assert.deepEqual(notes.map(english), ['read from the title']);
  });

  it('scores its objectives', () => {
    // (2 × 0.5 + 0.25 + 3/14) / 4
    const csat = scoreOf(plan, objective(plan, 'csat'));
    assert.ok(Math.abs((csat.computed ?? NaN) - (2 * 0.5 + 0.25 + 3 / 14) / 4) < 1e-9);
    assert.equal(csat.grade, 'red');
    const loyalty = scoreOf(plan, objective(plan, 'loyalty'));
    assert.ok(Math.abs((loyalty.computed ?? NaN) - (3 / 9 + 5.8 / 21.8) / 2) < 1e-9);
    assert.equal(loyalty.supporters, csat.computed);
  });

  it('knows the health of its KPI', () => {
    const { healthy, latest, trend } = healthOf(plan, kpi(plan, 'weekly-buyers'));
    assert.deepEqual(
      { healthy, trend, latest },
      { healthy: false, trend: 'up', latest: { value: 115900, unit: null, day: '2026-11-08' } },
    );
  });

  it('finds little to gain in SMART', () => {
    assert.equal(smartOf(plan, objective(plan, 'csat')).total, 100);
    const rating = smartOf(plan, keyResult(plan, 'rating'));
    assert.equal(rating.total, 100);
    const response = smartOf(plan, keyResult(plan, 'response'));
    const missing = Object.values(response.letters).flatMap(({ checks }) => checks.filter(({ met }) => !met));
    assert.deepEqual(
      missing.map(({ name, gain }) => [name, gain && english(gain)]),
      [['confidence', 'write how likely it is, e.g. confidence: 0.5']],
    );
  });
});
