import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatMoney, formatNumber } from '../../../server/src/measure/format-number.ts';

const number = fc.oneof(
  fc.double(),
  fc.double({ min: -2e6, max: 2e6 }),
  fc.integer(),
  // Halves of a hundredth, where rounding is decided.
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((thousandths) => thousandths / 1000),
);

describe('numbers as English writes them', () => {
  const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
  const currencies = ['USD', 'EUR', 'GBP', 'CHF'];
  const money = (currency: string) =>
    new Intl.NumberFormat('en', { style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 2 });

  it('are what the rules of the language say', () => {
    fc.assert(fc.property(number, (value) => assert.equal(formatNumber(value), plain.format(value))));
  });

  for (const currency of currencies) {
    const format = money(currency);
    it(`with ${currency} as well`, () => {
      fc.assert(fc.property(number, (value) => assert.equal(formatMoney(value, currency), format.format(value))));
    });
  }
});
