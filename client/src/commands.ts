import {
  commands,
  l10n,
  Range,
  SnippetString,
  window,
  workspace,
  Uri,
  ViewColumn,
  type Disposable,
  type QuickPickItem,
} from 'vscode';
import type { CascadeView } from './cascade-view.ts';
import type { CascadeNode, SourceRange } from './protocol.ts';

/** Opens a file at a range, as a click on a node of the cascade does. */
async function openItem(uri: Uri, range: SourceRange | null, column = ViewColumn.Active): Promise<void> {
  const selection =
    range === null
      ? undefined
      : new Range(range.start.line, range.start.character, range.start.line, range.start.character);
  await window.showTextDocument(uri, { viewColumn: column, ...(selection === undefined ? {} : { selection }) });
}

/** From the menu of a node, or by its key, which means the node that is selected. */
async function openToSide(view: CascadeView, node: CascadeNode | undefined): Promise<void> {
  const { uri = null, range = null } = node ?? view.selected() ?? {};
  if (uri !== null) await openItem(Uri.parse(uri, true), range, ViewColumn.Beside);
}

async function pick(
  placeHolder: string,
  everything: string,
  names: readonly string[],
): Promise<string | null | undefined> {
  const all: QuickPickItem = { label: everything };
  const items: QuickPickItem[] = [all, ...names.map((label) => ({ label }))];
  const chosen = await window.showQuickPick(items, { placeHolder });
  if (chosen === undefined) return undefined;
  return chosen === all ? null : chosen.label;
}

async function filterByCycle(view: CascadeView): Promise<void> {
  const cycle = await pick(l10n.t('Show the goals of one cycle'), l10n.t('All cycles'), view.shown()?.cycles ?? []);
  if (cycle === undefined) return;
  const { owner } = view.filter();
  await view.setFilter({ ...(cycle === null ? {} : { cycle }), ...(owner === undefined ? {} : { owner }) });
}

async function filterByOwner(view: CascadeView): Promise<void> {
  const owner = await pick(l10n.t('Show the goals of one owner'), l10n.t('All owners'), view.shown()?.owners ?? []);
  if (owner === undefined) return;
  const { cycle } = view.filter();
  await view.setFilter({ ...(cycle === undefined ? {} : { cycle }), ...(owner === null ? {} : { owner }) });
}

/** The day of `okr.asOf`, else the machine's, as ISO writes it. */
function today(): string {
  const asOf = workspace.getConfiguration('okr').get<string>('asOf', '').trim();
  if (/^\d{4}-\d\d-\d\d$/.test(asOf)) return asOf;
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${String(Math.ceil(Number(day.slice(5, 7)) / 3))}`;

/** A new, unsaved file with a first objective to fill in, of which there is nothing to find. Nothing is written to disk. */
async function newFile(): Promise<void> {
  const day = today();
  const document = await workspace.openTextDocument({ language: 'okr', content: '' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(
    new SnippetString(
      [
        `cycle ${quarterOf(day)}`,
        '',
        `team \${1:support}: \${2:${l10n.t('Customer Support')}}`,
        '',
        `  objective \${3:contact}: \${4:${l10n.t('Make every contact with support worth having')}}`,
        '    owner: @${5:maria}',
        '    type: ${6|committed,aspirational|}',
        `    why: \${7:${l10n.t('Slow support is the first reason people give for leaving')}}`,
        '',
        `    kr \${8:response}: \${9:${l10n.t('Reduce average response time')}}`,
        `      metric: \${10:${l10n.t('response time 8 h -> 6 h')}}`,
        `      ${day}: \${11:7 h, confidence 0.6}`,
        '',
        `    kr \${12:rating}: \${13:${l10n.t('Raise the satisfaction rating')}}`,
        `      metric: \${14:${l10n.t('satisfaction rating 82% -> 90%')}}`,
        `      ${day}: \${15:86%, confidence 0.7}`,
        '$0',
      ].join('\n'),
    ),
  );
}

/** `extensionId` is the publisher and the name, with a dot between them. */
export function registerCommands(view: CascadeView, extensionId: string): Disposable[] {
  return [
    commands.registerCommand('okr.openItem', (uri: Uri, range: SourceRange | null) => openItem(uri, range)),
    commands.registerCommand('okr.openItemToSide', (node?: CascadeNode) => openToSide(view, node)),
    commands.registerCommand('okr.newFile', newFile),
    commands.registerCommand('okr.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#start`, false),
    ),
    commands.registerCommand('okr.refreshCascade', () => view.refresh()),
    commands.registerCommand('okr.filterByCycle', () => filterByCycle(view)),
    commands.registerCommand('okr.filterByOwner', () => filterByOwner(view)),
    commands.registerCommand('okr.clearFilters', () => view.setFilter({})),
  ];
}
