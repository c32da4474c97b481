import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extensionApi, open } from './editor.ts';
import { ask, cursorIn } from './places.ts';

/** Where the cursor stands, and what must be offered there, the first of them before the others. */
const offers: readonly (readonly [what: string, file: string, marked: string, labels: readonly string[]])[] = [
  ['objectives after supports', 'garden.okr', 'supports: |garden.season', ['garden.season', 'acme.loyalty']],
  ['kinds of ambition after type', 'garden.okr', 'type: |committed', ['committed', 'aspirational']],
  ['states after status', 'garden.okr', 'status: |dropped', ['active', 'postponed', 'dropped']],
  ['what an objective still lacks', 'draft.okr', 'supports: acme.loyalty\n\n    |', ['type', 'kr']],
];

describe('Completion', () => {
  before(async () => {
    await extensionApi();
  });

  for (const [what, file, marked, labels] of offers) {
    it(`offers ${what}`, async () => {
      const document = await open(file);
      await eventually(async () => {
        const { items } = await complete(document, cursorIn(document, marked));
        const found = labels.map((label) => items.find((item) => labelOf(item) === label));
        assert.ok(!found.includes(undefined), `${labels.join(', ')} of ${items.map(labelOf).join(', ')}`);
        const orders = found.map((item) => item?.sortText ?? '');
        assert.ok(
          orders.slice(1).every((order) => order >= (orders[0] ?? '')),
          orders.join(' '),
        );
      });
    });
  }

  it('offers people with the @, and says of a reference how it stands', async () => {
    const document = await open('garden.okr');
    const people = await complete(document, cursorIn(document, 'lead: |@sam'));
    for (const handle of ['@sam', '@ivy', '@maria']) assert.ok(people.items.some((item) => labelOf(item) === handle));
    const { items } = await complete(document, cursorIn(document, 'supports: |garden.season'), 100);
    const season = items.find((item) => labelOf(item) === 'garden.season');
    assert.ok(season);
    const told = [season.detail, labelDescription(season), textOf(season.documentation)].join(' ');
    assert.match(told, /Make the garden worth a visit in winter/);
    assert.match(told, /50 %/);
  });

  it('offers days that a deadline may be, and today’s check-in', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'okr',
      content: 'cycle 2026-Q4\nobjective draft: Draft\n  kr: Raise it from 1 to 9\n    by: \n    ',
    });
    await vscode.window.showTextDocument(document);
    const days = await complete(document, document.lineAt(3).range.end);
    assert.ok(days.items.some(({ insertText }) => textOf(insertText).includes('2026-12-31')));
    const lines = await complete(document, document.lineAt(4).range.end);
    assert.ok(lines.items.some((item) => labelOf(item) === '2026-11-10'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

async function complete(
  document: vscode.TextDocument,
  at: vscode.Position,
  resolved = 0,
): Promise<vscode.CompletionList> {
  return ask('vscode.executeCompletionItemProvider', document.uri, at, undefined, resolved);
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

function labelDescription({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? '' : `${label.detail ?? ''} ${label.description ?? ''}`;
}

function textOf(text: string | { readonly value: string } | undefined): string {
  return typeof text === 'object' ? text.value : (text ?? '');
}
