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

/** How many edits away a name of this length may be and still be taken for a slip: 2, less for short names. */
function slips(name: string): number {
  return name.length <= 3 ? 1 : 2;
}

/**
 * The names nearest to `written`, nearest first, whatever the case; none where all are further than two edits (one for
 * names of up to three letters). Names at equal distance keep their order.
 */
export function nearest(written: string, names: Iterable<string>): readonly string[] {
  const word = written.toLowerCase();
  const found: { readonly name: string; readonly distance: number }[] = [];
  for (const name of names) {
    const limit = Math.min(slips(name), slips(word));
    const distance = editDistance(word, name.toLowerCase(), limit);
    if (distance <= limit) found.push({ name, distance });
  }
  return found.sort((a, b) => a.distance - b.distance).map((each) => each.name);
}
