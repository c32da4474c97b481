import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  CompletionRequest,
  CompletionResolveRequest,
} from 'vscode-languageserver-protocol';
import type { ClientCapabilities, CodeAction } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startClient, uriOf } from './client.ts';
import type { Client } from './client.ts';

const FAULTY = 'cycle 2026-Q4\nobjective Be quick\n  ownr: @ana\n  kr: Answer within 6 h\n    metirc: 8 h -> 6 h\n';
const MENDED = 'cycle 2026-Q4\nobjective: Be quick\n  owner: @ana\n  kr: Answer within 6 h\n    metric: 8 h -> 6 h\n';

const LAZY: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

describe('code actions over a connection', () => {
  let client: Client;
  afterEach(() => client.dispose());

  async function actions(only?: string[]): Promise<readonly CodeAction[]> {
    const start = { line: 2, character: 4 };
    const answer = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: uriOf('a.okr') },
      range: { start, end: start },
      context: only === undefined ? { diagnostics: [] } : { diagnostics: [], only },
    });
    return (answer ?? []).filter((each): each is CodeAction => 'kind' in each);
  }
  function result(action: CodeAction | undefined): string {
    const [change] = action?.edit?.documentChanges ?? [];
    assert.ok(change !== undefined && 'edits' in change, JSON.stringify(action));
    const document = TextDocument.create('x', 'okr', 0, client.textOf('a.okr'));
    return TextDocument.applyEdits(
      document,
      change.edits.filter((edit) => 'newText' in edit),
    );
  }

  it('are announced by their kinds', async () => {
    client = await startClient();
    const { codeActionProvider } = client.initialized.capabilities;
    assert.ok(typeof codeActionProvider === 'object');
    assert.equal(codeActionProvider.resolveProvider, true);
    assert.ok(codeActionProvider.codeActionKinds?.includes('source.fixAll.okr'));
    await client.open('a.okr', FAULTY);
    for (const kind of new Set((await actions()).map((action) => action.kind ?? ''))) {
      assert.ok(codeActionProvider.codeActionKinds?.includes(kind), kind);
    }
  });

  it('link to the page of their rule', async () => {
    client = await startClient();
    await client.open('a.okr', FAULTY);
    const fix = (await actions(['quickfix'])).find(({ isPreferred }) => isPreferred === true);
    assert.match(fix?.diagnostics?.[0]?.codeDescription?.href ?? '', /^https:.*OKR002/i);
  });

  it('fix the whole file on saving, at once for a client that asks for no more', async () => {
    client = await startClient();
    await client.open('a.okr', FAULTY);
    const found = await actions(['source.fixAll']);
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['source.fixAll.okr'],
    );
    assert.equal(result(found[0]), MENDED);
  });

  it('are worked out when they are chosen, where the client can wait', async () => {
    client = await startClient({ capabilities: LAZY });
    await client.open('a.okr', FAULTY);
    const [found] = await actions(['source.fixAll.okr']);
    assert.ok(found !== undefined && found.edit === undefined);
    const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, found);
    assert.equal(result(resolved), MENDED);
    await client.change('a.okr', 'quick', 'quicker');
    const late = await client.connection.sendRequest(CodeActionResolveRequest.type, found);
    assert.equal(late.edit, undefined, 'nothing is changed in a text that is another by now');
    const foreign = { title: 'Another', data: 'what is this' };
    assert.deepEqual(await client.connection.sendRequest(CodeActionResolveRequest.type, foreign), foreign);
  });
});

describe('completion over a connection', () => {
  let client: Client;
  afterEach(() => client.dispose());

  it('tells more of a proposal once it is selected', async () => {
    client = await startClient({
      capabilities: {
        textDocument: {
          completion: {
            completionItem: { labelDetailsSupport: true, resolveSupport: { properties: ['detail', 'documentation'] } },
            completionList: { itemDefaults: ['editRange'] },
          },
        },
      },
    });
    assert.equal(client.initialized.capabilities.completionProvider?.resolveProvider, true);
    const text =
      'cycle 2026-Q4\ncompany a: A\n  objective quick: Be quick\n    owner: @ana\n  objective: B\n    supports: \n';
    await client.open('a.okr', text);
    const answer = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: uriOf('a.okr') },
      position: { line: 5, character: 14 },
    });
    assert.ok(answer !== null && !Array.isArray(answer));
    assert.ok(answer.itemDefaults?.editRange !== undefined);
    const [first] = answer.items;
    assert.ok(first !== undefined);
    assert.equal(first.label, 'quick');
    assert.equal(first.textEdit, undefined);
    assert.equal(first.detail, undefined);
    const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, first);
    assert.match(resolved.detail ?? '', /@ana/);
    assert.match(JSON.stringify(resolved.documentation), /Be quick/);
  });
});
