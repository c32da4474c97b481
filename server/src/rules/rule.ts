import type { Item, Place, Plan, PlanDocument, PlanFix } from '../model/plan.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';
export type Setting = Severity | 'off';

/** A value that a message names. */
export type Argument = string | number;

/** What a rule reports. Offsets of `place` count from its block's start. */
export interface Report {
  /** One of the rule's `messages`. */
  readonly message: string;
  readonly args: Readonly<Record<string, Argument>>;
  readonly place: Place;
  /** Overrides the rule's severity, where one rule has milder cases. */
  readonly severity?: Severity;
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
  readonly fixes?: readonly PlanFix[];
  /** The words of the text that the finding rests on, for `--explain` and the hover. */
  readonly because?: readonly { readonly text: string; readonly says: string }[];
  /** `faded` for what is dropped or needless, as editors show it. */
  readonly tag?: 'faded';
}

/** What a rule may look at besides its item. Options are the rule's own, defaults filled in. */
export interface RuleContext<Options> {
  readonly plan: Plan;
  readonly document: PlanDocument;
  readonly options: Options;
}

/** An option of a rule: its default, its lowest sensible value where it is a number, and one line on what it does. */
export interface RuleOption {
  readonly default: number | boolean | string | readonly string[];
  readonly says: string;
  readonly minimum?: number;
}

/** Which SMART letter a rule's finding belongs to, where it belongs to one. */
export type RuleGroup = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * One rule. `messages` are templates with `{name}` for arguments. `check` is pure and looks at one item; a rule over a
 * document (`on: 'document'`) gets the document. `old` says whether it still speaks on dropped, postponed and closed
 * items and on cycles ended more than 31 days ago; `drafts` whether it speaks on drafts. `insteadOf` lists rules that stay
 * silent on an item where this one spoke.
 */
export interface Rule<Options extends Readonly<Record<string, RuleOption['default']>> = Readonly<Record<string, never>>> {
  readonly code: string;
  readonly name: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly on: readonly Item['kind'][] | 'document';
  readonly says: string;
  readonly why: string;
  readonly sources: readonly string[];
  readonly bad: string;
  readonly good: string;
  readonly messages: Readonly<Record<string, string>>;
  readonly options?: { readonly [K in keyof Options]: RuleOption & { readonly default: Options[K] } };
  readonly old?: boolean;
  readonly drafts?: boolean;
  readonly insteadOf?: readonly string[];
  readonly check: (subject: Item | PlanDocument, context: RuleContext<Options>) => readonly Report[];
}

/** A report with its rule, its severity after configuration, and its message written out. */
export interface Finding {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  readonly fixes: readonly PlanFix[];
  readonly because: readonly { readonly text: string; readonly says: string }[];
  readonly tag: 'faded' | null;
  /** Key of the item it is about, null for a document's. */
  readonly item: string | null;
}
