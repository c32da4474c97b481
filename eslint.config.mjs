import tseslint from 'typescript-eslint';

/** @param {string} selector @param {string} message */
const banned = (selector, message) => ({ selector, message });

export default tseslint.config(
  { ignores: ['dist/', '.cache/', 'coverage/', 'node_modules/', '.vscode-test/'] },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.recommended],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `{}` and `[]` narrowed by an index are the point of noUncheckedIndexedAccess; the checker already knows.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // It finds fault with a string spread into its code points, which is meant so.
      '@typescript-eslint/no-misused-spread': 'off',
      // VS Code's Disposable, and others, are classes that any object of their shape may stand for.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // There are no enums (erasableSyntaxOnly), and the rule costs seconds.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      'no-eval': 'error',
      'no-new-func': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': [
        'error',
        banned('TSEnumDeclaration', 'Use a union of string literals.'),
        banned('ExportDefaultDeclaration', 'Export by name, so that a name is the same everywhere.'),
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // describe() and it() take async functions, and mocha waits for what they return.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'mocha', name: ['describe', 'it'] }] },
      ],
    },
  },
);
