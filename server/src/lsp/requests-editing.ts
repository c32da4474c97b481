import type { CodeAction } from 'vscode-languageserver';
import { codeActions, resolveAction } from '../features/actions.ts';
import type { ActionOptions } from '../features/actions.ts';
import { offsetAt } from '../features/layout.ts';
import type { Asking } from './asked.ts';

/** Answers what changes the text: fixes, refactorings, and what is done to a whole file. */
export function answerEditing({ connection, service, documents, abilities, guarded, about }: Asking): void {
  const options = (): ActionOptions => {
    const { snippetEdits, versionedEdits, lazyActions, refusedActions, createsFiles } = abilities();
    return {
      snippets: snippetEdits && versionedEdits,
      versionOf: documents.versionOf,
      lazy: lazyActions,
      refusals: refusedActions,
      creates: createsFiles && versionedEdits,
    };
  };
  const fitted = (action: CodeAction): CodeAction => (abilities().versionedEdits ? action : withoutVersions(action));
  connection.onCodeAction(
    about(({ snapshot, uri, tree }, { range, context: { only } }) => {
      const span = { from: offsetAt(tree, range.start), to: offsetAt(tree, range.end) };
      const asked = only === undefined ? options() : { ...options(), only };
      return codeActions(snapshot, uri, span, asked)?.map(fitted) ?? null;
    }),
  );
  const resolved = guarded((action: CodeAction) => fitted(resolveAction(service.snapshot(), action, options())));
  // An action that could not be worked out comes back as it was: without a change.
  connection.onCodeActionResolve((action, token) => resolved(action, token) ?? action);
}

/** The same edit for clients that know no versions. */
function withoutVersions(action: CodeAction): CodeAction {
  if (action.edit === undefined) return action;
  const changes: NonNullable<NonNullable<CodeAction['edit']>['changes']> = {};
  for (const change of action.edit.documentChanges ?? []) {
    if (!('edits' in change)) continue;
    changes[change.textDocument.uri] = change.edits.filter((edit) => 'newText' in edit);
  }
  return { ...action, edit: { changes } };
}
