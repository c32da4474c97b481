import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  ProtocolConnection,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileContent, Host } from '../../server/src/host.ts';
import { said } from '../../server/src/syntax/said.ts';
import { createServer } from '../../server/src/lsp/server.ts';

export const FOLDER = 'file:///plans';

/** What a test's disk holds, by URI; it may be changed while the server runs. */
export type Disk = Map<string, FileContent | string>;

/** A disk of files named relative to the workspace folder. */
export function diskOf(files: Readonly<Record<string, FileContent | string>>): Disk {
  return new Map(Object.entries(files).map(([name, content]) => [uriOf(name), content]));
}

export function uriOf(name: string): string {
  return `${FOLDER}/${name}`;
}

function hostOf(disk: Disk, today: () => string, delay: number): Host {
  const wait = () => new Promise((resolve) => setTimeout(resolve, delay));
  return {
    today,
    async list(folder) {
      await wait();
      return [...disk.keys()].filter((uri) => uri.startsWith(`${folder}/`) && uri.endsWith('.okr')).sort();
    },
    async read(uri) {
      await wait();
      const content = disk.get(uri);
      if (content === undefined) return { kind: 'unreadable', problem: said`The file is not there.` };
      return typeof content === 'string' ? { kind: 'text', text: content, notUtf8At: null } : content;
    },
    exists: (uri) => Promise.resolve(disk.has(uri)),
  };
}

export interface ClientOptions {
  readonly disk?: Disk;
  readonly asOf?: unknown;
  readonly today?: () => string;
  readonly capabilities?: ClientCapabilities;
  /** The editor's language. */
  readonly locale?: string;
  /** It has the commands of the code lenses. */
  readonly commands?: boolean;
  /** Milliseconds that each access to the disk takes. */
  readonly delay?: number;
  /** Sets up what the client answers, before anything is said. */
  readonly prepare?: (connection: ProtocolConnection) => void;
  /** The folders that are open, named relative to `FOLDER`; without it that one, with an empty list none. */
  readonly folders?: readonly string[];
}

/** An editor that talks to a server over two streams in this process. */
export interface Client {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** All that was published, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  /** What the server asked to be told of. */
  readonly registered: readonly string[];
  open(name: string, text: string): Promise<readonly Diagnostic[]>;
  /** Opens without waiting. */
  show(name: string, text: string): Promise<void>;
  /** Replaces the first place where `find` stands, as an edit of a range, and waits for the diagnostics of that version. */
  change(name: string, find: string, replace: string): Promise<readonly Diagnostic[]>;
  /** Sends an edit without waiting. */
  send(name: string, find: string, replace: string): Promise<void>;
  close(name: string): Promise<void>;
  textOf(name: string): string;
  /** Waits for diagnostics of a file that fulfil the condition, those that came before included. */
  diagnostics(name: string, holds?: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  /** Tells of files that changed on disk: 1 created, 2 changed, 3 deleted. */
  watched(changes: Readonly<Record<string, 1 | 2 | 3>>): Promise<void>;
  dispose(): Promise<void>;
}

const CAPABILITIES: ClientCapabilities = {
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceEdit: { documentChanges: true } },
  textDocument: { definition: { linkSupport: true } },
};

function foldersOf({ folders }: ClientOptions): { uri: string; name: string }[] | null {
  if (folders === undefined) return [{ uri: FOLDER, name: 'plans' }];
  return folders.length === 0 ? null : folders.map((name) => ({ uri: uriOf(name), name }));
}

/** Starts a server on a disk, and initializes it. */
export async function startClient(options: ClientOptions = {}): Promise<Client> {
  const { disk = diskOf({}), asOf = '2026-11-10', today = () => '2026-11-10', delay = 0 } = options;
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  createServer(server, hostOf(disk, today, delay));
  server.listen();

  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const published: PublishDiagnosticsParams[] = [];
  const registered: string[] = [];
  const waiting = new Set<() => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    published.push(params);
    for (const look of [...waiting]) look();
  });
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    registered.push(...registrations.map(({ method }) => method));
  });
  options.prepare?.(connection);
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the protocol's types ask for it.
    rootUri: null,
    workspaceFolders: foldersOf(options),
    capabilities: options.capabilities ?? CAPABILITIES,
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    initializationOptions: { asOf, commands: options.commands === true },
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const documents = new Map<string, TextDocument>();
  const documentOf = (name: string): TextDocument => {
    const document = documents.get(name);
    assert.ok(document !== undefined, `${name} is not open`);
    return document;
  };

  const until = (holds: (params: PublishDiagnosticsParams) => boolean): Promise<readonly Diagnostic[]> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`no such diagnostics; the last were ${JSON.stringify(published.at(-1))}`));
      }, 5000);
      const look = (): void => {
        const found = published.findLast(holds);
        if (found === undefined) return;
        clearTimeout(late);
        waiting.delete(look);
        resolve(found.diagnostics);
      };
      waiting.add(look);
      look();
    });
  const ofVersion = (name: string): Promise<readonly Diagnostic[]> => {
    const { uri, version } = documentOf(name);
    return until((params) => params.uri === uri && params.version === version);
  };
  const show = async (name: string, text: string): Promise<void> => {
    const document = TextDocument.create(uriOf(name), 'okr', 1, text);
    documents.set(name, document);
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: document.uri, languageId: 'okr', version: 1, text },
    });
  };
  const send = async (name: string, find: string, replace: string): Promise<void> => {
    const document = documentOf(name);
    const at = document.getText().indexOf(find);
    assert.notEqual(at, -1, `"${find}" is not in ${name}`);
    const range = { start: document.positionAt(at), end: document.positionAt(at + find.length) };
    const version = document.version + 1;
    documents.set(name, TextDocument.update(document, [{ range, text: replace }], version));
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: document.uri, version },
      contentChanges: [{ range, text: replace }],
    });
  };

  return {
    connection,
    initialized,
    published,
    registered,
    send,
    show,
    async open(name, text) {
      await show(name, text);
      return ofVersion(name);
    },
    async change(name, find, replace) {
      await send(name, find, replace);
      return ofVersion(name);
    },
    async close(name) {
      const { uri } = documentOf(name);
      documents.delete(name);
      await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    },
    textOf: (name) => documentOf(name).getText(),
    diagnostics(name, holds = () => true) {
      const uri = uriOf(name);
      // Only the last word on a file counts.
      return until((params) => params.uri === uri && params === last(published, uri) && holds(params.diagnostics));
    },
    async watched(changes) {
      await connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: Object.entries(changes).map(([name, type]) => ({ uri: uriOf(name), type })),
      });
    },
    async dispose() {
      await connection.sendRequest(ShutdownRequest.type);
      connection.dispose();
      server.dispose();
    },
  };
}

function last(published: readonly PublishDiagnosticsParams[], uri: string): PublishDiagnosticsParams | undefined {
  return published.findLast((params) => params.uri === uri);
}

/** The codes of diagnostics, each once, sorted. */
export function codesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return [...new Set(diagnostics.map(({ code }) => String(code)))].sort();
}

/** The words of a diagnostic. */
export function messageOf(diagnostic: Diagnostic | undefined): string {
  const message = diagnostic?.message ?? '';
  return typeof message === 'string' ? message : message.value;
}
