import type { Connection } from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification, DidChangeWorkspaceFoldersNotification } from './protocol-parts.ts';
import { sayIn } from '../features/say-in.ts';
import type { Host } from '../host.ts';
import { english } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import { createOkrService } from '../service.ts';
import type { Snapshot } from '../service.ts';
import { askingOf } from './asked.ts';
import { followDay } from './calendar-day.ts';
import type { CalendarDay } from './calendar-day.ts';
import { abilitiesOf, initializeResult, WATCHERS } from './capabilities.ts';
import type { Abilities } from './capabilities.ts';
import { followDocuments } from './documents.ts';
import { foldersOf, readOptions } from './options.ts';
import { PLAN_CHANGED } from './protocol.ts';
import { createPublisher } from './publisher.ts';
import { answerRequests } from './requests.ts';
import { answerTools } from './requests-tools.ts';
import { answerDiagnostics } from './requests-diagnostics.ts';
import { answerFormatting } from './requests-formatting.ts';
import { answerEditing } from './requests-editing.ts';
import { answerNavigation } from './requests-navigation.ts';
import { answerViews } from './requests-view.ts';
import { followPreferences } from './preferences.ts';
import { refreshViews } from './refresh.ts';
import { atMostEvery, whenQuiet } from './timers.ts';
import { tellingOf } from './told.ts';
import { canonical, schemeOf } from './uris.ts';
import { createWorkspace } from './workspace.ts';
import type { Workspace } from './workspace.ts';

/** Views that follow the plan are told at most this often. */
const BETWEEN_PLANS = 100;
/** What is shown in texts is asked for again after a pause: editors ask by themselves for the text that is typed in. */
const BETWEEN_VIEWS = { quiet: 200, longest: 1000 };

const NO_ABILITIES: Abilities = abilitiesOf({});

/**
 * The language server on a connection. `host` is the world it runs in. Listens once the caller calls
 * `connection.listen()`, and lets go of all timers at `shutdown`.
 */
export function createServer(connection: Connection, host: Host): void {
  const service = createOkrService();
  let abilities = NO_ABILITIES;
  let say: Say = english;
  let folders: readonly string[] = [];
  let workspace: Workspace | null = null;
  let day: CalendarDay | null = null;
  let commands = false;
  let isInitialized = false;
  let start = (): void => undefined;
  const initialized = new Promise<void>((resolve) => {
    start = resolve;
  });
  let settled: Promise<void> = Promise.resolve();

  const views = whenQuiet(
    () => {
      if (isInitialized) refreshViews(connection, abilities);
    },
    () => BETWEEN_VIEWS,
  );
  const planChanged = atMostEvery(() => {
    void connection.sendNotification(PLAN_CHANGED);
    views.request();
  }, BETWEEN_PLANS);
  /** What the views were last told to have changed to. */
  let toldOf: Snapshot | null = null;
  const changed = (uri: string): void => {
    day?.check();
    publisher.changed(uri);
  };
  const changedAll = (): void => publisher.changedAll();
  /** Plans are files, drafts that have no file yet, and what the folders are made of; not what git or a review shows. */
  const belongs = (uri: string): boolean =>
    folders.length === 0 || ['file', 'untitled', ...folders.map(schemeOf)].includes(schemeOf(uri));
  const documents = followDocuments(connection, service, belongs, {
    opened(uri) {
      changed(uri);
      void tellNotUtf8(uri);
    },
    edited: changed,
    closed(uri) {
      void workspace?.closed(uri).then(changedAll);
    },
  });
  const hasAllFiles = (): boolean => workspace?.isComplete() === true;
  const telling = tellingOf({
    say: () => say,
    hasAllFiles,
    concerns: (uri) => preferences.of(uri).wholeWorkspace || documents.isOpen(uri),
    fades: () => abilities.fades,
  });
  const publisher = createPublisher({
    connection,
    service,
    documents,
    telling,
    pulled: () => pulled,
    hasAllFiles,
    settled: () => settled,
    answered() {
      const snapshot = service.snapshot();
      if (snapshot !== toldOf) planChanged.request();
      toldOf = snapshot;
    },
  });
  const preferences = followPreferences(
    connection,
    () => folders,
    () => {
      views.request();
      publisher.changedAll();
    },
  );
  const asking = askingOf(
    connection,
    service,
    documents,
    () => abilities,
    () => say,
    () => workspace,
  );
  answerRequests(asking);
  answerTools(asking, () => folders);
  answerNavigation(asking);
  answerFormatting(asking);
  answerViews(asking, preferences.of, () => commands);
  answerEditing(asking);
  const pulled = answerDiagnostics(asking, {
    telling,
    settled: () => initialized.then(() => settled),
    goThroughAll: () => publisher.changedAll(),
  });

  /** An editor shows a file that is not UTF-8 with replacement characters, and does not say so. */
  const tellNotUtf8 = async (uri: string): Promise<void> => {
    if (service.text(uri)?.includes('\uFFFD') !== true || !(await host.exists(uri))) return;
    const content = await host.read(uri);
    if (content.kind !== 'text' || content.notUtf8At === null) return;
    documents.tellNotUtf8(uri);
    changed(uri);
  };

  connection.onInitialize(async (params) => {
    say = await sayIn(params.locale);
    abilities = abilitiesOf(params.capabilities);
    folders = foldersOf(params);
    const { options, problem } = readOptions(params.initializationOptions);
    if (problem !== null) connection.console.warn(problem);
    const { asOf } = options;
    commands = options.commands === true;
    day = followDay(asOf === undefined ? () => host.today() : () => asOf, (today) => {
      service.setToday(today);
      changedAll();
    });
    workspace = createWorkspace({
      connection,
      host,
      service,
      documents,
      publisher,
      showsProgress: abilities.progress,
      say: () => say,
      asOf: asOf !== undefined,
    });
    workspace.setFolders(folders);
    return initializeResult(abilities);
  });

  const lookAgain = async (): Promise<void> => {
    await settled;
    await workspace?.refresh();
    changedAll();
  };
  /** Not before `initialize`: the library puts a listener of its own in place then, and would take this one's. */
  const followFolders = (): void => {
    connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
      const removed = new Set(event.removed.map(({ uri }) => canonical(uri)));
      folders = [...folders.filter((uri) => !removed.has(uri)), ...event.added.map(({ uri }) => canonical(uri))];
      workspace?.setFolders(folders);
      settled = Promise.all([workspace?.configure(), preferences.foldersChanged()]).then(() => undefined);
      void lookAgain();
    });
  };

  connection.onInitialized(() => {
    isInitialized = true;
    followFolders();
    const preferred = preferences.start(abilities).catch((error: unknown) => {
      connection.console.warn(`Changed settings go unnoticed: ${String(error)}`);
    });
    // Not before: the settings may have to be asked for, and until now a client answers nothing.
    settled = Promise.all([workspace?.configure(), preferred]).then(() => undefined);
    start();
    if (abilities.watches) {
      const watchers = { watchers: WATCHERS };
      connection.client.register(DidChangeWatchedFilesNotification.type, watchers).catch((error: unknown) => {
        connection.console.warn(`Files changed outside the editor go unnoticed: ${String(error)}`);
      });
    }
    void settled.then(() => workspace?.refresh()).then(changedAll);
  });

  connection.onDidChangeWatchedFiles(({ changes }) => void workspace?.filesChanged(changes).then(changedAll));
  connection.onNotification('workspace/didCreateFiles', () => void lookAgain());
  connection.onNotification('workspace/didRenameFiles', () => void lookAgain());
  connection.onNotification('workspace/didDeleteFiles', () => void lookAgain());
  connection.onShutdown(() => {
    day?.dispose();
    publisher.dispose();
    pulled.dispose();
    planChanged.dispose();
    views.dispose();
  });
}
