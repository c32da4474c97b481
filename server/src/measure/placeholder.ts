import type { Phrase } from './reading.ts';

const PLACEHOLDERS: readonly RegExp[] = [
  /(?<![\w-])(?:tbd|tbc|tba|todo|fixme|lorem ipsum|to be (?:defined|determined|decided|confirmed|added|announced))(?!\w)/i,
  /(?<![\w-])(?:insert|add|your|some|put|enter|fill in)\s+(?:an?\s+|the\s+)?(?:metric|number|target|value|figure|key result|kr|text|title|goal|objective)\s+here/i,
  /(?<![\w.&-])[xX]{2,4}(?![\w-])/,
  /(?<![\w.&/'’-])[XYZN](?=\s*(?:%|percent|percentage|\+|\/|users|customers|days|hours|weeks|months|people|points|times|new|per|of|k(?!\w)|M(?!\w))|\s*(?:to|->|→)\s*[XYZN](?!\w))/,
  /(?<=(?:by|to|of|from|at|least|than|reach|achieve|over|above|below|under|\$|€|£|~|<|>|≥|≤)\s?)[XYN](?![\w'’.&/-])/,
  /(?<![\w.])[xyn]\s?%|\b(?:min|max|minimum|maximum|at least|more than|less than|fewer than)\.?(?: of)? [xXyYN](?!\w)|^\s*[XN](?= +(?!-)[a-z])|(?<=\b(?:resolve|resolving|complete|completing|fix|add|get|publish|close|run|hire|reach|hold|write) )[XN](?= )/,
  /[$€£]\s?[XYZN]+(?!\w)/,
  /(?<=\bfrom )[A-Z]\s?%(?= to [A-Z]\s?%)/,
  /(?<!\w)[?_]{2,}(?!\w)|\?\s?%|(?<!\w)_+\s?%|#{2,}(?!\w)|[<[{](?:metric|number|target|value|name|x|n|…|\.\.\.|insert[^>\]}]{0,40})[>\]}]|\.\.\.\s?%/i,
  /^\s*(?:key result|objective|kr|goal|new key result|untitled|placeholder|title|sample|example)\s*#?\d{0,3}\s*\.?$/i,
];

/** What every placeholder has in it: most titles are done with after this one look. */
const HINT =
  /\b(?:tb[dca]|todo|fixme|lorem|to be|here|x{2,4}|[xyzn])\b|[$€£]\s?[XYZN]|[?_#]{2}|\?\s?%|_\s?%|[A-Z]\s?% to|[<{]|\.\.\.\s?%|^\s*(?:key result|objective|kr|goal|new key|untitled|placeholder|title|sample|example)/i;

/** Words that stand where a number or a title is still to come ("X %", "TBD", "Key Result 1"), or null. */
export function findPlaceholder(title: string): Phrase | null {
  if (!HINT.test(title)) return null;
  for (const pattern of PLACEHOLDERS) {
    const match = pattern.exec(title);
    if (match) return { text: match[0], from: match.index, to: match.index + match[0].length };
  }
  return null;
}

/** A letter in place of a number, and the words of comparison that may be found with it. */
const BLANK = /^(?:(?:min|max|minimum|maximum|at least|more than|less than|fewer than)\.?(?: of)? )?[xyzn]{1,4}$/i;
const BLANKS = /(?<![\w.&'’-])(?:[XYZN]|[xX]{2,4}|[xyn](?=\s?%)|x(?= ))(?![\w'’.&-])/g;

/**
 * The title with digits, as many as there are letters, where its placeholder is a letter in place of a number ("by X%"): so
 * read, it tells what the number will be about. Null where the placeholder is of another kind.
 */
export const filledIn = (title: string, { text }: Phrase): string | null =>
  text.length < 30 && BLANK.test(text.replace(/[^A-Za-z. ]/g, '').trim())
    ? title.replace(BLANKS, (blank) => '7'.repeat(blank.length))
    : null;
