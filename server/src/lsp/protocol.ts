/** The custom messages between the server and its editors. Only this file is shared with the client. */

/** Settings that a client hands over at `initialize`. */
export interface InitializationOptions {
  /** ISO day to take for today; the machine's own day where it is absent. */
  readonly asOf?: string;
  /** The client has the commands SHOW_REFERENCES and CHECK_IN; without it, code lenses only tell. */
  readonly commands?: boolean;
}

/** A place in a file, as LSP counts it: lines and UTF-16 characters from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface SourceRange {
  readonly start: Position;
  readonly end: Position;
}

export type CascadeKind =
  'company' | 'department' | 'team' | 'person' | 'workspace' | 'objective' | 'kr' | 'kpi' | 'group';

/**
 * A node of the cascade. `id` is steady across edits elsewhere. `score` is 0–1 or null. `children` are in the order of
 * the plan: a scope's objectives, then its KPIs, then its child scopes; an objective's key results, then its supporters.
 * `reference` is true where the node stands a second time, under what it supports.
 */
export interface CascadeNode {
  readonly id: string;
  readonly kind: CascadeKind;
  readonly label: string;
  readonly name: string | null;
  readonly score: number | null;
  readonly grade: 'red' | 'yellow' | 'green' | null;
  readonly pace: 'ahead' | 'on track' | 'at risk' | 'behind' | 'reached' | 'missed' | null;
  readonly owner: string | null;
  readonly cycle: string | null;
  readonly status: 'draft' | 'active' | 'blocked' | 'postponed' | 'dropped' | 'closed' | null;
  readonly orphan: boolean;
  readonly reference: boolean;
  readonly tooltip: string;
  readonly uri: string | null;
  readonly range: SourceRange | null;
  readonly children: readonly CascadeNode[];
}

export interface CascadeParams {
  /** Only items of this cycle, by name, where given. */
  readonly cycle?: string;
  /** Only items that this person or scope owns, and what they hang on, where given. */
  readonly owner?: string;
}

export interface CascadeResult {
  readonly roots: readonly CascadeNode[];
  readonly cycles: readonly string[];
  readonly owners: readonly string[];
}

/** Request: the cascade of the workspace. */
export const CASCADE_REQUEST = 'okr/cascade';

export interface StatusParams {
  readonly uri: string;
}

/** The file at hand, for the status bar. `score` is the mean of its objectives' scores, 0–1, null where none has one. */
export interface StatusResult {
  readonly objectives: number;
  readonly keyResults: number;
  readonly score: number | null;
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number; readonly hint: number };
  /** Path of the configuration that applies, relative to the workspace; null where the defaults do. */
  readonly config: string | null;
  /** True where the configuration leaves the file out: nothing is said of it. */
  readonly ignored: boolean;
}

/** Request: the status of a file; null where it is not known. */
export const STATUS_REQUEST = 'okr/status';

/** A question of a language model: the tool's name, and its inputs as they came. */
export interface ToolParams {
  readonly name: string;
  readonly input: unknown;
}

/** `failed` where the tool could not do what was asked; the text then says why and the way out. */
export interface ToolResult {
  readonly text: string;
  readonly failed: boolean;
}

/** Request: the answer of one of the read-only tools for language models. */
export const TOOL_REQUEST = 'okr/tool';

/** Notification from the server: the plan changed, views should ask again. Sent at most ten times a second. */
export const PLAN_CHANGED = 'okr/planChanged';

/**
 * The files of a workspace that is not on the server's own disk (a repository on the web, a browser) are read through the
 * editor: the server asks these three of its client. URIs are as the client writes them.
 */
export interface ListFilesParams {
  readonly folder: string;
}

/** All `.okr` and `.gitignore` files at or below the folder, ignored ones too. `complete` is false where it was too large. */
export interface ListFilesResult {
  readonly files: readonly string[];
  readonly complete: boolean;
}

/** Request from the server: the files of a folder. */
export const LIST_FILES_REQUEST = 'okr/fs/list';

export interface FileParams {
  readonly uri: string;
}

/** `size` in bytes. */
export interface FileStat {
  readonly kind: 'file' | 'folder';
  readonly size: number;
}

/** Request from the server: what is at a URI; null where there is nothing. */
export const STAT_FILE_REQUEST = 'okr/fs/stat';

/** The bytes of a file in base64, or in plain words why it cannot be read. */
export type ReadFileResult = { readonly base64: string } | { readonly problem: string };

/** Request from the server: the content of a file. */
export const READ_FILE_REQUEST = 'okr/fs/read';

/** Command of the client behind a code lens: shows locations in a peek. Arguments: URI, position, locations. */
export const SHOW_REFERENCES = 'okr.showReferences';

/** Command of the client behind a code lens: writes today's check-in. Argument: the key of an objective. */
export const CHECK_IN = 'okr.checkIn';

export interface CheckInParams {
  /** The key of an objective. */
  readonly key: string;
}

/**
 * Where today's check-in of a key result goes: `newText` into `position`. The level in it, the last one to type over, ends
 * `back` characters before the end of that line and is `selected` characters long, none where no level is known.
 */
export interface CheckInPlace {
  readonly title: string;
  /** How it stands, in a few words. */
  readonly detail: string;
  readonly uri: string;
  readonly position: Position;
  readonly newText: string;
  readonly back: number;
  readonly selected: number;
}

/** Request: the places for today's check-ins of an objective's key results; null where there is no such objective. */
export const CHECK_IN_REQUEST = 'okr/checkInPlaces';
