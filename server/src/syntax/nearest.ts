/**
 * The Damerau-Levenshtein distance of two words (insertions, deletions, substitutions and swaps of neighbours, each part
 * changed once), or `limit` + 1 where it is more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

/** How many edits away a name of this length may be and still be taken for a slip. */
function slips(name: string): number {
  return name.length <= 4 ? 1 : 2;
}

/**
 * The names nearest to `written`, whatever the case, in their order: those at the least distance. None where all are
 * further than two edits, or one for words of up to four letters.
 */
export function nearest(written: string, names: Iterable<string>): readonly string[] {
  const word = written.toLowerCase();
  let least = slips(word);
  let found: string[] = [];
  for (const name of names) {
    const limit = Math.min(slips(name), least);
    const distance = editDistance(word, name.toLowerCase(), limit);
    if (distance > limit) continue;
    if (distance < least) found = [];
    least = distance;
    found.push(name);
  }
  return found;
}
