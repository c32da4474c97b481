/**
 * What of the protocol library is more than types. Each file that imports from the library has a copy of all of its
 * several hundred names made when the bundle is loaded, so that one file does.
 */
export {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  Emitter,
  InlayHintRefreshRequest,
  LSPErrorCodes,
  PublishDiagnosticsNotification,
  ResponseError,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
