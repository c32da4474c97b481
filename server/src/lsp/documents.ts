import type { Connection, Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { offsetAt } from '../features/layout.ts';
import type { FileContent } from '../host.ts';
import type { OkrService } from '../service.ts';
import { canonical } from './uris.ts';

/** A document that is open in the editor. `uri` is as the editor writes it. */
interface Open {
  readonly uri: string;
  version: number;
  /** Its text where the file was deleted on disk: it is no part of the plan then, until it is edited or comes back. */
  gone: string | null;
}

/** What is open in the editor; the editor's text counts there, not the disk's. All URIs are canonical. */
export interface Documents {
  isOpen(uri: string): boolean;
  openUris(): readonly string[];
  /** Null for a document that is not open. */
  readonly versionOf: (uri: string) => number | null;
  /** The URI as the editor writes it. */
  clientUri(uri: string): string;
  /** The file was deleted on disk: leaves the plan. */
  leave(uri: string): void;
  /** The file is on disk again: back into the plan. */
  comeBack(uri: string): void;
  /** The disk holds bytes that are no UTF-8 where the editor shows replacement characters. */
  tellNotUtf8(uri: string): void;
}

/** What the server does when a document was opened, edited or closed. */
export interface DocumentEvents {
  opened(uri: string): void;
  edited(uri: string): void;
  closed(uri: string): void;
}

/**
 * Keeps the service's documents equal to what the editor shows. Documents that `belongs` refuses are left alone: an old
 * version of a file beside the file itself would declare everything twice.
 */
export function followDocuments(
  connection: Connection,
  service: OkrService,
  belongs: (uri: string) => boolean,
  events: DocumentEvents,
): Documents {
  const documents = new Map<string, Open>();

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    const key = canonical(uri);
    if (!belongs(key)) return;
    documents.set(key, { uri, version, gone: null });
    service.set(key, asText(text));
    events.opened(key);
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const key = canonical(uri);
    const document = documents.get(key);
    if (document === undefined) return;
    document.version = version;
    if (document.gone !== null) comeBack(key);
    for (const change of contentChanges) apply(service, key, change);
    events.edited(key);
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const key = canonical(uri);
    if (documents.delete(key)) events.closed(key);
  });

  const comeBack = (uri: string): void => {
    const document = documents.get(uri);
    if (document?.gone == null) return;
    service.set(uri, asText(document.gone));
    document.gone = null;
  };

  return {
    isOpen: (uri) => documents.has(uri),
    openUris: () => [...documents.keys()],
    versionOf: (uri) => documents.get(uri)?.version ?? null,
    clientUri: (uri) => documents.get(uri)?.uri ?? uri,
    leave(uri) {
      const document = documents.get(uri);
      if (document !== undefined) document.gone = service.text(uri);
      service.remove(uri);
    },
    comeBack,
    tellNotUtf8(uri) {
      const text = service.text(uri);
      const at = text?.indexOf('\uFFFD') ?? -1;
      if (text !== null && at !== -1) service.set(uri, { kind: 'text', text, notUtf8At: at });
    },
  };
}

function apply(service: OkrService, uri: string, change: TextDocumentContentChangeEvent): void {
  if ('range' in change) {
    const { start, end } = change.range;
    service.edit(uri, [{ from: offsetOf(service, uri, start), to: offsetOf(service, uri, end), newText: change.text }]);
  } else {
    service.set(uri, asText(change.text));
  }
}

/** A file that is no text has no tree to count in. */
function offsetOf(service: OkrService, uri: string, position: Position): number {
  const tree = service.tree(uri);
  if (tree !== null && tree.blocks.length > 0) return offsetAt(tree, position);
  return TextDocument.create(uri, '', 0, service.text(uri) ?? '').offsetAt(position);
}

function asText(text: string): FileContent {
  return { kind: 'text', text, notUtf8At: null };
}
