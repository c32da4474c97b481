import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as protocol from 'vscode-languageserver-protocol';
import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver-protocol';
import { globSync } from 'tinyglobby';
import { startClient } from './client.ts';
import type { Client } from './client.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** Rows `| \`method\` | yes | … |` of the table, yes as true. */
function rowsOf(markdown: string): readonly (readonly [method: string, supported: boolean, why: string])[] {
  return [...markdown.matchAll(/^\| `([^`]+)`\s*\| (yes|no)\s*\|(.*)\|$/gm)].map(
    ([, method = '', support, why = '']) => [method, support === 'yes', why.trim()] as const,
  );
}

/** The methods of the protocol's own package, and the two that the layer below has. */
function methodsOf(exports: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const found = new Set(['$/cancelRequest', '$/progress']);
  for (const each of Object.values(exports)) {
    if (each === null || (typeof each !== 'object' && typeof each !== 'function')) continue;
    const { type } = { type: null, ...each } as { readonly type: unknown };
    const { method } = { method: null, ...(typeof type === 'object' ? type : {}) } as { readonly method: unknown };
    if (typeof method === 'string') found.add(method);
  }
  return found;
}

/** How the server announces what a client may ask. */
const ANNOUNCED: Readonly<Record<string, (can: ServerCapabilities) => unknown>> = {
  'textDocument/diagnostic': (can) => can.diagnosticProvider,
  'workspace/diagnostic': (can) => can.diagnosticProvider?.workspaceDiagnostics,
  'textDocument/hover': (can) => can.hoverProvider,
  'textDocument/completion': (can) => can.completionProvider,
  'completionItem/resolve': (can) => can.completionProvider?.resolveProvider,
  'textDocument/signatureHelp': (can) => can.signatureHelpProvider,
  'textDocument/declaration': (can) => can.declarationProvider,
  'textDocument/definition': (can) => can.definitionProvider,
  'textDocument/typeDefinition': (can) => can.typeDefinitionProvider,
  'textDocument/implementation': (can) => can.implementationProvider,
  'textDocument/references': (can) => can.referencesProvider,
  'textDocument/documentHighlight': (can) => can.documentHighlightProvider,
  'textDocument/prepareCallHierarchy': (can) => can.callHierarchyProvider,
  'callHierarchy/incomingCalls': (can) => can.callHierarchyProvider,
  'callHierarchy/outgoingCalls': (can) => can.callHierarchyProvider,
  'textDocument/prepareTypeHierarchy': (can) => can.typeHierarchyProvider,
  'typeHierarchy/supertypes': (can) => can.typeHierarchyProvider,
  'typeHierarchy/subtypes': (can) => can.typeHierarchyProvider,
  'textDocument/documentSymbol': (can) => can.documentSymbolProvider,
  'workspace/symbol': (can) => can.workspaceSymbolProvider,
  'workspaceSymbol/resolve': (can) => optionOf(can.workspaceSymbolProvider, 'resolveProvider'),
  'textDocument/documentLink': (can) => can.documentLinkProvider,
  'documentLink/resolve': (can) => can.documentLinkProvider?.resolveProvider,
  'textDocument/selectionRange': (can) => can.selectionRangeProvider,
  'textDocument/foldingRange': (can) => can.foldingRangeProvider,
  'textDocument/linkedEditingRange': (can) => can.linkedEditingRangeProvider,
  'textDocument/rename': (can) => can.renameProvider,
  'textDocument/prepareRename': (can) => optionOf(can.renameProvider, 'prepareProvider'),
  'textDocument/codeAction': (can) => can.codeActionProvider,
  'codeAction/resolve': (can) => optionOf(can.codeActionProvider, 'resolveProvider'),
  'textDocument/codeLens': (can) => can.codeLensProvider,
  'codeLens/resolve': (can) => can.codeLensProvider?.resolveProvider,
  'textDocument/inlayHint': (can) => can.inlayHintProvider,
  'inlayHint/resolve': (can) => optionOf(can.inlayHintProvider, 'resolveProvider'),
  'textDocument/semanticTokens': (can) => can.semanticTokensProvider,
  'textDocument/semanticTokens/full': (can) => can.semanticTokensProvider?.full,
  'textDocument/semanticTokens/full/delta': (can) => optionOf(can.semanticTokensProvider?.full, 'delta'),
  'textDocument/semanticTokens/range': (can) => can.semanticTokensProvider?.range,
  'textDocument/formatting': (can) => can.documentFormattingProvider,
  'textDocument/rangeFormatting': (can) => can.documentRangeFormattingProvider,
  'textDocument/rangesFormatting': (can) => optionOf(can.documentRangeFormattingProvider, 'rangesSupport'),
  'textDocument/onTypeFormatting': (can) => can.documentOnTypeFormattingProvider,
  'textDocument/inlineValue': (can) => can.inlineValueProvider,
  'textDocument/inlineCompletion': (can) => can.inlineCompletionProvider,
  'textDocument/documentColor': (can) => can.colorProvider,
  'textDocument/colorPresentation': (can) => can.colorProvider,
  'textDocument/moniker': (can) => can.monikerProvider,
  'textDocument/didOpen': (can) => optionOf(can.textDocumentSync, 'openClose'),
  'textDocument/didClose': (can) => optionOf(can.textDocumentSync, 'openClose'),
  'textDocument/didChange': (can) => optionOf(can.textDocumentSync, 'change'),
  'textDocument/didSave': (can) => optionOf(can.textDocumentSync, 'save'),
  'textDocument/willSave': (can) => optionOf(can.textDocumentSync, 'willSave'),
  'textDocument/willSaveWaitUntil': (can) => optionOf(can.textDocumentSync, 'willSaveWaitUntil'),
  'notebookDocument/sync': (can) => can.notebookDocumentSync,
  'workspace/executeCommand': (can) => can.executeCommandProvider,
  'workspace/textDocumentContent': (can) => can.workspace?.textDocumentContent,
  'workspace/didChangeWorkspaceFolders': (can) => can.workspace?.workspaceFolders?.changeNotifications,
  'workspace/didCreateFiles': (can) => can.workspace?.fileOperations?.didCreate,
  'workspace/didRenameFiles': (can) => can.workspace?.fileOperations?.didRename,
  'workspace/didDeleteFiles': (can) => can.workspace?.fileOperations?.didDelete,
  'workspace/willCreateFiles': (can) => can.workspace?.fileOperations?.willCreate,
  'workspace/willRenameFiles': (can) => can.workspace?.fileOperations?.willRename,
  'workspace/willDeleteFiles': (can) => can.workspace?.fileOperations?.willDelete,
};

function optionOf(provider: unknown, name: string): unknown {
  return typeof provider === 'object' && provider !== null
    ? Object.entries(provider).find(([key]) => key === name)?.[1]
    : false;
}

/** What the server sends by itself, by what its source calls for it. */
const SENT: Readonly<Record<string, RegExp>> = {
  'textDocument/publishDiagnostics': /\.sendDiagnostics\(/,
  'client/registerCapability': /\.client\.register\(/,
  'window/logMessage': /\.console\.\w+\(/,
  'window/showMessage': /\.window\.show\w*Message\(/,
  'window/workDoneProgress/create': /\.createWorkDoneProgress\(/,
  'workspace/applyEdit': /\.applyEdit\(/,
  'workspace/configuration': /\.getConfiguration\(/,
  'workspace/diagnostic/refresh': /DiagnosticRefreshRequest/,
  'workspace/codeLens/refresh': /\.codeLens\.refresh\(|CodeLensRefreshRequest/,
  'workspace/inlayHint/refresh': /\.inlayHint\.refresh\(|InlayHintRefreshRequest/,
  'workspace/semanticTokens/refresh': /\.semanticTokens\.refresh\(|SemanticTokensRefreshRequest/,
  'workspace/foldingRange/refresh': /\.foldingRange\.refresh\(|FoldingRangeRefreshRequest/,
};

describe('docs/lsp-support.md', () => {
  let client: Client;
  afterEach(() => client.dispose());
  const rows = rowsOf(read('docs/lsp-support.md'));

  it('has every method of the protocol once, and no other', async () => {
    client = await startClient();
    const methods = methodsOf(protocol);
    assert.ok(methods.size > 80, `only ${String(methods.size)} methods were found`);
    assert.deepEqual(rows.map(([method]) => method).sort(), [...methods].sort());
  });

  it('says of each what the server announces or sends', async () => {
    const capabilities: ClientCapabilities = {
      textDocument: { diagnostic: {} },
      workspace: { diagnostics: { refreshSupport: true } },
    };
    client = await startClient({ capabilities });
    const announced = client.initialized.capabilities;
    const source = globSync('server/src/lsp/*.ts', { cwd: root }).map(read).join('\n');
    const said = new Map(rows.map(([method, supported]) => [method, supported]));
    const real = new Map([
      ...Object.entries(ANNOUNCED).map(([method, of]) => [method, Boolean(of(announced))] as const),
      ...Object.entries(SENT).map(([method, call]) => [method, call.test(source)] as const),
    ]);
    assert.deepEqual(new Map([...real.keys()].map((method) => [method, said.get(method)])), real);
  });

  it('says why of each that is not there', async () => {
    client = await startClient();
    for (const [method, supported, why] of rows) assert.ok(supported || why !== '', method);
  });
});

describe('docs/protocol.md', () => {
  const source = read('server/src/lsp/protocol.ts');
  const text = read('docs/protocol.md');
  const sections = text.split(/^## /m).slice(1);

  it('has a section for each message of protocol.ts, and no other', () => {
    const messages = [...source.matchAll(/^export const \w+ = '(okr\/[^']+)'/gm)].map(([, name]) => name);
    const told = [...text.matchAll(/^## `(okr\/[^`]+)`/gm)].map(([, name]) => name);
    assert.ok(messages.length > 2);
    assert.deepEqual([...told].sort(), [...messages].sort());
  });

  it('names only types of protocol.ts, and all that are exchanged', () => {
    const types = [...source.matchAll(/^export (?:interface|type) (\w+(?:Params|Result|Stat))\b/gm)].map(
      ([, name]) => name,
    );
    const told = new Set(
      sections.flatMap((section) => [...section.matchAll(/`(\w+(?:Params|Result|Stat))`/g)].map(([, name]) => name)),
    );
    assert.deepEqual([...told].sort(), [...new Set(types)].sort());
  });

  it('says of each who sends it, with what, and what for', () => {
    for (const section of sections) {
      for (const part of ['From:', 'Parameters:', 'Answer:'])
        assert.ok(section.includes(part), `${part} in ${section}`);
    }
  });
});
