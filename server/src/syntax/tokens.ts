import { createToken, Lexer } from 'chevrotain';
import type { ITokenConfig, TokenType } from 'chevrotain';
import { ANY, WHITE } from './alphabet.ts';
import { ANY_CHARACTER, BEYOND, bothCases, codes, DIGITS, LETTERS } from './first-characters.ts';
import { HEADER_WORDS, LABEL_NAMES, PROPERTY_WORDS, SCOPE_NAMES } from './keywords.ts';
import { misspeltAt } from './misspelt.ts';
import * as pattern from './patterns.ts';

/**
 * The tokens of a block. White space, list marks and line breaks are dropped: a token of the mode `line` begins a line,
 * and the tokens of the other modes belong to the line so begun. Every mode takes any character, so lexing never fails.
 */

/** A token by an expression that does not look at case, and the characters that it may begin with. */
function anyCase(name: string, source: string, firsts: readonly number[], more: Partial<ITokenConfig> = {}): TokenType {
  return createToken({ name, pattern: new RegExp(source, 'i'), start_chars_hint: [...firsts], ...more });
}

/** A token that begins with one of these words, in any case. */
function word(name: string, words: readonly string[], source: string, push?: string): TokenType {
  const initials = new Set(words.map((each) => each.charAt(0).toLowerCase()));
  return anyCase(name, source, bothCases([...initials].join('')), push === undefined ? {} : { push_mode: push });
}

/** A token by an expression, and the characters that it may begin with. */
function token(name: string, source: string, firsts: readonly number[], more: Partial<ITokenConfig> = {}): TokenType {
  return createToken({ name, pattern: new RegExp(source), start_chars_hint: [...firsts], ...more });
}

const SKIPPED = { group: Lexer.SKIPPED };
const MARKS = codes('*_');
const COLONS = [...codes(':*_'), ...BEYOND];
const NAMES = [...codes(DIGITS + LETTERS), ...BEYOND];

/** One character alone is compared, not matched. */
const Feed = createToken({ name: 'Feed', pattern: '\n', ...SKIPPED, line_breaks: true });
const Return = token('Return', '\\r\\n?', codes('\r'), { ...SKIPPED, line_breaks: true });
/** A class of ASCII characters alone is read without a regular expression, and most white space is that. */
const Blank = token('Blank', '[ \\t]+', codes(' \t'), SKIPPED);
const WideBlank = token('WideBlank', `[${WHITE}]+`, [...codes(' \t\v\f'), ...BEYOND], SKIPPED);
const Bullet = anyCase('Bullet', pattern.BULLET, [...codes(`*+-${DIGITS}${LETTERS}`), ...BEYOND], SKIPPED);
const Heading = token('Heading', pattern.HEADING, codes('#'), SKIPPED);
const Tag = anyCase('Tag', pattern.TAG, codes('['), SKIPPED);
const Mark = anyCase('Mark', pattern.MARK, MARKS, SKIPPED);
/** Line breaks that end what a line's first token began. */
const EndFeed = createToken({ name: 'EndFeed', pattern: '\n', ...SKIPPED, line_breaks: true, pop_mode: true });
const EndReturn = token('EndReturn', '\\r\\n?', codes('\r'), { ...SKIPPED, line_breaks: true, pop_mode: true });
const ClosingMark = token('ClosingMark', '[*_]{1,3}(?=[\\r\\n]|(?![\\s\\S]))', MARKS, SKIPPED);

export const Directive = anyCase('Directive', `#[${WHITE}]*okr-ignore(?:-file)?(?![a-z0-9_-])`, codes('#'), {
  push_mode: 'directive',
});
export const Comment = token('Comment', `#${pattern.REST}|#`, codes('#'));
export const NoteMark = token('NoteMark', '>(?![\\d=])', codes('>'), { push_mode: 'text' });
export const Box = anyCase('Box', `\\[[ x\\u00a0\\t]\\]`, codes('['), { push_mode: 'text' });
export const EntryDate = token('EntryDate', pattern.ENTRY_DATE, codes(DIGITS), { push_mode: 'text' });
export const BareDate = token('BareDate', pattern.DATE, codes(DIGITS), { push_mode: 'text' });
export const Label = word('Label', LABEL_NAMES, pattern.PLURAL);
export const Property = word('Property', PROPERTY_WORDS, pattern.PROPERTY, 'text');
export const QuantityGoal = word('QuantityGoal', HEADER_WORDS.objective, pattern.QUANTITY_GOAL);
export const Objective = word('Objective', HEADER_WORDS.objective, pattern.OBJECTIVE, 'header');
export const KeyResult = word('KeyResult', HEADER_WORDS.kr, pattern.KEY_RESULT, 'header');
export const Kpi = word('Kpi', HEADER_WORDS.kpi, pattern.KPI, 'header');
export const Scope = word('Scope', SCOPE_NAMES, pattern.SCOPE, 'header');
export const Cycle = word('Cycle', HEADER_WORDS.cycle, pattern.CYCLE, 'cycle');
/** A function, for how near a word is to a keyword no expression can tell. */
export const Misspelt = createToken({
  name: 'Misspelt',
  pattern: (text, offset) => {
    const slip = misspeltAt(text, offset);
    return slip === null ? null : [slip.image];
  },
  line_breaks: false,
  start_chars_hint: bothCases('ok'),
  push_mode: 'header',
});
export const UnknownName = token('UnknownName', pattern.UNKNOWN_NAME, [...codes(`*_${LETTERS}`), ...BEYOND], {
  push_mode: 'text',
});
/** A line that begins like none of the others. */
export const Stray = token('Stray', pattern.REST, ANY_CHARACTER);

/** The rest of a line: a title, a value, a remark. */
export const Rest = token('Rest', pattern.REST, ANY_CHARACTER);

export const HeaderNumber = token('HeaderNumber', pattern.NUMBER, codes(`#-_${DIGITS}`), {
  pop_mode: true,
  push_mode: 'label',
});
export const HeaderId = token('HeaderId', pattern.HEADER_ID, NAMES);
export const HeaderColon = token('HeaderColon', pattern.HEADER_COLON, COLONS, { pop_mode: true, push_mode: 'text' });
/** What stands in a header where its colon should be, to the end of the line. */
export const Junk = token('Junk', pattern.REST, ANY_CHARACTER);

export const CycleColon = token('CycleColon', pattern.HEADER_COLON, COLONS);
export const CycleDay = token('CycleDay', pattern.DATE, codes(DIGITS));
export const CycleTo = anyCase('CycleTo', pattern.TO, [...codes('.-tTuU'), ...BEYOND]);
export const CycleName = token('CycleName', pattern.CYCLE_NAME_TOKEN, [...codes("'"), ...NAMES]);

export const DirectiveColon = token('DirectiveColon', '[:\\uff1a]', COLONS, { pop_mode: true, push_mode: 'text' });
export const RuleName = token('RuleName', `(?:(?![${WHITE}:\\uff1a,])${ANY})+`, ANY_CHARACTER);
const Comma = token('Comma', ',', codes(','), SKIPPED);

export const MODES: Readonly<Record<string, TokenType[]>> = {
  line: [
    Feed,
    Return,
    Blank,
    WideBlank,
    Bullet,
    Heading,
    Tag,
    Mark,
    Directive,
    Comment,
    NoteMark,
    Box,
    EntryDate,
    BareDate,
    Label,
    Property,
    QuantityGoal,
    Objective,
    KeyResult,
    Kpi,
    Scope,
    Cycle,
    Misspelt,
    UnknownName,
    Stray,
  ],
  header: [EndFeed, EndReturn, Blank, WideBlank, ClosingMark, HeaderColon, HeaderNumber, HeaderId, Junk],
  label: [EndFeed, EndReturn, Blank, WideBlank, ClosingMark, HeaderColon, HeaderId, Junk],
  cycle: [EndFeed, EndReturn, Blank, WideBlank, ClosingMark, CycleColon, CycleDay, CycleTo, CycleName, Junk],
  directive: [EndFeed, EndReturn, Blank, WideBlank, Comma, DirectiveColon, RuleName],
  text: [EndFeed, EndReturn, Rest],
};

export const ALL_TOKENS: readonly TokenType[] = [...new Set(Object.values(MODES).flat())];

/** A lexer over `MODES`. With `validate`, Chevrotain checks the definitions, which takes longer than building it. */
export function createLexer(validate = false): Lexer {
  return new Lexer(
    { defaultMode: 'line', modes: { ...MODES } },
    { ensureOptimizations: true, positionTracking: 'onlyOffset', skipValidations: !validate },
  );
}

let lexer: Lexer | undefined;

/** The lexer of the process, made at its first use. */
export function blockLexer(): Lexer {
  lexer ??= createLexer();
  return lexer;
}
