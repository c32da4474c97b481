/** The part of a terminal's stream that a progress line needs. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A line that tells how far a long run is. `end` takes it away again. */
export interface Progress {
  at(what: string, done: number, total: number): void;
  end(): void;
}

const SHOWN_AFTER_MS = 1000;
const EVERY_MS = 100;

/**
 * Shows progress on a terminal once a run has taken a second, at most ten times a second. Writes nothing anywhere else.
 * `now` gives milliseconds of any steady clock.
 */
export function progressOn(stream: ProgressStream, now: () => number): Progress {
  if (stream.isTTY !== true) return { at: () => undefined, end: () => undefined };
  const started = now();
  let shown = 0;
  return {
    at(what, done, total) {
      const time = now();
      if (time - started < SHOWN_AFTER_MS || time - shown < EVERY_MS) return;
      shown = time;
      stream.write(`\r\u001b[K${what} ${done} of ${total} …`);
    },
    end() {
      if (shown !== 0) stream.write('\r\u001b[K');
      shown = 0;
    },
  };
}
