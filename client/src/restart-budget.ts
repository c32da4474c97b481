/**
 * Counts crashes: the function takes the moment of one in milliseconds, and says whether the server may be started again,
 * which is up to `most` times within any `span` milliseconds.
 */
export function restartBudget(most: number, span: number): (now: number) => boolean {
  let crashes: readonly number[] = [];
  return (now) => {
    crashes = [...crashes.filter((then) => now - then < span), now];
    return crashes.length <= most;
  };
}
