import { workspace, type Disposable, type TextDocument } from 'vscode';

/**
 * Resolves once there is something to do for the server: a file of the language in the workspace or in an editor, or the
 * view on the screen (`viewShown`). A preview of Markdown activates the extension too, in any workspace.
 */
export async function firstNeed(viewShown: Promise<void>, subscriptions: Disposable[]): Promise<void> {
  const isPlan = ({ languageId }: TextDocument): boolean => languageId === 'okr';
  if (workspace.textDocuments.some(isPlan)) return;
  const opened = new Promise<void>((resolve) => {
    subscriptions.push(
      workspace.onDidOpenTextDocument((document) => {
        if (isPlan(document)) resolve();
      }),
    );
  });
  const found = new Promise<void>((resolve) => {
    const search = workspace.findFiles('**/*.[oO][kK][rR]', undefined, 1);
    void search.then((files) => {
      if (files.length > 0) resolve();
    });
  });
  await Promise.race([viewShown, opened, found]);
}
