import { createToken, Lexer } from 'chevrotain';
import type { IToken, TokenType } from 'chevrotain';
import { ANY_CHARACTER, BEYOND, bothCases, codes, DIGITS, LETTERS } from '../syntax/first-characters.ts';
import { CURRENCY_SIGNS } from './currencies.ts';
import { NUMBER_WORDS } from './numbers.ts';
import { NAMED, VERBISH } from './numbered-names.ts';
import { plainDigits, plainWord } from './plain-tokens.ts';

/** Every token is one of these, so that the grammar can step over whatever it has no use for. */
export const Anything = createToken({ name: 'Anything', pattern: Lexer.NA });
/** What may stand before the digits of a quantity. */
export const Comparison = createToken({ name: 'Comparison', pattern: Lexer.NA, categories: [Anything] });
/** A number that names a thing or a day and never counts. */
export const Name = createToken({ name: 'Name', pattern: Lexer.NA, categories: [Anything] });

type Match = (text: string, offset: number) => [string] | null;

const order: TokenType[] = [];
function token(
  name: string,
  pattern: RegExp | Match,
  starts: readonly number[],
  category: TokenType = Anything,
): TokenType {
  const type = createToken({
    name,
    pattern,
    start_chars_hint: [...starts],
    line_breaks: false,
    categories: [category],
  });
  order.push(type);
  return type;
}
/** A token that always holds or precedes a digit, so that a text without any needs not be searched for it. */
const ofDigits = new Set<TokenType>();
function digitToken(
  name: string,
  pattern: RegExp | Match,
  starts: readonly number[],
  category: TokenType = Anything,
): TokenType {
  const type = token(name, pattern, starts, category);
  ofDigits.add(type);
  return type;
}
/** A pattern of words: whole words only, in any case, any white space between them. */
const phrase = (source: string): RegExp =>
  new RegExp(`(?:${source.replace(/ /g, '[ \\t\\u00a0]+')})(?![A-Za-z\\d_])`, 'i');

const LETTER = 'A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0e3e\u0e40-\u1fff\u2c00-\u2dff';
const GROUPS = String.raw`[1-9]\d{0,2}(?:(?:[,'’]\d{3})+|(?:[ \u00a0\u2009\u202f]\d{3})+)(?![\d])(?:\.\d+)?`;
/** What makes a comma between digits a decimal point: one or two digits behind it, and then a unit. */
const UNIT_BEHIND = String.raw`[ \u00a0\u2009\u202f]?(?:[%％$€£¥]|(?:per ?cent|pct|pp|ppts?|[kKMx×]|mn|mln|[Mm]io|[Mm]rd|milh(?:ão|ões)|millones|Millionen|bn|thousand|[mb]illion|EUR|USD|GBP|CHF|ms|s|sec|seconds?|min|minutes?|h|hours?|days?|weeks?|months?|years?|[KMGT]B)(?![A-Za-z\d]))`;
/** Without a unit it is one where no list goes on: "CSAT 4,2 → 4,6", not "phases 1,2,3" or "1,2 and 3". */
const NO_LIST = String.raw`(?![,.]?\d|[ \u00a0]?(?:, ?\d|&|and\b|or\b))`;
const COMMA_DECIMAL = String.raw`(?:\d+,\d{1,2}(?=${UNIT_BEHIND})|(?<![\d,])\d+,\d{1,2}${NO_LIST})`;
/** "1.500.000", "1.234,50": points between groups, where nothing else can be meant. */
const POINT_GROUPS = String.raw`[1-9]\d{0,2}(?:(?:\.\d{3}){2,}(?:,\d{1,2})?|\.\d{3},\d{1,2})(?![.,]?\d)`;
const DIGIT_GROUPS = String.raw`(?:${POINT_GROUPS}|${GROUPS}|${COMMA_DECIMAL}|\d+(?:\.\d+)?|\.\d+)`;

order.push(createToken({ name: 'Blank', pattern: ' ', group: Lexer.SKIPPED, line_breaks: false }));
order.push(
  createToken({
    name: 'Space',
    pattern: /[\s\u200b-\u200d\ufeff]+/,
    start_chars_hint: [...codes(' \t\r\n\f\v'), ...BEYOND],
    group: Lexer.SKIPPED,
    line_breaks: false,
  }),
);

export const Word = createToken({ name: 'Word', pattern: Lexer.NA, categories: [Anything] });
export const Digits = createToken({ name: 'Digits', pattern: Lexer.NA, categories: [Anything] });
token('PlainWord', plainWord, codes(LETTERS), Word);
digitToken('PlainDigits', plainDigits, codes(DIGITS), Digits);
token('Url', /(?:https?:\/\/|www\.)[^\s)>\]]+/i, codes('hHwW'), Name);
export const IsoDate = digitToken('IsoDate', /\d{4}-\d{2}-\d{2}(?!\d)/, codes(DIGITS), Name);
export const SlashDate = digitToken('SlashDate', /\d{1,2}([/.])\d{1,2}\1(?:20)?\d{2}(?![\d.])/, codes(DIGITS), Name);
export const Quarter = digitToken(
  'Quarter',
  /(?:[QqHh][1-4](?:[-–/&][QqHh]?[1-4])?(?:[ -]?(?:FY|')?(?:20)?\d{2}(?![\d%]))?|(?:(?:20)?\d{2}|FY\d{2,4})[- ]?[QqHh][1-4])(?!\w)/,
  codes(`${DIGITS}QqHhF`),
  Name,
);
export const FiscalYear = digitToken(
  'FiscalYear',
  /[FC]Y[ -]?'?(?:20)?\d{2}(?:[-/ ]?(?:[QH][1-4]|\d{2}))?(?!\w)/i,
  codes('FfCc'),
  Name,
);
digitToken('TimeOfDay', /\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.)(?!\w)/i, codes(DIGITS), Name);
/** "1:30" is minutes and seconds to some and hours and minutes to others: it is read as neither. */
digitToken('Clock', /\d{1,3}:\d{2}(?::\d{2})?(?![\w:])/, codes(DIGITS), Name);
digitToken('AroundTheClock', /24\s?[/x]\s?7(?:[/x]365)?(?!\w)/i, codes(DIGITS), Name);
digitToken(
  'Version',
  new RegExp(String.raw`[vV]\d+(?:[._-]?\w+)*|(?!${POINT_GROUPS})\d+\.\d+\.\d+(?:[.-]\w+)*|\d+\.x(?!\w)`),
  codes(`${DIGITS}vV`),
  Name,
);
export const Percentile = digitToken(
  'Percentile',
  /[Pp](?:50|75|80|90|95|97|98|99|99\.9+)(?:th)?(?!\w)/,
  codes('Pp'),
  Name,
);
digitToken(
  'NamedNumber',
  new RegExp(
    `(?=[A-Za-z&/]{1,12}(?: [A-Za-z]{3,7})?[ -]?#?\\d)(?:(?:${NAMED})[ -]?#?\\d+(?:[.-]\\d+)*(?::\\d+)?\\+?(?: ?(?:-+>|→) ?\\d+\\.\\d+)?|(?:${VERBISH})[ -]?#?\\d+(?:\\.\\d+)*(?![\\w.,]*[+-]? (?!(?:of|is|in|to|for|and|by|with|on|at|has|are)[^A-Za-z])[A-Za-z])|top[ -]?\\d+(?:,\\d{3})*|the \\d{2}s|mp3|mp4)(?![\\w%]| ?%)`,
    'i',
  ),
  codes(LETTERS),
  Name,
);
export const Alphanumeric = digitToken('Alphanumeric', /[A-Za-z]+\d\w*(?:[.-]\w+)*/, codes(LETTERS), Name);
export const Ordinal = digitToken('Ordinal', /\d+(?:st|nd|rd|th)(?!\w)/i, codes(DIGITS));
digitToken(
  'NumberName',
  /\d+(?:D|FA|G|P)(?!\w)|40[13]\(?[kb]\)?(?!\w)|\d+-(?:factor|sided|in-\d+|way|star|tier|step|page|pager|click|part|layer)(?!\w)|#\d+(?!\s*%)|1[:-]1(?:[- ]on[- ]1)?(?:['’]?s)?(?!\w)|360(?:[-° ](?:degrees?|feedback|reviews?))/,
  codes(`${DIGITS}#`),
  Name,
);

// "0,500" and "1.234,5" are not two numbers, and which one they are is not known. "30,2026" ends a date.
digitToken(
  'UnclearNumber',
  new RegExp(
    String.raw`(?!(?:${GROUPS}|${POINT_GROUPS}|${COMMA_DECIMAL})(?![.,]?\d))(?!\d{1,2},20\d\d(?!\d))\d+(?:\.\d+)*(?:,\d+(?:\.\d+)*)+`,
  ),
  codes(DIGITS),
  Name,
);
export const Ratio = digitToken('Ratio', /\d+(?:\.\d+|,\d{1,2})?\s?\/\s?\d+(?![\w/])/, codes(DIGITS));
export const Times = digitToken('Times', new RegExp(`${DIGIT_GROUPS}\\s?[x×](?!\\w)`, 'i'), codes(`${DIGITS}.`));
digitToken('WrittenDigits', new RegExp(DIGIT_GROUPS), codes(`${DIGITS}.`), Digits);
/** "from 12 to none": words that are 0 where a level goes to them. */
const NONE_LEFT = String.raw`(?<=\bfrom \S{1,20}(?: \S{1,20})? to )(?:none|nil|nothing|break-?even)`;
const NUMBER_WORD = NUMBER_WORDS.join('|');
export const NumberWord = token(
  'NumberWord',
  new RegExp(`(?:(?:${NUMBER_WORD})(?:[- ](?:${NUMBER_WORD}))*|${NONE_LEFT})(?![\\w-])`, 'i'),
  bothCases('zotfsenhdmb'),
);
export const Percent = token('Percent', /[%％]|(?:percent|per cent|pct)(?!\w)/i, [...codes('%pP'), ...BEYOND]);
export const Points = token(
  'Points',
  /(?:-?percent(?:age)?[ -]points?|pp|p\.p\.|ppts?|basis points|bps)(?!\w)/i,
  codes('pPbB-'),
);
export const CurrencySign = token(
  'CurrencySign',
  new RegExp(
    `${CURRENCY_SIGNS.map((sign) => sign.replace(/\$/g, '\\$')).join('|')}|(?:USD|EUR|GBP|CHF|INR|BRL|JPY|CNY|AUD|CAD|SGD|SEK|NOK|DKK|PLN|ZAR|VND)(?!\\w)`,
  ),
  [...codes('$AUCNHSMRUEGIBJPVZDX'), ...BEYOND],
);

token('Arrow', /-+>|=>|[–—]>|[→⇒⟶➔➜➝➞⭢]/, [...codes('-='), ...BEYOND]);
export const AtLeastSign = token('AtLeastSign', />=|≥|⩾/, [...codes('>'), ...BEYOND], Comparison);
export const AtMostSign = token('AtMostSign', /<=|≤|⩽/, [...codes('<'), ...BEYOND], Comparison);
export const MoreSign = token('MoreSign', />|＞/, [...codes('>'), ...BEYOND], Comparison);
export const LessSign = token('LessSign', /<|＜/, [...codes('<'), ...BEYOND], Comparison);
export const AtLeast = token(
  'AtLeast',
  phrase(
    '(?:at )?(?:a |the )?(?:very )?(?:least|minimum)(?: of)?|atleast|no (?:less|fewer|lower) than|not (?:less|fewer|below)(?: than)?|a min of|upwards? of|(?:pelo menos|no mínimo|al menos|mindestens|au moins)(?= \\S?\\S?\\d)',
  ),
  bothCases('atlmnvup'),
  Comparison,
);
export const AtMost = token(
  'AtMost',
  phrase(
    "at (?:the )?(?:very )?most|(?:a )?maximum(?: of)?|no (?:more|greater|longer|later|higher|larger|bigger|worse|slower) than|not (?:more|greater|longer|higher)(?: than)?|(?:(?:do|does|to|should|must|will|shall)(?:n['’]t| not) |not )(?:exceed|surpass)(?:ing)?|up to|capped at|a max of|(?:no máximo|como máximo|höchstens|maximal|au plus)(?= \\S?\\S?\\d)",
  ),
  bothCases('amndtswuch'),
  Comparison,
);
export const MoreThan = token(
  'MoreThan',
  phrase(
    '(?:more|greater|higher|better|longer|larger) than|over|above|exceed(?:s|ing)?|surpass(?:es|ing)?|in excess of|north of|beyond|(?:acima de|mais de|más de|mehr als|über|plus de|por encima de)(?= \\S?\\S?\\d)',
  ),
  [...bothCases('mghbloaesinp'), ...BEYOND],
  Comparison,
);
export const LessThan = token(
  'LessThan',
  phrase(
    '(?:less|fewer|lower|smaller|shorter|faster|quicker|sooner) than|under|below|beneath|(?:abaixo de|menos de|weniger als|unter|moins de|por debajo de)(?= \\S?\\S?\\d)',
  ),
  bothCases('lfsqubamwp'),
  Comparison,
);
export const Within = token('Within', phrase('within|in under|in less than'), bothCases('wi'), Comparison);
/** "between 5 and 10". */
export const Between = digitToken('Between', /between(?=\s*[-–−+]?[~$€£]?\d)/i, codes('bB'), Comparison);
export const Approx = token(
  'Approx',
  /[~≈∼±]|(?:about|around|approximately|approx\.?|roughly|circa|nearly|almost|some)(?=\s*[$€£~]?\d)/i,
  [...codes('~±'), ...bothCases('acrns'), ...BEYOND],
);
export const OrMore = token(
  'OrMore',
  phrase('(?:or|and) (?:more|higher|greater|better|above|over|up(?! to)|beyond|longer)'),
  bothCases('oa'),
);
export const OrLess = token(
  'OrLess',
  phrase('(?:or|and) (?:less|lower|fewer|below|under|faster|sooner|shorter|earlier)'),
  bothCases('oa'),
);
export const OutOf = token(
  'OutOf',
  phrase('out of(?: the)?|of(?: the)?(?! \\d+(?:st|nd|rd|th))(?= \\d)|in every(?= \\d)'),
  bothCases('oi'),
);

token(
  'WrittenWord',
  new RegExp(
    `(?:[Mm]io|[Mm]rd|[Tt]sd)\\.(?=[ \u00a0]?[€$£¥A-Z])|[${LETTER}_](?:[${LETTER}\\d_]|['’](?=[A-Za-z])|[-‑](?=[${LETTER}\\d])|\\.(?=[A-Za-z]{2})|&(?=[A-Z](?![a-z])))*`,
  ),
  [...codes(`${LETTERS}_`), ...BEYOND],
  Word,
);
/** A run of a script that puts no spaces between words. */
export const WideWord = token('WideWord', /[\u3040-\ud7ff\uf900-\ufaff\uff66-\uff9f]+/, BEYOND);
export const Plus = token('Plus', /\+/, codes('+'));
export const Dash = token('Dash', /[-–—−‑]+/, [...codes('-'), ...BEYOND]);
export const Slash = token('Slash', /\//, codes('/'));
export const Ampersand = token('Ampersand', /&/, codes('&'));
export const Comma = token('Comma', /[,，、]/, [...codes(','), ...BEYOND]);
export const Stop = token('Stop', /[.;:!?。；：！？…]+/, [...codes('.;:!?'), ...BEYOND]);
export const Open = token('Open', /[([{（【]/, [...codes('([{'), ...BEYOND]);
export const Close = token('Close', /[)\]}）】]/, [...codes(')]}'), ...BEYOND]);
token('Quote', /["'“”‘’«»„`]/, [...codes('"\'`'), ...BEYOND]);
token('Other', /[\u0000-\uffff]/, ANY_CHARACTER);

/** In the order in which they are tried, the categories first. */
export const PROSE_TOKENS: TokenType[] = [Anything, Comparison, Name, Word, Digits, ...order];

const lexerOf = (types: TokenType[]): Lexer =>
  new Lexer(types, { ensureOptimizations: true, positionTracking: 'onlyOffset', skipValidations: true });

let lexer: Lexer | undefined;
let wordLexer: Lexer | undefined;

/** The tokens of a line of prose, white space left out; every character belongs to a token, so lexing never fails. */
export function proseTokens(text: string): IToken[] {
  if (/\d/.test(text)) return (lexer ??= lexerOf(PROSE_TOKENS)).tokenize(text).tokens;
  wordLexer ??= lexerOf(PROSE_TOKENS.filter((type) => !ofDigits.has(type)));
  return wordLexer.tokenize(text).tokens;
}
