import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codesOf, eventually, extensionApi, hoverAt, open } from './editor.ts';
import { ask, cursorIn, wholeOf } from './places.ts';

/** Where the pointer rests, and what the hover says. */
const hovers: readonly (readonly [place: string, says: RegExp])[] = [
  ['season: Make the garden', /Make the garden worth a visit in winter/],
  ['tickets: Sell', /Sell more winter tickets[^]*50 %/],
  ['visits: Visitors', /Visitors who come back[^]*43%/],
  ['glass: Glasshouse', /Glasshouse/],
  ['@sam', /@sam/],
  ['2026-10-15: 260', /26 days ago/],
  ['metric: winter', /from what to what/],
];

describe('What an editor shows in the text', () => {
  let document: vscode.TextDocument;
  before(async () => {
    await extensionApi();
    document = await open('garden.okr');
  });

  for (const [place, says] of hovers) {
    it(`tells on hover of "${place}"`, async () => {
      await eventually(async () => assert.match(await hoverAt(document, place), says));
    });
  }

  it('has a colour for each kind of word, and marks references that lead nowhere', async () => {
    assert.deepEqual(await tokens(document, 'objective warmth: Make'), ['objective', 'objective.declaration']);
    assert.deepEqual(await tokens(document, '2026-10-15: 260'), ['date', 'number']);
    assert.deepEqual(await tokens(document, 'owner: @ivy\n    type'), ['person']);
    const faulty = await open('faulty.okr');
    const [link] = (await tokens(faulty, 'supports: acme.loyality')).filter((token) => token.startsWith('reference'));
    assert.equal(link, 'reference.unresolved');
  });

  it('hints at progress and pace behind key results', async () => {
    const hints = await ask<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, wholeOf(document));
    const told = hints.map(({ label, position }) => [document.lineAt(position).text.trim(), plain(label)]);
    assert.deepEqual(told, [
      ['kr tickets: Sell more winter tickets', '50 % · ahead'],
      ['kr days: Open on more days', '50 % · ahead'],
      ['kr groups: Welcome school groups again', '17 % · dropped'],
    ]);
  });

  it('has lenses on objectives: score and pace, supporters, check-in', async () => {
    await eventually(async () => {
      const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
      const { line } = cursorIn(document, '|objective season');
      const titles = lenses.filter(({ range }) => range.start.line === line).map(({ command }) => command?.title ?? '');
      assert.match(titles[0] ?? '', /^50 % · ahead/);
      assert.deepEqual(titles.slice(1), ['2 supporters', 'Check in']);
    });
  });

  it('strikes out what is dropped', async () => {
    const [, , title] = await tokens(document, 'kr groups: Welcome school groups again');
    assert.match(title ?? '', /\.deprecated$/);
  });

  it('has findings with their severity, and fades what is dropped', async () => {
    await eventually(() => assert.ok(codesOf(document.uri).includes('OKR602')));
    const findings = vscode.languages.getDiagnostics(document.uri);
    const [faded, others] = [true, false].map((is) =>
      findings.filter(({ tags }) => (tags?.includes(vscode.DiagnosticTag.Unnecessary) === true) === is),
    );
    assert.deepEqual(
      others?.map(({ severity, range }) => [severity, document.getText(range)]),
      [[vscode.DiagnosticSeverity.Information, 'Make the garden worth a visit in winter']],
    );
    assert.deepEqual(
      faded?.map(({ range }) => document.lineAt(range.start.line).text.trim()),
      ['kr groups: Welcome school groups again'],
    );
  });
});

function plain(label: vscode.InlayHint['label']): string {
  return typeof label === 'string' ? label : label.map(({ value }) => value).join('');
}

/** The semantic tokens in the place where `text` stands, as `type.modifier…`. */
async function tokens(document: vscode.TextDocument, text: string): Promise<string[]> {
  const legend = await ask<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
  const { data } = await ask<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
  const from = document.offsetAt(cursorIn(document, `|${text}`));
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at + 4 < data.length; at += 5) {
    const [down = 0, right = 0, , type = 0, modifiers = 0] = data.slice(at, at + 5);
    character = down === 0 ? character + right : right;
    line += down;
    const offset = document.offsetAt(new vscode.Position(line, character));
    if (offset < from || offset >= from + text.length) continue;
    const marks = legend.tokenModifiers.filter((_, bit) => ((modifiers >> bit) & 1) === 1);
    found.push([legend.tokenTypes[type], ...marks].join('.'));
  }
  return found;
}
