import assert from 'node:assert/strict';
import { foldingRanges } from '../../../server/src/features/folding.ts';
import { selectionRanges } from '../../../server/src/features/selection.ts';
import { company } from './company.ts';
import { fixture } from './workspace.ts';
import type { Fixture } from './workspace.ts';

const PLAN = `# Two lines
# about it all

cycle 2026-Q3
team support: Customer Support
  lead: @maria

  objective csat: Be worth calling
    > First
    > second

    # about the next
    kr rating: Reach 82%
      2026-09-20: 82%

  kpi calls: Calls
    target: < 500
cycle 2026-Q4
team web: Web
  objective shop: Sell
    kr: Sell 5
`;

function folds(text: string): readonly string[] {
  const at = fixture(text);
  return (foldingRanges(at.snapshot, at.uri) ?? []).map(({ startLine, endLine, kind, collapsedText }) =>
    [`${String(startLine + 1)}-${String(endLine + 1)}`, kind, collapsedText].filter(Boolean).join(' '),
  );
}

describe('folding', () => {
  it('takes cycles, scopes, items, notes and comments, and marks cycles that are over', () => {
    assert.deepEqual(folds(PLAN), [
      '1-2 comment',
      '4-17 region 2026-Q3 (over)',
      '5-17',
      '8-14',
      '9-10 comment',
      '13-14',
      '16-17',
      '18-21',
      '19-21',
      '20-21',
    ]);
  });

  it('ends a cycle inside a scope with the scope', () => {
    assert.deepEqual(folds('team a\ncycle 2027-Q1\nobjective b: B\n  owner: @c\nteam d\n  lead: @e\n'), [
      '1-4',
      '2-4',
      '3-4',
      '5-6',
    ]);
  });

  it('is none for an unknown file and empty for an empty one', () => {
    assert.equal(foldingRanges(fixture('').snapshot, 'file:///nowhere.okr'), null);
    assert.deepEqual(folds(''), []);
  });
});

/** What a selection grows to, as texts; long ones by their first line and how many follow. */
function grows(at: Fixture): readonly string[] {
  const [first] = selectionRanges(at.snapshot, at.uri, [at.offset]) ?? [];
  const lines = at.text().split(/(?<=\n)/);
  const offset = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).join('').length + character;
  const all: string[] = [];
  for (let each = first; each !== undefined; each = each.parent) {
    const text = at.text().slice(offset(each.range.start), offset(each.range.end));
    const [head = '', ...rest] = text.split('\n');
    all.push(rest.length === 0 ? head : `${head} +${String(rest.length)}`);
  }
  return all;
}

describe('a selection', () => {
  it('grows from the word to the value, the line, the item, the objective, the scope, the cycle and the file', () => {
    assert.deepEqual(grows(company('acme.okr', 'repeat purch│ase rate 31')), [
      'purchase',
      'repeat purchase rate 31% -> 40%',
      'metric: repeat purchase rate 31% -> 40%',
      '      metric: repeat purchase rate 31% -> 40%',

      'kr repeat: Grow the repeat purchase rate +1',
      'objective loyalty: Become the shop people come back to +6',
      'company acme: Acme +11',
      'cycle 2026-Q4 +12',
      'cycle 2026-Q4 +14',
    ]);
  });

  it('takes one of a list before the list', () => {
    const found = grows(company('sprint.okr', 'acme.loyalty.re│peat@2026-Q4'));
    assert.deepEqual(found.slice(0, 4), [
      'repeat',
      'acme.loyalty.repeat@2026-Q4',
      'acme.loyalty@2026-Q4, acme.loyalty.repeat@2026-Q4',
      'supports: acme.loyalty@2026-Q4, acme.loyalty.repeat@2026-Q4',
    ]);
  });

  it('is the file alone on its last, empty line', () => {
    assert.deepEqual(grows(fixture('objective a: A\n│')), ['objective a: A +1']);
  });
});
