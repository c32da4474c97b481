import type { Item, Plan } from '../model/plan.ts';
import type { Snapshot } from '../service.ts';
import { said } from '../syntax/said.ts';
import { slug } from '../syntax/slug.ts';
import type { Change } from './changes.ts';
import { changesOf } from './changes.ts';
import { changeIn, hasPlainHeader } from './item-lines.ts';
import { entityOf, occurrencesOf } from './occurrences.ts';
import type { Refactoring } from './offers.ts';
import { cycleName, pathTo } from './reference-path.ts';
import { keyOf } from './scope-names.ts';

/** Gives an item the id that its title stands for, and lets references by its number follow. */
export const givenId: Refactoring = (snapshot, item) => {
  const id = freeId(snapshot.plan, item);
  if (id === null) return [];
  const title = said`Give it the id ${id}`;
  return [{ title, kind: 'refactor.rewrite', changes: () => idChanges(snapshot, item, id) }];
};

/** An id for an item that has none: its title's slug, numbered where that is taken. Null where it cannot get one. */
export function freeId(plan: Plan, item: Item): string | null {
  const wanted = slug(item.title);
  if (item.id !== null || !hasPlainHeader(item) || !/\p{L}/u.test(wanted)) return null;
  const taken = idsNear(plan, item);
  let id = wanted;
  for (let number = 2; taken.has(keyOf(id)); number++) id = `${wanted}-${String(number)}`;
  return id;
}

/**
 * The ids that would get in the way of a new one: of the same scope and cycle, of anything elsewhere that a bare id may
 * mean by now, and of scopes. The same id in another cycle of the scope is an item's earlier self.
 */
function idsNear(plan: Plan, item: Item): ReadonlySet<string> {
  const isEarlierSelf = (other: Item): boolean =>
    other.kind === item.kind && other.scope === item.scope && other.cycle !== item.cycle;
  const others = [...plan.items.values()].flatMap((other) =>
    other.id === null || other === item || isEarlierSelf(other) ? [] : [keyOf(other.id)],
  );
  return new Set([...others, ...plan.scopes.map(({ key }) => key)]);
}

/** Writes an id into the header of an item, and into the references that meant it by its number. */
export function idChanges(snapshot: Snapshot, item: Item, id: string): readonly Change[] {
  const { keyword, number } = item.header;
  const header = changeIn(snapshot, item, keyword.to, number?.to ?? keyword.to, ` ${id}`);
  const path = pathTo(item, { scope: item.scope, cycle: cycleName(item) }, new Map([[item, id]]));
  const byNumber = occurrencesOf(snapshot.plan, [entityOf(item)]).filter(({ by }) => by === 'number');
  return [header, ...changesOf(snapshot, { edits: byNumber.map(({ place }) => ({ place, newText: path })) })];
}
