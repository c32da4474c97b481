import { l10n } from 'vscode';
import type { CascadeKind, CascadeNode } from './protocol.ts';

/** What a node is, for who hears the tree rather than sees its icons. */
export function kindWord(kind: CascadeKind): string {
  switch (kind) {
    case 'company':
      return l10n.t('company');
    case 'department':
      return l10n.t('department');
    case 'team':
      return l10n.t('team');
    case 'person':
      return l10n.t('person');
    case 'workspace':
      return l10n.t('workspace');
    case 'group':
      return l10n.t('group');
    case 'objective':
      return l10n.t('objective');
    case 'kr':
      return l10n.t('key result');
    case 'kpi':
      return l10n.t('KPI');
  }
}

/** How a node gets on; null where nothing says. */
export function paceWord(pace: CascadeNode['pace']): string | null {
  switch (pace) {
    case 'ahead':
      return l10n.t('ahead');
    case 'on track':
      return l10n.t('on track');
    case 'at risk':
      return l10n.t('at risk');
    case 'behind':
      return l10n.t('behind');
    case 'reached':
      return l10n.t('reached');
    case 'missed':
      return l10n.t('missed');
    case null:
      return null;
  }
}

/** A status where it is not the usual one, else null. */
export function statusWord(status: CascadeNode['status']): string | null {
  switch (status) {
    case 'draft':
      return l10n.t('draft');
    case 'blocked':
      return l10n.t('blocked');
    case 'postponed':
      return l10n.t('postponed');
    case 'dropped':
      return l10n.t('dropped');
    case 'closed':
      return l10n.t('closed');
    case 'active':
    case null:
      return null;
  }
}
