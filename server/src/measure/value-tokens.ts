import { createToken, EOF, Lexer, tokenMatcher } from 'chevrotain';
import type { IToken, ITokenConfig, TokenType } from 'chevrotain';
import { ANY_CHARACTER, BEYOND, bothCases, codes, DIGITS, LETTERS } from '../syntax/first-characters.ts';
import { CURRENCY_SIGNS } from './currencies.ts';
import { NUMBER_WORDS, scaleNamed } from './numbers.ts';
import { rateNamed, unitNamed } from './units.ts';

/** Letters of Latin, Greek, Cyrillic, Arabic, Devanagari …: scripts that put spaces between words. */
const LETTER = 'A-Za-z\u00aa\u00b2\u00b3\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0e3e\u0e40-\u1fff\u2c00-\u2dff';

function token(name: string, pattern: RegExp, firsts: readonly number[], more: Partial<ITokenConfig> = {}): TokenType {
  return createToken({ name, pattern, start_chars_hint: [...firsts], ...more });
}

export const White = token('White', /\s+/, [...codes(' \t\n\v\f\r'), ...BEYOND], {
  group: Lexer.SKIPPED,
  line_breaks: true,
});

/** Any other word. Digits and inner marks belong to it: `p95`, `CO2`, `sign-ups`, `Node.js`, `R&D`. */
export const Word = token('Word', new RegExp(`[${LETTER}_][${LETTER}\\d_]*(?:[-'’.&][${LETTER}\\d_]+)*`), [
  ...codes(`_${LETTERS}`),
  ...BEYOND,
]);

/** A run of a script that puts no spaces between words. */
export const WideWord = token('WideWord', /[\u3040-\ud7ff\uf900-\ufaff\uff66-\uff9f]/, BEYOND, { categories: [Word] });

/** `°C` and its like may be glued to their number. */
export const Degree = token('Degree', /°[CFK]?/, BEYOND, { categories: [Word] });

export const Day = token('Day', /\d{4}-\d{2}-\d{2}(?!\d)/, codes(DIGITS));
/** `1st`, `22nd`: never a count. */
export const Ordinal = token('Ordinal', /\d+(?:st|nd|rd|th)(?![A-Za-z\d])/i, codes(DIGITS), { categories: [Word] });
export const Digits = token('Digits', /\d+(?:[.,'’\u00a0\u202f]\d+)*|\.\d+/, codes(`.${DIGITS}`));

/** Longest first: the first that fits is taken, and "six" begins "sixty". */
function oneOf(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}

const anyNumber = oneOf(NUMBER_WORDS);
export const NumberWord = token(
  'NumberWord',
  new RegExp(`(?:${anyNumber})(?:-(?:${anyNumber}))*`, 'i'),
  bothCases('bdefhmnostz'),
  { longer_alt: Word },
);

export const Arrow = token('Arrow', /-{1,3}>|[–—]>|=+>|[→⇒⟶➔➜➝➞⭢]/, [...codes('-='), ...BEYOND]);
/** The side of a bound that is good. */
export const Comparison = createToken({ name: 'Comparison', pattern: Lexer.NA });
export const AtLeast = token(
  'AtLeast',
  />=|≥|⩾|at least|no less than|not less than|no fewer than|not below|a minimum of|minimum of/i,
  [...codes('>'), ...bothCases('amn'), ...BEYOND],
  { categories: [Comparison], longer_alt: Word },
);
export const AtMost = token(
  'AtMost',
  /<=|≤|⩽|at most|no more than|not more than|not above|up to|a maximum of|maximum of|within/i,
  [...codes('<'), ...bothCases('amnuw'), ...BEYOND],
  { categories: [Comparison], longer_alt: Word },
);
export const Over = token(
  'Over',
  />|over|above|more than|greater than|higher than/i,
  [...codes('>'), ...bothCases('aghmo')],
  { categories: [Comparison], longer_alt: Word },
);
export const Under = token(
  'Under',
  /<|under|below|less than|fewer than|lower than/i,
  [...codes('<'), ...bothCases('bflu')],
  { categories: [Comparison], longer_alt: Word },
);
export const OrMore = token('OrMore', /(?:or|and) (?:more|higher|above|better|over|greater|up)/i, bothCases('ao'), {
  longer_alt: Word,
});
export const OrLess = token('OrLess', /(?:or|and) (?:less|lower|below|fewer|under)/i, bothCases('ao'), {
  longer_alt: Word,
});
export const About = token(
  'About',
  /[~≈∼]|about|around|approximately|approx\.?|roughly|circa|ca\./i,
  [...codes('~'), ...bothCases('acr'), ...BEYOND],
  { longer_alt: Word },
);

export const DotDot = token('DotDot', /\.{2,3}|…/, [...codes('.'), ...BEYOND]);
export const Plus = token('Plus', /\+/, codes('+'));
export const Dash = token('Dash', /[-–—−]/, [...codes('-'), ...BEYOND]);
export const Slash = token('Slash', /\//, codes('/'));
export const Colon = token('Colon', /[:=]/, codes(':='));
export const Question = token('Question', /\?/, codes('?'));
export const Percent = token('Percent', /%-points?|[%％]/i, [...codes('%'), ...BEYOND]);
export const Times = token('Times', /×/, BEYOND);
export const Sign = token('Sign', new RegExp(CURRENCY_SIGNS.map((sign) => sign.replace(/\$/g, '\\$')).join('|'), 'i'), [
  ...codes('$'),
  ...bothCases('achmnrsu'),
  ...BEYOND,
]);

export const To = token('To', /to/i, bothCases('t'), { longer_alt: Word });
export const From = token('From', /from/i, bothCases('f'), { longer_alt: Word });
export const And = token('And', /and/i, bothCases('a'), { longer_alt: Word });
export const Between = token('Between', /between/i, bothCases('b'), { longer_alt: Word });
export const Of = token('Of', /out of(?: the)?|of(?: the)?/i, bothCases('o'), { longer_alt: Word });
export const Per = token('Per', /per|each|every/i, bothCases('pe'), { longer_alt: Word });
/** Units of two words. */
export const UnitPhrase = token(
  'UnitPhrase',
  /(?:business|working|calendar) days?|per cent|percent(?:age)? points?|basis points?/i,
  bothCases('bcwp'),
  { longer_alt: Word },
);
/** A word that the table of units knows; told from other words after lexing. */
export const UnitWord = createToken({ name: 'UnitWord', pattern: Lexer.NA, categories: [Word] });
/** `k`, `M`, `million`; told from other words after lexing. */
export const ScaleWord = createToken({ name: 'ScaleWord', pattern: Lexer.NA, categories: [Word] });
/** `weekly`, `daily`; told from other words after lexing. */
export const RateAdverb = createToken({ name: 'RateAdverb', pattern: Lexer.NA, categories: [Word] });
/** "a" and "an" are the "per" of "3 a day", and nothing in a counted noun. */
export const Article = token('Article', /an?/i, bothCases('a'), { longer_alt: Word });

/** Words that never belong to a counted noun: "200 visitors in March" counts visitors. */
const LITTLE_WORDS =
  'across after against all also among are as at be because been before but by during for has have if in into is it ' +
  'its nor on onto or our since so than that the their them then there these they this those through throughout till ' +
  'until via was we were when where which while who whose will with without';
export const Little = token('Little', new RegExp(oneOf(LITTLE_WORDS.split(' ')), 'i'), bothCases('abdfhinostuvw'), {
  longer_alt: Word,
});

/** Whatever else: brackets, commas, emoji. */
export const Other = token('Other', /[\u0000-\uffff]/, ANY_CHARACTER, { line_breaks: true });

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
