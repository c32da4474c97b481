import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { sayIn } from '../../server/src/features/say-in.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { PROPERTIES } from '../../server/src/syntax/properties.ts';
import { said } from '../../server/src/syntax/said.ts';

const ROOT = join(import.meta.dirname, '../..');

function texts(path: string): ReadonlyMap<string, string> {
  const read: unknown = JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  assert.ok(typeof read === 'object' && read !== null);
  return new Map(Object.entries(read).map(([key, text]) => [key, String(text)]));
}

/** What a translation has to keep: command links, code and holes, in any order. */
function kept(text: string): readonly string[] {
  return (text.match(/\]\([^)]*\)|``[^`]*``|`[^`]*`|\{\w+\}/g) ?? []).sort();
}

/** The texts that the client gives to `l10n.t`. */
function saidByClient(): ReadonlySet<string> {
  const said = new Set<string>();
  const folder = join(ROOT, 'client/src');
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.ts'))) {
    const file = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.ES2022, true);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.getText() === 'l10n.t') {
        const [text] = node.arguments;
        assert.ok(
          text && ts.isStringLiteralLike(text),
          `${name}: l10n.t takes a text as it is, not "${text?.getText() ?? ''}".`,
        );
        said.add(text.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return said;
}

function isComplete(english: ReadonlyMap<string, string>, german: ReadonlyMap<string, string>, path: string): void {
  for (const [key, text] of english) {
    const translated = german.get(key);
    assert.ok(translated !== undefined, `Add the German for "${key}" to ${path}: ${text}`);
    assert.deepEqual(
      kept(translated),
      kept(text),
      `"${key}" in ${path} is to keep the links, code and holes of: ${text}`,
    );
  }
  for (const key of german.keys())
    assert.ok(english.has(key), `Take "${key}" out of ${path}: nothing says it any more.`);
}

/** What the sources of the server tag with `said`, and what is said of rules and of properties. */
function saidByServer(): ReadonlySet<string> {
  const texts = new Set([
    ...RULES.flatMap(({ messages, says, why }) => [...Object.values(messages), says, why]),
    ...Object.values(PROPERTIES).map(({ says }) => says),
  ]);
  const folder = join(ROOT, 'server/src');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('.ts'),
  )) {
    const file = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.ES2022, true);
    const visit = (node: ts.Node): void => {
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'said') {
        const { template } = node;
        const spans = ts.isTemplateExpression(template) ? template.templateSpans : [];
        const start = ts.isTemplateExpression(template) ? template.head.text : template.text;
        texts.add(start + spans.map(({ literal }, index) => `{${String(index)}}${literal.text}`).join(''));
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return new Set([...texts].filter((text) => /\p{L}/u.test(text.replace(/\{\w+\}/g, ''))));
}

describe('German', () => {
  it('has every text of the server', () => {
    const english = new Map([...saidByServer()].map((text) => [text, text]));
    isComplete(english, texts('server/src/features/german.json'), 'server/src/features/german.json');
  });

  it('is spoken where the locale asks for it', async () => {
    const day = said`${2} days`;
    const spoken = await Promise.all(
      ['de', 'de-AT', 'fr', undefined].map(async (locale) => (await sayIn(locale))(day)),
    );
    assert.deepEqual(spoken, ['2 Tage', '2 Tage', '2 days', '2 days']);
  });

  it('has every text of the manifest', () => {
    isComplete(texts('package.nls.json'), texts('package.nls.de.json'), 'package.nls.de.json');
  });

  it('has every text of the client', () => {
    const english = new Map([...saidByClient()].map((text) => [text, text]));
    assert.ok(english.size > 10);
    isComplete(english, texts('l10n/bundle.l10n.de.json'), 'l10n/bundle.l10n.de.json');
  });
});
