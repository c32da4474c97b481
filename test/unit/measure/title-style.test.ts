import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readTitle } from '../../../server/src/measure/title-reader.ts';

const sentences: unknown = JSON.parse(
  readFileSync(new URL('../../fixtures/title-styles.json', import.meta.url), 'utf8'),
);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

describe('the style of a title', () => {
  assert.ok(isRecord(sentences));
  for (const [style, titles] of Object.entries(sentences)) {
    assert.ok(Array.isArray(titles) && titles.length > 0);
    for (const title of titles.map(String))
      it(`takes "${title}" for ${style}`, () => {
        assert.equal(readTitle(title).style, style);
      });
  }
});
