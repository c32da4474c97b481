import type { FileContent } from './host.ts';
import { buildPlan } from './model/build.ts';
import { fileNamesOf, filesNamed } from './model/file-names.ts';
import type { FileNames, NamesAsked } from './model/file-names.ts';
import type { Plan, PlanSettings } from './model/plan.ts';
import { createPlanStore } from './model/plan-store.ts';
import type { PlanStore } from './model/plan-store.ts';
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
 * The workspace at one moment. Immutable: requests answer from the snapshot they began with. The newest one shares its plan
 * with the service, which brings it up to date by difference; one that was overtaken links its own trees anew where it is
 * asked for more.
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
  /** Whether findings of the document take long, for many others refer to what changed and are to be linked again first. */
  isBehind(uri: string): boolean;
  /**
   * What `look` sees of the plan as it would be with other trees of some documents. Only `look` sees it: the plan and all in
   * it are as they were again afterwards.
   */
  supposing<T>(trees: ReadonlyMap<string, Tree>, look: (plan: Plan) => T): T;
}

/** The one door to the core: keeps the documents, and gives snapshots. */
export interface OkrService {
  /** Sets a document whole. Replaces what was there. */
  set(uri: string, content: FileContent): void;
  /** Applies edits one after another, each to the text that the one before it left. Unknown documents stay unknown. */
  edit(uri: string, edits: readonly TextEdit[]): void;
  remove(uri: string): void;
  /** Takes a file on that becomes part of the plan with `joining`. Until then it is known by the names in its headers. */
  later(uri: string, content: FileContent): void;
  /** Whether a document is part of the plan, or waits to be. */
  has(uri: string): boolean;
  /**
   * Makes the waiting files part of the plan in which these names may be declared. False where those are too many or it is not
   * certain which they are: then the names lead where they lead in the whole plan only after `joining`.
   */
  bring(asked: NamesAsked): boolean;
  /** Makes all waiting files part of the plan, in short steps between which anything may be asked and changed. */
  joining(): Iterator<void>;
  /** The text of a document as it is now; null where it is not known. */
  text(uri: string): string | null;
  /** The tree of a document as it is now, without the cost of a snapshot; null where it is not known. */
  tree(uri: string): Tree | null;
  configure(config: Config): void;
  setToday(day: string): void;
  /** The same object as long as nothing was changed. */
  snapshot(): Snapshot;
}

/** With more files than this at hand, a question waits for the whole plan rather than bring some more. */
const FEW_FILES = 64;

/** What the service has, shared with its newest snapshot. */
interface Workspace {
  readonly sources: Map<string, Source>;
  /** URIs of `sources`, sorted. */
  uris: readonly string[];
}

/** A snapshot and what it takes to keep it true while the service moves on. */
interface Held {
  readonly snapshot: Snapshot;
  /** The source of a document at the snapshot's time. */
  sourceOf(uri: string): Source | null;
  /** Notes what a document was before the first change after the snapshot. */
  keep(uri: string, source: Source | null): void;
  /** From now on what was not kept is as the next snapshot has it. */
  overtake(next: Held): void;
}

/** A service without documents, with the default configuration. Its day must be set before the first snapshot. */
export function createOkrService(): OkrService {
  const workspace: Workspace = { sources: new Map(), uris: [] };
  const { sources } = workspace;
  let config = DEFAULT_CONFIG;
  let today: string | null = null;
  let store: PlanStore | null = null;
  /** Documents whose tree the store does not have yet. */
  let behind = new Set<string>();
  let current: Held | null = null;
  /** The last snapshot, until the next one takes over from it. */
  let last: Held | null = null;
  /** Files that were read and are no part of the plan yet, and the names by which each is known. */
  const waiting = new Map<string, FileContent>();
  const names = new Map<string, FileNames>();
  /** What changed since the plan of all files began to be built beside the one that answers. */
  let meanwhile = new Set<string>();

  const outdate = (uri: string): void => {
    last?.keep(uri, sources.get(uri) ?? null);
    behind.add(uri);
    meanwhile.add(uri);
    current = null;
  };
  const put = (uri: string, source: Source): void => {
    if (sources.get(uri) === source) return;
    outdate(uri);
    if (!sources.has(uri)) workspace.uris = [];
    sources.set(uri, source);
  };
  const join = (uri: string, source: Source): void => {
    waiting.delete(uri);
    names.delete(uri);
    put(uri, source);
  };
  function* joining(): Iterator<void> {
    const parsed: (readonly [string, FileContent, Source])[] = [];
    for (const [uri, content] of waiting) {
      parsed.push([uri, content, sourceOf(content)]);
      yield;
    }
    const settings = settingsOf(config);
    // What joins many others joins their plan; many files that join a few have theirs built beside it.
    const beside =
      today !== null && parsed.length > sources.size ? { store: createPlanStore(settings, today), day: today } : null;
    const changed = (meanwhile = new Set());
    if (beside !== null) {
      for (const [uri, { tree }] of [...sources]) beside.store.set(uri, tree);
      for (const [uri, , { tree }] of parsed) {
        beside.store.set(uri, tree);
        yield;
      }
      yield* beside.store.settling(store?.asked() ?? []);
    }
    const known = new Set(changed);
    for (const [uri, content, source] of parsed) {
      if (waiting.get(uri) === content) join(uri, source);
      else known.add(uri);
    }
    if (beside === null || beside.day !== today || !isSame(settings, settingsOf(config))) return;
    store = beside.store;
    behind = known;
  }
  /** The store with all that changed since it was last asked for. */
  const upToDate = (day: string): PlanStore => {
    if (store === null) {
      store = createPlanStore(settingsOf(config), day);
      behind = new Set(sources.keys());
    }
    for (const uri of behind) {
      const source = sources.get(uri);
      if (source === undefined) store.remove(uri);
      else store.set(uri, source.tree);
    }
    behind.clear();
    return store;
  };
  return {
    set: (uri, content) => join(uri, sourceOf(content)),
    later(uri, content) {
      if (sources.has(uri)) return;
      waiting.set(uri, content);
      if (content.kind === 'text') names.set(uri, fileNamesOf(content.text));
      else names.delete(uri);
    },
    has: (uri) => sources.has(uri) || waiting.has(uri),
    bring(asked) {
      // Where folders have fiscal years of their own, a cycle's name may mean other days in each file.
      if ((config.foldersWithTheirOwn ?? []).length > 0) return waiting.size === 0;
      while (waiting.size > 0 && sources.size <= FEW_FILES) {
        const trees = [...sources.values()].map(({ tree }) => tree);
        const found = filesNamed(asked, names, trees).flatMap((uri) => {
          const content = waiting.get(uri);
          return content === undefined ? [] : [[uri, content] as const];
        });
        if (found.length === 0) return true;
        if (found.length > FEW_FILES) return false;
        for (const [uri, content] of found) join(uri, sourceOf(content));
      }
      return waiting.size === 0;
    },
    joining,
    edit(uri, edits) {
      const source = sources.get(uri);
      if (source !== undefined) put(uri, edited(source, edits));
    },
    remove(uri) {
      waiting.delete(uri);
      names.delete(uri);
      if (!sources.has(uri)) return;
      outdate(uri);
      sources.delete(uri);
      workspace.uris = [];
    },
    text(uri) {
      const source = sources.get(uri);
      return source === undefined ? null : textOf(source);
    },
    tree: (uri) => sources.get(uri)?.tree ?? null,
    configure(next) {
      const before = settingsOf(config);
      config = next;
      current = null;
      if (!isSame(before, settingsOf(next))) store = null;
    },
    setToday(day) {
      if (day === today) return;
      today = day;
      store = null;
      current = null;
    },
    snapshot() {
      if (today === null) throw new Error('The day must be set before a snapshot is taken.');
      if (current !== null) return current.snapshot;
      const day = today;
      if (workspace.uris.length !== sources.size) workspace.uris = [...sources.keys()].sort();
      const mine: Held = heldSnapshot(workspace, config, day, () => (current === mine ? upToDate(day) : null));
      last?.overtake(mine);
      last = mine;
      current = mine;
      return mine.snapshot;
    },
  };
}

function isSame(a: PlanSettings, b: PlanSettings): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function settingsOf({ fiscalYear, foldersWithTheirOwn = [] }: Config): PlanSettings {
  return { fiscalYear, foldersWithTheirOwn };
}

/** `shared` gives the service's own store while the snapshot is the newest, and null from then on. */
function heldSnapshot(
  { sources, uris }: Workspace,
  config: Config,
  today: string,
  shared: () => PlanStore | null,
): Held {
  const kept = new Map<string, Source | null>();
  const found = new Map<string, readonly Finding[]>();
  let next: Held | null = null;
  let own: Plan | null = null;
  const sourceAt = (uri: string): Source | null => {
    const source = kept.get(uri);
    if (source !== undefined) return source;
    return next === null ? (sources.get(uri) ?? null) : next.sourceOf(uri);
  };
  const planNow = (): Plan => {
    return own ?? shared()?.plan() ?? (own = planWith(new Map()));
  };
  const planWith = (others: ReadonlyMap<string, Tree>): Plan => {
    const trees = uris.map((uri): readonly [string, Tree] => [
      uri,
      others.get(uri) ?? sourceAt(uri)?.tree ?? { blocks: [] },
    ]);
    return buildPlan(new Map(trees), settingsOf(config), today);
  };
  const snapshot: Snapshot = {
    config,
    uris,
    get plan() {
      return planNow();
    },
    tree: (uri) => sourceAt(uri)?.tree ?? null,
    findings(uri) {
      const source = sourceAt(uri);
      if (source === null) return [];
      let findings = found.get(uri);
      if (findings === undefined) {
        const about = findingAbout(uri, source);
        findings = about === null ? findingsOf(planNow(), uri, config) : [about];
        found.set(uri, findings);
      }
      return findings;
    },
    isBehind(uri) {
      const store = own === null ? shared() : null;
      if (store === null) return false;
      store.plan();
      return store.isBehind(uri);
    },
    supposing(trees, look) {
      const store = own === null ? shared() : null;
      if (store === null) return look(planWith(trees));
      try {
        for (const [uri, tree] of trees) store.set(uri, tree);
        return look(store.plan());
      } finally {
        for (const uri of trees.keys()) store.set(uri, sourceAt(uri)?.tree ?? { blocks: [] });
      }
    },
  };
  return {
    snapshot,
    sourceOf: sourceAt,
    keep(uri, source) {
      if (next === null && !kept.has(uri)) kept.set(uri, source);
    },
    overtake(newer) {
      next = newer;
    },
  };
}
