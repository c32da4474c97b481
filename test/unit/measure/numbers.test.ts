import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDigits, readNumberWords, scaleNamed } from '../../../server/src/measure/numbers.ts';

describe('numbers', () => {
  it('groups digits by three', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        assert.equal(readDigits(value.toLocaleString('en-US')).value, value);
        assert.equal(readDigits(String(value)).value, value);
      }),
    );
  });

  it('refuses numbers that no computer holds', () => {
    assert.equal(readDigits('9'.repeat(400)).value, null);
  });

  const WORDS: readonly (readonly [text: string, value: number | null])[] = [
    ['zero', 0],
    ['Twelve', 12],
    ['twenty five', 25],
    ['ninety-nine', 99],
    ['hundred', 100],
    ['two hundred five', 205],
    ['one million two hundred thousand', 1_200_000],
    ['three thousand four hundred', 3400],
    ['dozen', 12],
    ['two dozen', 24],
    ['two three', null],
    ['five twenty', null],
    ['thousand million', null],
    ['two thousand three million', null],
    ['dozen five', null],
    ['twenty users', null],
    ['', null],
  ];
  for (const [text, value] of WORDS) {
    it(`reads "${text}"`, () => assert.equal(readNumberWords(text), value));
  }

  it('takes m, b and t for scales of money only', () => {
    for (const letter of ['m', 'b', 't', 'B']) assert.equal(scaleNamed(letter, false), null);
    assert.deepEqual(
      ['m', 'B', 'k', 'M', 'bn'].map((letter) => scaleNamed(letter, true)),
      [1e6, 1e9, 1e3, 1e6, 1e9],
    );
    assert.equal(scaleNamed('constructor', true), null);
  });
});
