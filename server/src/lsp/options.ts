import type { InitializeParams } from 'vscode-languageserver';
import { isDay } from '../measure/days.ts';
import type { InitializationOptions } from './protocol.ts';
import { canonical } from './uris.ts';

/** The options that a client handed over, and a word on what could not be taken. */
export function readOptions(given: unknown): {
  readonly options: InitializationOptions;
  readonly problem: string | null;
} {
  if (typeof given !== 'object' || given === null) return { options: {}, problem: null };
  const options = 'commands' in given && given.commands === true ? { commands: true } : {};
  const asOf = 'asOf' in given ? given.asOf : undefined;
  if (asOf === undefined || asOf === null) return { options, problem: null };
  if (typeof asOf === 'string' && isDay(asOf)) return { options: { ...options, asOf }, problem: null };
  const problem = `initializationOptions.asOf is to be a day such as "2026-11-10", not ${JSON.stringify(asOf)}. Today is taken.`;
  return { options, problem };
}

/** The workspace folders, or the one root of clients that know but one. */
export function foldersOf({ workspaceFolders, ...older }: InitializeParams): readonly string[] {
  if (workspaceFolders != null && workspaceFolders.length > 0) return workspaceFolders.map(({ uri }) => canonical(uri));
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- some editors know no workspace folders.
  const { rootUri } = older;
  return typeof rootUri === 'string' ? [canonical(rootUri)] : [];
}
