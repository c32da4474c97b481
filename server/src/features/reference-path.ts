import type { Item, ScopeOf } from '../model/plan.ts';

/**
 * The reference that means an item wherever a scope and a cycle are open: with its scope where that is another, with its
 * objective for a key result, with its cycle where that is another. `ids` stands in for ids that are yet to be given.
 */
export function pathTo(
  item: Item,
  { scope, cycle }: { readonly scope: ScopeOf; readonly cycle: string | null },
  ids: ReadonlyMap<Item, string> = new Map(),
): string {
  const idOf = (each: Item): string | null => ids.get(each) ?? each.id;
  const path: string[] = [];
  if (item.scope !== null && item.scope !== 'unknown' && item.scope !== scope) path.push(item.scope.id);
  const objective = item.kind === 'kr' && item.objective !== null ? idOf(item.objective) : null;
  if (objective !== null) path.push(objective);
  path.push(idOf(item) ?? '');
  const itsCycle = cycleName(item);
  return path.join('.') + (item.kind === 'kpi' || itsCycle === null || itsCycle === cycle ? '' : `@${itsCycle}`);
}

/** The name of an item's cycle; null where it has none or none that can be read. */
export function cycleName({ cycle }: Item): string | null {
  return cycle === null || cycle === 'unknown' ? null : cycle.name;
}
