import assert from 'node:assert/strict';
import { BlockParser } from '../../../server/src/syntax/grammar.ts';
import { ALL_TOKENS, createLexer, MODES } from '../../../server/src/syntax/tokens.ts';

/** Chevrotain's validation groups with a function that Node has from 21 on. */
function withGroupBy<T>(run: () => T): T {
  if ('groupBy' in Object) return run();
  const groupBy = (items: Iterable<unknown>, key: (item: unknown, index: number) => PropertyKey): object => {
    const groups = new Map<PropertyKey, unknown[]>();
    let index = 0;
    for (const item of items) {
      const name = key(item, index++);
      groups.set(name, [...(groups.get(name) ?? []), item]);
    }
    return Object.fromEntries(groups);
  };
  Object.defineProperty(Object, 'groupBy', { value: groupBy, configurable: true });
  try {
    return run();
  } finally {
    Reflect.deleteProperty(Object, 'groupBy');
  }
}

describe('grammar', () => {
  it('is valid for Chevrotain, tokens and rules', () => {
    const lexer = withGroupBy(() => createLexer(true));
    assert.deepEqual(lexer.lexerDefinitionErrors, []);
    assert.doesNotThrow(() => withGroupBy(() => new BlockParser(true)));
  });

  /** How each mode is entered. */
  const BEFORE: Readonly<Record<string, string>> = {
    line: '',
    header: 'kr ',
    label: 'kr 1 ',
    cycle: 'cycle ',
    directive: '# okr-ignore ',
    text: 'owner: ',
  };

  it('takes any character in every mode', () => {
    const lexer = createLexer();
    assert.deepEqual(Object.keys(BEFORE).sort(), Object.keys(MODES).sort());
    for (const before of Object.values(BEFORE)) {
      for (let code = 0; code < 65536; code += code < 0x3100 ? 1 : 61) {
        const { errors, tokens } = lexer.tokenize(`${before}${String.fromCharCode(code)}x`);
        assert.deepEqual(errors, [], `${before} ${String(code)}`);
        assert.ok(tokens.length > 0);
      }
    }
  });

  it('has each token once', () => {
    const names = ALL_TOKENS.map((token) => token.name);
    assert.equal(new Set(names).size, names.length);
  });
});
