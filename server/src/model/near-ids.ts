import { nearest } from '../syntax/nearest.ts';

/** Which characters a word holds, as bits; two edits change at most four of them. */
function charactersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 31);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * A search for the ids nearest to a misspelt one, over the ids of a whole workspace. What cannot be two edits away is
 * left out by a look at its length and its characters, so that many dangling references stay cheap.
 */
export function nearIdsOf(ids: Iterable<string>): (written: string) => readonly string[] {
  const all = [...ids].map((id) => ({ id, bits: charactersOf(id) }));
  return (written) => {
    const word = written.toLowerCase();
    const bits = charactersOf(word);
    const likely = all.filter((each) => Math.abs(each.id.length - word.length) <= 2 && bitCount(each.bits ^ bits) <= 4);
    // Of ids equally near the first in the alphabet comes first, in whatever order they came into the workspace.
    return nearest(word, likely.map((each) => each.id).sort());
  };
}
