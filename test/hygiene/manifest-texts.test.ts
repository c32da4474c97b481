import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

function textsOf(path: string): readonly (readonly [key: string, text: string])[] {
  const read: unknown = JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  assert.ok(typeof read === 'object' && read !== null);
  return Object.entries(read).map(([key, text]) => [key, String(text)]);
}

/** Names, which are written with a capital letter anywhere. */
const NAMES = /^(?:OKRs?|KPIs?|MCP|VS|Code|Markdown|Trace|Problems|Check|Objectives?)$/;

/** The words of a text that begin with a capital letter for no reason: neither names nor first of a sentence. */
function capitals(text: string): readonly string[] {
  const sentences = text.replace(/`[^`]*`|\]\([^)]*\)/g, ' ').split(/[.:?*[(\n]+/);
  return sentences.flatMap((sentence) => {
    const [, ...rest] = sentence.trim().split(/[\s,;-]+/);
    return rest.filter((word) => /^\p{Lu}/u.test(word) && !NAMES.test(word));
  });
}

describe('The texts of the manifest', () => {
  const texts = textsOf('package.nls.json');

  it('are in sentence case', () => {
    assert.deepEqual(
      texts.filter(([key, text]) => key !== 'displayName' && !key.endsWith('.alt') && capitals(text).length > 0),
      [],
    );
    assert.deepEqual(capitals('Filter Cascade by OKR. Then `Do It`'), ['Cascade']);
  });

  it('describe each setting in whole sentences', () => {
    const manifest = readFileSync(join(ROOT, 'package.json'), 'utf8');
    const settings = texts.filter(([key]) => key.startsWith('settings.'));
    assert.ok(settings.length > 8);
    for (const [key, text] of settings) {
      assert.ok(manifest.includes(`%${key}%`), key);
      assert.match(text, /^\p{Lu}.*\.$/su, key);
    }
  });
});
