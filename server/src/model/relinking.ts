import type { ItemDraft } from './drafts.ts';
import type { Family } from './family.ts';
import type { Shelf } from './grouped.ts';
import { ItemHandle } from './item-handle.ts';
import { hasReferences } from './item-values.ts';
import { referenceText } from './links.ts';
import type { Item } from './plan.ts';
import { mayMean } from './resolve.ts';
import type { Index } from './resolve.ts';

/** An index of who refers to an item. */
interface Referrers {
  onGet: ((item: Item) => void) | null;
  entriesFrom(family: Family): readonly (readonly [Item, unknown])[];
  mayChange(item: Item): void;
}

/** What looks for loops of families that refer to each other. */
interface Loops {
  /** Whether a loop leads, or may lead now, from one of these items to one of the families, which refer to them. */
  mayLead(items: Iterable<Item>, families: ReadonlySet<Family>): boolean;
  /** The family was found to be part of no loop: it need not be looked at for what changed in it. */
  spare(family: Family): void;
}

/** So many families are linked again at once, and of more those alone that somebody asks for. */
const MANY = 50;
/** A reference that may mean more items than this is resolved at once. */
const FEW = 4;

/**
 * Families whose references may lead elsewhere now. Where they are many, as after a renaming of what all refer to, most are
 * put off until somebody asks who refers to an item that they referred to, or may refer to now.
 */
export class Relinking {
  private readonly shelf: Pick<Shelf, 'look'>;
  private readonly indexes: readonly Referrers[];
  private readonly index: Index;
  private readonly loops: Loops;
  /** False until all was linked once: then all is asked for. */
  private isLinked = false;
  private pending = new Set<Family>();
  private readonly putOff = new Set<Family>();
  /** Who of those put off referred to an item, or may refer to it now. */
  private concerned = new Map<Item, Set<Family>>();

  /** `shelf` has the `indexes`; `index` is what references are resolved by. */
  constructor(shelf: Pick<Shelf, 'look'>, indexes: readonly Referrers[], index: Index, loops: Loops) {
    this.shelf = shelf;
    this.indexes = indexes;
    this.index = index;
    this.loops = loops;
    for (const each of indexes) each.onGet = (item) => this.lookFor(item);
  }

  /** What the family refers to may be something else from now on. */
  outdate(family: Family): void {
    this.pending.add(family);
  }

  /** Looks again at what changed, as far as it is not put off. After each change of the plan. */
  settle(): void {
    if (this.pending.size + this.putOff.size === 0) return;
    const isMuch = this.isLinked && this.pending.size > MANY;
    // What was put off before the change may refer to something else by now.
    const families = new Set([...this.putOff, ...this.pending]);
    this.pending = new Set();
    this.putOff.clear();
    this.concerned = new Map();
    // Those that are gone have no place any more by which others could be put beside them.
    for (const family of families) if (family.isGone) this.take(family, families);
    if (isMuch) this.delay(families);
    for (const family of families) this.shelf.look(family);
    this.isLinked = true;
  }

  /** The same in steps, with nothing put off, where no family is gone yet. */
  *settling(): Iterable<void> {
    for (const family of this.pending) {
      this.take(family, this.pending);
      yield;
    }
    this.isLinked = true;
  }

  /** Looks at all that was put off. */
  catchUp(): void {
    for (const family of this.putOff) this.take(family, this.putOff);
    this.concerned.clear();
  }

  /** Whether something is put off that concerns an item of the document. */
  isBehind(uri: string): boolean {
    for (const [item, families] of this.concerned) {
      if (item.uri === uri && [...families].some((family) => this.putOff.has(family))) return true;
    }
    return false;
  }

  /** Puts off those of the families that can be, and takes them out of the set. */
  private delay(families: Set<Family>): void {
    const concerned = new Map<Item, Set<Family>>();
    const meanings = new Map<string, readonly Item[] | null>();
    const late = new Set<Family>();
    for (const family of families) {
      const items = this.itemsFor(family, meanings);
      if (items === null) continue;
      late.add(family);
      for (const item of items) {
        const known = concerned.get(item);
        if (known) known.add(family);
        else concerned.set(item, new Set([family]));
      }
    }
    for (const item of concerned.keys()) if (item instanceof ItemHandle) late.delete(item.family);
    if (late.size < MANY || this.loops.mayLead(concerned.keys(), late)) return;
    for (const family of late) {
      families.delete(family);
      this.putOff.add(family);
    }
    this.concerned = concerned;
    for (const item of concerned.keys()) for (const index of this.indexes) index.mayChange(item);
  }

  /** The items that a family referred to or may refer to now, some of them twice; null where they may be many. */
  private itemsFor(family: Family, meanings: Map<string, readonly Item[] | null>): readonly Item[] | null {
    const items: Item[] = [];
    for (const index of this.indexes) for (const [item] of index.entriesFrom(family)) items.push(item);
    for (const { values } of family.draft.items) {
      if (!hasReferences(values)) continue;
      for (const reference of referencesIn(values)) {
        const text = referenceText(reference);
        let meant = meanings.get(text);
        if (meant === undefined) {
          meant = mayMean(reference, this.index);
          if (meant !== null && meant.length > FEW) meant = null;
          meanings.set(text, meant);
        }
        if (meant === null) return null;
        items.push(...meant);
      }
    }
    return items;
  }

  private lookFor(item: Item): void {
    const families = this.concerned.get(item);
    if (families === undefined) return;
    this.concerned.delete(item);
    for (const family of families) {
      if (!this.putOff.has(family)) continue;
      this.take(family, this.putOff);
      this.loops.spare(family);
    }
  }

  private take(family: Family, from: Set<Family>): void {
    from.delete(family);
    this.shelf.look(family);
  }
}

function referencesIn({ supports, for: watched, continues, measures }: ItemDraft['values']) {
  const all = [...supports, ...watched];
  if (continues !== null) all.push(continues);
  if (measures !== null) all.push(measures);
  return all.map(({ value }) => value.reference);
}
