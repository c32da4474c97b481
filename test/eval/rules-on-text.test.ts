import assert from 'node:assert/strict';
import { readCorpus } from './corpus.ts';
import { rulesOnText } from './rules-on-text.ts';

/** A rule that is wrong more than one time in ten on real text is mended, narrowed or off by default. */
const WRONG_AT_MOST = 0.1;

const corpus = readCorpus();

describe('Rules that rest on words, on the corpus', function () {
  if (!corpus) {
    it.skip('are not judged: there is no corpus at ../shared/corpus/dev.jsonl');
    return;
  }
  const figures = rulesOnText(corpus.filter(({ lang }) => lang === 'en'));

  for (const { code, name, findings, contradicted } of figures) {
    it(`${code} ${name} is wrong at most one time in ten`, () => {
      assert.ok(contradicted.length <= WRONG_AT_MOST * findings, `${contradicted.length} of ${findings}`);
    });
  }

  it('are wrong at most one time in ten together', () => {
    const total = figures.reduce((sum, { findings }) => sum + findings, 0);
    const wrong = figures.reduce((sum, { contradicted }) => sum + contradicted.length, 0);
    assert.ok(wrong <= WRONG_AT_MOST * total, `${wrong} of ${total}`);
  });

  it('are silent about words in other languages', () => {
    const others = rulesOnText(corpus.filter(({ lang }) => lang !== 'en'));
    assert.deepEqual(
      others.filter(({ findings }) => findings > 0).map(({ code }) => code),
      [],
    );
  });
});
