import type { FileContent } from './host.ts';
import type { Plan } from './model/plan.ts';
import type { Finding } from './rules/rule.ts';
import type { Config } from './rules/config.ts';
import type { Tree } from './syntax/tree.ts';

/** An edit of a whole document's text; offsets count UTF-16 units from its start. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

/**
 * The workspace at one moment. Immutable: requests answer from the snapshot they began with. `plan` and `findings` are
 * computed at first use and remembered.
 */
export interface Snapshot {
  readonly plan: Plan;
  readonly config: Config;
  /** URIs of all documents, sorted. */
  readonly uris: readonly string[];
  /** Null where the document is not known. */
  tree(uri: string): Tree | null;
  /** Findings of one document in the order of the text, errors of reading the file among them. */
  findings(uri: string): readonly Finding[];
}

/** The one door to the core: keeps the documents, and gives snapshots. */
export interface OkrService {
  /** Sets a document whole. Replaces what was there. */
  set(uri: string, content: FileContent): void;
  /** Applies edits one after another, each to the text that the one before it left. */
  edit(uri: string, edits: readonly TextEdit[]): void;
  remove(uri: string): void;
  configure(config: Config): void;
  setToday(day: string): void;
  snapshot(): Snapshot;
}
