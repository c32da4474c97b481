import type { Said } from '../syntax/said.ts';
import type { CheckInReading } from '../measure/check-in.ts';
import type { FiscalYear } from '../measure/periods.ts';
import type { Reference } from '../syntax/references.ts';
import type { PropertyName } from '../syntax/properties.ts';
import type {
  Block,
  DirectiveLine,
  EntryLine,
  HeaderLine,
  InitiativeLine,
  ItemHeader,
  PropertyLine,
  ScopeHeader,
  ScopeKind,
  Span,
  Tree,
} from '../syntax/tree.ts';

/**
 * The plan: all files of a workspace, linked. Nobody but its store changes it; figures (progress, scores, SMART) are computed
 * from it on demand by the functions beside this file, and remembered until what they were computed from changes.
 */

/** Where something stands: a span of a block of a file. The block is the one of the plan's own snapshot. */
export interface Place {
  readonly uri: string;
  readonly block: Block;
  readonly span: Span;
}

/** A period. `start` and `end` are ISO days, null for an id of its own that nobody declared. */
export interface Cycle {
  readonly name: string;
  readonly start: string | null;
  readonly end: string | null;
}

/** `null` where no cycle was stated, `unknown` after a cycle line that cannot be read. */
export type CycleOf = Cycle | 'unknown' | null;

/** A line that holds a property, and the block it stands in, which may be a later one than its item's. */
export interface PropertyUse {
  readonly line: PropertyLine;
  readonly block: Block;
}

export type Properties = ReadonlyMap<PropertyName, readonly PropertyUse[]>;

/** A reference as written, and what it leads to. Several `candidates` mean that it is ambiguous, none that it dangles. */
export interface Link<T> {
  readonly reference: Reference;
  readonly place: Place;
  readonly target: T | null;
  readonly candidates: readonly T[];
}

/** A person as written: a handle where `@` was used. `name` is the handle or the plain name. */
export interface PersonUse {
  readonly handle: string | null;
  readonly name: string;
  readonly place: Place;
}

/** A person of the workspace, with all places that name them. */
export interface Person {
  readonly handle: string | null;
  readonly name: string;
  readonly uses: readonly Place[];
}

/** Who answers for an item: a person, or a scope written instead of one. `inherited` where the objective's owner stands in. */
export type OwnerOf =
  | { readonly kind: 'person'; readonly person: PersonUse; readonly inherited: boolean }
  | { readonly kind: 'scope'; readonly scope: Scope; readonly place: Place; readonly inherited: boolean };

export type Status = 'draft' | 'active' | 'blocked' | 'postponed' | 'dropped' | 'closed';

/** The status that holds on the plan's day, where it comes from, and the text that says why. */
export interface StatusOf {
  readonly status: Status;
  readonly why: string | null;
  /** ISO day of the journal line that set it; null for a `status:` line or the default. */
  readonly since: string | null;
  readonly inherited: boolean;
}

/** A journal line with a day of the calendar. `line` counts in its block; `reading` is what the body says. */
export interface JournalEntry {
  readonly day: string;
  readonly line: EntryLine;
  readonly block: Block;
  readonly reading: CheckInReading;
}

type Unremarked<Reading> = Reading extends unknown ? Omit<Reading, 'remark' | 'remarkAt'> : never;

/** A journal line but for its remark: what figures are computed from. */
export interface ToldEntry extends Omit<JournalEntry, 'reading' | 'line'> {
  readonly line: Omit<EntryLine, 'body'> & { readonly body: Span };
  readonly reading: Unremarked<CheckInReading>;
}

export interface Note {
  readonly text: string;
  readonly place: Place;
}

export interface Initiative {
  readonly line: InitiativeLine;
  readonly block: Block;
}

/** `# okr-ignore …` that applies to one item. */
export interface Suppression {
  readonly line: DirectiveLine;
  readonly block: Block;
}

/**
 * One scope, opened once or several times, in one file or many. `key` is its id, lower case, unique in the workspace.
 * `headers` are all its openings; `parent` is null at the top of the cascade or where the parent is unknown.
 */
export interface Scope {
  readonly kind: ScopeKind;
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly headers: readonly { readonly uri: string; readonly block: Block; readonly header: ScopeHeader }[];
  readonly properties: Properties;
  readonly parentLink: Link<Scope> | null;
  readonly parent: Scope | null;
  readonly children: readonly Scope[];
  readonly lead: readonly PersonUse[];
  readonly members: readonly PersonUse[];
  /** The `north star` of a company. */
  readonly northStar: Link<Kpi> | null;
  readonly suppressions: readonly Suppression[];
  readonly objectives: readonly Objective[];
  readonly kpis: readonly Kpi[];
}

/** `null` where the file states no scope (the item belongs to the workspace), `unknown` after one that cannot be read. */
export type ScopeOf = Scope | 'unknown' | null;

export interface ItemBase {
  /** Unique in the plan and steady across edits elsewhere: scope, ids, cycle; numbered where several are alike. */
  readonly key: string;
  readonly uri: string;
  readonly block: Block;
  readonly header: ItemHeader;
  /** As written; null where the header has none. */
  readonly id: string | null;
  /** The number of a header such as "KR 1.4:"; a label, not an id. */
  readonly label: string | null;
  readonly title: string;
  readonly scope: ScopeOf;
  readonly cycle: CycleOf;
  readonly properties: Properties;
  readonly notes: readonly Note[];
  /** In order of day, later lines of a day last; entries whose date is no day are left out. */
  readonly journal: readonly JournalEntry[];
  /** The journal but for its remarks: who looks at this alone need not look again when a remark changes. */
  readonly told: readonly ToldEntry[];
  readonly initiatives: readonly Initiative[];
  readonly suppressions: readonly Suppression[];
  readonly owner: OwnerOf | null;
  readonly tags: readonly string[];
}

export interface Objective extends ItemBase {
  readonly kind: 'objective';
  readonly keyResults: readonly KeyResult[];
  readonly status: StatusOf;
  readonly type: 'committed' | 'aspirational' | null;
  readonly supports: readonly Link<Goal>[];
  readonly supportedBy: readonly Goal[];
  readonly continues: Link<Objective> | null;
  readonly weight: number;
  readonly with: readonly PersonUse[];
  readonly watchedBy: readonly Kpi[];
}

/** `objective` is null where none stands above it. Its supports are its own only; its objective's are the objective's. */
export interface KeyResult extends ItemBase {
  readonly kind: 'kr';
  readonly objective: Objective | null;
  readonly status: StatusOf;
  readonly supports: readonly Link<Goal>[];
  readonly supportedBy: readonly Goal[];
  readonly continues: Link<KeyResult> | null;
  readonly measures: Link<Kpi> | null;
  /** The entries of its journal where one of them moves its target, baseline or deadline; else none. */
  readonly moves: readonly JournalEntry[];
  readonly weight: number;
  readonly with: readonly PersonUse[];
}

/**
 * A KPI across all files that name it: one for each id of a scope. `cycle` is the one its first header stands in and does
 * not bound it; `declarations` are all its headers, files in the order of their URIs.
 */
export interface Kpi extends ItemBase {
  readonly kind: 'kpi';
  readonly declarations: readonly KpiDeclaration[];
  readonly watches: readonly Link<Objective>[];
  readonly measuredBy: readonly KeyResult[];
}

/** One header of a KPI. Its `target:` applies from the start of `cycle`. */
export interface KpiDeclaration {
  readonly uri: string;
  readonly block: Block;
  readonly header: ItemHeader;
  readonly cycle: CycleOf;
  readonly target: PropertyUse | null;
}

export type Goal = Objective | KeyResult;
export type Item = Objective | KeyResult | Kpi;

/**
 * A problem found while reading values and linking: rules 002 to 008, and 001 where only the context shows that a line is
 * no line of the language. `related` are other places that matter ("first declared here").
 */
export interface PlanProblem {
  readonly rule: 'OKR001' | 'OKR002' | 'OKR003' | 'OKR004' | 'OKR005' | 'OKR006' | 'OKR007' | 'OKR008';
  readonly severity: 'error' | 'warning' | 'hint';
  readonly message: Said;
  readonly place: Place;
  readonly related: readonly { readonly place: Place; readonly message: Said }[];
  readonly fixes: readonly PlanFix[];
}

/** A change of text over one or several blocks. `safe` means it is certain to be what was meant. */
export interface PlanFix {
  readonly title: Said;
  readonly safe: boolean;
  readonly edits: readonly { readonly place: Place; readonly newText: string }[];
}

/** A header and what it opened or reopened: a scope or an item, or neither where it is a cycle or opens nothing. */
export interface Opening {
  readonly block: Block;
  readonly header: HeaderLine;
  readonly subject: Scope | Item | null;
}

/**
 * Blocks of a file that belong together: an objective with all below it, or a header that stands alone. `items` are those
 * with a header in it; a KPI that several files declare is in a family of each.
 */
export interface PlanFamily {
  readonly uri: string;
  readonly blocks: readonly Block[];
  readonly items: readonly Item[];
  readonly openings: readonly Opening[];
  /** Its places where people are named. */
  readonly people: readonly PersonUse[];
  readonly problems: readonly PlanProblem[];
  /**
   * Gives what was computed of the family under a number that `newSlot` gave, or computes it: again only where something
   * that was looked at changed.
   */
  recall<T>(slot: number, compute: () => T): T;
  /**
   * For what is computed of the family item by item, anew each time under a number that `newSlot` gave: what was computed
   * before is given again where nothing changed that was looked at. Null where there is nothing from before.
   */
  piecesUnder(slot: number): ItemPieces | null;
}

/** Gives what was computed of an item under an index, or computes it. */
export type ItemPieces = <T>(item: Item, index: number, compute: () => T) => T;

/** One file of the workspace as the plan sees it. */
export interface PlanDocument {
  readonly uri: string;
  /** Counts the changes after which there may be something else to say of it. */
  readonly version: number;
  readonly tree: Tree;
  /** The stretches that are computed and judged by themselves, in the order of the text. */
  readonly families: readonly PlanFamily[];
  /** All its headers, in the order of the text. */
  readonly openings: readonly Opening[];
  /**
   * The scopes opened in it, in order, each once, and its items in the order of the text. A KPI of several files is an
   * item of the first of them only, so that every item is in one document.
   */
  readonly scopes: readonly Scope[];
  readonly items: readonly Item[];
  readonly fileSuppressions: readonly Suppression[];
  readonly problems: readonly PlanProblem[];
}

/** What of the configuration the plan depends on. */
export interface PlanSettings {
  readonly fiscalYear: FiscalYear;
  /** Folders, by URI, whose files have fiscal years of their own. */
  readonly foldersWithTheirOwn?: readonly { readonly folder: string; readonly fiscalYear: FiscalYear }[];
}

export interface Plan {
  /** ISO day. Entries after it are ignored. */
  readonly today: string;
  readonly settings: PlanSettings;
  readonly documents: ReadonlyMap<string, PlanDocument>;
  /** All scopes; those without parent are the tops of cascades. */
  readonly scopes: readonly Scope[];
  readonly objectives: readonly Objective[];
  readonly keyResults: readonly KeyResult[];
  readonly kpis: readonly Kpi[];
  readonly cycles: readonly Cycle[];
  /** By key. */
  readonly items: ReadonlyMap<string, Item>;
  /** Everyone named anywhere, handles first, each once. */
  readonly people: readonly Person[];
}
