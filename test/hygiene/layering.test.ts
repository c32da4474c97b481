import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { breaches } from './layering.ts';
import type { SourceFile } from './layering.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('The architecture', () => {
  it('is kept by every file of the server and the client', () => {
    const files = sources();
    assert.ok(files.length > 60, `only ${String(files.length)} files were found: are these all?`);
    assert.deepEqual(breaches(files), []);
  });

  const planted: [what: string, path: string, text: string, breach: RegExp][] = [
    [
      'an import against the order',
      'server/src/syntax/a.ts',
      `import { b } from '../model/b.ts';`,
      /syntax may import no/,
    ],
    [
      'a type imported against the order',
      'server/src/model/a.ts',
      `import type { B } from '../rules/b.ts';`,
      /rules\/b/,
    ],
    ['one passed on', 'server/src/rules/a.ts', `export * from '../features/b.ts';`, /features\/b/],
    ['one at run time', 'server/src/rules/a.ts', `const b = await import('../lsp/b.ts');`, /lsp\/b/],
    ['one inside a type', 'server/src/rules/a.ts', `let b: import('../../src/cli/b.ts').B;`, /cli\/b/],
    ['one from a folder deeper', 'server/src/rules/presets/a.ts', `import '../../service.ts';`, /service/],
    [
      'the service called from a feature',
      'server/src/features/a.ts',
      `import { createOkrService } from '../service.ts';`,
      /service/,
    ],
    ['the disk in the core', 'server/src/service.ts', `import { readFileSync } from 'node:fs';`, /node:fs/],
    ['an old name of a module of Node', 'server/src/model/a.ts', `import fs from 'fs';`, /fs/],
    ['VS Code in a feature', 'server/src/features/a.ts', `import * as vscode from 'vscode';`, /vscode/],
    ['the clock', 'server/src/model/a.ts', `const t = Date.now();`, /Date\.now/],
    ['the clock by a new date', 'server/src/model/a.ts', `const t = new Date();`, /new Date\(\)/],
    ['the clock by its long name', 'server/src/model/a.ts', `const t = new globalThis.Date();`, /new Date\(\)/],
    ['a stopwatch', 'server/src/rules/a.ts', `const t = performance.now();`, /performance/],
    ['the environment', 'server/src/report/a.ts', `const home = process.env.HOME;`, /process/],
    [
      'a client that knows the server',
      'client/src/a.ts',
      `import { parse } from '../../server/src/syntax/b.ts';`,
      /syntax\/b/,
    ],
    ['a room that nobody planned', 'server/src/utils/a.ts', ``, /no such room/],
    ['a file that has grown too long', 'server/src/rules/a.ts', '\n'.repeat(401), /401 lines/],
  ];
  for (const [what, path, text, breach] of planted) {
    it(`is broken by ${what}, and says so`, () => {
      const found = breaches([{ path, text }]);
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0] ?? '', breach);
      assert.ok(found[0]?.startsWith(path));
    });
  }

  const allowed: [what: string, path: string, text: string][] = [
    ['an import along the order', 'server/src/rules/a.ts', `import { b } from '../model/b.ts';`],
    ['a neighbour in the same room', 'server/src/rules/presets/a.ts', `import { b } from '../b.ts';`],
    ['a date that is given', 'server/src/measure/a.ts', `const d = new Date(2026, 1, 1);`],
    [
      'the disk at the edge',
      'server/src/cli/a.ts',
      `import { readFileSync } from 'node:fs'; process.exit(Date.now());`,
    ],
    [
      'the shape of a snapshot in a feature',
      'server/src/features/a.ts',
      `import type { Snapshot } from '../service.ts';`,
    ],
    ['the protocol in the client', 'client/src/a.ts', `import type { B } from '../../server/src/lsp/protocol.ts';`],
    ['a comment that names the clock', 'server/src/model/a.ts', `// Date.now() and process.env are for others\n`],
  ];
  for (const [what, path, text] of allowed) {
    it(`allows ${what}`, () => {
      assert.deepEqual(breaches([{ path, text }]), []);
    });
  }
});

function sources(): SourceFile[] {
  return ['server/src/**/*.ts', 'client/src/**/*.ts']
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .map((path) => path.replaceAll('\\', '/'))
    .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }));
}
