/** A piece of work that is asked for often and done seldom. */
export interface Deferred {
  /** Asks for it. */
  request(): void;
  /** Forgets what was asked for, and takes nothing on any more. */
  dispose(): void;
}

/**
 * Runs `work` once things have been quiet for `quiet` milliseconds, and at the latest `longest` after it was first asked
 * for, however often it is asked for in between. Both are asked for anew each time.
 */
export function whenQuiet(work: () => void, waits: () => { quiet: number; longest: number }): Deferred {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let disposed = false;
  const run = (): void => {
    timer = undefined;
    work();
  };
  return {
    request() {
      if (disposed) return;
      const now = Date.now();
      if (timer === undefined) since = now;
      clearTimeout(timer);
      const { quiet, longest } = waits();
      timer = setTimeout(run, Math.max(0, Math.min(quiet, since + longest - now)));
    },
    dispose() {
      clearTimeout(timer);
      disposed = true;
    },
  };
}

/** Runs `work` when it is asked for, at once where the last run is at least `apart` milliseconds ago, else when it is. */
export function atMostEvery(work: () => void, apart: number): Deferred {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  let disposed = false;
  const run = (): void => {
    timer = undefined;
    last = Date.now();
    work();
  };
  return {
    request() {
      if (!disposed) timer ??= setTimeout(run, Math.max(0, last + apart - Date.now()));
    },
    dispose() {
      clearTimeout(timer);
      disposed = true;
    },
  };
}

/** Lets waiting messages in before the next piece of a long work. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
