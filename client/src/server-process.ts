import { commands, l10n, window, workspace, type Disposable, type LogOutputChannel } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type BaseLanguageClient,
  type CloseHandlerResult,
  type ErrorHandler,
} from 'vscode-languageclient';
import { countCrashes } from './crashes.ts';

/** So many restarts within so many milliseconds, then a person is asked. */
const MOST_RESTARTS = 4;
const SPAN = 3 * 60_000;

/** What becomes of a server that crashes: it is started again, which is said once, until it crashes too often. */
export function createErrorHandler(output: LogOutputChannel): ErrorHandler {
  const crashed = countCrashes(MOST_RESTARTS, SPAN);
  return {
    // Never a reason to stop the client: what cannot be written to a server that has died is followed by the end of the
    // connection, which starts it again, and a client that is being stopped by then would stay down.
    error: (error) => ({
      action: ErrorAction.Continue,
      message: l10n.t('The connection to the language server failed: {0}', error.message),
      handled: true,
    }),
    closed: (): CloseHandlerResult => {
      const next = crashed(Date.now());
      if (next === 'stay down') {
        const message = l10n.t('The OKR language server keeps stopping. It is not started again.');
        void offerHelp(message, output);
        return { action: CloseAction.DoNotRestart, message, handled: true };
      }
      const message = l10n.t('The OKR language server stopped unexpectedly and was started again.');
      if (next === 'start and say so') {
        void showOutputOn(window.showWarningMessage(message, showOutput()), output);
      }
      return { action: CloseAction.Restart, message, handled: true };
    },
  };
}

/** Starts the server. One that does not start is told of, with a way to try again, and does not reject. */
export async function startServer(client: BaseLanguageClient, output: LogOutputChannel): Promise<void> {
  try {
    await client.start();
  } catch (error) {
    output.error('The language server did not start.', error instanceof Error ? error : String(error));
    void offerHelp(l10n.t('The OKR language server did not start.'), output);
  }
}

/** The command that starts the server anew; `okr.asOf` does so too, for a server takes its day at its start. */
export function registerRestart(client: BaseLanguageClient, output: LogOutputChannel): Disposable[] {
  const restart = async (): Promise<void> => {
    output.info('The language server is started again.');
    try {
      await client.stop();
    } catch (error) {
      // One that hangs does not say goodbye.
      output.warn('The language server did not end in time.', error instanceof Error ? error : String(error));
    }
    await startServer(client, output);
  };
  return [
    commands.registerCommand('okr.restartServer', restart),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('okr.asOf')) void restart();
    }),
  ];
}

async function offerHelp(message: string, output: LogOutputChannel): Promise<void> {
  const again = l10n.t('Restart');
  const chosen = await window.showErrorMessage(message, again, showOutput());
  if (chosen === again) await commands.executeCommand('okr.restartServer');
  else if (chosen !== undefined) output.show(true);
}

async function showOutputOn(chosen: Thenable<string | undefined>, output: LogOutputChannel): Promise<void> {
  if ((await chosen) !== undefined) output.show(true);
}

function showOutput(): string {
  return l10n.t('Show output');
}
