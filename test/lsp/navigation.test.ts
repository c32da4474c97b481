import assert from 'node:assert/strict';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentLinkResolveRequest,
  FoldingRangeRequest,
  ImplementationRequest,
  LinkedEditingRangeRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  TypeDefinitionRequest,
  WorkspaceSymbolRequest,
  WorkspaceSymbolResolveRequest,
} from 'vscode-languageserver-protocol';
import type { Position } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { diskOf, startClient, uriOf } from './client.ts';
import type { Client, ClientOptions } from './client.ts';

const ACME = `cycle 2026-Q4
company acme: Acme
  objective loyalty: Become the shop people come back to
    kr: Grow the repeat purchase rate from 31% to 40%
`;
const TEAM = `cycle 2026-Q4
team support: Customer Support
  parent: acme
  objective speed: Be quick to help
    supports: acme.loyalty
  objective calm: Be calm
    supports: speed
`;
const FILES = { 'acme.okr': ACME, 'support.okr': TEAM, 'zz-read.okr': 'nonsense on its own line here\n' };

describe('navigation over a connection', () => {
  let client: Client;
  afterEach(() => client.dispose());

  /** A client that has read all files and opened one. */
  const start = async (options: ClientOptions = {}): Promise<void> => {
    client = await startClient({ disk: diskOf(FILES), ...options });
    await client.diagnostics('zz-read.okr');
    await client.open('support.okr', TEAM);
  };
  const at = (find: string, offset = 0): { textDocument: { uri: string }; position: Position } => ({
    textDocument: { uri: uriOf('support.okr') },
    position: TextDocument.create('x', 'okr', 0, client.textOf('support.okr')).positionAt(
      client.textOf('support.okr').indexOf(find) + offset,
    ),
  });

  it('finds references with and without declarations, and highlights', async () => {
    await start();
    const ask = (includeDeclaration: boolean) =>
      client.connection.sendRequest(ReferencesRequest.type, {
        ...at('acme.loyalty', 6),
        context: { includeDeclaration },
      });
    assert.deepEqual(
      (await ask(true))?.map(({ uri }) => uri),
      [uriOf('acme.okr'), uriOf('support.okr')],
    );
    assert.deepEqual(
      (await ask(false))?.map(({ uri }) => uri),
      [uriOf('support.okr')],
    );
    const highlights = await client.connection.sendRequest(DocumentHighlightRequest.type, at('supports: speed', 10));
    assert.deepEqual(
      highlights?.map(({ kind }) => kind),
      [3, 2],
    );
  });

  it('goes up to what an item serves and down to what serves it, as places or as links', async () => {
    await start();
    const up = await client.connection.sendRequest(TypeDefinitionRequest.type, at('objective speed', 11));
    assert.match(JSON.stringify(up), /"uri":"file:\/\/\/plans\/acme\.okr"/);
    const down = await client.connection.sendRequest(ImplementationRequest.type, at('objective speed', 11));
    assert.match(JSON.stringify(down), /"uri":"file:\/\/\/plans\/support\.okr"/);
    await client.dispose();
    const linkSupport = { linkSupport: true };
    await start({ capabilities: { textDocument: { typeDefinition: linkSupport, implementation: linkSupport } } });
    const links = await client.connection.sendRequest(TypeDefinitionRequest.type, at('objective speed', 11));
    assert.match(JSON.stringify(links), /"targetUri":"file:\/\/\/plans\/acme\.okr"/);
  });

  it('walks the cascade as a call hierarchy', async () => {
    await start();
    const [item] = (await client.connection.sendRequest(CallHierarchyPrepareRequest.type, at('speed', 1))) ?? [];
    assert.ok(item !== undefined);
    const incoming = await client.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item });
    assert.deepEqual(
      incoming?.map(({ from }) => from.name),
      ['Be calm'],
    );
    const outgoing = await client.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item });
    assert.deepEqual(
      outgoing?.map(({ to }) => to.name),
      ['Become the shop people come back to'],
    );
  });

  it('renames over files, with versions, annotations or neither, and says why it cannot', async () => {
    await start();
    const prepared = await client.connection.sendRequest(PrepareRenameRequest.type, at('acme.loyalty', 6));
    assert.ok(prepared !== null && 'placeholder' in prepared);
    assert.equal(prepared.placeholder, 'loyalty');
    const params = { ...at('acme.loyalty', 6), newName: 'return' };
    const edit = await client.connection.sendRequest(RenameRequest.type, params);
    assert.deepEqual(
      edit?.documentChanges?.map((change) => 'edits' in change && change.textDocument),
      [
        { uri: uriOf('acme.okr'), version: null },
        { uri: uriOf('support.okr'), version: 1 },
      ],
    );
    assert.equal(edit.changeAnnotations, undefined);
    await assert.rejects(
      client.connection.sendRequest(RenameRequest.type, { ...at('objective speed', 11), newName: 'calm' }),
      /The id calm is taken/,
    );
    await assert.rejects(
      client.connection.sendRequest(PrepareRenameRequest.type, at('2026-Q4')),
      /2026-Q4 is a period of the calendar/,
    );
    await client.dispose();
    const changeAnnotationSupport = {};
    await start({ capabilities: { workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport } } } });
    const annotated = await client.connection.sendRequest(RenameRequest.type, params);
    assert.deepEqual(Object.keys(annotated?.changeAnnotations ?? {}), ['names']);
    await client.dispose();
    await start({ capabilities: {} });
    const plain = await client.connection.sendRequest(RenameRequest.type, params);
    assert.deepEqual(Object.keys(plain?.changes ?? {}), [uriOf('acme.okr'), uriOf('support.okr')]);
  });

  it('folds, grows selections, and links names to be typed together', async () => {
    await start();
    const { textDocument, position } = at('objective speed', 11);
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    assert.ok(
      folds?.some(({ startLine, endLine }) => startLine === 1 && endLine === 6),
      JSON.stringify(folds),
    );
    const [grown] =
      (await client.connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [position] })) ?? [];
    assert.deepEqual(grown?.range.start, at('speed').position);
    assert.ok(grown.parent !== undefined);
    const linked = await client.connection.sendRequest(LinkedEditingRangeRequest.type, { textDocument, position });
    assert.equal(linked?.ranges.length, 2);
  });

  it('resolves document links and workspace symbols when they are needed', async () => {
    await start();
    const { textDocument } = at('parent');
    const [link] = (await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument })) ?? [];
    assert.ok(link !== undefined && link.target === undefined);
    const resolved = await client.connection.sendRequest(DocumentLinkResolveRequest.type, link);
    assert.equal(resolved.target, `${uriOf('acme.okr')}#L2,1`);
    const find = async () => (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'calm' }))?.[0];
    assert.ok('range' in ((await find())?.location ?? {}), 'whole, for a client that cannot resolve');
    await client.dispose();
    await start({ capabilities: { workspace: { symbol: { resolveSupport: { properties: ['location.range'] } } } } });
    const symbol = await find();
    assert.ok(symbol !== undefined && !('range' in symbol.location));
    const whole = await client.connection.sendRequest(WorkspaceSymbolResolveRequest.type, symbol);
    assert.ok('range' in whole.location);
  });
});
