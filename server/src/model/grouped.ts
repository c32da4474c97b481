import type { Family } from './family.ts';
import { computeFor, FACET, Tracked } from './tracking.ts';

/** What a family adds to an index: members under keys, in its own order. */
export type Entries<K, T> = readonly (readonly [K, T])[];

/**
 * Indexes whose entries are computed of the same: of a family alone (`family`), also of what its items share a name with
 * (`naming`), or of what it refers to (`linkage`). A family is looked at once for all of them.
 */
export class Shelf {
  private readonly rests: 'family' | 'naming' | 'linkage';
  /** Each looks at what a family adds to its index. */
  private readonly looks: ((family: Family) => void)[] = [];
  private pending = new Set<Family>();

  constructor(rests: 'family' | 'naming' | 'linkage') {
    this.rests = rests;
  }

  put(look: (family: Family) => void): void {
    this.looks.push(look);
  }

  /** What the family adds may be another from now on. */
  outdate(family: Family): void {
    this.pending.add(family);
  }

  /** Looks again at what changed. */
  settle(): void {
    while (this.pending.size > 0) {
      const families = this.pending;
      this.pending = new Set();
      // Those that are gone have no place any more by which others could be put beside them.
      for (const family of families) if (family.isGone) this.look(family);
      for (const family of families) if (!family.isGone) this.look(family);
    }
  }

  /** The same in steps, where no family is gone yet. */
  *settling(): Iterable<void> {
    for (const family of this.pending) {
      this.pending.delete(family);
      this.look(family);
      yield;
    }
  }

  /** Looks again at one family. */
  look(family: Family): void {
    const part: Tracked = this.rests === 'family' ? family : family[this.rests];
    computeFor(part, () => {
      for (const look of this.looks) look(family);
    });
  }
}

interface Member<T> {
  readonly family: Family;
  readonly value: T;
}

/** The members of one key. */
class Group<T> extends Tracked {
  members: Member<T>[] = [];
  private values: readonly T[] | null = null;
  private places: ReadonlyMap<T, number> | null = null;

  /** Puts other values in the place of so many of a family. */
  put(family: Family, before: number, after: readonly T[]): void {
    const added = after.map((value) => ({ family, value }));
    // Most groups have the members of one family: those need no room to grow.
    if (this.members.length === before) {
      this.members = added;
      return;
    }
    const { members } = this;
    const at = family.isGone ? members.findIndex((member) => member.family === family) : placeFor(members, family);
    members.splice(at, before, ...added);
  }

  all(): readonly T[] {
    this.values ??= [...new Set(this.members.map(({ value }) => value))];
    return this.values;
  }

  placeOf(value: T): number {
    const all = this.all();
    if (all.length < 8) return all.indexOf(value);
    this.places ??= new Map(all.map((each, index) => [each, index]));
    return this.places.get(value) ?? -1;
  }

  forget(): void {
    this.values = null;
    this.places = null;
  }
}

/**
 * Items of the whole plan by a key, each group in the order of the plan. What a family adds is looked at again only when
 * the family changed; only groups whose members changed concern those who looked at them.
 */
export class Grouped<K, T> {
  private readonly groups = new Map<K, Group<T>>();
  private readonly added = new Map<Family, Entries<K, T>>();
  private readonly shelf: Shelf;
  private readonly entriesOf: (family: Family) => Entries<K, T>;
  /** Hears of each key that comes to have members, or has none any more. */
  onKey: ((key: K) => void) | null = null;
  /** Hears of each family whose entries changed. */
  onChange: ((family: Family) => void) | null = null;
  /** Hears of each key before its members are looked up. */
  onGet: ((key: K) => void) | null = null;

  constructor(shelf: Shelf, entriesOf: (family: Family) => Entries<K, T>) {
    this.shelf = shelf;
    this.entriesOf = entriesOf;
    shelf.put((family) => this.look(family));
  }

  /** The members of a key, in the order of the plan, each once. */
  get(key: K): readonly T[] {
    const group = this.groupOf(key);
    return group?.all() ?? NONE;
  }

  /** The place of a value among the members of a key; -1 where it is none. */
  placeIn(key: K, value: T): number {
    return this.groupOf(key)?.placeOf(value) ?? -1;
  }

  /** All keys that have members. Nobody is noted to have looked at them. */
  keys(): readonly K[] {
    this.settle();
    return [...this.groups].flatMap(([key, { members }]) => (members.length > 0 ? [key] : []));
  }

  /** All that families add, in no order. */
  *entries(): Iterable<Entries<K, T>> {
    this.settle();
    yield* this.added.values();
  }

  /** What one family adds. */
  entriesFrom(family: Family): Entries<K, T> {
    return this.added.get(family) ?? NONE;
  }

  /** Looks again at what changed. */
  settle(): void {
    this.shelf.settle();
  }

  /** Who looked at the members of a key shall look again. */
  mayChange(key: K): void {
    this.groups.get(key)?.changed(FACET.members);
  }

  private groupOf(key: K): Group<T> | null {
    this.settle();
    this.onGet?.(key);
    let group = this.groups.get(key);
    if (group === undefined) {
      group = new Group();
      group.seen(FACET.members);
      // A group that nobody looked at and nobody is in is not kept.
      if (group.isRead()) this.groups.set(key, group);
      return null;
    }
    group.seen(FACET.members);
    return group;
  }

  private look(family: Family): void {
    const before = this.added.get(family) ?? NONE;
    const after = family.isGone ? NONE : this.entriesOf(family);
    if (sameEntries(before, after)) return;
    if (after.length === 0) this.added.delete(family);
    else this.added.set(family, after);
    this.onChange?.(family);
    const [first] = after;
    if (before.length === 0 && first !== undefined && after.every(([key]) => key === first[0])) {
      const values = after.map(([, value]) => value);
      this.replace(first[0], family, NONE, values);
      return;
    }
    const gone = byKey(before);
    const come = byKey(after);
    for (const [key, values] of come) this.replace(key, family, gone.get(key) ?? NONE, values);
    for (const [key, values] of gone) if (!come.has(key)) this.replace(key, family, values, NONE);
  }

  private replace(key: K, family: Family, before: readonly T[], after: readonly T[]): void {
    if (before.length === after.length && before.every((value, index) => value === after[index])) return;
    let group = this.groups.get(key);
    if (group === undefined) {
      group = new Group();
      this.groups.set(key, group);
    }
    const wasEmpty = group.members.length === 0;
    group.put(family, before.length, after);
    const { members } = group;
    group.forget();
    group.changed(FACET.members);
    if (wasEmpty !== (members.length === 0)) this.onKey?.(key);
    if (members.length === 0 && !group.isRead()) this.groups.delete(key);
  }
}

const NONE: readonly never[] = [];

function sameEntries<K, T>(a: Entries<K, T>, b: Entries<K, T>): boolean {
  if (a.length !== b.length) return false;
  return a.length === 0 || a.every(([key, value], index) => b[index]?.[0] === key && b[index][1] === value);
}

/** The values under each key, in their order. */
function byKey<K, T>(entries: Entries<K, T>): ReadonlyMap<K, readonly T[]> {
  const found = new Map<K, T[]>();
  for (const [key, value] of entries) {
    const values = found.get(key);
    if (values === undefined) found.set(key, [value]);
    else values.push(value);
  }
  return found;
}

/** Where the members of a family begin, or would begin: at the end while a workspace is read, which is in order. */
function placeFor<T>(members: readonly Member<T>[], family: Family): number {
  const last = members.at(-1);
  if (last === undefined || (last.family !== family && last.family.isBefore(family))) return members.length;
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const member = members[middle];
    if (member !== undefined && member.family.isBefore(family)) low = middle + 1;
    else high = middle;
  }
  return low;
}
