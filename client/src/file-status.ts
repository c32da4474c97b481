import { window, type Disposable, type TextEditor } from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { STATUS_REQUEST, type StatusParams, type StatusResult } from './protocol.ts';

/** Something that shows the status of the file at hand; both are null where no `.okr` file is. */
export type ShowStatus = (status: StatusResult | null, editor: TextEditor | null) => void;

export interface FileStatus extends Disposable {
  /** Asks the server about the active file again; resolves when all that show it were told. */
  readonly refresh: () => Promise<void>;
}

/** Asks for the status of the active file when another file is shown, once for all that show it. */
export function watchFileStatus(client: BaseLanguageClient, shows: readonly ShowStatus[]): FileStatus {
  const tell = (status: StatusResult | null, editor: TextEditor | null): void => {
    for (const show of shows) show(status, editor);
  };
  const refresh = async (): Promise<void> => {
    const editor = window.activeTextEditor;
    if (editor?.document.languageId !== 'okr' || client.state !== State.Running) {
      tell(null, null);
      return;
    }
    const params: StatusParams = { uri: client.code2ProtocolConverter.asUri(editor.document.uri) };
    const status = await client.sendRequest<StatusResult | null>(STATUS_REQUEST, params);
    if (window.activeTextEditor === editor) tell(status, editor);
  };
  const subscription = window.onDidChangeActiveTextEditor(() => refresh());
  return {
    refresh,
    dispose: () => {
      subscription.dispose();
    },
  };
}
