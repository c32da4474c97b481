import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

import { said } from '../syntax/said.ts';
import type { Said, Say } from '../syntax/said.ts';

/** Work that takes longer than this many milliseconds shows how far it is. */
const PATIENCE = 400;

export interface Progress {
  at(done: number, all: number): void;
  end(): void;
}

/** Shows in the editor how far a long work is. A short one never shows, and neither does any where `shows` is false. */
export function progressOf(connection: Connection, shows: boolean, title: Said, say: Say): Progress {
  const started = Date.now();
  let reporter: WorkDoneProgressServerReporter | null = null;
  let asked = false;
  let ended = false;
  return {
    at(done, all) {
      if (!shows || ended || Date.now() - started < PATIENCE) return;
      const percentage = Math.min(100, Math.round((100 * done) / all));
      if (reporter !== null) reporter.report(percentage, say(said`${Math.min(done, all)} of ${all}`));
      if (asked) return;
      asked = true;
      const begin = (created: WorkDoneProgressServerReporter): void => {
        if (ended) return;
        reporter = created;
        created.begin(say(title), percentage, undefined, false);
      };
      // An editor that will not show it goes without.
      connection.window.createWorkDoneProgress().then(begin, () => undefined);
    },
    end() {
      ended = true;
      reporter?.done();
    },
  };
}
