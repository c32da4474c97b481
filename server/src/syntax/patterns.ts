import { ANY, CLOSING, COLON, DAY, ID, LETTER, LINE_END, MARKS, SPACE_NEXT, WHITE } from './alphabet.ts';
import { HEADER_WORDS, LABEL_NAMES, LABEL_WORDS, PROPERTY_WORDS, SCOPE_NAMES } from './keywords.ts';

/**
 * How lines begin, as sources of regular expressions. The lexer's tokens and the search for block boundaries are made of
 * the same sources, so that they cannot disagree about what a header is. No pattern has two unbounded runs of the same
 * characters side by side: a line may be megabytes long.
 */

const GAP = `[${WHITE}]*`;
const CLOSED_COLON = `${GAP}(?:${CLOSING}${GAP})?${COLON}`;

function oneOf(words: readonly string[]): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((word) => word.replace(/ /g, `[${WHITE}]+`)).join('|')})`;
}

/** A keyword ends here. Only digits may be glued to it; a dash with digits is a fault that still reads. */
const ENDS = `(?![${LETTER}'\u2019/&.@]|[_-][${LETTER}])`;
const COLON_NEXT = `(?=${CLOSED_COLON})`;
const NUMBERS = '\\d+(?:\\.\\d+)*';

const OBJECTIVE_WORDS = oneOf(HEADER_WORDS.objective.filter((word) => word.length > 1));

/** A lone "o" begins too many other things to be a header without its colon or a glued number. */
const LETTER_O = `o(?![${LETTER}'\u2019_-])(?:(?=(?:${GAP}(?:#?${NUMBERS}|${ID}))?${CLOSED_COLON})|(?=${NUMBERS}(?![${LETTER}\\d_])))`;

export const OBJECTIVE = `(?:${OBJECTIVE_WORDS}${ENDS}|${oneOf(LABEL_WORDS.objective)}${COLON_NEXT}|${LETTER_O})`;
export const KEY_RESULT = `(?:${oneOf(HEADER_WORDS.kr)}${ENDS}|${oneOf(LABEL_WORDS.kr)}${COLON_NEXT})`;
export const KPI = `(?:${oneOf(HEADER_WORDS.kpi)}${ENDS}|${oneOf(LABEL_WORDS.kpi)}${COLON_NEXT})`;
export const SCOPE = `${oneOf(SCOPE_NAMES)}${ENDS}`;

/** A cycle's name: an id, or a quarter or half and its year in two words. */
export const CYCLE_NAME =
  `(?:[QqHh][1-4][${WHITE}/-]*(?:[Ff][Yy])?['\u2019]?\\d{2,4}(?![${LETTER}\\d])` +
  `|(?:[Ff][Yy])?['\u2019]?\\d{2,4}[${WHITE}/-]*[QqHh][1-4](?![${LETTER}\\d])|${ID})`;
const NAME_ENDS = `(?:${CLOSED_COLON}|${GAP}${CLOSING}${LINE_END}|${LINE_END})`;

/** "Period" and "quarter" begin too many sentences to open a cycle without a colon or a name alone on the line. */
export const CYCLE =
  `(?:cycle${ENDS}|(?:period|quarter)${ENDS}` + `(?=${CLOSED_COLON}|[${WHITE}]+${CYCLE_NAME}${NAME_ENDS}))`;
export const CYCLE_NAME_TOKEN = `${CYCLE_NAME}(?=${NAME_ENDS})`;

/** A plural label, alone on its line. */
export const PLURAL = oneOf(LABEL_NAMES) + `(?:${CLOSED_COLON}(?:${CLOSING})?|${GAP}${CLOSING})?${LINE_END}`;

/** A number with what belongs to it, and nothing else. */
const QUANTITY =
  `(?:(?:>=|<=|[<>\u2265\u2264~])${GAP})?` +
  `(?:[$\u20ac\u00a3\u00a5]${GAP}|(?:USD|EUR|GBP|CHF|JPY|CNY|INR|BRL|CAD|AUD|SEK|NOK|DKK|PLN|NPS)${GAP})?` +
  `[+-]?(?!(?:19|20)\\d\\d[${WHITE}]+[A-Za-z])\\d[\\d.,]*` +
  `(?:${GAP}(?:%|[$\u20ac\u00a3\u00a5]|[A-Za-z\u00b5]{1,12}))?` +
  `(?:${GAP}(?:/|per|of)${GAP}(?:[A-Za-z]{1,12}|\\d[\\d.,]*))?`;

/** An objective whose title is only a quantity opens nothing: "Goal: 10 km". */
export const QUANTITY_GOAL = `(?:${OBJECTIVE_WORDS}|o)${CLOSED_COLON}(?:${CLOSING})?${GAP}${QUANTITY}${LINE_END}`;

const HEADER_WORD = oneOf(Object.values(HEADER_WORDS).flat());
const ANY_WORD = oneOf([...Object.values(HEADER_WORDS).flat(), ...LABEL_NAMES, ...PROPERTY_WORDS]);

/** What may stand behind an emoji for it to be a mark of the line: a header word or property with its colon, number or dash. */
const LABELLED =
  `(?:${HEADER_WORD}(?![${LETTER}])(?:${GAP}#?\\d|(?:${GAP}${ID})?${CLOSED_COLON}|[${WHITE}]+[-\u2013\u2014])` +
  `|(?:${oneOf(LABEL_NAMES)}|${oneOf(PROPERTY_WORDS)})${CLOSED_COLON})`;
const PICTURE = '(?:[\ud83c-\ud83e][\udc00-\udfff]|[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff])';
const EMOJI = `(?:${PICTURE}[\ufe0f\u200d]{0,2}){1,8}(?=${GAP}[*_]{0,3}${LABELLED})`;

/** A list mark, or an emoji before a label; `o` is one only before another header word. */
export const BULLET =
  `(?:(?:[${MARKS}]` +
  `|\\d{1,3}[.)]|[A-Za-z]\\))${SPACE_NEXT}|${EMOJI}` +
  `|o(?=[${WHITE}]+[*_]{0,3}${HEADER_WORD}(?:${GAP}#?\\d|[${WHITE}*_:\uff1a])))`;
export const HEADING = '##+';
const TAGGED = '\\[[^\\[\\]\\r\\n]{1,30}\\]';
/** `[P1]`, and before a header any other short word in brackets that is no check box: `[TEAM-12] Objective: …`. */
export const TAG =
  `(?:\\[P\\d\\]|(?!\\[[ xX\\u00a0\\t]\\])${TAGGED}` +
  `(?=${GAP}(?:${TAGGED}${GAP}){0,3}[*_]{0,3}${HEADER_WORD}(?![${LETTER}])(?:${GAP}#?\\d|(?:${GAP}${ID})?${CLOSED_COLON})))`;
/** The colon of a label, with the emphasis around it and the blanks behind it. */
const LABEL_COLON = `${CLOSED_COLON}(?:${CLOSING}${SPACE_NEXT})?[ \\t]*`;

export const ENTRY_DATE = `${DAY}${LABEL_COLON}`;
/** Emphasis that opens a label. */
export const MARK = `[*_]{1,3}(?=${TAG}|${EMOJI}|${ENTRY_DATE}|${ANY_WORD}(?![${LETTER}]))`;

export const PROPERTY = `${oneOf(PROPERTY_WORDS)}${LABEL_COLON}`;

/** One to three words and a colon, which is no web address: a property that is not known. */
export const UNKNOWN_NAME =
  `[*_]{0,3}[${LETTER}][${LETTER}\\d'\u2019_-]{0,29}(?:[ \\t\u00a0][${LETTER}\\d'\u2019_-]{1,20}){0,2}` +
  `${CLOSED_COLON}(?!//)(?:${CLOSING}${SPACE_NEXT})?[ \\t]*`;

export const DATE = DAY;
export const NUMBER = `(?:#${GAP}|[_-])?${NUMBERS}(?![${LETTER}\\d-]|_+[${LETTER}\\d]|\\.\\d)`;
export const HEADER_ID = `${ID}(?=${NAME_ENDS})`;
export const HEADER_COLON = `(?:${CLOSING}${GAP})?${COLON}(?:${CLOSING}${SPACE_NEXT})?[ \\t]*`;
export const TO = `(?:to(?![${LETTER}])|until(?![${LETTER}])|\\.\\.\\.?|[-\u2013\u2014\u2026\u2192]>?)`;
export const REST = `${ANY}+`;
