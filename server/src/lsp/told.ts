import type { Diagnostic } from 'vscode-languageserver';
import { diagnostics } from '../features/diagnostics.ts';
import { faded } from '../features/faded.ts';
import type { Say } from '../syntax/said.ts';
import type { Snapshot } from '../service.ts';

/** Rules that would take what was not read yet for missing. */
const NEEDS_ALL_FILES: ReadonlySet<string> = new Set(['OKR006', 'OKR009', 'OKR402', 'OKR804']);

/** What there is to say of a file. As long as that does not change, its diagnostics are mostly the same objects. */
export type Told = readonly Diagnostic[];

export const NOTHING: Told = [];

/** Whether two lists say the same. What did not change is mostly the same object. */
export function isSame(a: Told, b: Told): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((each, index) => each === b[index] || JSON.stringify(each) === JSON.stringify(b[index]));
}

export interface TellingOptions {
  /** The client's language. */
  readonly say: () => Say;
  /** False while files of the workspace are still being read. */
  readonly hasAllFiles: () => boolean;
  /** Whether this file is to be spoken of at all. */
  readonly concerns: (uri: string) => boolean;
  /** Whether the client fades what is tagged as needless. */
  readonly fades: () => boolean;
}

export type Telling = (snapshot: Snapshot, uri: string) => Told;

/** Says what there is to say of files, told or asked for. */
export function tellingOf({ hasAllFiles, concerns, fades, say }: TellingOptions): Telling {
  return (snapshot, uri) => {
    if (!concerns(uri)) return NOTHING;
    const all = diagnostics(snapshot, uri, say());
    const found = hasAllFiles() ? all : all.filter(({ code }) => !NEEDS_ALL_FILES.has(String(code)));
    const resting = fades() ? faded(snapshot, uri, say()) : NOTHING;
    return resting.length === 0 ? found : [...found, ...resting];
  };
}
