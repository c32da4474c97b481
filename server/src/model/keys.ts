import { slug } from '../syntax/slug.ts';
import type { ItemHeader, ScopeHeader } from '../syntax/tree.ts';
import type { CycleOf, ScopeOf } from './plan.ts';

const PLAIN = /^[a-z0-9_-]*$/;

/** An id as it is compared: without case, accents composed. */
export function idKey(id: string): string {
  return PLAIN.test(id) ? id : id.normalize('NFC').toLowerCase();
}

/** The id of a scope as it is compared, or its title's slug; empty where neither says anything. */
export function scopeKey({ id, title }: ScopeHeader): string {
  return scopeNameKey(id?.text ?? null, title?.text ?? null);
}

/** The same of the two as they are written. */
export function scopeNameKey(id: string | null, title: string | null): string {
  return id ? idKey(id) : slug(title ?? '');
}

const remembered = new WeakMap<ItemHeader, string>();

/** An item's part of its key: its id, or `~` and its title's slug, which no id begins with. */
export function itemPart(header: ItemHeader): string {
  let part = remembered.get(header);
  if (part === undefined) {
    part = header.id ? idKey(header.id.text) : `~${slug(header.title.text)}`;
    remembered.set(header, part);
  }
  return part;
}

function cyclePart(cycle: CycleOf): string {
  if (cycle === null) return '';
  return cycle === 'unknown' ? '@?' : `@${cycle.name.toLowerCase()}`;
}

function scopePart(scope: ScopeOf): string {
  if (scope === null) return '';
  return scope === 'unknown' ? '?' : scope.key;
}

/**
 * Keys of items: `support/csat@2026-q4`, below it `support/csat@2026-q4/rating`, without an objective
 * `support/kr:rating@2026-q4`, and `acme/kpi:weekly-buyers`. `part` is the item's own.
 */
export function objectiveKey(part: string, scope: ScopeOf, cycle: CycleOf): string {
  return `${scopePart(scope)}/${part}${cyclePart(cycle)}`;
}

export function looseKeyResultKey(part: string, scope: ScopeOf, cycle: CycleOf): string {
  return `${scopePart(scope)}/kr:${part}${cyclePart(cycle)}`;
}

export function kpiKey(part: string, scope: ScopeOf): string {
  return `${scopePart(scope)}/kpi:${part}`;
}
