import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, folderWith, okr, removeFolders, root } from './okr.ts';

describe('documents that show what okr prints', () => {
  afterEach(removeFolders);

  it('README.md shows what its example gives', async () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const example = /^```okr\n([^]*?)^```/m.exec(readme)?.[1] ?? '';
    const [, command = '', output] = /^```\n\$ okr (.*)\n([^]*?)^```/m.exec(readme) ?? [];
    const { stdout } = await okr(folderWith({ 'support.okr': example }), command.split(' '));
    assert.equal(stdout, output);
  });

  it('docs/language.md has no example with an error', async () => {
    const page = readFileSync(join(root, 'docs', 'language.md'), 'utf8');
    const examples = [...page.matchAll(/^```okr\n([^]*?)^```/gm)].map(([, text = '']) => text);
    assert.ok(examples.length > 3);
    // Some are the lines of a key result; this is the one they are of.
    const above = 'cycle 2026-Q4\nteam a\nobjective: Be quick to help\n  kr: Raise the rating from 82% to 90%\n';
    for (const example of examples) {
      const { stdout } = await okr(folderWith({ 'a.okr': above + example }), ['check', '--as-of', DAY]);
      assert.doesNotMatch(stdout, / error /, example);
    }
  });

  it('the quickstart is clean, and the company has what its comments say and nothing else', async () => {
    const quickstart = await okr(root, ['check', 'examples/quickstart.okr', '--as-of', DAY]);
    assert.deepEqual([quickstart.code, quickstart.stdout], [0, '1 file checked as of 2026-11-10: nothing found.\n']);

    const { stdout } = await okr(root, ['check', 'examples/company', '--as-of', DAY]);
    const found = [...stdout.matchAll(/(OKR\d+)\/\S+$/gm)].map(([, code]) => code).sort();
    const files = ['organisation.okr', '2026-Q4/company.okr', '2026-Q4/product.okr', '2026-Q4/customers.okr'];
    const texts = files.map((name) => readFileSync(join(root, 'examples', 'company', name), 'utf8'));
    const announced = texts.flatMap((text) =>
      [...text.matchAll(/^\s*# On purpose: .*$/gm)].flatMap(([line]) => line.match(/OKR\d+/g) ?? []),
    );
    assert.ok(announced.length > 5);
    assert.deepEqual(found, announced.sort());
  });
});
