import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extensionApi, open } from './editor.ts';
import { ask, cursorIn, lineAt, linesAt } from './places.ts';

const season = 'garden.okr | objective season: Make the garden worth a visit in winter';
const warmth = 'garden.okr | objective warmth: Make the glasshouse the warmest place in town';
const thyme = 'untidy.okr | objective thyme: Grow herbs that people cook with';
const summer = 'garden-q3.okr | objective summer: Make the garden the place for a summer evening';

/** Command, where the cursor stands, and the lines that it leads to. */
const leads: readonly (readonly [what: string, command: string, marked: string, lines: readonly string[]])[] = [
  ['the definition of a reference', 'vscode.executeDefinitionProvider', 'supports: garden.sea|son', [season]],
  ['the definition in another cycle', 'vscode.executeDefinitionProvider', 'continues: sum|mer@2026-Q3', [summer]],
  [
    'the definition of a parent',
    'vscode.executeDefinitionProvider',
    'parent: gar|den',
    ['garden-q3.okr | company garden', 'garden.okr | company garden: Garden'],
  ],
  ['what an objective supports', 'vscode.executeTypeDefinitionProvider', 'objective war|mth', [season]],
  ['what a key result serves', 'vscode.executeTypeDefinitionProvider', 'kr da|ys', [warmth]],
  ['what supports an objective', 'vscode.executeImplementationProvider', 'objective sea|son', [warmth, thyme]],
  [
    'the references of an objective',
    'vscode.executeReferenceProvider',
    'objective sea|son',
    [season, 'garden.okr | supports: garden.season', 'untidy.okr | supports: garden.season'],
  ],
  [
    'the references of a person',
    'vscode.executeReferenceProvider',
    'lead: @s|am',
    [
      'garden.okr | [ ] Heat the tea house @sam',
      'garden.okr | [x] Print the winter map @sam',
      'garden.okr | lead: @sam',
      'garden.okr | owner: @sam',
    ],
  ],
];

describe('From one place to others', () => {
  let document: vscode.TextDocument;
  before(async () => {
    await extensionApi();
    document = await open('garden.okr');
  });

  for (const [what, command, marked, lines] of leads) {
    it(`leads to ${what}`, async () => {
      await eventually(async () => {
        const found = await ask<(vscode.Location | vscode.LocationLink)[]>(
          command,
          document.uri,
          cursorIn(document, marked),
        );
        assert.deepEqual(await linesAt(found), [...lines].sort());
      });
    });
  }

  it('highlights an id and its uses, the declaration as written', async () => {
    const found = await ask<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      cursorIn(document, 'objective sea|son'),
    );
    assert.deepEqual(
      found.map(({ range, kind }) => [document.getText(range), kind]),
      [
        ['season', vscode.DocumentHighlightKind.Write],
        ['season', vscode.DocumentHighlightKind.Read],
      ],
    );
  });

  it('walks the cascade as a call hierarchy, up and down', async () => {
    const [item] = await ask<vscode.CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      document.uri,
      cursorIn(document, 'objective war|mth'),
    );
    assert.ok(item);
    const up = await ask<vscode.CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', item);
    const [above] = up.map(({ to }) => to);
    assert.ok(above);
    assert.equal(await lineAt(above.uri, above.selectionRange), season);
    const down = await ask<vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', above);
    const below = await Promise.all(down.map(({ from }) => lineAt(from.uri, from.selectionRange)));
    for (const each of [warmth, thyme]) assert.ok(below.includes(each), below.join('\n'));
  });
});
