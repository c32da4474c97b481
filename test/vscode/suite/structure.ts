import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extensionApi, fileUri, open } from './editor.ts';
import { ask, cursorIn } from './places.ts';

describe('The structure of a file', () => {
  let document: vscode.TextDocument;
  before(async () => {
    await extensionApi();
    document = await open('garden.okr');
  });
  const textAt = (line: number): string => document.lineAt(line).text.trim();

  it('is its outline, with key results in objectives in teams', async () => {
    const outline = (symbols: readonly vscode.DocumentSymbol[], depth = ''): string[] =>
      symbols.flatMap(({ name, children }) => [depth + name, ...outline(children, `${depth}- `)]);
    const names = outline(await ask('vscode.executeDocumentSymbolProvider', document.uri));
    const path = ['Garden', '- Make the garden worth a visit in winter', '- - Sell more winter tickets'];
    for (const name of path) assert.ok(names.includes(name), names.join('\n'));
  });

  for (const [query, name, file] of [
    ['warmth', 'warmth: Make the glasshouse the warmest place in town', 'garden.okr'],
    ['summer evening', 'summer: Make the garden the place for a summer evening', 'garden-q3.okr'],
    ['visitrs', 'visits: Visitors who come back', 'garden.okr'],
  ] as const) {
    it(`is found in the workspace by "${query}"`, async () => {
      await eventually(async () => {
        const [first] = await ask<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
        assert.ok(first);
        assert.equal(first.name, name);
        assert.equal(first.location.uri.toString(), fileUri(file).toString());
      });
    });
  }

  it('folds at scopes, objectives, key results and notes, and a cycle that is over as a region', async () => {
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const folded = folds.map(({ start, end }) => `${textAt(start)} … ${textAt(end)}`);
    for (const fold of [
      'team glass: Glasshouse … 2026-11-02: 3',
      'objective season: Make the garden worth a visit in winter … 2026-11-02: 350',
      'kr tickets: Sell more winter tickets … 2026-11-02: 350',
      '> The tea house is open from October. … > Until March.',
    ]) {
      assert.ok(folded.includes(fold), folded.join('\n'));
    }
    const old = await vscode.workspace.openTextDocument(fileUri('garden-q3.okr'));
    await eventually(async () => {
      const over = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', old.uri);
      const regions = over.filter(({ kind }) => kind === vscode.FoldingRangeKind.Region);
      assert.deepEqual(
        regions.map(({ start }) => old.lineAt(start).text),
        ['cycle 2026-Q3'],
      );
    });
  });

  it('lets a selection grow from a number to the objective', async () => {
    const [first] = await ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [
      cursorIn(document, 'days per month 12 -> 2|4'),
    ]);
    const grown: string[] = [];
    for (let at = first; at !== undefined; at = at.parent) grown.push(document.getText(at.range).trim());
    for (const [inner, outer] of [
      ['24', 'open days per month 12 -> 24'],
      ['open days per month 12 -> 24', 'metric: open days per month 12 -> 24'],
    ] as const) {
      assert.ok(grown.indexOf(inner) >= 0 && grown.indexOf(inner) < grown.indexOf(outer), grown.join('\n---\n'));
    }
    assert.ok(grown.some((text) => text.startsWith('objective warmth') && text.endsWith('2026-11-02: 3')));
  });

  it('links addresses to the web, and references to the line they mean', async () => {
    const links = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 100);
    const targets = new Map(links.map(({ range, target }) => [document.getText(range), target?.toString(true)]));
    assert.equal(targets.get('https://garden.example/tickets'), 'https://garden.example/tickets');
    const line = cursorIn(document, '|objective season').line + 1;
    assert.match(targets.get('season') ?? targets.get('garden.season') ?? '', new RegExp(`garden\\.okr#L?${line}\\b`));
  });

  it('ties an id to its uses in the file for linked editing', async () => {
    const linked = await ask<{ readonly ranges: readonly { readonly startLineNumber: number }[] } | undefined>(
      '_executeLinkedEditingProvider',
      document.uri,
      cursorIn(document, 'objective sea|son'),
    );
    assert.deepEqual(
      linked?.ranges.map(({ startLineNumber }) => textAt(startLineNumber - 1)),
      ['objective season: Make the garden worth a visit in winter', 'supports: garden.season'],
    );
  });
});
