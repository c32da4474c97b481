import { l10n, languages, Uri, workspace, type Disposable } from 'vscode';
import type { ShowStatus } from './file-status.ts';

/** The language status entry that tells which configuration applies to the file at hand, and opens it. */
export function createConfigurationStatus(): Disposable & { readonly show: ShowStatus } {
  const item = languages.createLanguageStatusItem('okr.configuration', { language: 'okr' });
  item.name = l10n.t('OKR configuration');
  item.text = l10n.t('Default rules');
  return {
    show: (status, editor) => {
      if (status === null || editor === null) return;
      const folder = workspace.getWorkspaceFolder(editor.document.uri);
      item.text = status.config ?? l10n.t('Default rules');
      item.detail = status.ignored ? l10n.t('leaves this file out: nothing is said of it') : '';
      item.command =
        status.config === null || folder === undefined
          ? undefined
          : { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.joinPath(folder.uri, status.config)] };
    },
    dispose: () => {
      item.dispose();
    },
  };
}
