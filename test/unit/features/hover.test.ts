import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hover } from '../../../server/src/features/hover.ts';
import { escaped, link } from '../../../server/src/features/markdown.ts';
import { bar } from '../../../server/src/features/words.ts';
import { EXAMPLE, fixture } from './workspace.ts';

function told(marked: string): string | null {
  const at = fixture(marked);
  const found = hover(at.snapshot, at.uri, at.offset);
  if (found === null) return null;
  assert.ok(typeof found.contents === 'object' && 'kind' in found.contents && found.contents.kind === 'markdown');
  return found.contents.value;
}

function example(find: string, replace: string): string {
  const text = told(EXAMPLE.replace(find, replace));
  assert.ok(text !== null, 'nothing is told');
  return text;
}

describe('hover', () => {
  it('tells how a key result stands', () => {
    const text = example('kr response', 'kr resp│onse');
    assert.match(text, /Key result \*\*Reduce average response time by 25%\*\* `response`/);
    assert.match(text, /▰▰▰▱▱▱▱▱▱▱ 25 % · red/);
    assert.match(text, /8 h → \*\*7\.5 h\*\* on 1 Nov 2026 → 6 h · response time/);
    assert.match(text, /due 31 December 2026 \(51 days left\)/);
    assert.match(text, /owner @maria \(its objective’s\)/);
    assert.match(text, /\*\*SMART \d+\*\* · S \d+ · M \d+ · A \d+ · R \d+ · T \d+/);
  });

  it('says nothing more precisely than it was told', () => {
    const forecast = (lines: string) =>
      /forecast ([^(]*) \(/.exec(told(`cycle 2026-Q4\nobjective: O\n  kr: Ta│ke\n    ${lines}`) ?? '')?.[1];
    assert.equal(forecast('metric: 843 tickets -> 600 tickets\n    2026-11-01: 745'), '555 tickets');
    assert.equal(forecast('metric: 31% -> 40%\n    2026-11-01: 34%'), '40%');
    const change = told(
      'cycle 2026-Q4\nobjective: O\n  kr: Ta│ke\n    metric: -25% from 843 tickets\n    2026-11-01: 745\n',
    );
    assert.match(change ?? '', /843 tickets → \*\*745 tickets\*\* on 1 Nov 2026 → 632 tickets/);
    const lines = 'metric: -25% from 843 tickets\n    2026-11-0│1: 745\n';
    assert.match(told(`objective: O\n  kr: Take\n    ${lines}`) ?? '', /from 843 tickets to 632 tickets/);
  });

  it('says what was read from the title', () => {
    assert.match(example('kr first-contact', '│kr first-contact'), /read from the title/);
    assert.doesNotMatch(example('kr response', '│kr response'), /read from the title/);
  });

  it('tells what a letter is missing and what would gain it', () => {
    const text = told('objective: Be quick\n  kr: Improve res│ponse time\n');
    assert.match(text ?? '', /not measurable/);
    assert.match(text ?? '', /- \*\*M\*\* Measurable: .+\*.+\* \(\+\d+\)/);
  });

  it('tells how an objective stands, with its supporters', () => {
    const text = example('objective loyalty', 'obj│ective loyalty');
    assert.match(text, /Objective \*\*Become the shop people come back to\*\* `loyalty`/);
    assert.match(text, /▰+▱+ \d+ %/);
    assert.match(text, /supporters’ mean \d+ %/);
    assert.match(text, /2 key results · aspirational/);
    assert.match(text, /`objective` an objective: what is to be achieved/, 'the keyword tells its meaning');
    assert.doesNotMatch(example('Become the shop', 'Become the sh│op'), /what is to be achieved/);
  });

  it('tells whether a KPI is healthy', () => {
    const text = example('Weekly active buyers', 'Weekly ac│tive buyers');
    assert.match(text, /KPI \*\*Weekly active buyers\*\*/);
    assert.match(text, /outside its target · \*\*115,900/);
    assert.match(text, /measured by More people buy every week/);
  });

  it('tells the target of a reference', () => {
    assert.match(example('supports: acme.loyalty', 'supports: acme.loy│alty'), /Become the shop people come back to/);
    assert.match(example('measures: weekly-buyers', 'measures: weekly│-buyers'), /KPI \*\*Weekly active buyers/);
    assert.match(example('parent: acme', 'parent: ac│me'), /Company \*\*Acme\*\* `acme`/);
  });

  it('tells what a property means', () => {
    assert.match(
      example('supports: acme', 'supp│orts: acme'),
      /\*\*supports\*\*: the objectives or key results that it serves/,
    );
    assert.match(example('by: 2026-12-15\n      weight', 'b│y: 2026-12-15\n      weight'), /also `due`, `deadline`/);
  });

  it('tells what a check-in meant', () => {
    const text = example('2026-11-01: 86%', '2026-11-01│: 86%');
    assert.match(text, /\*\*1 November 2026\*\* · 9 days ago · day 32 of 92/);
    assert.match(text, /\*\*86%\*\* reached · confidence 70 % · two agents hired/);
    assert.match(text, /83% on 15 Oct 2026 → 86%/);
    const moved = told(
      'cycle 2026-Q4\nobjective: A\n  kr: Grow from 1 to 5\n    2026-11-01: target 5 -> 4, │budget cut\n',
    );
    assert.match(moved ?? '', /The target was moved from 5 to 4 · budget cut/);
    const dropped = told('cycle 2026-Q4\nobjective: A\n  kr: Grow from 1 to 5\n    2026-11-01: dropped, │merged\n');
    assert.match(dropped ?? '', /From this day on it is \*\*dropped\*\* · merged/);
  });

  it('tells of people, cycles, scopes and rules', () => {
    assert.match(example('owner: @jon', 'owner: @j│on'), /\*\*@jon\*\* · owns 1 item now/);
    assert.match(told('cyc│le 2026-Q4\n') ?? '', /1 October 2026 to 31 December 2026.*\n\nday 41 of 92/s);
    assert.match(
      told('# okr-ignore OKR1│01: the board votes\nobjective: A\n') ?? '',
      /\*\*OKR101\*\* `not-measurable`/,
    );
  });

  it('is silent where there is nothing to tell', () => {
    for (const marked of ['│', '# a comm│ent\n', 'objective: A\n  > a no│te\n', '  │  objective: A\n', 'nons│ense\n']) {
      assert.equal(told(marked), null, marked);
    }
    assert.equal(hover(fixture('').snapshot, 'file:///nowhere.okr', 0), null);
  });

  it('shows a title letter by letter, and nothing that it could do', () => {
    const text = told(
      'kr: <img src=x> [c│lick](command:evil) ![i](http://x/y) $(bug) *b* https://evil.example www.evil.example a@b.c\n',
    );
    assert.ok(text !== null);
    assert.doesNotMatch(text, /(?<!\\)<img/);
    assert.doesNotMatch(text, /(?<!\\)\[c/);
    assert.doesNotMatch(text, /(?<!\\)\$\(/);
    assert.doesNotMatch(text, /https:\/\/evil/);
    assert.doesNotMatch(text, /www\.evil/);
    assert.doesNotMatch(text, /\wa@b/);
  });
});

describe('words of a hover', () => {
  it('draws a bar', () => {
    assert.equal(bar(0), '▱▱▱▱▱▱▱▱▱▱ 0 %');
    assert.equal(bar(0.62), '▰▰▰▰▰▰▱▱▱▱ 62 %');
    assert.equal(bar(0.99), '▰▰▰▰▰▰▰▰▰▱ 99 %');
    assert.equal(bar(1), '▰▰▰▰▰▰▰▰▰▰ 100 %');
  });

  it('links only web addresses', () => {
    assert.equal(
      link('https://example.com/a_b(c)?q=1'),
      '[https\\://example.com/a\\_b(c)?q=1](<https://example.com/a_b(c)?q=1>)',
    );
    assert.equal(link('command:evil'), 'command\\:evil');
    assert.doesNotMatch(link('javascript:alert(1)'), /\]\(/);
  });

  it('leaves no mark of Markdown bare', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const bare = escaped(text).replace(/\\[^\sA-Za-z0-9]/g, '');
        assert.doesNotMatch(bare, /[`*_{}[\]<>#|~&!$\\]|:\S|[\r\n]/);
      }),
    );
  });
});
