import type { Family } from './family.ts';
import type { ItemHandle } from './item-handle.ts';
import type { ItemLinks } from './link-items.ts';
import type { Changes } from './pieces.ts';
import { ALL_FACETS, areNames, computeFor, FACET, throughout, Tracked } from './tracking.ts';

/** What the items of a family refer to. It outlasts changes of what is referred to that do not change where it is found. */
export class Linkage extends Tracked {
  private readonly family: Family;
  private readonly links = new Map<ItemHandle, ItemLinks>();

  constructor(family: Family) {
    super(family);
    this.family = family;
  }

  of(item: ItemHandle, compute: () => ItemLinks): ItemLinks {
    let known = this.links.get(item);
    if (known === undefined) {
      known = computeFor(this, compute);
      this.links.set(item, known);
    }
    return known;
  }

  forget(): void {
    this.drop();
    this.family.changed(throughout(FACET.links));
    this.family.figures.outdate();
  }

  /** As `outdate`, where all others hear of it in another way. What changes leave as it is may be kept. */
  drop(changes: Changes | null = null, facets = ALL_FACETS): void {
    if (changes === null) {
      this.lookAway();
      this.links.clear();
    } else for (const item of this.links.keys()) if (!changes.spares(item)) this.links.delete(item);
    if (areNames(facets) || (facets & FACET.properties) !== 0) this.family.tables.relinking.outdate(this.family);
  }
}

/** What the items of a family are found by. It outlasts changes of what they refer to. */
export class Naming extends Tracked {
  private readonly family: Family;

  constructor(family: Family) {
    super(family);
    this.family = family;
  }

  forget(): void {
    this.family.tables.renamed(this.family);
  }
}

/**
 * How the key results and KPIs of a family stand. It outlasts changes of what else is computed of the family, so that what a
 * supporter reports concerns what it supports, and no more.
 */
export class Figures extends Tracked {
  private readonly family: Family;

  constructor(family: Family) {
    super(family);
    this.family = family;
  }

  forget(): void {
    this.drop();
    this.family.changed(FACET.figures);
    this.family.outdate();
  }

  /** As `outdate`, where all others hear of it in another way. */
  drop(): void {
    this.lookAway();
    for (const handle of this.family.handles) handle.forgetFigures();
  }
}
