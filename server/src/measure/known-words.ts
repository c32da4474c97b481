import { tongueOf } from './language.ts';
import type { Tongue } from './language.ts';
import { lookUp, UNKNOWN } from './lexicon.ts';
import type { WordEntry } from './lexicon.ts';
import { marksOf } from './word-marks.ts';

/** A word, number or sign as it is written, with all that is known of it wherever it stands. */
export interface KnownWord {
  readonly text: string;
  readonly lower: string;
  readonly entry: WordEntry;
  /** See `mark`. */
  readonly marks: number;
  readonly tongue: Tongue;
  /** The text as Chevrotain wants a match of a token. */
  readonly match: [string];
}

/** "US dashboards", "IT staff": capitals are no pronouns. */
const CAPITALS = new Set(['US', 'IT', 'WHO']);

/** The same text as the name of a property: the engine compares such texts by their places, and others letter by letter. */
const interned = (text: string): string => Object.keys({ [text]: 0 })[0] ?? text;

/** Words that were asked for before. Texts repeat themselves; most words of a workspace are here after some files. */
const known = new Map<string, KnownWord>();
/** So many words are remembered. */
const MOST_KNOWN = 20_000;

/** What is known of a text that a token of a title has. */
export function knownWord(text: string): KnownWord {
  let word = known.get(text);
  if (word === undefined) {
    const small = text.toLowerCase();
    const lower = interned(small.includes('’') ? small.replace('’', "'") : small);
    const entry = CAPITALS.has(text) ? UNKNOWN : lookUp(lower);
    word = { text, lower, entry, marks: marksOf(lower), tongue: tongueOf(lower, entry), match: [text] };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, word);
  }
  return word;
}
