import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readTitle } from '../../../server/src/measure/title-reader.ts';

const sentences: unknown = JSON.parse(
  readFileSync(new URL('../../fixtures/title-remarks.json', import.meta.url), 'utf8'),
);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

describe('what a title leaves open', () => {
  assert.ok(isRecord(sentences) && isRecord(sentences.vague) && isRecord(sentences.compound));
  for (const [title, vague] of Object.entries(sentences.vague))
    it(`finds ${JSON.stringify(vague)} vague in "${title}"`, () => {
      assert.deepEqual(
        readTitle(title).vague.map(({ text }) => text),
        vague,
      );
    });
  for (const [title, joins] of Object.entries(sentences.compound))
    it(`${joins === true ? 'finds two results' : 'finds one result'} in "${title}"`, () => {
      assert.equal(readTitle(title).joint !== null, joins);
    });
});
