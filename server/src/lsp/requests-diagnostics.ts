import type {
  DiagnosticServerCancellationData,
  ResultProgressReporter,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { DiagnosticRefreshRequest, LSPErrorCodes, ResponseError } from './protocol-parts.ts';
import type { Asking } from './asked.ts';
import { atMostEvery } from './timers.ts';
import { isSame } from './told.ts';
import type { Telling, Told } from './told.ts';
import { canonical } from './uris.ts';

/** What a client asks for instead of being told of it. */
export interface Pulled {
  /**
   * What there is to say of a plan now. True where the client asks for it by itself: nothing is pushed then. `edited`: the
   * client knows that it has to ask again.
   */
  takes(uri: string, said: Told, edited: boolean): boolean;
  /** Files that the client was told of when it asked for all of them. */
  uris(): Iterable<string>;
  /** Every file was gone through. */
  wentThroughAll(): void;
  dispose(): void;
}

export interface PullOptions {
  readonly telling: Telling;
  /** Resolves once the settings are read: nothing is said before. */
  readonly settled: () => Promise<unknown>;
  /** Has all files gone through. */
  readonly goThroughAll: () => void;
}

/** A question about the whole workspace that is not answered yet. */
interface Question {
  /** The result ids that the client has, by file; files that it has nothing of are not among them. */
  readonly has: Map<string, string>;
  /** Files whose ids came with the question, until it was said that they still hold. */
  readonly unconfirmed: Set<string>;
  /** What is to be said, and was not sent yet. */
  reports: WorkspaceDocumentDiagnosticReport[];
  /** Takes parts of the answer: the question stays open then, and changes follow as they come. */
  readonly part: ResultProgressReporter<WorkspaceDiagnosticReport> | undefined;
  readonly end: (answer: WorkspaceDiagnosticReport | ResponseError<DiagnosticServerCancellationData>) => void;
}

/**
 * Answers clients that ask for diagnostics: of a document at once, of the workspace as one long answer where the client
 * takes it in parts, else once all files were gone through. Where an open file changed with an edit elsewhere, the client is
 * asked to ask again.
 */
export function answerDiagnostics(asking: Asking, { telling, settled, goThroughAll }: PullOptions): Pulled {
  const { connection, service, documents, abilities } = asking;
  /** What there was to say last, and its result id; a file of which there is nothing to say has `clean`. */
  const known = new Map<string, { readonly said: Told; readonly id: string }>();
  /** A client may keep ids when the server starts again. */
  const run = Date.now().toString(36);
  const clean = `${run}-0`;
  let count = 0;
  /** The ids of the answers that a client got, or was asked to fetch, of documents that are open. */
  const answered = new Map<string, string>();
  let asksForAll = false;
  let question: Question | null = null;
  let isStale = false;

  const idOf = (uri: string, said: Told): string => {
    if (said.length === 0) {
      known.delete(uri);
      return clean;
    }
    const before = known.get(uri);
    if (before !== undefined && isSame(before.said, said)) return before.id;
    const id = `${run}-${String(++count)}`;
    known.set(uri, { said, id });
    return id;
  };

  const askAgain = (): void => {
    isStale = false;
    connection.sendRequest(DiagnosticRefreshRequest.type).catch((error: unknown) => {
      connection.console.debug(`Diagnostics were not asked for again: ${String(error)}`);
    });
  };
  const sending = atMostEvery(() => {
    if (isStale) askAgain();
    if (question?.part === undefined || question.reports.length === 0) return;
    question.part.report({ items: question.reports });
    question.reports = [];
  }, 0);

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    await settled();
    if (token.isCancellationRequested) return cancelled();
    const uri = canonical(textDocument.uri);
    const said = telling(service.snapshot(), uri);
    const resultId = idOf(uri, said);
    if (documents.isOpen(uri)) answered.set(uri, resultId);
    if (resultId === previousResultId) return { kind: 'unchanged', resultId };
    return { kind: 'full', resultId, items: [...said] };
  });

  connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token, _, part) => {
    asksForAll = true;
    question?.end({ items: [] });
    const has = new Map(previousResultIds.map(({ uri, value }) => [canonical(uri), value]));
    return new Promise((resolve) => {
      const mine: Question = {
        has,
        unconfirmed: new Set(has.keys()),
        reports: [],
        part,
        end(answer) {
          if (question === mine) question = null;
          resolve(answer);
        },
      };
      question = mine;
      token.onCancellationRequested(() => mine.end(cancelled()));
      goThroughAll();
    });
  });

  const report = ({ has, unconfirmed, reports }: Question, uri: string, said: Told): void => {
    const resultId = idOf(uri, said);
    const before = has.get(uri) ?? clean;
    const base = { uri: documents.clientUri(uri), version: documents.versionOf(uri), resultId };
    if (before !== resultId) reports.push({ ...base, kind: 'full', items: [...said] });
    else if (unconfirmed.has(uri)) reports.push({ ...base, kind: 'unchanged' });
    unconfirmed.delete(uri);
    if (said.length === 0) has.delete(uri);
    else has.set(uri, resultId);
    if (reports.length > 0) sending.request();
  };

  return {
    takes(uri, said, edited) {
      if (!abilities().pulls) return false;
      if (question !== null) report(question, uri, said);
      if (!documents.isOpen(uri)) {
        answered.delete(uri);
        return asksForAll;
      }
      const last = answered.get(uri);
      const id = idOf(uri, said);
      if (last !== undefined && last !== id && !edited) {
        answered.set(uri, id);
        isStale = true;
        sending.request();
      }
      return true;
    },
    uris: () => question?.has.keys() ?? [],
    wentThroughAll() {
      if (question !== null && question.part === undefined) question.end({ items: question.reports });
    },
    dispose() {
      sending.dispose();
      question?.end({ items: [] });
    },
  };
}

function cancelled(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
}
