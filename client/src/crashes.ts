/** What follows on a crash of the server: it is started again, which is said the first time, or it stays down. */
export type AfterCrash = 'start and say so' | 'start' | 'stay down';

/**
 * Counts crashes: the function takes the moment of one in milliseconds. The server is started again up to `most` times within
 * any `span` milliseconds, and a person is told of it once.
 */
export function countCrashes(most: number, span: number): (now: number) => AfterCrash {
  let crashes: readonly number[] = [];
  let told = false;
  return (now) => {
    crashes = [...crashes.filter((then) => now - then < span), now];
    if (crashes.length > most) return 'stay down';
    const first = !told;
    told = true;
    return first ? 'start and say so' : 'start';
  };
}
