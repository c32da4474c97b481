import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { scripts: declared } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
const scripts = new Set(Object.keys(declared));
const documents = globSync(['*.md', 'docs/**/*.md', 'examples/**/*.md'], { cwd: root }).sort();

interface Link {
  readonly target: string;
  readonly anchor: string | null;
}

/** Links and pictures to places in the project, and to headings; what stands in a fence is no link. */
function linksOf(markdown: string): readonly Link[] {
  const prose = markdown.replace(/^```[^]*?^```/gm, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, url = '']) => {
    if (/^(https?:|mailto:)/.test(url)) return [];
    const [target = '', anchor = null] = url.split('#');
    return [{ target, anchor }];
  });
}

/** Paths that a document names as code: `server/src/cli/main.ts`, and no method of the protocol. One with a hole (`okrNNN`, `*`) names many. */
function pathsOf(markdown: string): readonly string[] {
  return [
    ...markdown.matchAll(
      /`((?:server|client(?!\/(?:un)?register)|test|docs|schemas|scripts|examples|syntaxes)\/[^`\s]*)`/g,
    ),
  ].flatMap(([, path = '']) => (/\*|NNN/.test(path) ? [] : [path]));
}

/** Scripts that a document says to run: `npm run check`. */
function scriptsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/`npm run ([\w:-]+)/g)].flatMap(([, script = '']) => script);
}

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsOf(markdown: string): ReadonlySet<string> {
  const headings = [...markdown.replace(/^```[^]*?^```/gm, '').matchAll(/^#+ (.*)$/gm)];
  return new Set(
    headings.map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  );
}

describe('documents', () => {
  it('are there', () => {
    for (const name of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/language.md']) {
      assert.ok(documents.includes(name), name);
    }
  });

  for (const name of documents) {
    it(`${name} names and links only what exists`, () => {
      const text = readFileSync(join(root, name), 'utf8');
      const gone = [
        ...linksOf(text).flatMap(({ target, anchor }) => {
          const path = target === '' ? join(root, name) : join(root, dirname(name), decodeURIComponent(target));
          if (!existsSync(path)) return [target];
          const known = anchor === null || !path.endsWith('.md') || anchorsOf(readFileSync(path, 'utf8')).has(anchor);
          return known ? [] : [`${target}#${anchor}`];
        }),
        ...scriptsOf(text).filter((script) => !scripts.has(script)),
        ...pathsOf(text).filter((path) => !existsSync(join(root, path))),
      ];
      assert.deepEqual(gone, []);
    });
  }
});
