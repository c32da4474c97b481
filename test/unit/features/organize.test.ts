import assert from 'node:assert/strict';
import fc from 'fast-check';
import { organized } from '../../../server/src/features/organize.ts';
import { parse } from '../../../server/src/syntax/parse.ts';
import { anyText } from '../syntax/okr-text.ts';
import { after, choose } from './actions.ts';
import { fixture } from './workspace.ts';

function inOrder(text: string): string {
  return organized('file:///a.okr', parse(text)).reduceRight(
    (now, { from, to, newText }) => now.slice(0, from) + newText + now.slice(to),
    text,
  );
}

describe('putting the properties in order', () => {
  it('follows the order of the language, in scopes, objectives, key results and KPIs', () => {
    const at = fixture(`team a: A
  mem│bers: @jon
  parent: acme
  objective: Be quick
    why: It matters
    owner: @ana
    type: committed
    kr: Answer within 6 h
      by: 2026-12-15
      metric: 8 h -> 6 h
  kpi wait: Wait
    review: weekly
    target: <= 6 h
    owner: @ana
`);
    const action = choose(at, /^Put the properties in order/, { only: ['source.organizeOkr'] });
    assert.equal(action.kind, 'source.organizeOkr');
    assert.equal(
      after(at, action),
      `team a: A
  parent: acme
  members: @jon
  objective: Be quick
    owner: @ana
    type: committed
    why: It matters
    kr: Answer within 6 h
      metric: 8 h -> 6 h
      by: 2026-12-15
  kpi wait: Wait
    owner: @ana
    target: <= 6 h
    review: weekly
`,
    );
  });

  it('moves nothing else, and keeps a comment above its line', () => {
    assert.equal(
      inOrder(`kr: A
  # until the fair
  by: 2026-12-15
  > A note
  2026-11-01: 7 h

  [ ] A task
  why: the objective's own
  metric: 8 h -> 6 h`),
      `kr: A
  metric: 8 h -> 6 h
  > A note
  2026-11-01: 7 h

  [ ] A task
  why: the objective's own
  # until the fair
  by: 2026-12-15`,
    );
  });

  it('keeps several lines of one property in their order, and line breaks', () => {
    assert.equal(
      inOrder('objective: A\r\n  supports: b\r\n  supports: a\r\n  owner: @ana\r\n'),
      'objective: A\r\n  owner: @ana\r\n  supports: b\r\n  supports: a\r\n',
    );
  });

  it('loses no line, and has nothing to do a second time', () => {
    const sorted = (text: string): readonly string[] => text.split(/\r\n|\r|\n/).sort();
    fc.assert(
      fc.property(anyText, (text) => {
        const once = inOrder(text);
        assert.deepEqual(sorted(once), sorted(text));
        assert.equal(inOrder(once), once);
      }),
    );
  });
});
