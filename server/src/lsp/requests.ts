import type { CancellationToken, CodeAction, Connection, LocationLink } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { codeActions } from '../features/actions.ts';
import { cascade } from '../features/cascade.ts';
import { completion } from '../features/completion.ts';
import { definition } from '../features/definition.ts';
import { hover } from '../features/hover.ts';
import { offsetAt } from '../features/layout.ts';
import { fileStatus } from '../features/status.ts';
import { documentSymbols } from '../features/symbols.ts';
import type { OkrService, Snapshot } from '../service.ts';
import type { Tree } from '../syntax/tree.ts';
import type { Abilities } from './capabilities.ts';
import type { Documents } from './documents.ts';
import { CASCADE_REQUEST, STATUS_REQUEST } from './protocol.ts';
import type { CascadeParams, StatusParams } from './protocol.ts';
import { canonical } from './uris.ts';

/** A document as a request sees it. */
interface Asked {
  readonly snapshot: Snapshot;
  readonly uri: string;
  readonly tree: Tree;
}

/**
 * Answers what the editor asks about documents and the plan, each from the snapshot of the moment. A document that is not
 * known is answered with null, and so is a request that fails, which is logged.
 */
export function answerRequests(
  connection: Connection,
  service: OkrService,
  documents: Documents,
  abilities: () => Abilities,
): void {
  /** What every request goes through. */
  const guarded = <Params, Answer>(answer: (params: Params) => Answer | null) => {
    return (params: Params, token: CancellationToken): Answer | null | ResponseError => {
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
      try {
        return answer(params);
      } catch (error) {
        connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
        return null;
      }
    };
  };
  const about = <Params extends { readonly textDocument: { readonly uri: string } }, Answer>(
    answer: (asked: Asked, params: Params) => Answer | null,
  ) =>
    guarded((params: Params) => {
      const uri = canonical(params.textDocument.uri);
      const snapshot = service.snapshot();
      const tree = snapshot.tree(uri);
      return tree === null ? null : answer({ snapshot, uri, tree }, params);
    });

  connection.onHover(about(({ snapshot, uri, tree }, { position }) => hover(snapshot, uri, offsetAt(tree, position))));
  connection.onCompletion(
    about(({ snapshot, uri, tree }, { position }) => {
      return completion(snapshot, uri, offsetAt(tree, position), { snippets: abilities().snippets });
    }),
  );
  connection.onDefinition(
    about(({ snapshot, uri, tree }, { position }) => {
      const links = definition(snapshot, uri, offsetAt(tree, position));
      return links === null || abilities().links ? links : links.map(locationOf);
    }),
  );
  connection.onDocumentSymbol(about(({ snapshot, uri }) => documentSymbols(snapshot, uri)));
  connection.onCodeAction(
    about(({ snapshot, uri, tree }, { range, context: { only } }) => {
      const span = { from: offsetAt(tree, range.start), to: offsetAt(tree, range.end) };
      const { snippetEdits, versionedEdits } = abilities();
      const options = { snippets: snippetEdits && versionedEdits, versionOf: documents.versionOf };
      const all = codeActions(snapshot, uri, span, options);
      const actions =
        all?.filter(({ kind = '' }) => only === undefined || only.some((one) => isOfKind(kind, one))) ?? null;
      return actions === null || versionedEdits ? actions : actions.map(withoutVersions);
    }),
  );
  connection.onRequest(
    CASCADE_REQUEST,
    guarded((params: CascadeParams | null) => cascade(service.snapshot(), params ?? {})),
  );
  connection.onRequest(
    STATUS_REQUEST,
    guarded(({ uri }: StatusParams) => fileStatus(service.snapshot(), canonical(uri))),
  );
}

function locationOf({ targetUri, targetSelectionRange }: LocationLink): {
  uri: string;
  range: LocationLink['targetRange'];
} {
  return { uri: targetUri, range: targetSelectionRange };
}

/** Kinds of actions form a tree: "refactor" asks for "refactor.rewrite" too, and the empty kind for all. */
function isOfKind(kind: string, asked: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}

/** The same edit for clients that know no versions. */
function withoutVersions(action: CodeAction): CodeAction {
  const changes: NonNullable<NonNullable<CodeAction['edit']>['changes']> = {};
  for (const change of action.edit?.documentChanges ?? []) {
    if (!('edits' in change)) continue;
    changes[change.textDocument.uri] = change.edits.filter((edit) => 'newText' in edit);
  }
  return { ...action, edit: { changes } };
}
