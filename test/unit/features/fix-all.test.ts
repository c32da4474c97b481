import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { codeActions } from '../../../server/src/features/actions.ts';
import { fixAll, safeFixOf } from '../../../server/src/features/fix-all.ts';
import { offsetAt, rangeIn } from '../../../server/src/features/layout.ts';
import { editsOf, untouched, withEdit } from '../../../server/src/features/pieces.ts';
import { anyText } from '../syntax/okr-text.ts';
import { actionsAt, after, choose } from './actions.ts';
import { fixture } from './workspace.ts';
import { english } from '../../../server/src/syntax/said.ts';

const FAULTY = `cycle 2026-Q4
team a: A
  objective Be quick
    ow│nr: @ana
    kr: Answer within 6 h
      metirc: 8 h -> 6 h
      ownr: @jon
`;
const MENDED = `cycle 2026-Q4
team a: A
  objective: Be quick
    owner: @ana
    kr: Answer within 6 h
      metric: 8 h -> 6 h
      owner: @jon
`;

describe('fixing all', () => {
  it('of a kind mends what one rule says anywhere in the file, and nothing else', () => {
    const text = after(fixture(FAULTY), choose(fixture(FAULTY), /^Fix all 3 of OKR002\/unknown-property/));
    assert.equal(text, MENDED.replace('objective: Be', 'objective Be'));
  });

  it('of a kind is not offered for one', () => {
    const one = fixture('objective: A\n  ow│nr: @ana\n');
    assert.throws(() => choose(one, /^Fix all/));
  });

  it('of the file is a source action', () => {
    const at = fixture(FAULTY);
    const action = choose(at, /^Apply all safe fixes/, { only: ['source.fixAll'] });
    assert.equal(action.kind, 'source.fixAll.okr');
    assert.equal(after(at, action), MENDED);
    const options = { snippets: false, versionOf: () => 1, only: ['source.fixAll.okr'] };
    const clean = fixture(MENDED);
    assert.deepEqual(codeActions(clean.snapshot, clean.uri, { from: 0, to: 0 }, options), []);
  });

  it('leaves nothing that is safe to mend, with edits in order and apart', () => {
    let mended = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const { snapshot, uri } = fixture(text);
        const changes = fixAll(snapshot, uri, () => true);
        mended += Number(changes.length > 0);
        let end = 0;
        let result = '';
        for (const { from, to, newText } of changes) {
          assert.ok(from >= end && to >= from);
          result += text.slice(end, from) + newText;
          end = to;
        }
        result += text.slice(end);
        const again = fixture(result);
        const left = again.snapshot.findings(again.uri).filter((finding) => safeFixOf(finding) !== null);
        assert.deepEqual(
          left.map(({ message }) => message),
          [],
          result,
        );
      }),
      { numRuns: 150 },
    );
    assert.ok(mended > 10, `only ${String(mended)} texts had anything to mend`);
  });
});

describe('pieces of a text', () => {
  it('make the same text as the edits one after another', () => {
    const edit = fc.record({ a: fc.nat(30), b: fc.nat(30), newText: fc.string({ maxLength: 4 }) });
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.array(edit, { maxLength: 6 }), (before, edits) => {
        let text = before;
        let pieces = untouched(before.length);
        for (const { a, b, newText } of edits) {
          const from = Math.min(a, b, text.length);
          const to = Math.min(Math.max(a, b), text.length);
          text = text.slice(0, from) + newText + text.slice(to);
          pieces = withEdit(pieces, { from, to, newText });
        }
        const all = editsOf(pieces, before.length);
        const result = [...all]
          .reverse()
          .reduce((now, { from, to, newText }) => now.slice(0, from) + newText + now.slice(to), before);
        assert.equal(result, text);
        all.forEach(({ from }, index) => {
          const previous = all[index - 1];
          assert.ok(previous === undefined || from > previous.to);
        });
      }),
    );
  });
});

describe('the fixes of the rules', () => {
  it('are all offered as quick fixes that lead to the page of their rule, the safe ones first', () => {
    let tried = 0;
    for (const file of globSync('test/fixtures/rules/*.okr').sort()) {
      const at = fixture(readFileSync(file, 'utf8'));
      const tree = at.snapshot.tree(at.uri);
      assert.ok(tree !== null);
      for (const { code, place, fixes } of at.snapshot.findings(at.uri)) {
        if (fixes.length === 0) continue;
        const offset = offsetAt(tree, rangeIn(tree, place.block, place.span).start);
        const offered = actionsAt({ ...at, offset, offsets: [offset] }, { only: ['quickfix'] });
        fixes.forEach(({ title, safe }, index) => {
          tried++;
          const action = offered.find((each) => each.title === english(title) && each.diagnostics?.[0]?.code === code);
          assert.ok(action !== undefined, `${file}: ${code} "${english(title)}"`);
          assert.match(action.diagnostics?.[0]?.codeDescription?.href ?? '', new RegExp(code, 'i'));
          assert.equal(action.isPreferred, safe && index === 0);
        });
      }
    }
    assert.ok(tried > 20, `only ${String(tried)} fixes were there to try`);
  });
});
