/** How often it is looked whether a new day has begun; the clock is also looked at with each edit. */
const MINUTE = 60_000;

export interface CalendarDay {
  /** Looks at the clock. */
  check(): void;
  dispose(): void;
}

/** Calls `begins` with the day now, and whenever another day begins while the server runs: after midnight, after a sleep. */
export function followDay(today: () => string, begins: (day: string) => void): CalendarDay {
  let known: string | null = null;
  const check = (): void => {
    const now = today();
    if (now === known) return;
    known = now;
    begins(now);
  };
  check();
  const timer = setInterval(check, MINUTE);
  return { check, dispose: () => clearInterval(timer) };
}
