import { strict as assert } from 'node:assert';
import { blockIndex, offsetsOf, rangeOf } from '../../../server/src/model/place.ts';
import { keyResult, planOf } from './plan-of.ts';

describe('places', () => {
  const text = 'cycle 2026-Q4\r\n\r\nobjective o: O\r\n  kr k: Grow\r\n    owner: @ana\r\n';
  const plan = planOf(text);
  const k = keyResult(plan, 'k');

  it('have lines and characters, and offsets in their file', () => {
    const place = { uri: k.uri, block: k.block, span: k.header.title };
    assert.deepEqual(rangeOf(plan, place), { start: { line: 3, character: 8 }, end: { line: 3, character: 12 } });
    const offsets = offsetsOf(plan, place);
    assert.equal(offsets && text.slice(offsets.from, offsets.to), 'Grow');
    const owner = k.owner?.kind === 'person' ? k.owner.person.place : place;
    assert.deepEqual(rangeOf(plan, owner), { start: { line: 4, character: 11 }, end: { line: 4, character: 15 } });
  });

  it('of another plan have none', () => {
    const other = keyResult(planOf(text), 'k');
    const [tree] = [...plan.documents.values()].map((document) => document.tree);
    assert.equal(tree && blockIndex(tree, other.block), null);
    assert.equal(rangeOf(plan, { uri: k.uri, block: other.block, span: other.header }), null);
    assert.equal(rangeOf(plan, { uri: 'file:///none.okr', block: k.block, span: k.header }), null);
    assert.equal(offsetsOf(plan, { uri: k.uri, block: other.block, span: other.header }), null);
  });
});
