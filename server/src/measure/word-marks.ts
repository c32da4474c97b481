/** The lists of words that have a mark, in the order of their bits, and whether a phrase is asked for by its first word. */
const lists: { readonly words: () => Iterable<string>; readonly first: boolean }[] = [];
let table: Map<string, number> | undefined;
let firstOnly = 0;

function add(words: () => Iterable<string>, first: boolean): number {
  if (lists.length > 30) throw new Error('A word has room for 31 marks.');
  lists.push({ words, first });
  return 1 << (lists.length - 1);
}

/**
 * A mark for the words of a list, in lower case: one bit of a number. Each word of a title is looked up once, and tells by its
 * marks which searches it is worth; sets would be asked about each word again and again. To be called as a module is loaded:
 * the lists are read when the first word is looked up.
 */
export const mark = (words: () => Iterable<string>): number => add(words, false);

/** A mark for the first words of phrases: a token of several words has it where its first word has it. */
export const markFirst = (words: () => Iterable<string>): number => add(words, true);

function buildTable(): Map<string, number> {
  const built = new Map<string, number>();
  for (const [at, { words, first }] of lists.entries()) {
    if (first) firstOnly |= 1 << at;
    for (const word of words()) built.set(word, (built.get(word) ?? 0) | (1 << at));
  }
  return built;
}

/** The marks of a token in lower case. */
export function marksOf(lower: string): number {
  table ??= buildTable();
  const marks = table.get(lower) ?? 0;
  const space = lower.indexOf(' ');
  return space < 0 ? marks : (marks & ~firstOnly) | ((table.get(lower.slice(0, space)) ?? 0) & firstOnly);
}
