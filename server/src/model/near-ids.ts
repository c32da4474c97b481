import { nearest } from '../syntax/nearest.ts';
import type { Grouped } from './grouped.ts';
import { FACET, Tracked } from './tracking.ts';

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

/** A word that nothing is called by, and the ids nearest to it once somebody asked. */
class Misspelt extends Tracked {
  readonly word: string;
  readonly bits: number;
  near: readonly string[] | null = null;

  constructor(word: string) {
    super();
    this.word = word;
    this.bits = charactersOf(word);
  }

  /** Whether an id may be meant. What cannot be two edits away is left out by a look at its length and its characters. */
  isLike(id: string, bits: number): boolean {
    return Math.abs(id.length - this.word.length) <= 2 && bitCount(bits ^ this.bits) <= 4;
  }

  forget(): void {
    this.near = null;
  }
}

/**
 * The ids nearest to misspelt ones, over the ids of a whole workspace. What was computed from the ids near to a word stands
 * until one of them goes or another comes: ids that are nothing like it do not concern it.
 */
export class NearIds {
  private readonly indexes: readonly Grouped<string, unknown>[];
  private readonly words = new Map<string, Misspelt>();
  private ids: readonly { readonly id: string; readonly bits: number }[] | null = null;

  /** The keys of the indexes are the ids. */
  constructor(indexes: readonly Grouped<string, unknown>[]) {
    this.indexes = indexes;
    for (const index of indexes) index.onKey = (id) => this.cameOrWent(id);
  }

  /** The ids nearest to what is written. Of those equally near the first in the alphabet comes first. */
  nearest(written: string): readonly string[] {
    for (const index of this.indexes) index.settle();
    const word = written.toLowerCase();
    const known = this.words.get(word) ?? new Misspelt(word);
    known.seen(FACET.members);
    if (known.isRead()) this.words.set(word, known);
    known.near ??= nearest(
      word,
      this.all()
        .filter(({ id, bits }) => known.isLike(id, bits))
        .map(({ id }) => id)
        .sort(),
    );
    return known.near;
  }

  private all(): NonNullable<typeof this.ids> {
    this.ids ??= [...new Set(this.indexes.flatMap((index) => index.keys()))].map((id) => ({
      id,
      bits: charactersOf(id),
    }));
    return this.ids;
  }

  private cameOrWent(id: string): void {
    this.ids = null;
    const bits = charactersOf(id);
    for (const [word, known] of this.words) {
      if (!known.isRead()) this.words.delete(word);
      else if (known.isLike(id, bits) && nearest(word, [id]).length > 0) {
        known.forget();
        known.changed(FACET.members);
      }
    }
  }
}
