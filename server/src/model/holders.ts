import { isForeignToKpis } from '../syntax/properties.ts';
import type { PropertyName } from '../syntax/properties.ts';
import type { ItemHeader, ScopeHeader } from '../syntax/tree.ts';
import type { ItemDraft, ScopeDraft } from './drafts.ts';
import { hasProperty } from './facts.ts';
import { readValues } from './item-values.ts';
import type { PropertyUse } from './plan.ts';
import type { Writable } from './open-items.ts';

export interface ItemHolder {
  readonly kind: ItemHeader['header'];
  /** Its index among the file's items. */
  readonly index: number;
  readonly draft: Writable<ItemDraft>;
}

export interface ScopeHolder {
  readonly kind: ScopeHeader['header'];
  readonly draft: Writable<ScopeDraft>;
}

/** Something above a line that is still open, and that lines below may belong to. */
export type Holder = ItemHolder | ScopeHolder;

export function isItem(holder: Holder): holder is ItemHolder {
  return holder.kind === 'objective' || holder.kind === 'kr' || holder.kind === 'kpi';
}

/** Something that initiatives may belong to. */
export function isGoal(holder: Holder): holder is ItemHolder {
  return holder.kind === 'objective' || holder.kind === 'kr';
}

/**
 * What stays open above a new item, outermost first: an objective closes all items, a key result those below its
 * objective, a KPI only another KPI.
 */
export function stillOpen(open: readonly Holder[], kind: ItemHeader['header']): Holder[] {
  switch (kind) {
    case 'objective':
      return open.filter((holder) => !isItem(holder));
    case 'kr':
      return open.filter((holder) => holder.kind !== 'kr' && holder.kind !== 'kpi');
    case 'kpi':
      return open.filter((holder) => holder.kind !== 'kpi');
  }
}

/**
 * The nearest holder that has properties of this name, and the next one outside it that has them as well. None for what
 * stands below a KPI and only goals have: nobody means the key result that happens to stand above the KPI.
 */
export function holdersOf(open: readonly Holder[], name: PropertyName): readonly [Holder | null, Holder | null] {
  if (open[open.length - 1]?.kind === 'kpi' && isForeignToKpis(name)) return [null, null];
  const having = open.filter((holder) => hasProperty(holder.kind, name));
  return [having[having.length - 1] ?? null, having[having.length - 2] ?? null];
}

/** Adds a line to those its holder has, the earlier ones before it. */
export function addProperty(holder: Holder, name: PropertyName, use: PropertyUse): readonly PropertyUse[] {
  const uses = [...(holder.draft.properties.get(name) ?? []), use];
  holder.draft.properties = new Map(holder.draft.properties).set(name, uses);
  holder.draft.values = readValues(holder.draft.properties);
  return uses;
}
