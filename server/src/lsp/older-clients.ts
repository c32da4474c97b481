import type { Location, LocationLink, WorkspaceEdit } from 'vscode-languageserver';

/** Answers in the form that clients without newer parts of the protocol know. */

/** Places instead of links. */
export function asLocations(links: readonly LocationLink[] | null): Location[] | null {
  return links?.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange })) ?? null;
}

/** The same edit without the versions of the documents. */
export function withoutVersions(edit: WorkspaceEdit): WorkspaceEdit {
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  for (const change of edit.documentChanges ?? []) {
    if (!('edits' in change)) continue;
    changes[change.textDocument.uri] = change.edits.filter((each) => 'newText' in each);
  }
  return { changes };
}
