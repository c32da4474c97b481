import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES, generatedFiles } from '../../../scripts/generated-docs.ts';

const ROOT = join(import.meta.dirname, '../../..');

describe('What is generated from the rules', () => {
  const files = generatedFiles();

  for (const [path, text] of files) {
    it(`${path} is up to date`, () => {
      assert.equal(readFileSync(join(ROOT, path), 'utf8'), text, 'run npm run docs:rules');
    });
  }

  it('has no page of a rule that is no more', () => {
    const pages = readdirSync(join(ROOT, PAGES)).map((name) => `${PAGES}/${name}`);
    assert.deepEqual(
      pages.filter((path) => !files.has(path)),
      [],
    );
  });

  it('links only to pages that exist', () => {
    for (const [path, text] of files) {
      for (const [, target] of text.matchAll(/\]\((okr\d{3}[^)]*)\)/g)) {
        assert.ok(files.has(`${PAGES}/${target ?? ''}`), `${path} links to ${target ?? ''}`);
      }
    }
  });
});
