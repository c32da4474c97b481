import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readCorpus } from './corpus.ts';
import type { KeyResultSentence, KpiSentence, ObjectiveSentence } from './corpus.ts';
import { figuresOf, judgeAll, kpiFigures, objectiveFigures } from './figures.ts';

/** The figures reached so far. A change that raises one for good writes it down here. */
const reached = JSON.parse(readFileSync(new URL('figures.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, number>
>;

const corpus = readCorpus();

describe('the title reader on the corpus', function () {
  if (!corpus) {
    it.skip('is not scored: there is no corpus at ../shared/corpus/dev.jsonl');
    return;
  }
  const english = corpus.filter((one): one is KeyResultSentence => one.kind === 'kr' && one.lang === 'en');
  const figures = figuresOf(judgeAll(english));
  const objectives = objectiveFigures(
    corpus.filter((one): one is ObjectiveSentence => one.kind === 'objective' && one.lang === 'en'),
  );
  const kpis = kpiFigures(corpus.filter((one): one is KpiSentence => one.kind === 'kpi' && one.lang === 'en'));
  const now: Readonly<Record<string, number>> = {
    ...figures.right,
    '"no": precision': figures.notMeasurable.precision,
    '"no": recall': figures.notMeasurable.recall,
    'vague words F1': figures.vagueF1 * 100,
    'compound F1': figures.compoundF1 * 100,
    'objective: qualitative': objectives.qualitative,
    'objective: task-like': objectives.taskLike,
    'objective: figure-like': objectives.kpiLike,
    'kpi: direction': kpis.direction,
    'kpi: target values': kpis.targetValues,
  };

  it('is guarded field by field', () => assert.deepEqual(Object.keys(reached).sort(), Object.keys(now).sort()));
  for (const [field, figure] of Object.entries(reached)) {
    it(`${field}: no more than one point below ${figure.toFixed(1)}`, () => {
      assert.ok((now[field] ?? 0) >= figure - 1, `${field} fell from ${figure} to ${now[field]}`);
    });
  }
});
