import type { CodeAction } from 'vscode-languageserver';
import { codeActions, resolveAction } from '../features/actions.ts';
import type { ActionOptions } from '../features/actions.ts';
import { offsetAt } from '../features/layout.ts';
import type { Asking } from './asked.ts';
import { withoutVersions } from './older-clients.ts';

/** Answers what changes the text: fixes, refactorings, and what is done to a whole file. */
export function answerEditing({ connection, service, documents, abilities, say, guarded, about }: Asking): void {
  const options = (): ActionOptions => {
    const { snippetEdits, versionedEdits, lazyActions, refusedActions, createsFiles } = abilities();
    return {
      snippets: snippetEdits && versionedEdits,
      versionOf: documents.versionOf,
      say: say(),
      lazy: lazyActions,
      refusals: refusedActions,
      creates: createsFiles && versionedEdits,
    };
  };
  const fitted = (action: CodeAction): CodeAction => {
    if (abilities().versionedEdits || action.edit === undefined) return action;
    return { ...action, edit: withoutVersions(action.edit) };
  };
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
