import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateOkr, type OkrApi } from './activate.ts';

declare const Worker: new (url: string) => object;

/** Entry point of the extension in a browser (vscode.dev, github.dev): the server runs in a web worker. */
export function activate(context: ExtensionContext): Promise<OkrApi> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server', 'browser-main.js').toString(true);
  return activateOkr(
    context,
    {},
    (options) => new LanguageClient('okr', 'OKR', () => Promise.resolve(new Worker(script)), options),
  );
}
