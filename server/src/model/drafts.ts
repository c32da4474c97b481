import type { Block, CycleHeader, HeaderLine, ItemHeader, ScopeHeader } from '../syntax/tree.ts';
import type { NoteFact } from './facts.ts';
import type { ItemValues } from './item-values.ts';
import type { JournalTraits } from './journal.ts';
import type { LocalProblem } from './local-problem.ts';
import type { Initiative, JournalEntry, Properties, Suppression } from './plan.ts';

/** One opening of a scope, as its file has it. `key` is its id or its title's slug, as `idKey` has it; never empty. */
export interface ScopeDraft {
  readonly key: string;
  readonly header: ScopeHeader;
  readonly block: Block;
  readonly properties: Properties;
  readonly values: ItemValues;
  readonly suppressions: readonly Suppression[];
}

/**
 * An item as its file has it: everything but what other files decide. `scope` and `cycle` are the headers it stands
 * under; `objective` is the index, among the family's items, of the one a key result stands below. `part` is its part of its
 * key.
 */
export interface ItemDraft {
  readonly header: ItemHeader;
  readonly block: Block;
  readonly scope: ScopeDraft | 'unknown' | null;
  readonly cycle: CycleHeader | 'unknown' | null;
  readonly objective: number | null;
  readonly part: string;
  readonly properties: Properties;
  readonly values: ItemValues;
  readonly notes: readonly NoteFact[];
  readonly journal: readonly JournalEntry[];
  readonly traits: JournalTraits;
  readonly initiatives: readonly Initiative[];
  readonly suppressions: readonly Suppression[];
}

/** A header of a file and what it opens, an item by its index: nothing where it is a cycle or cannot be read as a scope. */
export interface OpeningDraft {
  readonly header: HeaderLine;
  readonly block: Block;
  readonly item: number | null;
  readonly scope: ScopeDraft | null;
}

/** All that a family says, before it is linked with others. */
export interface FamilyDraft {
  readonly items: readonly ItemDraft[];
  readonly scopes: readonly ScopeDraft[];
  readonly cycles: readonly { readonly header: CycleHeader; readonly block: Block }[];
  readonly openings: readonly OpeningDraft[];
  readonly fileSuppressions: readonly Suppression[];
  readonly problems: readonly LocalProblem[];
}
