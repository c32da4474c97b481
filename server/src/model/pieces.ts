import type { ItemHandle } from './item-handle.ts';
import { areRemarks, computeLooking, FACET, passOn } from './tracking.ts';
import type { Look, Tracked } from './tracking.ts';

/** What was computed of one item, and what was looked at meanwhile. */
export class Piece<T = unknown> implements Look {
  readonly whole: Tracked;
  readonly subject: object;
  readonly mine: number;
  readonly others: number;
  readonly value: T;

  constructor({ whole, subject, mine, others }: Look, value: T) {
    this.whole = whole;
    this.subject = subject;
    this.mine = mine;
    this.others = others;
    this.value = value;
  }
}

/** Facets of an item that may follow from what another of its family says. */
export const SHARED = FACET.name | FACET.frame | FACET.state;
/** Where more items changed than this, each is taken to have changed as all of them did. */
const FEW = 8;

/** What changed in the text of a family while its items stayed, and which pieces of work that concerns. */
export class Changes {
  private readonly byItem = new Map<ItemHandle, number>();
  private all = 0;

  add(item: ItemHandle, facets: number): void {
    const concerned = areRemarks(facets) ? facets : facets | FACET.links;
    this.byItem.set(item, (this.byItem.get(item) ?? 0) | concerned);
    this.all |= concerned;
  }

  addAll({ byItem }: Changes): void {
    for (const [item, facets] of byItem) this.add(item, facets);
  }

  /** Whether what the item itself says stands, and what follows for it from what others say. */
  spares(item: ItemHandle): boolean {
    return (this.all & SHARED) === 0 && !this.byItem.has(item);
  }

  /** Whether a piece that was computed of an item holds. */
  leaves({ mine, others }: Look, item: ItemHandle): boolean {
    const shared = FACET.judged | ((this.all & SHARED) === 0 ? 0 : (this.all & SHARED) | FACET.links);
    if ((mine & ((this.byItem.get(item) ?? 0) | shared)) !== 0) return false;
    if ((others & (this.all | shared)) === 0) return true;
    if (this.byItem.size > FEW) return false;
    let rest = shared;
    for (const [other, facets] of this.byItem) if (other !== item) rest |= facets;
    return (others & rest) === 0;
  }
}

const NONE = new Map<ItemHandle, never>();

/** Most rules find nothing: it stands, wherever in the plan the lines are that they looked at. */
function holdsNoPlace(value: unknown): boolean {
  return typeof value !== 'object' || value === null || (Array.isArray(value) && value.length === 0);
}

/** Computes a piece of an item, and notes what it looks at. */
export function pieceOf<T>(whole: Tracked, item: ItemHandle, compute: () => T): Piece<T> {
  const look: Look = { whole, subject: item, mine: 0, others: 0 };
  const value = computeLooking(look, compute);
  if (holdsNoPlace(value)) {
    look.mine &= ~FACET.anchor;
    look.others &= ~FACET.anchor;
  }
  passOn(look);
  return new Piece(look, value);
}

/**
 * What is computed of each item of a family, piece by piece, such as what each rule says of it. Where nothing but the text
 * of the family changed, pieces stay that looked at none of the facets that changed.
 */
export class Pieces {
  private readonly family: Tracked;
  private slot: number | null = null;
  private before: ReadonlyMap<ItemHandle, readonly (Piece | undefined)[]> = NONE;
  private now = new Map<ItemHandle, (Piece | undefined)[]>();
  /** What changed since `before` was computed. */
  private changes = new Changes();
  /** What changed since `now` began. */
  private newer = new Changes();

  constructor(family: Tracked) {
    this.family = family;
  }

  changed(changes: Changes): void {
    this.newer.addAll(changes);
  }

  /** Begins to compute all pieces anew. Of pieces that were computed under another number none stands. */
  begin(slot: number): void {
    this.before = this.slot === slot ? this.now : NONE;
    this.changes = this.newer;
    this.now = new Map();
    this.newer = new Changes();
    this.slot = slot;
  }

  /** The piece with this index that is computed of an item: `compute` looks at the plan, and at nothing else that changes. */
  of<T>(item: ItemHandle, index: number, compute: () => T): T {
    const known = this.before.get(item)?.[index];
    let pieces = this.now.get(item);
    if (pieces === undefined) this.now.set(item, (pieces = []));
    const stands = known !== undefined && this.changes.leaves(known, item);
    const piece = stands ? known : pieceOf(this.family, item, compute);
    pieces[index] = piece;
    // Each index has one function that fills it, so that its values are of one type.
    return piece.value as T;
  }
}
