import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Lexer } from 'chevrotain';
import fc from 'fast-check';
import { exportReading } from '../../../server/src/measure/export-reading.ts';
import { ProseGrammar } from '../../../server/src/measure/prose-grammar.ts';
import { PROSE_TOKENS } from '../../../server/src/measure/prose-tokens.ts';
import { LONGEST } from '../../../server/src/measure/prose.ts';
import type { Quantity } from '../../../server/src/measure/quantity.ts';
import type { Phrase } from '../../../server/src/measure/reading.ts';
import { readTitle } from '../../../server/src/measure/title-reader.ts';
import { writeUnit } from '../../../server/src/measure/units.ts';

interface Expected {
  readonly title: string;
  readonly is: string;
  readonly targets?: readonly string[];
  readonly baseline?: string;
  readonly deadline?: string;
  readonly vague?: readonly string[];
  readonly compound?: boolean;
  readonly placeholder?: boolean;
  readonly language?: string;
}

const write = ({ value, unit, op, kind }: Quantity): string =>
  (op === '=' ? '' : `${op} `) +
  (typeof value === 'number' ? String(value) : value.join('..')) +
  (unit ? ` ${writeUnit(unit)}` : '') +
  (kind === 'abs' ? '' : ` (${kind})`);

function asExpected(title: string): Expected {
  const reading = readTitle(title);
  return {
    title,
    is: `${reading.measurable} ${reading.style} ${reading.direction}`,
    ...(reading.targets.length > 0 ? { targets: reading.targets.map(write) } : {}),
    ...(reading.baseline ? { baseline: write(reading.baseline) } : {}),
    ...(reading.deadline ? { deadline: reading.deadline.text } : {}),
    ...(reading.vague.length > 0 ? { vague: reading.vague.map(({ text }) => text) } : {}),
    ...(reading.compound ? { compound: true } : {}),
    ...(reading.placeholder ? { placeholder: true } : {}),
    ...(reading.language === 'en' ? {} : { language: reading.language }),
  };
}

/** Chevrotain validates with a function that Node 20 does not have. */
function withGroupBy(run: () => void): void {
  if ('groupBy' in Object) {
    run();
    return;
  }
  const groupBy = (items: Iterable<unknown>, keyOf: (item: unknown) => string): Record<string, unknown[]> => {
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

describe('the title reader', () => {
  const table = JSON.parse(
    readFileSync(new URL('../../fixtures/titles.json', import.meta.url), 'utf8'),
  ) as readonly Expected[];
  for (const expected of table) {
    it(`reads "${expected.title}"`, () => assert.deepEqual(asExpected(expected.title), expected));
  }

  it('has a valid grammar, and its lexer stays on the fast path', () => {
    withGroupBy(() => {
      assert.doesNotThrow(() => new ProseGrammar(false));
      const lexer = new Lexer(PROSE_TOKENS, { ensureOptimizations: true, positionTracking: 'onlyOffset' });
      assert.deepEqual(lexer.lexerDefinitionErrors, []);
    });
  });

  const pieces = fc.constantFrom(
    'increase', 'reduce', 'from', 'to', 'by', '10', '5%', '$5k', 'at least', '>=', '3x', 'all', 'no', 'users', '(', ')', ',', '.', ':',
    'and', 'per', 'week', 'weekly', 'Q3', 'between', '-', '→', '2/3', 'of', '完成', 'até', '"', '🎯', 'once', 'is', 'who', 'top 3', '?', '%',
  ); // prettier-ignore
  const anyTitle = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(pieces, { maxLength: 14 }).map((words) => words.join(' ')),
  );

  it('reads any text, and points only at what is there', () => {
    fc.assert(
      fc.property(anyTitle, (title) => {
        const reading = readTitle(title);
        const phrases: Phrase[] = [...reading.because, ...reading.vague, ...reading.openEnded, ...reading.targets];
        for (const one of [reading.deadline, reading.joint, reading.baseline]) if (one) phrases.push(one);
        for (const { text, from, to } of phrases) assert.equal(title.slice(from, to), text);
        assert.equal(reading.measurable === 'yes', reading.targets.length > 0);
        assert.equal(reading.compound, reading.joint !== null);
      }),
    );
  });

  it('reads the same title the same way each time', () => {
    fc.assert(fc.property(anyTitle, (title) => assert.deepEqual(readTitle(title), readTitle(title))));
  });

  it('reads at most the first 2,000 characters', () => {
    const long = `Reduce churn ${'x'.repeat(LONGEST)} by 25%`;
    assert.equal(readTitle(long).targets.length, 0);
    assert.equal(readTitle('9'.repeat(5_000_000)).measurable, readTitle('9'.repeat(LONGEST)).measurable);
  });

  it('takes no time in which something was for the deadline', () => {
    const deadlines: readonly (readonly [title: string, deadline: string | null])[] = [
      ['Win back 15 customers lost in 2025', null],
      ['Fix 20 bugs reported in September', null],
      ['Sell 10% more than in 2025', null],
      ['Reach 5% more guests than in the last quarter', null],
      ['Recover 12 accounts that lapsed in Q1', null],
      ['Win 15 customers in 2026', 'in 2026'],
      ['Have 80% of bugs fixed in Q4', 'in Q4'],
      ['20 features shipped in Q4', 'in Q4'],
      ['Get 3 contracts signed by June 30', 'by June 30'],
    ];
    for (const [title, deadline] of deadlines) assert.equal(readTitle(title).deadline?.text ?? null, deadline, title);
  });

  it('gives a reason for every verdict on a title without a number', () => {
    for (const title of ['Improve the docs', 'Ship the installer', 'Retention', 'We have a plan']) {
      assert.ok(readTitle(title).because.length > 0, title);
    }
  });
});

describe('the export of a reading', () => {
  it('writes rates into units and gives the deadline the day it was told', () => {
    const reading = exportReading(readTitle('Publish at least 2 posts per week by June 30'), 'title', '2026-06-30');
    assert.deepEqual(reading.targets, [{ value: 2, unit: 'posts/week', op: '>=', kind: 'abs' }]);
    assert.deepEqual(reading.deadline, { text: 'by June 30', date: '2026-06-30' });
    assert.equal(reading.source, 'title');
  });
});
