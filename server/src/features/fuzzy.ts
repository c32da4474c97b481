const WHOLE = 100;
const BEGINNING = 80;
const WORD = 60;
const INSIDE = 40;
const LETTERS = 20;

/**
 * How well texts answer the words of a query, all in lower case: the lowest of the ranks that the words reach in any of the
 * texts, 0 without words. Null where a word is in none of them.
 */
export function rankOf(words: readonly string[], texts: readonly string[]): number | null {
  let lowest: number | null = null;
  for (const word of words) {
    const best = Math.max(...texts.map((text) => wordRank(word, text)));
    if (best <= 0) return null;
    lowest = Math.min(lowest ?? best, best);
  }
  return words.length === 0 ? 0 : lowest;
}

/** Rank of one word in one text; 0 where its letters are not in it in their order. */
function wordRank(word: string, text: string): number {
  if (text === word) return WHOLE;
  const at = text.indexOf(word);
  if (at === 0) return BEGINNING;
  if (at > 0) return beginsWord(word, text, at) ? WORD : INSIDE;
  return hasInOrder(word, text) ? LETTERS : 0;
}

function isWordStart(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

/** Whether the word stands at the beginning of a later word of the text. */
function beginsWord(word: string, text: string, from: number): boolean {
  for (let at = from; at !== -1; at = text.indexOf(word, at + 1)) {
    if (isWordStart(text, at)) return true;
  }
  return false;
}

/**
 * Whether the letters come in their order, from the beginning of a word and near each other: spread over a whole title they
 * would fit nearly any.
 */
function hasInOrder(word: string, text: string): boolean {
  const [first = ''] = word;
  for (let from = text.indexOf(first); from !== -1; from = text.indexOf(first, from + 1)) {
    if (isWordStart(text, from) && endInOrder(word, text, from) < Infinity) return true;
  }
  return false;
}

/** Where the last letter of the word ends, its first letter taken at `from`; infinitely far where one is missing. */
function endInOrder(word: string, text: string, from: number): number {
  let at = from - 1;
  for (const letter of word) {
    at = text.indexOf(letter, at + 1);
    if (at === -1 || at >= from + 2 * word.length + 2) return Infinity;
  }
  return at + 1;
}
