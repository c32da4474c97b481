import type { Said } from './said.ts';
import type { PropertyName } from './properties.ts';

/**
 * The tree of a file. A document is a list of blocks; a block is a header line with the lines below it, up to the next
 * header, and the comments directly above it. Every position inside a block counts UTF-16 units from the start of the
 * block's own text, so that a block which did not change is the same object after an edit elsewhere.
 */

/** A stretch of a block's text, end exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A piece of the text with its place. */
export interface Text extends Span {
  readonly text: string;
}

export type ScopeKind = 'company' | 'department' | 'team' | 'person';
export type ItemKind = 'objective' | 'kr' | 'kpi';
export type HeaderKind = ScopeKind | ItemKind | 'cycle';

/**
 * What all lines have. `from` to `to` is the line with its line break; `end` is where its content ends, before the break;
 * `indent` is the width of the leading white space in characters (a tab is one); `content` is where the text begins after
 * white space, bullets, heading marks and tags were dropped.
 */
export interface LineBase extends Span {
  readonly end: number;
  readonly indent: number;
  readonly content: number;
}

export interface BlankLine extends LineBase {
  readonly kind: 'blank';
}

export interface CommentLine extends LineBase {
  readonly kind: 'comment';
}

/** `# okr-ignore RULE …: REASON`, for the next item or, with `wholeFile`, for the file. `reason` is null where missing. */
export interface DirectiveLine extends LineBase {
  readonly kind: 'directive';
  readonly wholeFile: boolean;
  readonly rules: readonly Text[];
  readonly reason: Text | null;
}

/** `> text`; `body` is what follows the mark. */
export interface NoteLine extends LineBase {
  readonly kind: 'note';
  readonly body: Text;
}

interface HeaderBase extends LineBase {
  readonly kind: 'header';
  /** The keyword as written. */
  readonly keyword: Text;
  /** True where the line is not as the grammar has it, but opens its item all the same; a problem says how. */
  readonly faulty: boolean;
  /** True where the item comes from a bullet under a plural label ("Key Results:"); `keyword` is then empty. */
  readonly fromList: boolean;
}

/** `company`, `department`, `team` or `person`. */
export interface ScopeHeader extends HeaderBase {
  readonly header: ScopeKind;
  readonly id: Text | null;
  readonly title: Text | null;
}

/**
 * `objective`, `kr` or `kpi`. `number` is a label such as the 1.4 of "KR 1.4:", which is no id. `stated` is a score found
 * behind the title ("=> 70%"), already taken off `title`. `priority` comes from a dropped tag such as [P1].
 */
export interface ItemHeader extends HeaderBase {
  readonly header: ItemKind;
  readonly id: Text | null;
  readonly number: Text | null;
  readonly title: Text;
  readonly stated: Text | null;
  readonly priority: Text | null;
  /** What stands between the brackets of a check box under a plural label, a blank or an `x`; null for other headers. */
  readonly box: Text | null;
}

/** `cycle NAME [: START to END]`. `name` is null where none could be read: the period is then unknown. */
export interface CycleHeader extends HeaderBase {
  readonly header: 'cycle';
  readonly name: Text | null;
  readonly start: Text | null;
  readonly until: Text | null;
}

export type HeaderLine = ScopeHeader | ItemHeader | CycleHeader;

/** A plural label alone on its line: "Key Results:". The bullets under it are items of `items`. */
export interface LabelLine extends LineBase {
  readonly kind: 'label';
  readonly items: ItemKind;
}

/**
 * `name: value`. `property` is null where the name is no property of the language (a problem says so); `name` is as
 * written. `value` is the rest of the line, trimmed, perhaps empty; `parts` is the same split at list commas.
 */
export interface PropertyLine extends LineBase {
  readonly kind: 'property';
  readonly property: PropertyName | null;
  readonly name: Text;
  readonly value: Text;
  readonly parts: readonly Text[];
}

/** A journal line `DATE: body`. `date` is as written and may be no day of the calendar (30 February). */
export interface EntryLine extends LineBase {
  readonly kind: 'entry';
  readonly date: Text;
  readonly body: Text;
}

/** `[ ] text` or `[x] text`; people named with @ in the text are `people`. */
export interface InitiativeLine extends LineBase {
  readonly kind: 'initiative';
  readonly done: boolean;
  /** The character between the brackets. */
  readonly box: Span;
  readonly body: Text;
  readonly people: readonly Text[];
}

/** A line that is no line of the language. */
export interface ErrorLine extends LineBase {
  readonly kind: 'error';
}

export type Line =
  | BlankLine
  | CommentLine
  | DirectiveLine
  | NoteLine
  | HeaderLine
  | LabelLine
  | PropertyLine
  | EntryLine
  | InitiativeLine
  | ErrorLine;

/** A change of one block's text; spans count from the block's start. */
export interface BlockEdit extends Span {
  readonly newText: string;
}

/** A way to mend a problem. `safe` means it is certain to be what was meant. */
export interface ProblemFix {
  readonly title: Said;
  readonly safe: boolean;
  readonly edits: readonly BlockEdit[];
}

/** Something wrong with the text itself, found without looking outside the block. */
export interface Problem extends Span {
  readonly rule: 'OKR001' | 'OKR002';
  readonly severity: 'error' | 'warning' | 'hint';
  readonly message: Said;
  readonly fixes: readonly ProblemFix[];
}

/**
 * A block. `text` is all its characters; `lines` covers them without gap or overlap. `header` is the line that opens it:
 * null in the preamble before the first header. A block under a plural label has the label as its header and one item
 * line per bullet.
 */
export interface Block {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly header: HeaderLine | LabelLine | null;
  readonly problems: readonly Problem[];
}

/** A parsed file. The texts of its blocks, one after another, are the file. */
export interface Tree {
  readonly blocks: readonly Block[];
}
