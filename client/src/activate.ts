import { window, workspace, type ExtensionContext } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { CascadeView } from './cascade-view.ts';
import { registerCommands } from './commands.ts';
import { createConfigurationStatus } from './configuration-status.ts';
import { answerFileRequests } from './editor-files.ts';
import { watchFileStatus } from './file-status.ts';
import { firstNeed } from './first-need.ts';
import { registerLensCommands } from './lens-commands.ts';
import { registerLanguageModelTools } from './language-model-tools.ts';
import { extendMarkdownIt } from './markdown-preview.ts';
import { PLAN_CHANGED, type CascadeResult, type InitializationOptions } from './protocol.ts';
import { createErrorHandler, registerRestart, startServer } from './server-process.ts';
import { createStatusBar } from './status-bar.ts';

/** What `activate` gives to VS Code's Markdown preview, to other extensions and to the tests. */
export interface OkrApi {
  /** Resolves when the server has answered its first request for the cascade. */
  readonly whenReady: () => Promise<void>;
  /** The cascade as the view shows it now, filters applied. */
  readonly cascade: () => CascadeResult | null;
  /** The text of the status bar item, null while it is hidden. */
  readonly statusText: () => string | null;
  /** As the contribution `markdown.markdownItPlugins` asks for it. */
  readonly extendMarkdownIt: typeof extendMarkdownIt;
}

/**
 * Starts the client and the views. `createClient` is what differs between the desktop and the browser; `asOf` is the day
 * to take for today where the setting names none. Does not wait for the server: a Markdown preview waits for this.
 */
export function activateOkr(
  context: ExtensionContext,
  asOf: string | undefined,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): OkrApi {
  const output = window.createOutputChannel('OKR', { log: true });
  const client = createClient({
    documentSelector: [{ language: 'okr' }],
    // Asked for anew at each start of the server.
    initializationOptions: () => initializationOptions(asOf),
    outputChannel: output,
    errorHandler: createErrorHandler(output),
    markdown: { isTrusted: false, supportHtml: false },
  });
  const cascade = new CascadeView(client, context.workspaceState);
  const statusBar = createStatusBar();
  const configuration = createConfigurationStatus();
  const status = watchFileStatus(client, [statusBar.show, configuration.show]);
  const refresh = async (): Promise<void> => {
    await Promise.all([cascade.refresh(), status.refresh()]);
  };
  context.subscriptions.push(
    output,
    client,
    cascade,
    statusBar,
    configuration,
    status,
    ...registerCommands(cascade, context.extension.id),
    ...registerLensCommands(client),
    ...answerFileRequests(client),
    registerLanguageModelTools(client),
    ...registerRestart(client, output),
    workspace.onDidGrantWorkspaceTrust(() => cascade.refresh()),
    // A client keeps one handler a notification: a second one would silence the first.
    client.onNotification(PLAN_CHANGED, refresh),
  );
  const ready = firstNeed(cascade.firstShown, context.subscriptions)
    .then(() => startServer(client, output))
    .then(refresh);
  return {
    whenReady: () => ready,
    cascade: () => cascade.shown(),
    statusText: () => statusBar.text(),
    extendMarkdownIt,
  };
}

function initializationOptions(asOf: string | undefined): InitializationOptions {
  const day = workspace.getConfiguration('okr').get<string>('asOf', '').trim();
  if (day !== '') return { asOf: day, commands: true };
  return asOf === undefined ? { commands: true } : { asOf, commands: true };
}
