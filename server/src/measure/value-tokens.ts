import { createToken, EOF, Lexer, tokenMatcher } from 'chevrotain';
import type { IToken, TokenType } from 'chevrotain';
import { CURRENCY_SIGNS } from './currencies.ts';
import { NUMBER_WORDS, scaleNamed } from './numbers.ts';
import { rateNamed, unitNamed } from './units.ts';

/** Letters of Latin, Greek, Cyrillic, Arabic, Devanagari …: scripts that put spaces between words. */
const LETTER = 'A-Za-z\u00aa\u00b2\u00b3\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0e3e\u0e40-\u1fff\u2c00-\u2dff';

export const White = createToken({ name: 'White', pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });

/** Any other word. Digits and inner marks belong to it: `p95`, `CO2`, `sign-ups`, `Node.js`, `R&D`. */
export const Word = createToken({
  name: 'Word',
  pattern: new RegExp(`[${LETTER}_][${LETTER}\\d_]*(?:[-'’.&][${LETTER}\\d_]+)*`),
});

/** A run of a script that puts no spaces between words. */
export const WideWord = createToken({
  name: 'WideWord',
  pattern: /[\u3040-\ud7ff\uf900-\ufaff\uff66-\uff9f]/,
  categories: [Word],
});

/** `°C` and its like may be glued to their number. */
export const Degree = createToken({ name: 'Degree', pattern: /°[CFK]?/, categories: [Word] });

export const Day = createToken({ name: 'Day', pattern: /\d{4}-\d{2}-\d{2}(?!\d)/ });
/** `1st`, `22nd`: never a count. */
export const Ordinal = createToken({
  name: 'Ordinal',
  pattern: /\d+(?:st|nd|rd|th)(?![A-Za-z\d])/i,
  categories: [Word],
});
export const Digits = createToken({ name: 'Digits', pattern: /\d+(?:[.,'’\u00a0\u202f]\d+)*|\.\d+/ });

/** Longest first: the first that fits is taken, and "six" begins "sixty". */
function oneOf(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}

const anyNumber = oneOf(NUMBER_WORDS);
export const NumberWord = createToken({
  name: 'NumberWord',
  pattern: new RegExp(`(?:${anyNumber})(?:-(?:${anyNumber}))*`, 'i'),
  longer_alt: Word,
});

export const Arrow = createToken({ name: 'Arrow', pattern: /-{1,3}>|[–—]>|=+>|[→⇒⟶➔➜➝➞⭢]/ });
/** The side of a bound that is good. */
export const Comparison = createToken({ name: 'Comparison', pattern: Lexer.NA });
export const AtLeast = createToken({
  name: 'AtLeast',
  pattern: />=|≥|⩾|at least|no less than|not less than|no fewer than|not below|a minimum of|minimum of/i,
  categories: [Comparison],
  longer_alt: Word,
});
export const AtMost = createToken({
  name: 'AtMost',
  pattern: /<=|≤|⩽|at most|no more than|not more than|not above|up to|a maximum of|maximum of|within/i,
  categories: [Comparison],
  longer_alt: Word,
});
export const Over = createToken({
  name: 'Over',
  pattern: />|over|above|more than|greater than|higher than/i,
  categories: [Comparison],
  longer_alt: Word,
});
export const Under = createToken({
  name: 'Under',
  pattern: /<|under|below|less than|fewer than|lower than/i,
  categories: [Comparison],
  longer_alt: Word,
});
export const OrMore = createToken({
  name: 'OrMore',
  pattern: /(?:or|and) (?:more|higher|above|better|over|greater|up)/i,
  longer_alt: Word,
});
export const OrLess = createToken({
  name: 'OrLess',
  pattern: /(?:or|and) (?:less|lower|below|fewer|under)/i,
  longer_alt: Word,
});
export const About = createToken({
  name: 'About',
  pattern: /[~≈∼]|about|around|approximately|approx\.?|roughly|circa|ca\./i,
  longer_alt: Word,
});

export const DotDot = createToken({ name: 'DotDot', pattern: /\.{2,3}|…/ });
export const Plus = createToken({ name: 'Plus', pattern: /\+/ });
export const Dash = createToken({ name: 'Dash', pattern: /[-–—−]/ });
export const Slash = createToken({ name: 'Slash', pattern: /\// });
export const Colon = createToken({ name: 'Colon', pattern: /[:=]/ });
export const Question = createToken({ name: 'Question', pattern: /\?/ });
export const Percent = createToken({ name: 'Percent', pattern: /%-points?|[%％]/i });
export const Times = createToken({ name: 'Times', pattern: /×/ });
export const Sign = createToken({
  name: 'Sign',
  pattern: new RegExp(CURRENCY_SIGNS.map((sign) => sign.replace(/\$/g, '\\$')).join('|'), 'i'),
});

export const To = createToken({ name: 'To', pattern: /to/i, longer_alt: Word });
export const From = createToken({ name: 'From', pattern: /from/i, longer_alt: Word });
export const And = createToken({ name: 'And', pattern: /and/i, longer_alt: Word });
export const Between = createToken({ name: 'Between', pattern: /between/i, longer_alt: Word });
export const Of = createToken({ name: 'Of', pattern: /out of(?: the)?|of(?: the)?/i, longer_alt: Word });
export const Per = createToken({ name: 'Per', pattern: /per|each|every/i, longer_alt: Word });
/** Units of two words. */
export const UnitPhrase = createToken({
  name: 'UnitPhrase',
  pattern: /(?:business|working|calendar) days?|per cent|percent(?:age)? points?|basis points?/i,
  longer_alt: Word,
});
/** A word that the table of units knows; told from other words after lexing. */
export const UnitWord = createToken({ name: 'UnitWord', pattern: Lexer.NA, categories: [Word] });
/** `k`, `M`, `million`; told from other words after lexing. */
export const ScaleWord = createToken({ name: 'ScaleWord', pattern: Lexer.NA, categories: [Word] });
/** `weekly`, `daily`; told from other words after lexing. */
export const RateAdverb = createToken({ name: 'RateAdverb', pattern: Lexer.NA, categories: [Word] });
/** "a" and "an" are the "per" of "3 a day", and nothing in a counted noun. */
export const Article = createToken({ name: 'Article', pattern: /an?/i, longer_alt: Word });

/** Words that never belong to a counted noun: "200 visitors in March" counts visitors. */
const LITTLE_WORDS =
  'across after against all also among are as at be because been before but by during for has have if in into is it ' +
  'its nor on onto or our since so than that the their them then there these they this those through throughout till ' +
  'until via was we were when where which while who whose will with without';
export const Little = createToken({
  name: 'Little',
  pattern: new RegExp(oneOf(LITTLE_WORDS.split(' ')), 'i'),
  longer_alt: Word,
});

/** Whatever else: brackets, commas, emoji. */
export const Other = createToken({ name: 'Other', pattern: /[\u0000-\uffff]/, line_breaks: true });

/** In the order in which they are tried. */
export const VALUE_TOKENS: TokenType[] = [
  White,
  Day,
  Ordinal,
  Digits,
  Sign,
  Arrow,
  AtLeast,
  AtMost,
  OrMore,
  OrLess,
  Over,
  Under,
  About,
  DotDot,
  Plus,
  Dash,
  Slash,
  Colon,
  Question,
  Percent,
  Times,
  NumberWord,
  Of,
  To,
  From,
  And,
  Between,
  UnitPhrase,
  Per,
  Little,
  Article,
  Word,
  WideWord,
  Degree,
  Other,
  Comparison,
  UnitWord,
  ScaleWord,
  RateAdverb,
];

let lexer: Lexer | undefined;

/** The tokens of a value, white space left out; every character belongs to a token, so lexing never fails. */
export function valueTokens(text: string): IToken[] {
  lexer ??= new Lexer(VALUE_TOKENS, {
    ensureOptimizations: true,
    positionTracking: 'onlyOffset',
    skipValidations: true,
  });
  const tokens = lexer.tokenize(text).tokens;
  for (const token of tokens) if (token.tokenType === Word) retype(token, kindOfWord(token.image));
  return tokens;
}

/** What stands in for a token before the first. */
export const NO_TOKEN: IToken = { image: '', startOffset: 0, tokenType: EOF, tokenTypeIdx: EOF.tokenTypeIdx ?? 0 };

/** Whether it is any kind of word. */
export function isWord(token: IToken): boolean {
  return tokenMatcher(token, Word);
}

/** Whether it is ">=", "at most", "under" or another of their kind. */
export function isComparison(token: IToken): boolean {
  return tokenMatcher(token, Comparison);
}

/** Whether nothing stands between two tokens. */
export function glued(left: IToken, right: IToken): boolean {
  return left.startOffset + left.image.length === right.startOffset;
}

function kindOfWord(word: string): TokenType {
  if (scaleNamed(word, false) !== null) return ScaleWord;
  if (unitNamed(word)) return UnitWord;
  return rateNamed(word) ? RateAdverb : Word;
}

function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  if (type.tokenTypeIdx !== undefined) token.tokenTypeIdx = type.tokenTypeIdx;
}
