import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateOkr, type OkrApi } from './activate.ts';
import { registerMcpServer } from './mcp-server.ts';

/** Entry point of the extension on the desktop and in remote windows: the server runs in a process of its own. */
export function activate(context: ExtensionContext): Promise<OkrApi> {
  context.subscriptions.push(registerMcpServer(context));
  const module = context.asAbsolutePath('dist/server/node-main.js');
  const asOf = process.env['OKR_AS_OF'];
  return activateOkr(context, asOf === undefined ? {} : { asOf }, (options) => {
    const run = { module, transport: TransportKind.ipc };
    return new LanguageClient('okr', 'OKR', { run, debug: run }, options);
  });
}
