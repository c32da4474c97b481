import type { Connection } from 'vscode-languageserver';
import { CodeLensRefreshRequest, InlayHintRefreshRequest, SemanticTokensRefreshRequest } from './protocol-parts.ts';
import type { Abilities } from './capabilities.ts';

/** Asks the client to ask again for what is shown in its texts, as far as it can be asked. */
export function refreshViews(connection: Connection, { refreshes }: Abilities): void {
  const ask = (known: boolean, method: string): void => {
    if (!known) return;
    connection.sendRequest(method).catch((error: unknown) => {
      connection.console.debug(`${method} was refused: ${String(error)}`);
    });
  };
  ask(refreshes.tokens, SemanticTokensRefreshRequest.method);
  ask(refreshes.hints, InlayHintRefreshRequest.method);
  ask(refreshes.lenses, CodeLensRefreshRequest.method);
}
