import type { ItemHeader } from '../syntax/tree.ts';
import type { ItemDraft } from './drafts.ts';
import type { Family } from './family.ts';
import { cycleOf, notesOf, ownerOf, scopeOf, undeclared } from './items.ts';
import { hasReferences } from './item-values.ts';
import { objectiveKey } from './keys.ts';
import type { ItemLinks } from './link-items.ts';
import { linksOf, NO_LINKS } from './link-items.ts';
import { figureSlots, itemSlots, judgedSlots, kept } from './memory.ts';
import { peopleOf } from './people.ts';
import type {
  CycleOf,
  Item,
  ItemBase,
  JournalEntry,
  Note,
  OwnerOf,
  PersonUse,
  PlanProblem,
  Properties,
  ScopeOf,
  ToldEntry,
} from './plan.ts';
import { Piece, pieceOf } from './pieces.ts';
import type { Changes } from './pieces.ts';
import { below, computeFor, FACET, noteLook, passOn } from './tracking.ts';
import type { Tracked } from './tracking.ts';

/** What is computed of an item; handed on as it is, for most of what is asked for is known and needs no closure. */
type Compute<Of, Subject, T> = (of: Of, item: Subject) => T;

/**
 * An item of the plan, which stays the same object while its text changes: `draft` is what its file says now. Whoever reads
 * a field notes that it did, so that what was computed from it is computed again when it changes. What is computed of the
 * item itself is remembered until its family changes.
 */
export abstract class ItemHandle implements ItemBase {
  abstract readonly kind: Item['kind'];
  readonly family: Family;
  draft: ItemDraft;
  private memory: unknown[] | null = null;
  /** What is computed of it by looking at the plan as everybody does; pieces once the family was edited. */
  private judged: unknown[] | null = null;
  /** As `judged`, for how it stands. */
  private figures: unknown[] | null = null;

  constructor(family: Family, draft: ItemDraft) {
    this.family = family;
    this.draft = draft;
  }

  /** Notes that whoever computes now looks at these facets of it. */
  seen(facets: number): void {
    this.family.seen(this.kind === 'objective' ? facets : below(facets));
    noteLook(this.family, this, facets);
  }

  /** Notes a look at where it refers to. That it refers to nothing is what its properties say, whatever others are called. */
  protected seenLinks(): void {
    this.seen(hasReferences(this.draft.values) ? FACET.links | FACET.anchor : FACET.properties);
  }

  forget(): void {
    this.memory = null;
    this.judged = null;
  }

  forgetFigures(): void {
    this.figures = null;
  }

  /** Forgets what is not left by changes of the family's text. */
  forgetChanged(changes: Changes): void {
    this.memory = null;
    for (const known of [this.judged, this.figures]) {
      known?.forEach((piece, slot) => {
        if (!(piece instanceof Piece && changes.leaves(piece, this))) known[slot] = undefined;
      });
    }
  }

  /** As `recall`, for what others may look at. */
  recallJudged<Of, Subject, T>(slot: number, compute: Compute<Of, Subject, T>, of: Of, item: Subject): T {
    this.family.seen(FACET.judged);
    return this.recallPiece((this.judged ??= judgedSlots.room()), slot, this.family, compute, of, item);
  }

  /** As `recall`, for how it stands. */
  recallFigure<Of, Subject, T>(slot: number, compute: Compute<Of, Subject, T>, of: Of, item: Subject): T {
    this.family.seen(FACET.figures);
    return this.recallPiece((this.figures ??= figureSlots.room()), slot, this.family.figures, compute, of, item);
  }

  private recallPiece<Of, Subject, T>(
    known: unknown[],
    slot: number,
    part: Tracked,
    compute: Compute<Of, Subject, T>,
    of: Of,
    item: Subject,
  ): T {
    const before = known[slot];
    // Each slot has one function that fills it, so that its values are of one type.
    if (before instanceof Piece) {
      passOn(before);
      return before.value as T;
    }
    if (before !== undefined) return before as T;
    const work = (): T => kept(computeFor(part, () => compute(of, item)));
    if (!this.family.isEdited) {
      const value = work();
      known[slot] = value;
      return value;
    }
    const piece = pieceOf(this.family, this, work);
    known[slot] = piece;
    return piece.value;
  }

  /** Gives what was computed under this number, or computes it; what is looked at meanwhile is noted for the family. */
  recall<T>(slot: number, compute: (handle: this) => T): T {
    const known = this.memory?.[slot];
    // Each slot has one function that fills it, so that its values are of one type.
    if (known !== undefined) return known as T;
    const value = kept(computeFor(this.family, () => compute(this)));
    (this.memory ??= itemSlots.room())[slot] = value;
    return value;
  }

  get uri(): string {
    return this.family.uri;
  }
  get block(): ItemDraft['block'] {
    this.seen(FACET.place);
    return this.draft.block;
  }
  get header(): ItemHeader {
    this.seen(FACET.header | FACET.anchor);
    return this.draft.header;
  }
  get key(): string {
    this.seen(FACET.name);
    const { keys } = this.family.tables;
    const base = this.baseKey;
    const before = keys.placeIn(base, this);
    return before > 0 ? `${base}~${before + 1}` : base;
  }
  get id(): string | null {
    this.seen(FACET.name);
    return this.draft.header.id?.text ?? null;
  }
  get label(): string | null {
    this.seen(FACET.name);
    return this.draft.header.number?.text ?? null;
  }
  get title(): string {
    this.seen(FACET.title);
    return this.draft.header.title.text;
  }
  /** Its part of its key. */
  get part(): string {
    this.seen(FACET.name);
    return this.draft.part;
  }
  get scope(): ScopeOf {
    this.seen(FACET.frame);
    return scopeIn(this);
  }
  get cycle(): CycleOf {
    this.seen(FACET.frame);
    return ownCycleIn(this);
  }
  get properties(): Properties {
    this.seen(FACET.properties | FACET.anchor);
    return this.draft.properties;
  }
  get notes(): readonly Note[] {
    this.seen(FACET.body | FACET.anchor);
    return notesIn(this);
  }
  get journal(): readonly JournalEntry[] {
    this.seen(FACET.journal | FACET.anchor);
    return this.draft.journal;
  }
  get told(): readonly ToldEntry[] {
    this.seen(FACET.figures | FACET.anchor);
    return this.draft.journal;
  }
  get initiatives(): ItemDraft['initiatives'] {
    this.seen(FACET.body | FACET.anchor);
    return this.draft.initiatives;
  }
  get suppressions(): ItemDraft['suppressions'] {
    this.seen(FACET.body | FACET.anchor);
    return this.draft.suppressions;
  }
  get owner(): OwnerOf | null {
    this.seen(FACET.properties | FACET.anchor);
    return this.ownOwner;
  }
  get tags(): readonly string[] {
    this.seen(FACET.properties);
    return this.draft.values.tags;
  }
  get with(): readonly PersonUse[] {
    this.seen(FACET.properties | FACET.anchor);
    return withIn(this);
  }
  get weight(): number {
    this.seen(FACET.state);
    return this.draft.values.weight;
  }

  /** The item of the plan that it stands for. */
  abstract get self(): Item & ItemHandle;
  /** Whether its cycle is its own affair: that of a key result is its objective's. */
  get statesCycle(): boolean {
    return true;
  }
  /** The key before it is numbered. */
  get baseKey(): string {
    return objectiveKey(this.draft.part, this.scope, this.cycle);
  }
  get ownNotes(): readonly Note[] {
    return notesIn(this);
  }
  /** The owner that its own lines say. */
  get ownOwner(): OwnerOf | null {
    return ownerIn(this).owner;
  }
  /** Where its family refers to, and from where. */
  get links(): ItemLinks {
    return hasReferences(this.draft.values) ? this.family.linkage.of(this, () => linksOf(this)) : NO_LINKS;
  }
}

/** Computes something of an item once, until something it was computed from changes. */
export function derived<H extends ItemHandle, T>(compute: (handle: H) => T): (handle: H) => T {
  const slot = itemSlots.take();
  return (handle) => handle.recall(slot, compute);
}

const scopeIn = derived(({ draft, family }: ItemHandle) => scopeOf(draft, family.tables.scopes));
const ownCycleIn = derived(({ draft, family, uri }: ItemHandle) => cycleOf(uri, draft, family.tables.calendar));
const notesIn = derived(({ draft, uri }: ItemHandle) => notesOf(uri, draft));
const withIn = derived(({ draft, uri }: ItemHandle) => peopleOf(uri, draft.values.with));
const ownerIn = derived(({ draft, uri, family }: ItemHandle) => ownerOf(uri, draft, family.tables.scopes));

const NONE: readonly never[] = [];

/** What is wrong with an item's own values where they name scopes, people and cycles. */
export function ownProblems(handle: ItemHandle): readonly PlanProblem[] {
  const { problem } = ownerIn(handle);
  const during = handle.statesCycle ? undeclared(handle.uri, handle.draft, handle.family.tables.calendar) : null;
  if (problem === null && during === null) return NONE;
  return [problem, during].filter((each) => each !== null);
}
