import { Uri, type ExtensionContext } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { activateOkr, type OkrApi } from './activate.ts';

/** What is used of a web worker. */
interface WebWorker {
  onerror: ((event: { readonly message: string }) => void) | null;
  terminate(): void;
}
declare const Worker: new (url: string) => WebWorker;

/** Entry point of the extension in a browser (vscode.dev, github.dev): the server runs in a web worker. */
export function activate(context: ExtensionContext): OkrApi {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server', 'browser-main.js').toString(true);
  let worker: WebWorker | null = null;
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return activateOkr(context, undefined, (options) => {
    // VS Code puts a class of its own in the place of Worker, which the client does not recognise.
    const startWorker = (): Promise<MessageTransports> => {
      // A worker does not end by itself when the server shuts down.
      worker?.terminate();
      worker = new Worker(script);
      worker.onerror = ({ message }) => options.outputChannel?.error(message);
      return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
    };
    return new LanguageClient('okr', 'OKR', startWorker, options);
  });
}
