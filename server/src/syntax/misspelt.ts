import { COLON, LETTER, WHITE } from './alphabet.ts';
import { editDistance } from './nearest.ts';
import { NUMBER } from './patterns.ts';

/** A keyword with a slip in it, and what it was meant to be. */
export interface Misspelt {
  readonly image: string;
  readonly kind: 'objective' | 'kr';
  readonly keyword: 'objective' | 'key result';
}

/** Keywords long enough that a slip in them can be told from another word. */
const KEYWORDS = [
  { kind: 'objective', keyword: 'objective' },
  { kind: 'kr', keyword: 'key result' },
] as const;
const MOST_SLIPS = 2;
/** Words of their own that are as near. */
const OTHER_WORDS = /^(?:objections?|objectives|objectively|key[ \t-]results)$/i;

const GAP = `[${WHITE}]*`;
const WORDS = new RegExp(
  `[okOK][${LETTER}]{2,11}(?:[ \\t-][${LETTER}]{4,8})?(?=(?:${GAP}${NUMBER})?${GAP}(?:[*_]{1,3}${GAP})?${COLON})`,
  'y',
);

const known = new Map<string, Misspelt | null>();
/** Files repeat their own words, and a strange one has few. */
const MOST_KNOWN = 1000;

/**
 * The misspelt keyword of an objective or key result at `at`, before a colon or a number and a colon: "Objetive:",
 * "Key Reslut 2:". Null where the words are spelt as they should be, or mean something else.
 */
export function misspeltAt(text: string, at: number): Misspelt | null {
  WORDS.lastIndex = at;
  const image = WORDS.exec(text)?.[0];
  return image === undefined ? null : misspelt(image);
}

/** What words were meant to be; null where they are no misspelt keyword. */
export function misspelt(image: string): Misspelt | null {
  let found = known.get(image);
  if (found === undefined) {
    found = read(image);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(image, found);
  }
  return found;
}

function read(image: string): Misspelt | null {
  const word = image.toLowerCase().replace(/[ \t-]+/g, ' ');
  if (OTHER_WORDS.test(word)) return null;
  for (const { kind, keyword } of KEYWORDS) {
    const distance = slips(word, keyword);
    // "Key Resluts:" is nearer to the label of a list.
    if (distance > 0 && distance <= MOST_SLIPS && slips(word, `${keyword}s`) >= distance) {
      return { image, kind, keyword };
    }
  }
  return null;
}

/** How many slips lie between two words; a blank between their parts may be missing. */
function slips(word: string, keyword: string): number {
  const distance = editDistance(word, keyword, MOST_SLIPS);
  return keyword.includes(' ')
    ? Math.min(distance, editDistance(word, keyword.replace(' ', ''), MOST_SLIPS))
    : distance;
}
