import { DiagnosticTag } from './protocol-parts.ts';
import type { ClientCapabilities, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { ACTION_KINDS } from '../features/actions.ts';
import { LEGEND } from '../features/semantic-tokens.ts';

/** What of the client's abilities the server's answers depend on. */
export interface Abilities {
  /** It knows tab stops in completions. */
  readonly snippets: boolean;
  /** It asks for the detail of a completion once that is selected. */
  readonly lazyCompletions: boolean;
  /** It shows nothing behind the label of a completion. */
  readonly plainLabels: boolean;
  /** It takes the range that completions replace once for all of them. */
  readonly sharedRange: boolean;
  /** It knows tab stops in the edits of code actions. */
  readonly snippetEdits: boolean;
  /** It asks what a code action changes once it is chosen. */
  readonly lazyActions: boolean;
  /** It shows code actions that cannot be taken, with the reason. */
  readonly refusedActions: boolean;
  /** It makes files as part of an edit. */
  readonly createsFiles: boolean;
  /** It takes edits with the version of the document they are for. */
  readonly versionedEdits: boolean;
  /** It asks for the place of a symbol of the workspace when it needs it. */
  readonly lazySymbols: boolean;
  /** It shows what the edits of a renaming are about. */
  readonly annotatedEdits: boolean;
  /** It takes links with the place they come from as answers to go to definition. */
  readonly links: boolean;
  /** The same for type definition and implementation. */
  readonly typeLinks: boolean;
  readonly implementationLinks: boolean;
  /** It can be asked to watch files. */
  readonly watches: boolean;
  readonly progress: boolean;
  /** It can be asked for its settings, and asked to tell when they change. */
  readonly settings: boolean;
  readonly toldOfSettings: boolean;
  /** It asks for diagnostics, and can be told to ask again: one that cannot would not hear of an edit elsewhere. */
  readonly pulls: boolean;
  /** It fades diagnostics that are tagged as needless. */
  readonly fades: boolean;
  /** It can be told to ask again for what it shows in a text. */
  readonly refreshes: { readonly tokens: boolean; readonly hints: boolean; readonly lenses: boolean };
}

export function abilitiesOf({ textDocument, workspace, window }: ClientCapabilities): Abilities {
  const pulls = textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true;
  const { tagSupport } = (pulls ? textDocument.diagnostic : textDocument?.publishDiagnostics) ?? {};
  const { completionItem, completionList } = textDocument?.completion ?? {};
  return {
    snippets: completionItem?.snippetSupport === true,
    lazyCompletions: completionItem?.resolveSupport?.properties.includes('detail') === true,
    plainLabels: completionItem?.labelDetailsSupport !== true,
    sharedRange: completionList?.itemDefaults?.includes('editRange') === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    lazyActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    refusedActions: textDocument?.codeAction?.disabledSupport === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    lazySymbols: workspace?.symbol?.resolveSupport?.properties.includes('location.range') === true,
    annotatedEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    links: textDocument?.definition?.linkSupport === true,
    typeLinks: textDocument?.typeDefinition?.linkSupport === true,
    implementationLinks: textDocument?.implementation?.linkSupport === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    progress: window?.workDoneProgress === true,
    settings: workspace?.configuration === true,
    toldOfSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    pulls,
    fades: tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary) === true,
    refreshes: {
      tokens: workspace?.semanticTokens?.refreshSupport === true,
      hints: workspace?.inlayHint?.refreshSupport === true,
      lenses: workspace?.codeLens?.refreshSupport === true,
    },
  };
}

const FILES = {
  filters: [{ pattern: { glob: '**/*.okr' } }, { pattern: { glob: '**', matches: 'folder' as const } }],
};

const CAPABILITIES: ServerCapabilities = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: 2 },
  hoverProvider: true,
  completionProvider: { resolveProvider: true, triggerCharacters: ['@', '.', ':', ',', ' ', '['] },
  definitionProvider: true,
  typeDefinitionProvider: true,
  implementationProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  callHierarchyProvider: true,
  renameProvider: { prepareProvider: true },
  linkedEditingRangeProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: { resolveProvider: true },
  workspaceSymbolProvider: { resolveProvider: true },
  documentSymbolProvider: { label: 'OKR' },
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
  semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
  inlayHintProvider: { resolveProvider: true },
  codeLensProvider: { resolveProvider: true },
  codeActionProvider: { codeActionKinds: ACTION_KINDS, resolveProvider: true },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { didCreate: FILES, didRename: FILES, didDelete: FILES },
  },
};

const DIAGNOSTICS: ServerCapabilities = {
  diagnosticProvider: { identifier: 'okr', interFileDependencies: true, workspaceDiagnostics: true },
};

/** The answer to `initialize`. */
export function initializeResult({ pulls }: Abilities): InitializeResult {
  return { capabilities: { ...CAPABILITIES, ...(pulls ? DIAGNOSTICS : {}) }, serverInfo: { name: 'okr' } };
}

/** All that is told of files changed outside the editor: plans, settings, and anything deleted, for folders go as one. */
export const WATCHERS = [
  { globPattern: '**/*.okr' },
  { globPattern: '**/okr.config.json' },
  { globPattern: '**/.gitignore' },
  { globPattern: '**/*', kind: 4 },
];
