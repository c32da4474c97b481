import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { OkrService } from '../service.ts';
import type { Documents } from './documents.ts';
import type { Pulled } from './requests-diagnostics.ts';
import { nextTurn, whenQuiet } from './timers.ts';
import { isSame, NOTHING } from './told.ts';
import type { Telling, Told } from './told.ts';

/** A burst of keys that arrives at once is answered once, and typing without a pause is answered all the same. */
const QUIET = 1;
const LONGEST = 25;
/** Where an answer takes long, keys wait for each other longer: up to this many milliseconds. */
const MOST_QUIET = 200;
/** Files that are not open wait for a pause in typing. */
const PAUSE = { quiet: 150, longest: 1000 };
/** Milliseconds of work before waiting messages are let in. */
const SLICE = 8;

export interface Publisher {
  /**
   * A document was opened or edited: it is answered first, then what else is open, then the rest. Where many refer to what
   * was edited, what else is open may come before it.
   */
  changed(uri: string): void;
  /** Anything may have changed: files, settings, the day. */
  changedAll(): void;
  /** Sets what there is to say of a file that is no plan, such as the settings. */
  setOther(uri: string, found: readonly Diagnostic[]): void;
  dispose(): void;
}

export interface PublisherOptions {
  readonly connection: Connection;
  readonly service: OkrService;
  readonly documents: Documents;
  readonly telling: Telling;
  /** What the client asks for by itself is not sent. */
  readonly pulled: () => Pulled;
  /** False while files of the workspace are still being read. */
  readonly hasAllFiles: () => boolean;
  /** Resolves once the settings are read: nothing is said before. */
  readonly settled: () => Promise<unknown>;
  /** What is open was answered: there is time for what can wait. */
  readonly answered: () => void;
}

/** Sends diagnostics: for an edited document always, with its version; for any other where they differ from the last. */
export function createPublisher(options: PublisherOptions): Publisher {
  const { connection, service, documents, telling, pulled, hasAllFiles, settled, answered } = options;
  const edited = new Set<string>();
  /** What was sent last; a file without diagnostics that was never told of has no entry. */
  const sent = new Map<string, Told>();
  let disposed = false;
  /** How many milliseconds the last answer to the open documents took. */
  let cost = 0;

  const send = (uri: string, found: Told, always: boolean): void => {
    if (!always && isSame(found, sent.get(uri) ?? NOTHING)) return;
    if (found.length === 0 && !documents.isOpen(uri)) sent.delete(uri);
    else sent.set(uri, found);
    const version = documents.versionOf(uri);
    void connection.sendDiagnostics({
      uri: documents.clientUri(uri),
      diagnostics: [...found],
      ...(version === null ? {} : { version }),
    });
  };

  /** What was sent of a file is taken back when the client begins to ask for it. */
  const tell = (uri: string, said: Told, edited: boolean): void => {
    if (pulled().takes(uri, said, edited)) send(uri, NOTHING, false);
    else send(uri, said, edited);
  };

  const answerOpen = async (): Promise<void> => {
    await settled();
    if (disposed) return;
    const started = Date.now();
    const snapshot = service.snapshot();
    const first = [...edited];
    edited.clear();
    const open = [...new Set([...first, ...documents.openUris()])];
    // What all refer to is judged when those were linked again: what does not need that need not wait for it.
    const late = new Set(open.filter((uri) => snapshot.isBehind(uri)));
    for (const uri of [...open.filter((each) => !late.has(each)), ...late]) {
      tell(uri, telling(snapshot, uri), first.includes(uri));
    }
    cost = Date.now() - started;
    answered();
    rest.request();
  };

  const answerRest = async (): Promise<void> => {
    await settled();
    if (disposed || !hasAllFiles()) return;
    const snapshot = service.snapshot();
    let until = Date.now() + SLICE;
    for (const uri of new Set([...snapshot.uris, ...others.keys(), ...sent.keys(), ...pulled().uris()])) {
      if (Date.now() > until) {
        await nextTurn();
        // An edit in between asked again: what is left here would be out of date.
        if (snapshot !== service.snapshot()) return;
        until = Date.now() + SLICE;
      }
      const other = others.get(uri);
      if (other === undefined) tell(uri, telling(snapshot, uri), false);
      else send(uri, other, false);
    }
    pulled().wentThroughAll();
  };

  const logged = (work: () => Promise<void>) => (): void => {
    work().catch((error: unknown) => connection.console.error(`Diagnostics failed: ${String(error)}`));
  };
  const open = whenQuiet(logged(answerOpen), () => ({
    quiet: Math.min(Math.max(QUIET, cost / 2), MOST_QUIET),
    longest: Math.max(LONGEST, 2 * cost),
  }));
  const rest = whenQuiet(logged(answerRest), () => PAUSE);
  const others = new Map<string, Told>();

  return {
    changed(uri) {
      edited.add(uri);
      open.request();
    },
    changedAll() {
      open.request();
    },
    setOther(uri, found) {
      others.set(uri, found);
      send(uri, found, false);
    },
    dispose() {
      disposed = true;
      open.dispose();
      rest.dispose();
    },
  };
}
