import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import type { CodeAction } from 'vscode-languageserver-types';
import { codeActions } from '../../../server/src/features/actions.ts';
import { offsetAt, rangeIn } from '../../../server/src/features/layout.ts';
import { HEADER_WORDS } from '../../../server/src/syntax/keywords.ts';
import { PROPERTIES } from '../../../server/src/syntax/properties.ts';
import { after } from './actions.ts';
import { COMPANY } from './company.ts';
import { EXAMPLE, fixture } from './workspace.ts';
import type { Fixture } from './workspace.ts';
import { english } from '../../../server/src/syntax/said.ts';

/** Files as a workspace of the tests. */
function workspaceOf(...patterns: readonly string[]): string {
  const files = patterns.flatMap((pattern) => globSync(pattern)).sort();
  assert.ok(files.length > 0);
  return files.map((file) => `=== ${file.replaceAll('/', '-')}\n${readFileSync(file, 'utf8')}\n`).join('');
}

const WORKSPACES: Readonly<Record<string, string>> = {
  'the language’s own example': EXAMPLE,
  'a company of several files': COMPANY,
  'the example company': workspaceOf('examples/company/*.okr', 'examples/company/*/*.okr'),
  'the quick start': workspaceOf('examples/quickstart.okr'),
  'numbers and no ids': `=== a.okr
cycle Q4 2026
company acme: Acme
Objective 1: Become the shop people come back to
  owner: @ana
  KR1: Grow the repeat purchase rate from 31% to 40%
    2026-10-15: 33%, confidence 0.6, a good start, really
    [ ] Send the mailing
  - KR 2: Answer within 6 h and resolve 85% of tickets within the first contact
    by: 2026-12-01
    status: blocked, the tool is missing
  KR3: Be kind
    supports: Objective 2
Objective 2: Be there when people need us
  kr up: Keep an uptime of 99.9%
    2026-10-20: dropped, nobody watches it
team web: Web
  parent: acme
=== b.okr
cycle sprint-1: 2026-11-02 to 2026-11-15
team web
  objective: Never lose a basket
    kr: Lose 2% of baskets
      metric: lost baskets -50% from 4%
      2026-11-05: 3%
cycle sprint-2: 2026-11-16 to 2026-11-29
`,
};

const KEYWORDS = new Set(
  [...Object.values(HEADER_WORDS).flat(), ...Object.keys(PROPERTIES), 'and'].flatMap((word) => word.split(/[ -]/)),
);

/** How often each word occurs in all files, keywords, ids and the numbers of items left out: they are names, not text. */
function words({ snapshot }: Fixture): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const uri of snapshot.uris) {
    for (const { text, lines } of snapshot.tree(uri)?.blocks ?? []) {
      for (const line of lines) {
        const item = line.kind === 'header' && 'number' in line ? line : null;
        const name = item?.id ?? item?.number ?? { from: line.to, to: line.to };
        const said = `${text.slice(line.from, name.from)} ${text.slice(name.to, line.to)}`.toLowerCase();
        for (const word of said.match(/[\p{L}\p{N}]+/gu) ?? []) {
          if (word.length > 1 && !KEYWORDS.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
        }
      }
    }
  }
  return counts;
}

/** What cannot be read or linked (OKR001 to OKR008), without the names that a message proposes. */
function faults({ snapshot }: Fixture): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { tree, problems } of snapshot.plan.documents.values()) {
    for (const { rule, message } of [...tree.blocks.flatMap((block) => block.problems), ...problems]) {
      const fault = `${rule} ${english(message).replace(/ Was .*$/, '')}`;
      counts.set(fault, (counts.get(fault) ?? 0) + 1);
    }
  }
  return counts;
}

function textsOf(at: Fixture): readonly (readonly [uri: string, text: string])[] {
  return at.snapshot.uris.map((uri) => [uri, at.text(uri)]);
}

function applyTo(at: Fixture, action: CodeAction): readonly (readonly [uri: string, text: string])[] {
  const made = (action.edit?.documentChanges ?? []).flatMap((change) =>
    'kind' in change && change.kind === 'create' ? [change.uri] : [],
  );
  return [...at.snapshot.uris, ...made].map((uri) => [uri, after(at, action, uri)]);
}

function workspaceText(texts: readonly (readonly [uri: string, text: string])[]): string {
  return texts.map(([uri, text]) => `=== ${uri.slice(uri.lastIndexOf('/') + 1)}\n${text}`).join('');
}

describe('every refactoring at every item', () => {
  const seen = new Set<string>();
  for (const [name, workspace] of Object.entries(WORKSPACES)) {
    it(`breaks and loses nothing in ${name}`, () => {
      const at = fixture(workspace);
      const before = faults(at);
      const said = words(at);
      for (const item of at.snapshot.plan.items.values()) {
        const tree = at.snapshot.tree(item.uri);
        assert.ok(tree !== null);
        const from = offsetAt(tree, rangeIn(tree, item.block, item.header).start) + item.header.indent;
        const options = { snippets: false, versionOf: () => null, creates: true, only: ['refactor'] };
        for (const action of codeActions(at.snapshot, item.uri, { from, to: from }, options) ?? []) {
          seen.add(action.title.replace(/ (the id|of|over to|to|metric:) ?.*/, ' $1'));
          const texts = applyTo(at, action);
          const shown = `${action.title} at "${item.title}"`;
          assert.notDeepEqual(texts, textsOf(at), `${shown} does nothing`);
          const changed = fixture(workspaceText(texts));
          for (const [fault, count] of faults(changed)) {
            const known = before.get(fault) ?? 0;
            assert.ok(count <= known, `${shown}: ${fault}\n${workspaceText(texts)}`);
          }
          const now = words(changed);
          for (const [word, count] of said) {
            assert.ok((now.get(word) ?? 0) >= count, `${shown} loses "${word}"\n${workspaceText(texts)}`);
          }
        }
      }
    });
  }

  it('was tried with every kind of refactoring', () => {
    assert.deepEqual([...seen].sort(), [
      'Carry it over to',
      'Give it the id',
      'Move it to',
      'Split it into two key results',
      'Turn it into a KPI',
      'Turn it into an initiative',
      'Turn it into an objective of',
      'Write it as metric:',
    ]);
  });
});
