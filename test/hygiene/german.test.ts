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

/** Every file of a folder, parsed. */
function filesIn(path: string): readonly ts.SourceFile[] {
  const folder = join(ROOT, path);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.ES2022, true));
}

function visited(file: ts.SourceFile, look: (node: ts.Node) => void): void {
  const visit = (node: ts.Node): void => {
    look(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
}

/** The texts that the client gives to `l10n.t`. */
function saidByClient(): ReadonlySet<string> {
  const said = new Set<string>();
  for (const file of filesIn('client/src')) {
    visited(file, (node) => {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'l10n.t') return;
      const [text] = node.arguments;
      assert.ok(
        text && ts.isStringLiteralLike(text),
        `${file.fileName}: l10n.t takes a text as it is, not "${text?.getText() ?? ''}".`,
      );
      said.add(text.text);
    });
  }
  return said;
}

/** Where a text needs no translation: in the log, and in errors that a program reads. */
function isForPrograms(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isNewExpression(parent)) return parent.expression.getText() === 'Error';
  return ts.isCallExpression(parent) && /^(?:output\.(?:info|warn|error)|l10n\.t)$/.test(parent.expression.getText());
}

/** Texts of the client with a phrase in them, two words of which the second is in lower case, that nobody translates. */
function phrasesPastL10n(files: readonly ts.SourceFile[]): readonly string[] {
  const phrases: string[] = [];
  for (const file of files) {
    visited(file, (node) => {
      const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
      if (!isText || isForPrograms(node)) return;
      const text = ts.isTemplateExpression(node)
        ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…')
        : node.text;
      if (/[A-Z][a-z]+ [a-z]{2,}/.test(text)) phrases.push(`${file.fileName}: ${text}`);
    });
  }
  return phrases;
}

/** The features that take the client's language, English by default, with the place of that among their parameters. */
function speakingFeatures(): ReadonlyMap<string, number> {
  const features = new Map<string, number>();
  for (const file of filesIn('server/src/features')) {
    visited(file, (node) => {
      if (!ts.isFunctionDeclaration(node) || node.name === undefined) return;
      const at = node.parameters.findIndex(
        ({ name, initializer }) => name.getText() === 'say' && initializer !== undefined,
      );
      if (at !== -1) features.set(node.name.text, at);
    });
  }
  return features;
}

/** Calls that leave the language out. */
function silentCalls(files: readonly ts.SourceFile[]): readonly string[] {
  const features = speakingFeatures();
  const silent: string[] = [];
  for (const file of files) {
    visited(file, (node) => {
      if (!ts.isCallExpression(node)) return;
      const at = features.get(node.expression.getText());
      if (at !== undefined && node.arguments.length <= at) silent.push(`${file.fileName}: ${node.getText()}`);
    });
  }
  return silent;
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

  it('is asked for by all of the server that answers', () => {
    assert.ok(speakingFeatures().size > 8);
    assert.deepEqual(silentCalls(filesIn('server/src/lsp')), []);
    const text = 'hover(snapshot, uri, 0); hover(snapshot, uri, 0, say());';
    const planted = ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2022, true);
    assert.deepEqual(silentCalls([planted]), ['a.ts: hover(snapshot, uri, 0)']);
  });

  it('has every text of the manifest', () => {
    isComplete(texts('package.nls.json'), texts('package.nls.de.json'), 'package.nls.de.json');
  });

  it('misses no phrase of the client, for all go through l10n', () => {
    assert.deepEqual(phrasesPastL10n(filesIn('client/src')), []);
    const planted = ts.createSourceFile('a.ts', "show('Past this'); l10n.t('Not this');", ts.ScriptTarget.ES2022, true);
    assert.deepEqual(phrasesPastL10n([planted]), ['a.ts: Past this']);
  });

  it('says Objective and Key Result, and addresses nobody formally', () => {
    for (const path of ['server/src/features/german.json', 'package.nls.de.json', 'l10n/bundle.l10n.de.json']) {
      const odd = [...texts(path).values()].filter((text) => /Schlüsselergebnis|\p{Ll}en Sie\b/u.test(text));
      assert.deepEqual(odd, [], path);
    }
  });

  it('has every text of the client', () => {
    const english = new Map([...saidByClient()].map((text) => [text, text]));
    assert.ok(english.size > 10);
    isComplete(english, texts('l10n/bundle.l10n.de.json'), 'l10n/bundle.l10n.de.json');
  });
});
