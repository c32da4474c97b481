import type { CompletionItem } from 'vscode-languageserver';
import { cascade } from '../features/cascade.ts';
import { completion } from '../features/completion.ts';
import { resolveCompletion } from '../features/completion-resolve.ts';
import { definition } from '../features/definition.ts';
import { hover } from '../features/hover.ts';
import { offsetAt } from '../features/layout.ts';
import { fileStatus } from '../features/status.ts';
import { documentSymbols } from '../features/symbols.ts';
import type { Asking } from './asked.ts';
import { asLocations } from './older-clients.ts';
import { CASCADE_REQUEST, STATUS_REQUEST } from './protocol.ts';
import type { CascadeParams, StatusParams } from './protocol.ts';
import { canonical } from './uris.ts';

/** Answers what the editor asks about documents and the plan, each from the snapshot of the moment. */
export function answerRequests({ connection, service, abilities, say, guarded, about, withFilesNamed }: Asking): void {
  connection.onHover(
    about(({ snapshot, uri, tree }, { position }) => hover(snapshot, uri, offsetAt(tree, position), say())),
  );
  connection.onCompletion(
    about(({ snapshot, uri, tree }, { position }) => {
      const { snippets, lazyCompletions, plainLabels, sharedRange } = abilities();
      const options = { snippets, lazy: lazyCompletions, plainLabels, sharedRange, say: say() };
      return completion(snapshot, uri, offsetAt(tree, position), options);
    }),
  );
  const resolved = guarded((item: CompletionItem) => resolveCompletion(service.snapshot(), item, say()));
  connection.onCompletionResolve((item, token) => resolved(item, token) ?? item);
  connection.onDefinition(
    withFilesNamed(
      about(({ snapshot, uri, tree }, { position }) => {
        const links = definition(snapshot, uri, offsetAt(tree, position));
        return abilities().links ? links : asLocations(links);
      }),
    ),
  );
  connection.onDocumentSymbol(about(({ snapshot, uri }) => documentSymbols(snapshot, uri, say())));
  connection.onRequest(
    CASCADE_REQUEST,
    guarded((params: CascadeParams | null) => cascade(service.snapshot(), params ?? {}, say())),
  );
  connection.onRequest(
    STATUS_REQUEST,
    guarded(({ uri }: StatusParams) => fileStatus(service.snapshot(), canonical(uri))),
  );
}
