import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Lexer, tokenMatcher } from 'chevrotain';
import type { TokenType } from 'chevrotain';
import fc from 'fast-check';
import { plainDigits, plainWord } from '../../../server/src/measure/plain-tokens.ts';
import { Digits, PROSE_TOKENS, Word } from '../../../server/src/measure/prose-tokens.ts';

/** The tokens of a text, a plain word or number being a word or number as any other. */
function lexerOf(types: readonly TokenType[]): (text: string) => string[] {
  const lexer = new Lexer([...types], { ensureOptimizations: true, positionTracking: 'onlyOffset' });
  return (text) =>
    lexer.tokenize(text).tokens.map((token) => {
      const type = [Word, Digits].find((one) => tokenMatcher(token, one)) ?? token.tokenType;
      return `${token.startOffset} ${type.name} ${token.image}`;
    });
}

describe('the short ways of the lexer of titles', () => {
  const isPlain = ({ PATTERN: pattern }: TokenType): boolean => pattern === plainWord || pattern === plainDigits;
  const short = lexerOf(PROSE_TOKENS);
  const long = lexerOf(PROSE_TOKENS.filter((type) => !isPlain(type)));
  const same = (text: string): void => assert.deepEqual(short(text), long(text), text);
  /** Every run of letters that an expression of the lexer is written with. */
  const words = [
    ...new Set(
      PROSE_TOKENS.flatMap(
        ({ PATTERN }) => (PATTERN instanceof RegExp ? PATTERN.source : '').match(/[A-Za-z]+/g) ?? [],
      ),
    ),
  ];

  it('find what the expressions find, in each title of the fixture', () => {
    const titles = JSON.parse(
      readFileSync(new URL('../../fixtures/titles.json', import.meta.url), 'utf8'),
    ) as readonly { readonly title: string }[];
    for (const { title } of titles) same(title);
  });

  it('find what the expressions find, for each of their words beside a number and beside any other word', () => {
    const others = ['of', 'the', 'than', 'to', 'not', 'exceed', 'excess', 'points', 'more', 'cent', 'most', 'X'];
    for (const word of words)
      for (const one of [word, word.toUpperCase()])
        for (const other of ['5', "'26", '#3', '50%', ...others])
          same(`${one} ${other} ${one}, ${other} ${one}. ${one}`);
  });

  it('find what the expressions find, for little words before any of their words', () => {
    const little =
      'a the at and or in of out up no not per to do should will more better less fewer faster by from top tier'.split(
        ' ',
      );
    for (const word of words) for (const one of little) same(`${one} ${word} 5 ${one} the ${word}`);
  });

  it('find what the expressions find, in any order of words, numbers and signs', () => {
    const part = fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom(...' ,.:;/-–+%$€()[]\'’"#&×x|'),
      fc.constantFrom('  ', '. ', ', ', '\t', '\u00a0', '%', '‑'),
      fc.constantFrom(
        '5',
        '12',
        '360',
        '24',
        '2026',
        '1',
        '401',
        '0',
        '250',
        'Q3',
        'H1',
        '1.5',
        '1,000',
        '03',
        'x',
        'k',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.boolean(), (parts, spaced) =>
        same(parts.join(spaced ? ' ' : '')),
      ),
      { numRuns: 3000 },
    );
  });
});
