import { knownWord } from './known-words.ts';
import { mark } from './word-marks.ts';

// Most of a title is words and numbers that can be nothing else. They are told by their letters before any expression is
// tried, for each that is tried costs as much as all of this. What may begin something longer is left to the expressions.

const SPACE = 32;
const PERCENT = 37;
const CLOSE = 41;
const COMMA = 44;
const STOP = 46;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Words that begin a token of several words, are one that is no plain word, or go on past what ends others. */
const LEADING = mark(() =>
  (
    'a about above acima al almost and approx approximately around as at atleast au basis below beneath between beyond capped como ' +
    'circa do does exceed exceeding exceeds faster fewer gdpr greater higher in larger least less longer lower maximal maximum ' +
    'mais mehr mindestens minimum mio moins more mrd must nearly no north not of or out over pci pct pelo per percent ' +
    'percentage plus por pp ppt ppts quicker roughly shall shorter should smaller some sooner surpass surpasses ' +
    'surpassing than the to tsd under unter up upward upwards very weniger will within abaixo menos better bps break nil none ' +
    'nothing usd eur gbp chf inr brl jpy cny aud cad sgd sek nok dkk pln zar vnd ' +
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen hundred thousand million billion trillion'
  ).split(' '),
);

/** Whether a text is over, or goes on in a way that adds nothing to the word or number that ends before an offset. */
function isOver(text: string, end: number): boolean {
  if (end >= text.length) return true;
  const code = text.charCodeAt(end);
  if (code === SPACE || code === CLOSE) return true;
  if (code !== COMMA && code !== STOP) return false;
  return end + 1 >= text.length || text.charCodeAt(end + 1) === SPACE;
}

/** A word of plain letters that can only be a word, at an offset of a text, or null. */
export function plainWord(text: string, offset: number): [string] | null {
  let end = offset;
  while (isLetter(text.charCodeAt(end))) end++;
  if (end === offset || !isOver(text, end)) return null;
  // "Tier 1", "FY '26", "sprint #3": a word with its number is a name.
  const next = text.charCodeAt(end + 1);
  if (isDigit(next) || next === 35 || next === 39) return null;
  const word = knownWord(text.slice(offset, end));
  return (word.marks & LEADING) === 0 ? word.match : null;
}

/** What may go on a number past a space: digits, "a.m.", "p.m.", "x", "/", a quarter, a half. */
const GOES_ON: ReadonlySet<number> = new Set(Array.from('0123456789aApPxX×/qQhH', (letter) => letter.charCodeAt(0)));

/** Digits that can only be a number, at an offset of a text, or null. */
export function plainDigits(text: string, offset: number): [string] | null {
  let end = offset;
  while (isDigit(text.charCodeAt(end))) end++;
  if (end === offset) return null;
  if (text.charCodeAt(end) !== PERCENT && !isOver(text, end)) return null;
  if (text.charCodeAt(end) === SPACE && GOES_ON.has(text.charCodeAt(end + 1))) return null;
  const image = text.slice(offset, end);
  // "360 degrees", "360 feedback"
  return image === '360' ? null : [image];
}
