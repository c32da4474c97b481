import type { CodeAction } from 'vscode-languageserver';
import { codeActions } from '../features/actions.ts';
import { cascade } from '../features/cascade.ts';
import { completion } from '../features/completion.ts';
import { definition } from '../features/definition.ts';
import { hover } from '../features/hover.ts';
import { offsetAt } from '../features/layout.ts';
import { fileStatus } from '../features/status.ts';
import { documentSymbols } from '../features/symbols.ts';
import type { Asking } from './asked.ts';
import { asLocations } from './locations.ts';
import { CASCADE_REQUEST, STATUS_REQUEST } from './protocol.ts';
import type { CascadeParams, StatusParams } from './protocol.ts';
import { canonical } from './uris.ts';

/** Answers what the editor asks about documents and the plan, each from the snapshot of the moment. */
export function answerRequests({ connection, service, documents, abilities, guarded, about }: Asking): void {
  connection.onHover(about(({ snapshot, uri, tree }, { position }) => hover(snapshot, uri, offsetAt(tree, position))));
  connection.onCompletion(
    about(({ snapshot, uri, tree }, { position }) => {
      return completion(snapshot, uri, offsetAt(tree, position), { snippets: abilities().snippets });
    }),
  );
  connection.onDefinition(
    about(({ snapshot, uri, tree }, { position }) => {
      const links = definition(snapshot, uri, offsetAt(tree, position));
      return abilities().links ? links : asLocations(links);
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
