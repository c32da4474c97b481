/** The part of a terminal's stream that a progress line needs. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A line that tells how far a long run is. `end` takes it away again. */
export interface Progress {
  at(what: string, done: number, total: number): void;
  /** Before a step that cannot tell how far it is: shown at once where the step is over many things. */
  before(what: string, total: number): void;
  end(): void;
}

const SHOWN_AFTER_MS = 1000;
const EVERY_MS = 100;
/** A step over this many files may take a second. */
const MANY = 200;

/** Tells nobody. */
export const silent: Progress = { at: () => undefined, before: () => undefined, end: () => undefined };

/**
 * Shows progress on a terminal once a run has taken a second, at most ten times a second. Writes nothing anywhere else.
 * `now` gives milliseconds of any steady clock.
 */
export function progressOn(stream: ProgressStream, now: () => number): Progress {
  if (stream.isTTY !== true) return silent;
  const started = now();
  let shown: number | null = null;
  const show = (line: string): void => {
    shown = now();
    stream.write(`\r\u001b[K${line} …`);
  };
  return {
    at(what, done, total) {
      const time = now();
      const isDue = shown === null ? time - started >= SHOWN_AFTER_MS : time - shown >= EVERY_MS;
      if (isDue) show(`${what}: ${done} of ${total}`);
    },
    before(what, total) {
      if (total >= MANY) show(`${what}: ${total}`);
    },
    end() {
      if (shown !== null) stream.write('\r\u001b[K');
      shown = null;
    },
  };
}
