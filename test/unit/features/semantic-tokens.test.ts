import assert from 'node:assert/strict';
import { LEGEND, semanticTokens, tokenEdits } from '../../../server/src/features/semantic-tokens.ts';
import { EXAMPLE, fixture } from './workspace.ts';
import type { Fixture } from './workspace.ts';

/** The tokens as `type.modifier "text"`, in order. */
function tokens(at: Fixture, lines: { first: number; last: number } | null = null): readonly string[] {
  const data = semanticTokens(at.snapshot, at.uri, lines) ?? [];
  const text = at.text().split('\n');
  let [line, character] = [0, 0];
  const found: string[] = [];
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, ahead = 0, length = 0, type = 0, bits = 0] = data.slice(index, index + 5);
    character = down === 0 ? character + ahead : ahead;
    line += down;
    const modifiers = LEGEND.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    const name = [LEGEND.tokenTypes[type], ...modifiers].join('.');
    found.push(`${name} "${text[line]?.slice(character, character + length) ?? ''}"`);
  }
  return found;
}

describe('semantic tokens', () => {
  it('tell what each word of a plan is', () => {
    const at = fixture(`=== a.okr
cycle 2026-Q4
team support: Support
  lead: @maria, Jo Doe
  objective csat: Make every contact worth having
    owner: @maria
    supports: loyalty, nothing
    kr rating: Raise the rating
      metric: satisfaction 82% -> 1.5k visitors
      by: 2026-12-15
      weight: 2
      [ ] Ask everyone @jon
      2026-10-15: 83%, confidence 5/10, at risk, slow
    kr 2: Let it go
      status: dropped, no time
=== b.okr
cycle 2026-Q4
company acme: Acme
  objective loyalty: Come back
`);
    assert.deepEqual(tokens(at), [
      'cycle "cycle"',
      'cycle.declaration "2026-Q4"',
      'scope "team"',
      'scope.declaration "support"',
      'person "@maria"',
      'person "Jo Doe"',
      'objective "objective"',
      'objective.declaration "csat"',
      'person "@maria"',
      'reference "loyalty"',
      'reference.unresolved "nothing"',
      'keyResult "kr"',
      'keyResult.declaration "rating"',
      'number "82"',
      'unit "%"',
      'number "1.5"',
      'unit "k visitors"',
      'date "2026-12-15"',
      'number "2"',
      'person "@jon"',
      'date "2026-10-15"',
      'number "83"',
      'unit "%"',
      'number "5"',
      'number "10"',
      'status "at risk"',
      'keyResult "kr"',
      'keyResult.deprecated "Let it go"',
      'status "dropped"',
    ]);
  });

  it('of some lines are those of the whole', () => {
    const at = fixture(EXAMPLE.replace('Become the', 'Become│ the'));
    const all = tokens(at);
    const some = tokens(at, { first: 7, last: 13 });
    assert.ok(some.length > 5 && some.length < all.length);
    assert.equal(some[0], 'objective "objective"');
    assert.ok(all.join('\n').includes(some.join('\n')));
  });

  it('change by one edit', () => {
    assert.deepEqual(tokenEdits([1, 2, 3, 4], [1, 2, 3, 4]), []);
    assert.deepEqual(tokenEdits([1, 2, 3, 4], [1, 9, 4]), [{ start: 1, deleteCount: 2, data: [9] }]);
    assert.deepEqual(tokenEdits([1, 2], [1]), [{ start: 1, deleteCount: 1 }]);
    assert.deepEqual(tokenEdits([], [1, 2]), [{ start: 0, deleteCount: 0, data: [1, 2] }]);
  });

  it('are none of a file that is not known', () => {
    assert.equal(semanticTokens(fixture('kr: A\n').snapshot, 'file:///plans/other.okr'), null);
  });
});
