import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  cascadeNodes,
  codesOf,
  eventually,
  extensionApi,
  fileUri,
  hoverAt,
  nodeLabelled,
  open,
  positionOf,
} from './editor.ts';

const loyalty = 'Become the shop people come back to';
const rating = 'Achieve an average satisfaction rating';

describe('A folder of .okr files in VS Code', () => {
  it('gives a faulty file its findings, each with a link to its page', async () => {
    await extensionApi();
    const uri = fileUri('faulty.okr');
    await eventually(() => {
      const codes = codesOf(uri);
      for (const code of ['OKR001', 'OKR006', 'OKR101'])
        assert.ok(codes.includes(code), `${code} of ${codes.join(' ')}`);
    });
    for (const { code, source, message } of vscode.languages.getDiagnostics(uri)) {
      assert.ok(typeof code === 'object', message);
      assert.match(code.target.toString(), /docs\/rules\/okr\d{3}/i);
      assert.equal(source, 'okr');
    }
  });

  it('shows the score of a key result on hover, as a bar and with its SMART letters', async () => {
    const document = await open('plan.okr');
    await extensionApi();
    await eventually(async () => {
      const hover = await hoverAt(document, rating);
      assert.match(hover, /50 %/);
      assert.match(hover, /[█▓▰■●]/);
      assert.match(hover, /SMART/);
    });
  });

  it('has the cascade: the company, its team, their objectives and key results', async () => {
    const api = await extensionApi();
    await eventually(() => {
      const acme = nodeLabelled(api, 'Acme');
      assert.ok(acme);
      const team = acme.children.find(({ label }) => label === 'Customer Support');
      assert.ok(team, acme.children.map(({ label }) => label).join(', '));
      const objective = team.children.find(({ kind }) => kind === 'objective');
      assert.equal(objective?.children.filter(({ kind }) => kind === 'kr').length, 2);
      assert.ok(objective.score !== null && Math.abs(objective.score - 0.375) < 1e-9, String(objective.score));
    });
  });

  it('shows supporters under what they support', async () => {
    const api = await extensionApi();
    await eventually(() => {
      const supported = nodeLabelled(api, loyalty);
      assert.ok(
        supported?.children.some(({ reference, label }) => reference && label.includes('contact with support')),
      );
    });
  });

  it('lets an edit change the findings, the hover and the cascade', async () => {
    const document = await open('plan.okr');
    const api = await extensionApi();
    const before = document.getText();
    await edit(document, 'satisfaction rating 80% -> 90%', 'satisfaction rating 90% -> 90%');
    await eventually(() => assert.ok(codesOf(document.uri).includes('OKR105'), codesOf(document.uri).join(' ')));
    await edit(document, 'satisfaction rating 90% -> 90%', 'satisfaction rating 80% -> 100%');
    await eventually(async () => {
      assert.ok(!codesOf(document.uri).includes('OKR105'));
      assert.match(await hoverAt(document, rating), /25 %/);
      assert.equal(nodeLabelled(api, rating)?.score, 0.25);
    });
    await edit(document, document.getText(), before);
    await eventually(() => {
      assert.equal(nodeLabelled(api, rating)?.score, 0.5);
      assert.deepEqual(codesOf(document.uri), []);
    });
    assert.ok(await document.save());
  });

  it('lets an edit change the findings of other files, open or not, each said once', async () => {
    await extensionApi();
    const plan = await open('plan.okr');
    const before = plan.getText();
    const supporter =
      'cycle 2026-Q4\nteam TEAM: A team\n  objective one: One\n    owner: @ana\n    supports: acme.loyalty\n';
    const others = ['beside', 'closed'].map((name) => fileUri(`${name}.okr`));
    for (const [index, uri] of others.entries()) {
      await vscode.workspace.fs.writeFile(
        uri,
        new TextEncoder().encode(supporter.replace('TEAM', `t${String(index)}`)),
      );
    }
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri('beside.okr')), {
      viewColumn: vscode.ViewColumn.Beside,
    });
    const dangling = (uri: vscode.Uri) => codesOf(uri).filter((code) => code === 'OKR006');
    await eventually(() => {
      for (const uri of others) assert.ok(codesOf(uri).length > 0 && dangling(uri).length === 0);
    });
    await edit(plan, 'objective loyalty:', 'objective trust:');
    await eventually(() => {
      for (const uri of others) assert.deepEqual(dangling(uri), ['OKR006']);
    });
    await edit(plan, plan.getText(), before);
    await eventually(() => {
      for (const uri of others) assert.deepEqual(dangling(uri), []);
    });
    assert.ok(await plan.save());
    for (const uri of others) await vscode.workspace.fs.delete(uri);
    await eventually(() => {
      for (const uri of others) assert.deepEqual(codesOf(uri), []);
    });
  });

  it('forgets a file that is deleted on disk: its findings, its place in the cascade, its part in a hover', async () => {
    const api = await extensionApi();
    const plan = await open('plan.okr');
    const doomed = fileUri('doomed.okr');
    await eventually(async () => {
      assert.ok(codesOf(doomed).includes('OKR101'));
      assert.ok(nodeLabelled(api, 'Refund within two days'));
      assert.match(await hoverAt(plan, loyalty), /supporters’ mean/);
    });
    const meanBefore = supportersMean(await hoverAt(plan, loyalty));
    await removeOutside(doomed);
    await eventually(async () => {
      assert.deepEqual(codesOf(doomed), []);
      assert.ok(!cascadeNodes(api).some(({ uri }) => uri?.endsWith('doomed.okr')));
      assert.notEqual(supportersMean(await hoverAt(plan, loyalty)), meanBefore);
    });
  });

  it('finds a file that appears on disk', async () => {
    const api = await extensionApi();
    const uri = fileUri('appeared.okr');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('cycle 2026-Q4\nteam appeared: Appeared\n'));
    await eventually(() => assert.ok(nodeLabelled(api, 'Appeared')));
  });

  it('takes a key result to the objective that it names', async () => {
    const document = await open('plan.okr');
    await extensionApi();
    await eventually(async () => {
      const targets = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        positionOf(document, 'acme.loyalty').translate(0, 6),
      );
      const [target] = targets.map((one) => ('targetRange' in one ? one.targetRange : one.range));
      assert.equal(target?.start.line, positionOf(document, loyalty).line);
    });
  });
});

function supportersMean(hover: string): string | undefined {
  return /supporters’ mean (\d+)/.exec(hover)?.[1];
}

/** Deletes a file behind the editor's back where there is a disk, else as another extension would. */
async function removeOutside(uri: vscode.Uri): Promise<void> {
  if (uri.scheme !== 'file') return vscode.workspace.fs.delete(uri);
  const { rm } = await import('node:fs/promises');
  await rm(uri.fsPath);
}

/** Replaces the first `old` of the document, as a person's edit would, without saving. */
async function edit(document: vscode.TextDocument, old: string, text: string): Promise<void> {
  const start = positionOf(document, old);
  const end = document.positionAt(document.offsetAt(start) + old.length);
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, new vscode.Range(start, end), text);
  assert.ok(await vscode.workspace.applyEdit(change));
}
