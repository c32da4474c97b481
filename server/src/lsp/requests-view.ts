import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { checkInPlaces } from '../features/check-in-places.ts';
import { codeLenses, resolveCodeLens } from '../features/code-lens.ts';
import type { LensCommands } from '../features/code-lens.ts';
import { inlayHints, resolveInlayHint } from '../features/inlay-hints.ts';
import { semanticTokens, tokenEdits } from '../features/semantic-tokens.ts';
import type { Asking } from './asked.ts';
import type { Preferences } from './preferences.ts';
import { CHECK_IN, CHECK_IN_REQUEST, SHOW_REFERENCES } from './protocol.ts';
import type { CheckInParams } from './protocol.ts';

const COMMANDS: LensCommands = { references: SHOW_REFERENCES, checkIn: CHECK_IN };

/** The last tokens that a client got of a file, to tell it later what changed. */
interface Sent {
  readonly resultId: string;
  readonly data: readonly number[];
}

/** Answers what is shown in the text: colours, hints and lenses. `commands`: the client has those of the lenses. */
export function answerViews(asking: Asking, preferences: (uri: string) => Preferences, commands: () => boolean): void {
  const { connection, service, documents, say, guarded, about } = asking;
  const sent = new Map<string, Sent>();
  let count = 0;
  const remember = (uri: string, data: readonly number[]): string => {
    const resultId = String(++count);
    for (const known of sent.keys()) if (!documents.isOpen(known)) sent.delete(known);
    sent.set(uri, { resultId, data });
    return resultId;
  };
  const lensCommands = (): LensCommands | null => (commands() ? COMMANDS : null);

  connection.languages.semanticTokens.on(
    about(({ snapshot, uri }): SemanticTokens | null => {
      const data = semanticTokens(snapshot, uri);
      return data === null ? null : { resultId: remember(uri, data), data };
    }),
  );
  connection.languages.semanticTokens.onDelta(
    about(({ snapshot, uri }, { previousResultId }): SemanticTokens | SemanticTokensDelta | null => {
      const data = semanticTokens(snapshot, uri);
      if (data === null) return null;
      const before = sent.get(uri);
      const resultId = remember(uri, data);
      if (before?.resultId !== previousResultId) return { resultId, data };
      return { resultId, edits: tokenEdits(before.data, data) };
    }),
  );
  connection.languages.semanticTokens.onRange(
    about(({ snapshot, uri }, { range: { start, end } }): SemanticTokens | null => {
      const data = semanticTokens(snapshot, uri, { first: start.line, last: end.line });
      return data === null ? null : { data };
    }),
  );
  connection.languages.inlayHint.on(
    about(({ snapshot, uri }, { range }) => inlayHints(snapshot, uri, range, preferences(uri).inlayHints, say())),
  );
  connection.languages.inlayHint.resolve((hint) => resolveInlayHint(service.snapshot(), hint, say()));
  connection.onCodeLens(
    about(({ snapshot, uri }) => (preferences(uri).codeLens ? codeLenses(snapshot, uri, lensCommands()) : [])),
  );
  connection.onCodeLensResolve((lens) => resolveCodeLens(service.snapshot(), lens, lensCommands(), say()));
  connection.onRequest(
    CHECK_IN_REQUEST,
    guarded(({ key }: CheckInParams) => checkInPlaces(service.snapshot(), key, say())),
  );
}
