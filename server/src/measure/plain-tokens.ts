import { knownWord } from './known-words.ts';
import { NAMED, VERBISH } from './numbered-names.ts';
import { mark } from './word-marks.ts';

// Most tokens of a title can only be a plain word or number. They are told by their letters before
// any expression is tried, for each that is tried costs as much as all of this. What may begin something longer is left to
// the expressions, and so is what is not plain ASCII.

const SPACE = 32;
const HASH = 35;
const PERCENT = 37;
const CLOSE = 41;
const PLUS = 43;
const COMMA = 44;
const STOP = 46;
const M = 109;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
/** The code of the small letter, for the code of a letter. */
const small = (code: number): number => code | 32;

/** Words that are a token of their own, or begin one in too many ways to tell. */
const LEADING = mark(() =>
  (
    'about above acima al almost approx approximately around as atleast au basis below beneath between beyond bps break ' +
    'circa como exceed exceeding exceeds gdpr least maximal maximum mais mehr menos mindestens minimum mio mrd nearly nil none ' +
    'north nothing over pci pct pelo percent percentage plus por pp ppt ppts roughly some surpass surpasses surpassing than tsd ' +
    'under unter upward upwards very weniger within abaixo moins fy cy ' +
    'usd eur gbp chf inr brl jpy cny aud cad sgd sek nok dkk pln zar vnd ' +
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety dozen hundred thousand million billion trillion'
  ).split(' '),
);

/** The first letters of the words with which a little word makes a token: "in under", "in excess of", "in every". */
const GOES_WITH: ReadonlyMap<string, string> = new Map([
  ['a', 'vlm'],
  ['the', 'vlm'],
  ['at', 'atvlm'],
  ['and', 'mhgbaoulfse'],
  ['or', 'mhgbaoulfse'],
  ['in', 'ule'],
  ['of', 't'],
  ['out', 'o'],
  ['up', 't'],
  ['no', 'lfmghbws'],
  ['not', 'lfbmghes'],
  ['per', 'c'],
  ['capped', 'a'],
  ...['to', 'do', 'does', 'should', 'must', 'will', 'shall'].map((word) => [word, 'n'] as const),
  ...'more greater higher better longer larger less fewer lower smaller shorter faster quicker sooner'
    .split(' ')
    .map((word) => [word, 't'] as const),
]);
const LITTLE = mark(() => GOES_WITH.keys());

/** Words that make a name with the number behind them: "Tier 1", "sprint #3". */
const NUMBERED = mark(() => [...NAMED.split('|'), ...VERBISH.split('|'), 'top']);

/** Whether a text is over, or goes on in a way that adds nothing to the word or number that ends before an offset. */
function isOver(text: string, end: number): boolean {
  if (end >= text.length) return true;
  const code = text.charCodeAt(end);
  if (code === SPACE || code === CLOSE) return true;
  if (code !== COMMA && code !== STOP) return false;
  return end + 1 >= text.length || text.charCodeAt(end + 1) === SPACE;
}

/** Whether a little word is alone: no space is behind it, or a word that it makes no token with. */
function standsAlone(lower: string, text: string, end: number): boolean {
  if (text.charCodeAt(end) !== SPACE) return true;
  const next = text.charCodeAt(end + 1);
  return isLetter(next) && !(GOES_WITH.get(lower) ?? '').includes(String.fromCharCode(small(next)));
}

/** A word of plain letters that can only be a word, at an offset of a text, or null. */
export function plainWord(text: string, offset: number): [string] | null {
  let end = offset;
  while (isLetter(text.charCodeAt(end))) end++;
  if (end === offset || !isOver(text, end)) return null;
  const word = knownWord(text.slice(offset, end));
  if ((word.marks & LEADING) !== 0) return null;
  if ((word.marks & LITTLE) !== 0) return standsAlone(word.lower, text, end) ? word.match : null;
  const next = text.charCodeAt(end + 1);
  return (word.marks & NUMBERED) !== 0 && (isDigit(next) || next === HASH) ? null : word.match;
}

/** Whether what stands past the space behind a number belongs to it: digits, "a.m.", "x", "/", a quarter, a half. */
function continues(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return true;
  const next = text.charCodeAt(at + 1);
  switch (text[at]?.toLowerCase()) {
    case 'a':
    case 'p':
      return next === STOP || small(next) === M;
    case 'q':
    case 'h':
      return isDigit(next);
    case 'x':
    case '×':
    case '/':
      return true;
    default:
      return false;
  }
}

/** Digits that can only be a number, at an offset of a text, or null. */
export function plainDigits(text: string, offset: number): [string] | null {
  let end = offset;
  while (isDigit(text.charCodeAt(end))) end++;
  if (end === offset) return null;
  const code = text.charCodeAt(end);
  if (code !== PERCENT && code !== PLUS && !isOver(text, end)) return null;
  if (code === SPACE && continues(text, end + 1)) return null;
  const { match } = knownWord(text.slice(offset, end));
  // "360 degrees", "360 feedback"
  return match[0] === '360' ? null : match;
}
