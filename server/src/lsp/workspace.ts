import type { Connection, FileEvent } from 'vscode-languageserver';
import type { Host } from '../host.ts';
import type { OkrService } from '../service.ts';
import { said } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import type { Documents } from './documents.ts';
import type { Publisher } from './publisher.ts';
import { progressOf } from './progress.ts';
import { CONFIG_FILE, merged, readFolderSettings } from './settings.ts';
import type { FolderSettings } from './settings.ts';
import { nextTurn } from './timers.ts';
import { canonical, isIn, nameOf } from './uris.ts';

/** Files read at one time: enough to keep the disk busy, few enough to let messages in between. */
const AT_ONCE = 32;

/** Milliseconds of work on the plan before waiting messages are let in. */
const SLICE = 12;

const CREATED = 1;
const DELETED = 3;

export interface WorkspaceOptions {
  readonly connection: Connection;
  readonly host: Host;
  readonly service: OkrService;
  readonly documents: Documents;
  readonly publisher: Publisher;
  readonly showsProgress: boolean;
  /** The client's language. */
  readonly say: () => Say;
  /** True where the day was asked for. */
  readonly asOf: boolean;
}

/** The files of the workspace that are not open: read in the background, and again when they change on disk. */
export interface Workspace {
  /** Reads the settings of the folders; resolves when they hold. */
  configure(): Promise<void>;
  /** Looks for the files of the folders, reads those that are new and forgets those that are not there any more. */
  refresh(): Promise<void>;
  /** True once the plan has all files. */
  isComplete(): boolean;
  /** Resolves once each file is known at least by its headers. */
  named(): Promise<void>;
  /** Resolves once the plan has all files. */
  complete(): Promise<void>;
  setFolders(folders: readonly string[]): void;
  filesChanged(events: readonly FileEvent[]): Promise<void>;
  /** A document was closed: what the disk has counts again. */
  closed(uri: string): Promise<void>;
}

/** Something to wait for that comes once. */
interface Gate {
  readonly open: () => void;
  readonly passed: () => Promise<void>;
}

function gate(): Gate {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), passed: () => passed };
}

export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { connection, host, service, documents, publisher, say } = options;
  let folders: readonly string[] = [];
  let settings: readonly FolderSettings[] = [];
  let listed: ReadonlySet<string> = new Set();
  let complete = false;
  const allNamed = gate();
  const allIn = gate();
  /** Counts searches: one that was overtaken by a later one ends without a word. */
  let search = 0;

  const configure = async (): Promise<void> => {
    const next = await Promise.all(folders.map((folder) => readFolderSettings(host, folder, say())));
    for (const { file } of settings) if (file !== null) publisher.setOther(file.uri, []);
    for (const { file } of next) if (file !== null) publisher.setOther(file.uri, file.diagnostics);
    settings = next;
    service.configure(merged(next, options.asOf));
  };

  const read = async (uri: string): Promise<void> => {
    const content = await host.read(uri);
    if (!documents.isOpen(uri)) service.set(uri, content);
  };

  const refresh = async (): Promise<void> => {
    const mine = ++search;
    const progress = progressOf(connection, options.showsProgress, said`Reading OKR files`, say());
    try {
      const ignores = new Map(settings.map(({ folder, config }) => [folder, config.ignore]));
      const found = (await Promise.all(folders.map((folder) => host.list(folder, ignores.get(folder) ?? [])))).flat();
      if (mine !== search) return;
      const before = listed;
      listed = new Set(found);
      for (const uri of before) if (!listed.has(uri)) forget(uri);
      for (const uri of listed) documents.comeBack(uri);
      const isUnread = (uri: string): boolean => listed.has(uri) && !documents.isOpen(uri) && !service.has(uri);
      const unread = [...listed].filter(isUnread);
      for (let from = 0; from < unread.length; from += AT_ONCE) {
        const batch = unread.slice(from, from + AT_ONCE);
        await Promise.all(
          batch.map(async (uri) => {
            const content = await host.read(uri);
            // What was opened, written or deleted meanwhile is known better by now.
            if (mine === search && isUnread(uri)) service.later(uri, content);
          }),
        );
        if (mine !== search) return;
        progress.at(from + AT_ONCE, unread.length);
      }
      allNamed.open();
      let until = Date.now() + SLICE;
      const joining = service.joining();
      while (joining.next().done !== true) {
        if (Date.now() < until) continue;
        await nextTurn();
        if (mine !== search) return;
        until = Date.now() + SLICE;
      }
      complete = true;
      allIn.open();
      publisher.changedAll();
    } catch (error) {
      // Whoever waits for the files gets an answer from those that are there.
      allNamed.open();
      allIn.open();
      throw error;
    } finally {
      progress.end();
    }
  };

  const forget = (uri: string): void => {
    if (documents.isOpen(uri)) documents.leave(uri);
    else service.remove(uri);
  };

  /** A folder that is deleted or moved is told of as one, without a word of what was in it. */
  const deleted = (uri: string): void => {
    for (const each of new Set([...listed, ...documents.openUris()])) if (isIn(each, uri)) forget(each);
    listed = new Set([...listed].filter((each) => !isIn(each, uri)));
  };

  const written = async (uri: string): Promise<void> => {
    if (documents.isOpen(uri)) documents.comeBack(uri);
    else await read(uri);
  };

  return {
    configure,
    refresh,
    isComplete: () => complete,
    named: allNamed.passed,
    complete: allIn.passed,
    setFolders(next) {
      folders = next;
    },
    async filesChanged(events) {
      let lookAgain = false;
      for (const { uri, type } of events) {
        const key = canonical(uri);
        if (nameOf(key) === CONFIG_FILE) {
          await configure();
          lookAgain = true;
        } else if (type === DELETED) deleted(key);
        else if (type === CREATED || !service.has(key)) lookAgain = true;
        if (
          type !== DELETED &&
          nameOf(key).toLowerCase().endsWith('.okr') &&
          (listed.has(key) || documents.isOpen(key))
        ) {
          await written(key);
        }
      }
      if (lookAgain) await refresh();
      else publisher.changedAll();
    },
    async closed(uri) {
      if (!listed.has(uri) || !(await host.exists(uri))) {
        if (!documents.isOpen(uri)) service.remove(uri);
      } else await read(uri);
      publisher.changedAll();
    },
  };
}
