import type { Block } from '../syntax/tree.ts';
import type { DocumentPart } from './document-state.ts';
import type { FamilyDraft, ItemDraft } from './drafts.ts';
import { cycleText } from './family-draft.ts';
import type { Surroundings } from './family-draft.ts';
import { KeyResultHandle, ObjectiveHandle } from './goal-handles.ts';
import { ItemHandle } from './item-handle.ts';
import { KpiHandle } from './kpi-handle.ts';
import { Figures, Linkage, Naming } from './linkage.ts';
import { familySlots, kept } from './memory.ts';
import { namedIn } from './people.ts';
import { Changes, Pieces, SHARED } from './pieces.ts';
import type { Item, ItemPieces, Opening, PersonUse, PlanFamily, PlanProblem } from './plan.ts';
import { linesBetween } from './lines-between.ts';
import { problemsIn } from './problems.ts';
import type { PlanTables } from './tables.ts';
import {
  ALL_FACETS,
  areNames,
  areRemarks,
  below,
  computeFor,
  FACET,
  noteLook,
  throughout,
  Tracked,
} from './tracking.ts';

const NO_DRAFT: FamilyDraft = { items: [], scopes: [], cycles: [], openings: [], fileSuppressions: [], problems: [] };

const itemsSlot = familySlots.take();

/**
 * Blocks that belong together: an objective with all below it, or a header that stands alone. It is what a keystroke costs:
 * what is computed of a family is computed again when one of its blocks changed, or something else it was computed from.
 */
export class Family extends Tracked implements PlanFamily {
  readonly document: DocumentPart;
  readonly tables: PlanTables;
  readonly linkage: Linkage;
  readonly naming: Naming;
  readonly figures: Figures;
  /** What was computed piece by piece; null before the first edit, for most families are never edited. */
  private pieces: Pieces | null = null;
  /** Its place among the families of its document. */
  index = 0;
  isGone = false;
  blocks: readonly Block[] = [];
  draft: FamilyDraft = NO_DRAFT;
  entry: Surroundings | null = null;
  exit: Surroundings | null = null;
  /** One for each header of an item, in order. */
  handles: readonly ItemHandle[] = [];
  private below: ReadonlyMap<number, readonly ItemHandle[]> | null = null;
  private memory: unknown[] | null = null;

  constructor(document: DocumentPart, tables: PlanTables) {
    super();
    this.document = document;
    this.tables = tables;
    this.linkage = new Linkage(this);
    this.naming = new Naming(this);
    this.figures = new Figures(this);
  }

  get uri(): string {
    return this.document.uri;
  }
  /** Whether its text was ever changed: what is computed of it is noted more closely from then on. */
  get isEdited(): boolean {
    return this.pieces !== null;
  }

  get items(): readonly Item[] {
    return this.recall(itemsSlot, () => [...new Set(this.handles.map(({ self }) => self))]);
  }

  get openings(): readonly Opening[] {
    return this.draft.openings.map(({ header, block, item, scope }) => ({
      header,
      block,
      subject:
        (item === null ? null : this.handles[item]?.self) ?? (scope && this.tables.scopes.byKey.get(scope.key)) ?? null,
    }));
  }
  get people(): readonly PersonUse[] {
    return this.draft.items.length + this.draft.scopes.length === 0 ? [] : namedIn(this);
  }
  get problems(): readonly PlanProblem[] {
    return problemsIn(this);
  }

  /** Whether it stands before another in the plan. */
  isBefore(other: Family): boolean {
    return this.document === other.document ? this.index < other.index : this.uri < other.uri;
  }

  /** As `recall` of an item, for what is computed of the family as a whole. */
  recall<T>(slot: number, compute: () => T): T {
    this.seen(FACET.judged);
    noteLook(this, this, FACET.judged);
    const known = this.memory?.[slot];
    // Each slot has one function that fills it, so that its values are of one type.
    if (known !== undefined) return known as T;
    const value = kept(computeFor(this, compute));
    (this.memory ??= familySlots.room())[slot] = value;
    return value;
  }

  piecesUnder(slot: number): ItemPieces | null {
    const { pieces } = this;
    if (pieces === null) return null;
    pieces.begin(slot);
    return (item, index, compute) => {
      // Of a KPI that has several headers the text of other families says something too.
      const alone = item instanceof ItemHandle && item.family === this && !isShared(item);
      return alone ? pieces.of(item, index, compute) : compute();
    };
  }

  forget(): void {
    if (this.pieces !== null) this.pieces = new Pieces(this);
    this.forgetAll();
    this.changed(FACET.judged);
  }

  private forgetAll(): void {
    this.memory = null;
    for (const handle of this.handles) handle.forget();
    this.document.outdated();
  }

  /** Forgets what changes of its text concern. */
  private forgetChanged(changes: Changes, facets: number): void {
    this.memory = null;
    for (const handle of this.handles) handle.forgetChanged(changes);
    this.linkage.drop(changes, facets);
    this.pieces?.changed(changes);
    this.document.outdated();
  }

  /** The items that stand below one of its objectives. */
  itemsBelow(objective: ItemHandle): readonly ItemHandle[] {
    if (this.below === null) {
      const below = new Map<number, ItemHandle[]>();
      this.draft.items.forEach((draft, index) => {
        const item = this.handles[index];
        if (draft.objective === null || item === undefined) return;
        const known = below.get(draft.objective);
        if (known) known.push(item);
        else below.set(draft.objective, [item]);
      });
      this.below = below;
    }
    return this.below.get(this.handles.indexOf(objective)) ?? [];
  }

  /** Takes on another text: items that are still there stay the same objects. */
  become(blocks: readonly Block[], draft: FamilyDraft): void {
    const before = this.handles;
    const left = new Set(before);
    const take = (fits: (item: ItemHandle) => boolean): ItemHandle | null => {
      for (const item of left) {
        if (!fits(item)) continue;
        left.delete(item);
        return item;
      }
      return null;
    };
    const same = draft.items.map((each) =>
      take((item) => item.kind === each.header.header && item.draft.part === each.part),
    );
    const items = draft.items.map(
      (each, index) => same[index] ?? take((item) => item.kind === each.header.header) ?? this.make(each),
    );
    const moved =
      left.size > 0 || items.length !== before.length || items.some((item, index) => item !== before[index]);
    const changes = new Changes();
    let [ofObjectives, ofOthers] = [0, 0];
    draft.items.forEach((each, index) => {
      const item = items[index];
      if (item === undefined) return;
      const between = facetsBetween(item.draft, each);
      if (between !== 0) changes.add(item, between);
      if (item.kind === 'objective') ofObjectives |= between;
      else ofOthers |= between;
      item.draft = each;
    });
    const facets = ofObjectives | ofOthers;
    // Then the facets say all that changed.
    const isClosed = !moved && !opensMore(this.draft) && !opensMore(draft);
    const isApart = isClosed && this.pieces !== null;
    if (before.length > 0) this.pieces ??= new Pieces(this);
    this.blocks = blocks;
    this.draft = draft;
    this.handles = items;
    this.below = null;
    if (moved || !isApart || !areRemarks(facets)) {
      this.tables.redrafted(this, isClosed ? facets : ALL_FACETS);
      if (!isClosed || areNames(facets)) this.naming.outdate();
    }
    if (isApart) this.forgetChanged(changes, facets);
    else {
      if (this.pieces !== null) this.pieces = new Pieces(this);
      this.linkage.drop();
      this.figures.drop();
      this.forgetAll();
    }
    const concerned = areRemarks(facets) && isApart ? FACET.judged : FACET.links | FACET.figures | FACET.judged;
    // Which key results an objective has is a side of it; names, cycles and status come down from it.
    ofObjectives |= ofOthers & FACET.frame;
    ofOthers |= ofObjectives & SHARED;
    this.changed(moved ? undefined : ofObjectives | below(ofOthers) | throughout(concerned));
  }

  /** Nothing of what it was computed from may be taken to hold: scopes or cycles changed. */
  renew(): void {
    this.tables.redrafted(this, ALL_FACETS);
    this.linkage.outdate();
    this.naming.outdate();
    this.changed();
  }

  leave(): void {
    this.isGone = true;
    this.tables.redrafted(this, ALL_FACETS);
    this.linkage.outdate();
    this.naming.outdate();
    this.changed();
  }

  private make(draft: ItemDraft): ItemHandle {
    switch (draft.header.header) {
      case 'objective':
        return new ObjectiveHandle(this, draft);
      case 'kr':
        return new KeyResultHandle(this, draft);
      case 'kpi':
        return new KpiHandle(this, draft);
    }
  }
}

/** Which sides of an item changed. */
function facetsBetween(before: ItemDraft, after: ItemDraft): number {
  if (before === after) return 0;
  let facets = 0;
  if (before.block !== after.block) facets |= FACET.place | FACET.anchor;
  if (before.header !== after.header) facets |= FACET.header | FACET.anchor;
  if (before.header.title.text !== after.header.title.text) facets |= FACET.title;
  if (
    before.part !== after.part ||
    before.header.id?.text !== after.header.id?.text ||
    before.header.number?.text !== after.header.number?.text
  ) {
    facets |= FACET.name;
  }
  if (
    before.objective !== after.objective ||
    scopeText(before) !== scopeText(after) ||
    cycleText(before.cycle) !== cycleText(after.cycle) ||
    before.values.during?.value.text !== after.values.during?.value.text
  ) {
    facets |= FACET.frame;
  }
  facets |= linesBetween(before, after);
  const [old, now] = [before.values, after.values];
  if (
    old.status?.status !== now.status?.status ||
    old.status?.why !== now.status?.why ||
    old.type !== now.type ||
    old.weight !== now.weight ||
    ((facets & FACET.journal) !== 0 && (before.traits.states || after.traits.states))
  ) {
    facets |= FACET.state;
  }
  return facets;
}

/** Whether it opens scopes or cycles, which its items rest on in other ways than by their own facets. */
function opensMore({ scopes, cycles }: FamilyDraft): boolean {
  return scopes.length + cycles.length > 0;
}

/** Whether it is one of several headers of a KPI. */
function isShared(item: ItemHandle): boolean {
  return item instanceof KpiHandle && item.openings.length > 1;
}

function scopeText({ scope }: ItemDraft): string {
  if (scope === null) return '';
  return scope === 'unknown' ? '?' : `:${scope.key}`;
}
