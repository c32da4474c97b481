import type { FileContent } from './host.ts';
import { buildPlan } from './model/build.ts';
import type { Plan } from './model/plan.ts';
import type { Config } from './rules/config.ts';
import { DEFAULT_CONFIG } from './rules/parse-config.ts';
import type { Finding } from './rules/rule.ts';
import { findingsOf } from './rules/run.ts';
import { edited, findingAbout, sourceOf, textOf } from './source.ts';
import type { Source } from './source.ts';
import type { TextEdit } from './syntax/blocks.ts';
import type { Tree } from './syntax/tree.ts';

export type { TextEdit } from './syntax/blocks.ts';

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
  /** Applies edits one after another, each to the text that the one before it left. Unknown documents stay unknown. */
  edit(uri: string, edits: readonly TextEdit[]): void;
  remove(uri: string): void;
  /** The text of a document as it is now; null where it is not known. */
  text(uri: string): string | null;
  /** The tree of a document as it is now, without the cost of a snapshot; null where it is not known. */
  tree(uri: string): Tree | null;
  configure(config: Config): void;
  setToday(day: string): void;
  /** The same object as long as nothing was changed. */
  snapshot(): Snapshot;
}

/** A service without documents, with the default configuration. Its day must be set before the first snapshot. */
export function createOkrService(): OkrService {
  const sources = new Map<string, Source>();
  let config = DEFAULT_CONFIG;
  let today: string | null = null;
  let current: Snapshot | null = null;
  return {
    set(uri, content) {
      sources.set(uri, sourceOf(content));
      current = null;
    },
    edit(uri, edits) {
      const source = sources.get(uri);
      if (source === undefined) return;
      sources.set(uri, edited(source, edits));
      current = null;
    },
    remove(uri) {
      if (sources.delete(uri)) current = null;
    },
    text(uri) {
      const source = sources.get(uri);
      return source === undefined ? null : textOf(source);
    },
    tree: (uri) => sources.get(uri)?.tree ?? null,
    configure(next) {
      config = next;
      current = null;
    },
    setToday(day) {
      if (day !== today) current = null;
      today = day;
    },
    snapshot() {
      if (today === null) throw new Error('The day must be set before a snapshot is taken.');
      current ??= snapshotOf([...sources].sort(byUri), config, today);
      return current;
    },
  };
}

function snapshotOf(entries: readonly (readonly [string, Source])[], config: Config, today: string): Snapshot {
  const sources = new Map(entries);
  const found = new Map<string, readonly Finding[]>();
  let plan: Plan | null = null;
  const planNow = (): Plan => {
    const trees = (): ReadonlyMap<string, Tree> => new Map(entries.map(([uri, { tree }]) => [uri, tree]));
    return (plan ??= buildPlan(trees(), { fiscalYear: config.fiscalYear }, today));
  };
  return {
    config,
    uris: entries.map(([uri]) => uri),
    get plan() {
      return planNow();
    },
    tree: (uri) => sources.get(uri)?.tree ?? null,
    findings(uri) {
      const source = sources.get(uri);
      if (source === undefined) return [];
      let findings = found.get(uri);
      if (findings === undefined) {
        const about = findingAbout(uri, source);
        findings = about === null ? findingsOf(planNow(), uri, config) : [about];
        found.set(uri, findings);
      }
      return findings;
    },
  };
}

function byUri([a]: readonly [string, Source], [b]: readonly [string, Source]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
