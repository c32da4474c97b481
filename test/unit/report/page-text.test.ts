import assert from 'node:assert/strict';
import { writePageText } from '../../../server/src/report/page-text.ts';
import { pageOf } from '../../../server/src/rules/page.ts';
import { RULES } from '../../../server/src/rules/registry.ts';

const as = (text: string): string => text;

describe('report: a page as text', () => {
  it('indents examples, lines tables up, fills paragraphs and drops marks', () => {
    const page = [
      '# OKR101 · not-measurable',
      '',
      `A key result with **no** number in its \`metric\`, ${'and so on '.repeat(8)}to the end.`,
      '',
      '```okr',
      'objective: One',
      '',
      '  kr: Improve a_b_c',
      '```',
      '',
      '| option | what |',
      '|---|---|',
      '| `max` | the most |',
      '',
      '- one',
      '- two',
    ].join('\n');
    assert.equal(
      writePageText(page, (text) => `<${text}>`),
      [
        '<OKR101 · not-measurable>',
        '',
        'A key result with no number in its metric, and so on and so on and so on and so',
        'on and so on and so on and so on and so on to the end.',
        '',
        '    objective: One',
        '',
        '      kr: Improve a_b_c',
        '',
        '    option  what',
        '    max     the most',
        '',
        '- one',
        '- two',
        '',
      ].join('\n'),
    );
  });

  it('leaves no mark of Markdown on any page', () => {
    for (const rule of RULES)
      assert.doesNotMatch(writePageText(pageOf(rule), as), /```|\*\*|^#+ [A-Z]|^\|/m, rule.code);
  });
});
