import assert from 'node:assert/strict';
import fc from 'fast-check';
import { extendMarkdownIt } from '../../../client/src/markdown-preview.ts';
import { okrHtml } from '../../../client/src/okr-html.ts';

/** The spans of a text as `class:text`, what stands outside of any left out. */
function spansOf(text: string): string[] {
  return [...okrHtml(text).matchAll(/<span class="okr-([a-z]+)">([^<]*)<\/span>/g)].map(
    ([, name = '', content = '']) => `${name}:${unescaped(content).trim()}`,
  );
}

function unescaped(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

describe('A fence of a plan in the Markdown preview', () => {
  const lines: [line: string, spans: string[]][] = [
    ['cycle 2026-Q4', ['keyword:cycle', 'date:2026-Q4']],
    ['team support: Customer Support', ['keyword:team', 'id:support', 'title:Customer Support']],
    ['- **Objective 1:** Grow', ['keyword:Objective', 'id:1', 'title:Grow']],
    ['    kr: Answer in 2 hours', ['keyword:kr', 'title:Answer in 2 hours']],
    ['  owner: @ana', ['property:owner', 'person:@ana']],
    ['  metric: rating 82% -> 90%', ['property:metric', 'value:rating', 'number:82%', 'arrow:->', 'number:90%']],
    ['  2026-11-01: 86%, two hired', ['date:2026-11-01', 'value::', 'number:86%', 'value:, two hired']],
    ['  [x] Train every agent @jon', ['keyword:[x]', 'value:Train every agent', 'person:@jon']],
    ['  > Agreed with Sales', ['note:> Agreed with Sales']],
    ['# okr-ignore OKR101: agreed', ['comment:# okr-ignore OKR101: agreed']],
    ['Some prose: about krill', []],
    ['ownr: @ana', []],
  ];
  for (const [line, spans] of lines) {
    it(`colours "${line}"`, () => assert.deepEqual(spansOf(line), spans));
  }

  it('shows markup in it as text', () => {
    assert.equal(
      okrHtml('kr: <img src=x onerror="a()"> & co'),
      '<span class="okr-keyword">kr</span>:<span class="okr-title"> &lt;img src=x onerror=&quot;a()&quot;&gt; &amp; co</span>',
    );
  });

  it('never loses or changes a character, and makes no element but its spans', () => {
    const pieces = fc.constantFrom(
      'kr',
      'objective',
      ':',
      ' ',
      '\n',
      '<b>',
      '"',
      '&amp;',
      '->',
      '82%',
      '@ana',
      '2026-11-01',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const rest = okrHtml(text).replaceAll(/<span class="okr-[a-z]+">|<\/span>/g, '');
        assert.doesNotMatch(rest, /[<>"]/);
        assert.equal(unescaped(rest), text);
      }),
    );
  });

  it('bears lines of any length', () => {
    const long = 'kr '.padEnd(5_000_000, ' ');
    assert.equal(okrHtml(long), long);
    for (const line of [
      'kr'.padEnd(1999, ' '),
      '-'.repeat(1999),
      '- '.repeat(999),
      '1'.repeat(1999),
      '@'.repeat(1999),
    ]) {
      assert.equal(unescaped(okrHtml(`owner: ${line}`.slice(0, 1999)).replaceAll(/<[^>]*>/g, '')).length, 1999);
    }
  });

  it('leaves the fences of other languages to who rendered them before', () => {
    type Highlight = (code: string, language: string, attributes: string) => string;
    const before: { options: { highlight?: Highlight } } = { options: {} };
    assert.equal(extendMarkdownIt(before).options.highlight?.('a', 'js', ''), '');
    const named: { options: { highlight: Highlight } } = { options: { highlight: (code, name) => `${name}!${code}` } };
    const { options } = extendMarkdownIt(named);
    assert.equal(options.highlight('a', 'js', ''), 'js!a');
    assert.equal(options.highlight('cycle 2026', 'OKR', ''), okrHtml('cycle 2026'));
  });
});
