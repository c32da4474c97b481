import type { Item } from '../model/plan.ts';
import type { Snapshot } from '../service.ts';
import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import type { Change } from './changes.ts';

/** The kinds of actions besides quick fixes, as editors group and ask for them. */
export type OfferKind =
  'quickfix' | 'refactor.rewrite' | 'refactor.extract' | 'refactor.move' | 'source.fixAll.okr' | 'source.organizeOkr';

/** Something that may be done at a place. What it changes is worked out once it is chosen. */
export interface Offer {
  readonly title: Said;
  readonly kind: OfferKind;
  /** Why it cannot be done here, for editors that show it greyed out; it then changes nothing. */
  readonly refused?: Said;
  readonly changes: () => readonly Change[];
}

/** One refactoring: what it offers for an item, nothing where it makes no sense. */
export type Refactoring = (snapshot: Snapshot, item: Item) => readonly Offer[];

/** An offer that is shown and cannot be taken. */
export function refusal(title: Said, kind: OfferKind, refused: Said): Offer {
  return { title, kind, refused, changes: () => [] };
}

/** Why lines cannot be taken elsewhere. */
export const MIXED_LINES = said`Lines of another item stand below it, or its own below another.`;
export const HAS_DIRECTIVE = said`A directive is about it.`;
