import { l10n, StatusBarAlignment, window, type Disposable } from 'vscode';
import type { ShowStatus } from './file-status.ts';
import type { StatusResult } from './protocol.ts';

export interface StatusBar extends Disposable {
  readonly show: ShowStatus;
  /** The item's text, null while it is hidden. */
  readonly text: () => string | null;
}

function label(status: StatusResult): string {
  const score = status.score === null ? l10n.t('no score') : `${String(Math.round(status.score * 100))} %`;
  const { error, warning } = status.findings;
  const marks = [error > 0 ? `$(error) ${String(error)}` : '', warning > 0 ? `$(warning) ${String(warning)}` : ''];
  return ['$(target)', score, ...marks.filter((mark) => mark !== '')].join(' ');
}

function tooltip(status: StatusResult): string {
  const { error, warning, info, hint } = status.findings;
  return [
    l10n.t('{0} objectives, {1} key results', status.objectives, status.keyResults),
    l10n.t('{0} errors, {1} warnings, {2} remarks', error, warning, info + hint),
    l10n.t('Click to see the problems'),
  ].join('\n');
}

/** The status bar item for the file at hand: the mean score of its objectives, and its errors and warnings. */
export function createStatusBar(): StatusBar {
  const item = window.createStatusBarItem('okr.status', StatusBarAlignment.Right, 100);
  item.name = l10n.t('OKR score');
  item.command = 'workbench.actions.view.problems';
  let shown: string | null = null;
  return {
    show: (status) => {
      if (status === null) {
        shown = null;
        item.hide();
        return;
      }
      shown = label(status);
      item.text = shown;
      item.tooltip = tooltip(status);
      item.accessibilityInformation = { label: `OKR: ${item.tooltip}` };
      item.show();
    },
    text: () => shown,
    dispose: () => {
      item.dispose();
    },
  };
}
