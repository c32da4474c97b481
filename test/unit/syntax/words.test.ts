import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance, nearest } from '../../../server/src/syntax/nearest.ts';
import { parse } from '../../../server/src/syntax/parse.ts';
import { readReference } from '../../../server/src/syntax/references.ts';
import { slug } from '../../../server/src/syntax/slug.ts';

describe('nearest names', () => {
  const NAMES = ['objective', 'owner', 'metric', 'why', 'by', 'with', 'weight'];
  const CASES: readonly (readonly [written: string, ...names: string[]])[] = [
    ['ownr', 'owner'],
    ['Onwer', 'owner'],
    ['METRICS', 'metric'],
    ['objctve', 'objective'],
    ['obctve'],
    ['wy', 'why', 'by'],
    ['wiht', 'with'],
    ['height', 'weight'],
    ['timeline'],
    [''],
  ];
  for (const [written, ...names] of CASES) {
    it(`of ${JSON.stringify(written)}`, () => {
      assert.deepEqual(nearest(written, NAMES), names);
    });
  }

  it('are measured alike from both sides, and by no more than the longer word', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b, 9);
        assert.equal(distance, editDistance(b, a, 9));
        assert.equal(distance === 0, a === b);
        assert.ok(distance <= Math.max(a.length, b.length) && distance >= Math.abs(a.length - b.length));
        for (const limit of [0, 1, 2]) assert.equal(editDistance(a, b, limit), Math.min(distance, limit + 1));
      }),
    );
  });

  it('count a swap of neighbours as one edit', () => {
    assert.equal(editDistance('abcd', 'acbd', 3), 1);
  });
});

describe('slugs', () => {
  const CASES: readonly (readonly [title: string, id: string])[] = [
    ['Customer Support', 'customer-support'],
    ["  People's  Ops & Co. ", 'peoples-ops-co'],
    ['Ventes – Québec', 'ventes-québec'],
    ['Отдел продаж', 'отдел-продаж'],
    ['増収 2026', '増収-2026'],
    ['हिन्दी', 'हिन्दी'],
    ['…!', ''],
    ['R&D', 'r-d'],
    ['a'.repeat(60), 'a'.repeat(40)],
    ['one two three four five six seven eight nine', 'one-two-three-four-five-six-seven-eight'],
  ];
  for (const [title, id] of CASES) {
    it(`of ${JSON.stringify(title)}`, () => {
      assert.equal(slug(title), id);
    });
  }

  it('are ids of the language, and slugs of themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (title) => {
        const id = slug(title);
        assert.equal(slug(id), id);
        if (id === '') return;
        const header = parse(`team ${id}: x`).blocks[0]?.header;
        assert.ok(header?.kind === 'header' && header.header === 'team');
        assert.equal(header.id?.text, id);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('references', () => {
  const read = (text: string, from = 0) => readReference({ from, to: from + text.length, text });
  const CASES: readonly (readonly [text: string, parts: readonly string[] | null, cycle?: string])[] = [
    ['loyalty', ['loyalty']],
    ['acme.loyalty', ['acme', 'loyalty']],
    ['support.csat.rating@2026-Q3', ['support', 'csat', 'rating'], '2026-Q3'],
    ['команда.дохід', ['команда', 'дохід']],
    ['2fa', ['2fa']],
    ['', null],
    ['.a', null],
    ['a.', null],
    ['a..b', null],
    ['a b', null],
    ['a@', null],
    ['@ana', null],
    ['a@b@c', null],
    ['a/b', null],
  ];
  for (const [text, parts, cycle] of CASES) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const reference = read(text);
      assert.deepEqual(reference?.parts.map((part) => part.text) ?? null, parts);
      assert.equal(reference?.cycle?.text, cycle);
    });
  }

  it('tells the place of each part', () => {
    assert.deepEqual(read('acme.a@2026', 10), {
      parts: [
        { from: 10, to: 14, text: 'acme' },
        { from: 15, to: 16, text: 'a' },
      ],
      cycle: { from: 17, to: 21, text: '2026' },
    });
  });
});
