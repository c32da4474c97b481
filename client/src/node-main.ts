import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateOkr, type OkrApi } from './activate.ts';
import { registerMcpServer } from './mcp-server.ts';

/** Entry point of the extension on the desktop and in remote windows: the server runs in a process of its own. */
export function activate(context: ExtensionContext): OkrApi {
  context.subscriptions.push(registerMcpServer(context));
  const module = context.asAbsolutePath('dist/server/node-main.js');
  return activateOkr(context, process.env['OKR_AS_OF'], (options) => {
    const run = { module, transport: TransportKind.ipc };
    return new LanguageClient('okr', 'OKR', { run, debug: run }, options);
  });
}
