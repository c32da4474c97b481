import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codesOf, eventually, extensionApi, open } from './editor.ts';
import { ask, cursorIn, wholeOf } from './places.ts';

/** File, place of the cursor, the action's kind and title, and what the file has once it is taken. */
const taken: readonly (readonly [file: string, marked: string, kind: string, title: RegExp, text: RegExp])[] = [
  ['faulty.okr', 'acme.loy|ality', 'quickfix', /acme\.loyalty/, /supports: acme\.loyalty$/m],
  ['untidy.okr', 'Sell more |herbs', 'refactor.rewrite', /^Give it the id/, /kr [\w-]+: Sell more herbs/],
  ['untidy.okr', 'Win |back', 'refactor.extract', /^Write it as metric/, /\n\s+metric: .*20% -> 35%/],
  ['untidy.okr', 'Improve |the beds', 'refactor.rewrite', /initiative/, /\[ \] Improve the beds/],
  ['untidy.okr', 'Plant 12 |beds', 'refactor', /^Split it/, /kr.*: Plant 12 beds\n[^]*kr.*: Train 6 guides/],
  ['untidy.okr', 'cycle |2026-q4', 'source.organizeOkr', /in order/, /owner: @ivy\n\s+supports: garden/],
  ['garden.okr', 'objective war|mth', 'refactor', /^Carry it over to 2027-Q1/, /./],
];

describe('Code actions', () => {
  before(async () => {
    await extensionApi();
  });

  for (const [file, marked, kind, title, text] of taken) {
    it(`have "${title.source}" in ${file} at "${marked}"`, async () => {
      const document = await open(file);
      const before = document.getText();
      const at = cursorIn(document, marked);
      await eventually(async () => {
        const actions = await ask<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          new vscode.Range(at, at),
          kind,
          100,
        );
        const action = actions.find((each) => title.test(each.title));
        assert.ok(action?.edit, `${title.source} of ${actions.map((each) => each.title).join(' | ')}`);
        assert.ok(action.kind?.value.startsWith(kind));
        assert.equal(action.isPreferred ?? false, kind === 'quickfix');
        assert.ok(await vscode.workspace.applyEdit(action.edit));
      });
      try {
        assert.match(document.getText(), text);
        assert.notEqual(document.getText(), before);
      } finally {
        await restore(document, before);
      }
    });
  }

  it('mend all of a file that is safe to mend', async () => {
    const document = await open('faulty.okr');
    const before = document.getText();
    await eventually(async () => {
      const [all] = await ask<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        wholeOf(document),
        'source.fixAll.okr',
        1,
      );
      assert.ok(all?.edit);
      assert.ok(await vscode.workspace.applyEdit(all.edit));
    });
    await eventually(() => assert.ok(!codesOf(document.uri).includes('OKR006')));
    await restore(document, before);
    await eventually(() => assert.ok(codesOf(document.uri).includes('OKR006')));
  });
});

async function restore(document: vscode.TextDocument, text: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, wholeOf(document), text);
  assert.ok(await vscode.workspace.applyEdit(change));
  await document.save();
}
