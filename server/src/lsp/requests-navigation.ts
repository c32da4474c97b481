import { LSPErrorCodes, ResponseError } from './protocol-parts.ts';
import type { DocumentLink, LocationLink, WorkspaceSymbol } from 'vscode-languageserver';
import { served, serving } from '../features/alignment.ts';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../features/call-hierarchy.ts';
import { documentLinks, resolveDocumentLink } from '../features/document-links.ts';
import { foldingRanges } from '../features/folding.ts';
import { documentHighlights } from '../features/highlight.ts';
import { offsetAt } from '../features/layout.ts';
import { linkedEditing } from '../features/linked-editing.ts';
import { references } from '../features/references.ts';
import { prepareRename, rename } from '../features/rename.ts';
import type { Refused } from '../features/rename.ts';
import { selectionRanges } from '../features/selection.ts';
import { resolveWorkspaceSymbol, workspaceSymbols } from '../features/workspace-symbols.ts';
import type { Asking } from './asked.ts';
import { asLocations, withoutVersions } from './older-clients.ts';

/** Answers what takes a planner from one place of the plan to another. */
export function answerNavigation(asking: Asking): void {
  const { connection, service, documents, abilities, say, guarded, about, withAllFiles } = asking;
  const links = (found: LocationLink[] | null, known: boolean) => (known ? found : asLocations(found));
  connection.onReferences(
    withAllFiles(
      about(({ snapshot, uri, tree }, { position, context: { includeDeclaration } }) => {
        return references(snapshot, uri, offsetAt(tree, position), { declarations: includeDeclaration });
      }),
    ),
  );
  connection.onDocumentHighlight(
    about(({ snapshot, uri, tree }, { position }) => documentHighlights(snapshot, uri, offsetAt(tree, position))),
  );
  connection.onTypeDefinition(
    about(({ snapshot, uri, tree }, { position }) =>
      links(served(snapshot, uri, offsetAt(tree, position)), abilities().typeLinks),
    ),
  );
  connection.onImplementation(
    about(({ snapshot, uri, tree }, { position }) =>
      links(serving(snapshot, uri, offsetAt(tree, position)), abilities().implementationLinks),
    ),
  );
  connection.onPrepareRename(
    about(({ snapshot, uri, tree }, { position }) =>
      answerOrError(prepareRename(snapshot, uri, offsetAt(tree, position), say())),
    ),
  );
  connection.onRenameRequest(
    withAllFiles(
      about(({ snapshot, uri, tree }, { position, newName }) => {
        const { annotatedEdits, versionedEdits } = abilities();
        const options = { annotations: versionedEdits && annotatedEdits, versionOf: documents.versionOf, say: say() };
        const edit = answerOrError(rename(snapshot, uri, offsetAt(tree, position), newName, options));
        return versionedEdits || edit === null || edit instanceof ResponseError ? edit : withoutVersions(edit);
      }),
    ),
  );
  connection.languages.onLinkedEditingRange(
    about(({ snapshot, uri, tree }, { position }) => linkedEditing(snapshot, uri, offsetAt(tree, position))),
  );
  connection.onFoldingRanges(about(({ snapshot, uri }) => foldingRanges(snapshot, uri, say())));
  connection.onSelectionRanges(
    about(({ snapshot, uri, tree }, { positions }) => {
      return selectionRanges(
        snapshot,
        uri,
        positions.map((position) => offsetAt(tree, position)),
      );
    }),
  );
  connection.onDocumentLinks(about(({ snapshot, uri }) => documentLinks(snapshot, uri)));
  // What could not be resolved comes back as it was.
  const resolvedLink = guarded((link: DocumentLink) => resolveDocumentLink(service.snapshot(), link, say()));
  connection.onDocumentLinkResolve((link, token) => resolvedLink(link, token) ?? link);
  connection.onWorkspaceSymbol(
    guarded(({ query }) => workspaceSymbols(service.snapshot(), query, { lazy: abilities().lazySymbols })),
  );
  const resolvedSymbol = guarded((symbol: WorkspaceSymbol) => resolveWorkspaceSymbol(service.snapshot(), symbol));
  connection.onWorkspaceSymbolResolve((symbol, token) => resolvedSymbol(symbol, token) ?? symbol);
  connection.languages.callHierarchy.onPrepare(
    about(({ snapshot, uri, tree }, { position }) =>
      prepareCallHierarchy(snapshot, uri, offsetAt(tree, position), say()),
    ),
  );
  connection.languages.callHierarchy.onIncomingCalls(
    guarded(({ item }) => incomingCalls(service.snapshot(), item, say())),
  );
  connection.languages.callHierarchy.onOutgoingCalls(
    guarded(({ item }) => outgoingCalls(service.snapshot(), item, say())),
  );
}

/** Editors show the planner why a renaming was refused. */
function answerOrError<Answer extends object>(answer: Answer | Refused | null): Answer | ResponseError | null {
  if (answer === null || !('refused' in answer)) return answer;
  return new ResponseError(LSPErrorCodes.RequestFailed, answer.refused);
}
