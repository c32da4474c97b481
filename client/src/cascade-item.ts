import { l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import { kindWord, paceWord, statusWord } from './cascade-words.ts';
import type { CascadeKind, CascadeNode } from './protocol.ts';

const GRADE_COLOURS = { red: 'charts.red', yellow: 'charts.yellow', green: 'charts.green' } as const;

/** Shapes differ with the grade, so that it can be told without seeing colours. */
const GRADE_ICONS = { red: 'error', yellow: 'warning', green: 'pass-filled' } as const;

function scopeIcon(kind: CascadeKind): string {
  switch (kind) {
    case 'company':
    case 'workspace':
      return 'organization';
    case 'department':
      return 'project';
    case 'team':
      return 'account';
    case 'person':
      return 'person';
    case 'kpi':
      return 'pulse';
    case 'group':
      return 'list-tree';
    case 'objective':
      return 'target';
    case 'kr':
      return 'key';
  }
}

function icon(node: CascadeNode): ThemeIcon {
  if (node.reference) return new ThemeIcon('references');
  if (node.grade !== null) return new ThemeIcon(GRADE_ICONS[node.grade], new ThemeColor(GRADE_COLOURS[node.grade]));
  if (node.kind === 'objective' || node.kind === 'kr') return new ThemeIcon('circle-large-outline');
  return new ThemeIcon(scopeIcon(node.kind));
}

function percent(score: number): string {
  return `${String(Math.round(score * 100))} %`;
}

/** The score leads: titles are long, and in a narrow sidebar what stands behind them is cut off. */
function label(node: CascadeNode): string {
  return node.score === null ? node.label : `${percent(node.score)} · ${node.label}`;
}

/** What stands in grey behind the label: pace, what is unusual about it, owner. */
function description(node: CascadeNode): string {
  return [paceWord(node.pace), statusWord(node.status), node.orphan ? l10n.t('orphan') : null, node.owner]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

/** The first level is open: a cascade that shows only company names tells nothing. */
function collapse(node: CascadeNode, nested: boolean): TreeItemCollapsibleState {
  if (node.children.length === 0) return TreeItemCollapsibleState.None;
  const open = !nested || (node.kind !== 'objective' && node.kind !== 'kr' && node.kind !== 'kpi');
  return open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

/** The tree item of a node. `nested` is whether it has a parent. A click opens its line. */
export function cascadeItem(node: CascadeNode, nested: boolean): TreeItem {
  const item = new TreeItem(label(node), collapse(node, nested));
  item.id = node.id;
  item.description = description(node);
  item.iconPath = icon(node);
  item.contextValue = node.kind;
  item.tooltip = new MarkdownString(node.tooltip);
  item.accessibilityInformation = { label: [kindWord(node.kind), label(node), item.description].join(', ') };
  if (node.uri !== null) {
    item.command = {
      command: 'okr.openItem',
      title: l10n.t('Open'),
      arguments: [Uri.parse(node.uri, true), node.range],
    };
  }
  return item;
}
