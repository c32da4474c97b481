import { strict as assert } from 'node:assert';
import { planOf, problemsOf } from './plan-of.ts';

/** Lines below a key result or objective, with the rule, the text it stands at, and what each fix would write. */
const CASES: readonly (readonly [line: string, found: readonly (readonly [at: string, ...fixes: string[]])[]])[] = [
  ['owner: @ana', []],
  ['owner: Ana Souza', [['Ana Souza', '@ana-souza']]],
  ['owner: @ana souza', [['@ana souza', '@ana-souza']]],
  ['with: @ana, @bo', []],
  ['with: @ana, Bo Chen', [['Bo Chen', '@bo-chen']]],
  ['status: draft', []],
  ['status: Dropped, no money', []],
  ['status: drafft', [['drafft', 'draft']]],
  ['status: cancelled', [['cancelled', 'dropped']]],
  ['status: on hold, waiting', [['on hold', 'postponed']]],
  ['status: purple', [['purple']]],
  ['type: Moonshot', []],
  ['type: comitted', [['comitted', 'committed']]],
  ['perspective: customers', [['customers', 'customer']]],
  ['priority: P1', []],
  ['priority: p1', []],
  ['priority: 1', [['1', 'P1']]],
  ['priority: P7', [['P7', 'P0', 'P1', 'P2']]],
  ['weight: 2', []],
  ['weight: 0.5', []],
  ['weight: 0,5', [['0,5', '0.5']]],
  ['weight: heavy', [['heavy']]],
  ['weight: -1', [['-1']]],
  ['score: 0.7', []],
  ['score: 70%', []],
  ['score: 7/10', []],
  ['score: 7', [['7', '7/10']]],
  ['score: 70', [['70', '70%']]],
  ['score: 0,7', [['0,7', '0.7']]],
  ['score: good', [['good']]],
  ['confidence: 1.2', [['1.2', '1.2/10']]],
  ['metric: rate 31% -> 40%', []],
  ['metric: rate 13,1% -> 40%', [['13,1', '13.1']]],
  ['metric: something', [['something']]],
  ['baseline: ?', []],
  ['baseline: 13,1%', [['13,1', '13.1']]],
  ['target: a lot', [['a lot']]],
  ['target: 90% .. 95%', []],
  ['by: 2026-12-15', []],
  ['by: 2026-Q4', []],
  ['by: end of cycle', []],
  ['by: 2026-11-31', [['2026-11-31']]],
  ['by: 15 December', [['15 December', '2026-12-15']]],
  ['by: soon', [['soon']]],
  ['link: https://example.com, mailto:a@b.de', []],
  ['link: example.com/a', [['example.com/a', 'https://example.com/a']]],
  ['link: javascript:alert(1)', [['javascript:alert(1)']]],
  ['link: <https://example.com>', []],
  ['link: [Board](https://example.com)', []],
  ['supports: what we want', [['what we want']]],
  ['owner:', [['owner']]],
  ['why:', [['why']]],
  ['tags: growth, self-service', []],
  ['2026-11-01: by 2026-12-15 -> soon', [['soon']]],
  ['2026-11-01: at risky times', []],
];

describe('values', () => {
  for (const [line, expected] of CASES) {
    it(line, () => {
      const plan = planOf(`cycle 2026-Q4\nobjective o: O\nkr k: Win 20 customers\n${line}\n`);
      const found = problemsOf(plan).map(({ rule, place, fixes }) => {
        assert.equal(rule, 'OKR003');
        const text = place.block.text.slice(place.span.from, place.span.to);
        return [text, ...fixes.map(({ edits }) => edits.map(({ newText }) => newText).join(''))];
      });
      assert.deepEqual(found, expected);
    });
  }

  it('are hints where they were read all the same', () => {
    const severity = (line: string) =>
      problemsOf(planOf(`objective o: O\n${line}\n`)).map((problem) => problem.severity);
    assert.deepEqual(severity('owner: Ana'), ['hint']);
    assert.deepEqual(severity('why:'), ['hint']);
    assert.deepEqual(severity('owner: @ana souza'), ['error']);
  });

  it('of check-ins are looked at with the measure', () => {
    const found = (lines: string) =>
      problemsOf(planOf(`cycle 2026-Q4\nobjective o: O\nkr k: ${lines}\n`)).map(({ severity, place }) => [
        severity,
        place.block.text.slice(place.span.from, place.span.to),
      ]);
    assert.deepEqual(found('K\nmetric: 0 -> 10\n2026-11-01: +2'), [['error', '+2']]);
    assert.deepEqual(found('K\nmetric: 5% -> 3%\n2026-11-01: -1%, a bit'), [['error', '-1%']]);
    assert.deepEqual(found('K\nmetric: NPS -20 -> 20\n2026-11-01: -3'), []);
    assert.deepEqual(found('K\nmetric: +20%\n2026-11-01: +2%'), []);
    assert.deepEqual(found('Improve things\n2026-11-01: +2%'), []);
    assert.deepEqual(found('Win 20 customers\n2026-10-15: 5\n2026-11-01: 3'), [['hint', '3']]);
    assert.deepEqual(found('Win 20 customers\n2026-10-15: 3\n2026-11-01: 5'), []);
    assert.deepEqual(found('Reduce churn\nmetric: 5% -> 3%\n2026-10-15: 4.5%\n2026-11-01: 4%'), []);
    const kpis = problemsOf(planOf('kpi k: K\n2026-11-01: +2\n2026-11-02: -3\n'));
    assert.deepEqual(
      kpis.map(({ rule }) => rule),
      ['OKR003'],
    );
  });
});
