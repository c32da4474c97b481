import type { CancellationToken, Connection, TextDocumentPositionParams } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from './protocol-parts.ts';
import { offsetAt } from '../features/layout.ts';
import { namesAsked } from '../features/names-asked.ts';
import type { OkrService, Snapshot } from '../service.ts';
import type { Say } from '../syntax/said.ts';
import type { Tree } from '../syntax/tree.ts';
import type { Abilities } from './capabilities.ts';
import type { Documents } from './documents.ts';
import { canonical } from './uris.ts';

/** A document as a request sees it. */
export interface Asked {
  readonly snapshot: Snapshot;
  readonly uri: string;
  readonly tree: Tree;
}

type Handler<Params, Answer> = (params: Params, token: CancellationToken) => Answer | null | ResponseError;
type LateHandler<Params, Answer> = (params: Params, token: CancellationToken) => Promise<Answer | null | ResponseError>;

/** How far the files of the workspace are known. */
export interface Reading {
  /** Resolves once each file is known at least by its headers. */
  named(): Promise<void>;
  /** Resolves once the plan has all files. */
  complete(): Promise<void>;
}

/** What the handlers of requests are made with. */
export interface Asking {
  readonly connection: Connection;
  readonly service: OkrService;
  readonly documents: Documents;
  /** What the client can do; known once it has said `initialize`. */
  readonly abilities: () => Abilities;
  /** Says things in the client's language; known then, too. */
  readonly say: () => Say;
  /** Answers a cancelled request with that error, and one that fails with null; the failure is logged. */
  readonly guarded: <Params, Answer>(answer: (params: Params) => Answer | null) => Handler<Params, Answer>;
  /** The same for a request about a document, from the snapshot of the moment; null where the document is not known. */
  readonly about: <Params extends { readonly textDocument: { readonly uri: string } }, Answer>(
    answer: (asked: Asked, params: Params) => Answer | null,
  ) => Handler<Params, Answer>;
  /** Has a request wait until the plan has all files: an answer from some would be another one. */
  readonly withAllFiles: <Params, Answer>(handler: Handler<Params, Answer>) => LateHandler<Params, Answer>;
  /** Has a request about what is named at a place wait until the plan has the files that these names lead to. */
  readonly withFilesNamed: <Params extends TextDocumentPositionParams, Answer>(
    handler: Handler<Params, Answer>,
  ) => LateHandler<Params, Answer>;
}

export function askingOf(
  connection: Connection,
  service: OkrService,
  documents: Documents,
  abilities: () => Abilities,
  say: () => Say,
  reading: () => Reading | null,
): Asking {
  const guarded = <Params, Answer>(answer: (params: Params) => Answer | null): Handler<Params, Answer> => {
    return (params, token) => {
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
      try {
        return answer(params);
      } catch (error) {
        connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
        return null;
      }
    };
  };
  return {
    connection,
    service,
    documents,
    abilities,
    say,
    guarded,
    about: (answer) =>
      guarded((params) => {
        const uri = canonical(params.textDocument.uri);
        const snapshot = service.snapshot();
        const tree = snapshot.tree(uri);
        return tree === null ? null : answer({ snapshot, uri, tree }, params);
      }),
    withAllFiles: (handler) => async (params, token) => {
      await reading()?.complete();
      return handler(params, token);
    },
    withFilesNamed: (handler) => async (params, token) => {
      await reading()?.named();
      const tree = service.tree(canonical(params.textDocument.uri));
      const asked = tree === null ? null : namesAsked(tree, offsetAt(tree, params.position));
      if (asked === null || !service.bring(asked)) await reading()?.complete();
      return handler(params, token);
    },
  };
}
