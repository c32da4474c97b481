import assert from 'node:assert/strict';
import { createToken, Lexer } from 'chevrotain';
import type { TokenType } from 'chevrotain';
import { PROSE_TOKENS } from '../../../server/src/measure/prose-tokens.ts';
import { VALUE_TOKENS } from '../../../server/src/measure/value-tokens.ts';
import { ALL_TOKENS } from '../../../server/src/syntax/tokens.ts';

/** The places in Chevrotain's table of first characters where a lexer tries the token. */
function tried(type: TokenType): Set<string> {
  const lexer = new Lexer([type], { ensureOptimizations: true, positionTracking: 'onlyOffset', skipValidations: true });
  const modes: unknown = Reflect.get(lexer, 'charCodeToPatternIdxToConfig');
  assert.ok(typeof modes === 'object' && modes !== null);
  const table: unknown = Object.values(modes)[0];
  assert.ok(Array.isArray(table));
  return new Set(Object.keys(table));
}

describe('the first characters of tokens', () => {
  for (const [of, types] of Object.entries({ blocks: ALL_TOKENS, values: VALUE_TOKENS, prose: PROSE_TOKENS })) {
    it(`of ${of} are told, and none is left out that an expression can begin with`, () => {
      for (const { name, PATTERN: pattern, START_CHARS_HINT: hint, ...rest } of types) {
        if (!(pattern instanceof RegExp) || pattern === Lexer.NA) continue;
        assert.ok(hint !== undefined, `${name} does not say what it begins with, and is analysed at each start`);
        const told = tried({ name, PATTERN: pattern, START_CHARS_HINT: hint, ...rest });
        const missing = [...tried(createToken({ name, pattern }))].filter((place) => !told.has(place));
        assert.deepEqual(missing, [], name);
      }
    });
  }
});
