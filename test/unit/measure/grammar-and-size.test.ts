import assert from 'node:assert/strict';
import { Lexer } from 'chevrotain';
import { readBy } from '../../../server/src/measure/by.ts';
import { readCheckIn } from '../../../server/src/measure/check-in.ts';
import { deadlineDay } from '../../../server/src/measure/deadline.ts';
import { measureFrom } from '../../../server/src/measure/measure-from.ts';
import { readMetric } from '../../../server/src/measure/metric.ts';
import { readPerson, suggestedHandle } from '../../../server/src/measure/people.ts';
import { CALENDAR_YEAR, readPeriod } from '../../../server/src/measure/periods.ts';
import { QuantityParser } from '../../../server/src/measure/quantity-grammar.ts';
import { readQuantity, readQuantityAt } from '../../../server/src/measure/read-quantity.ts';
import { readShare } from '../../../server/src/measure/share.ts';
import { VALUE_TOKENS } from '../../../server/src/measure/value-tokens.ts';

/** Chevrotain validates with a function that Node 20 does not have. */
function withGroupBy(run: () => void): void {
  if ('groupBy' in Object) {
    run();
    return;
  }
  const groupBy = (items: Iterable<unknown>, keyOf: (item: unknown) => string) => {
    const groups: Record<string, unknown[]> = {};
    for (const item of items) (groups[keyOf(item)] ??= []).push(item);
    return groups;
  };
  Object.defineProperty(Object, 'groupBy', { value: groupBy, configurable: true });
  try {
    run();
  } finally {
    Reflect.deleteProperty(Object, 'groupBy');
  }
}

describe('the grammar of quantities', () => {
  it('is valid, and its lexer stays on the fast path', () => {
    withGroupBy(() => {
      assert.doesNotThrow(() => new QuantityParser(false));
      const lexer = new Lexer(VALUE_TOKENS, { ensureOptimizations: true, positionTracking: 'onlyOffset' });
      assert.deepEqual(lexer.lexerDefinitionErrors, []);
    });
  });
});

describe('a value of 5 MB', () => {
  const SIZE = 5_000_000;
  for (const part of [
    '1 ',
    '9',
    'a',
    ' ',
    ',',
    ', ',
    '1,',
    '->',
    '5 -> ',
    '>= ',
    ' to 5',
    '%',
    '@',
    '-',
    '.',
    'on track, ',
    'at ',
    '\u0000',
    '😀',
  ]) {
    it(`is read where it is made of ${JSON.stringify(part)}`, () => {
      const text = part.repeat(SIZE / part.length);
      readMetric(text);
      measureFrom(text, text);
      readCheckIn(text);
      readCheckIn(`34%, ${text}`);
      readQuantity(text);
      readQuantityAt(text, SIZE / 2);
      readShare(text);
      readPeriod(text, CALENDAR_YEAR);
      readBy(text, null, CALENDAR_YEAR);
      deadlineDay(text, null, CALENDAR_YEAR);
      readPerson(text);
      readPerson(`@${text}`);
      suggestedHandle(text);
    });
  }
});
