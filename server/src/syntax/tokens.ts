import { createToken, Lexer } from 'chevrotain';
import type { ITokenConfig, TokenType } from 'chevrotain';
import { ANY, BREAK, WHITE } from './alphabet.ts';
import * as pattern from './patterns.ts';

/**
 * The tokens of a block. White space, list marks and line breaks are dropped: a token of the mode `line` begins a line,
 * and the tokens of the other modes belong to the line so begun. Every mode takes any character, so lexing never fails.
 */

/** A token that does not look at case. */
function word(name: string, source: string, more: Partial<ITokenConfig> = {}): TokenType {
  return createToken({ name, pattern: new RegExp(source, 'i'), ...more });
}

function token(name: string, source: string, more: Partial<ITokenConfig> = {}): TokenType {
  return createToken({ name, pattern: new RegExp(source), ...more });
}

const SKIPPED = { group: Lexer.SKIPPED };
const blank = `[${WHITE}]+`;

const Break = token('Break', BREAK, { ...SKIPPED, line_breaks: true });
const Blank = token('Blank', blank, SKIPPED);
const Bullet = word('Bullet', pattern.BULLET, SKIPPED);
const Heading = token('Heading', pattern.HEADING, SKIPPED);
const Tag = word('Tag', pattern.TAG, SKIPPED);
const Mark = word('Mark', pattern.MARK, SKIPPED);
/** Ends what a line's first token began. */
const End = token('End', BREAK, { ...SKIPPED, line_breaks: true, pop_mode: true });
const Gap = token('Gap', blank, SKIPPED);
const ClosingMark = token('ClosingMark', '[*_]{1,3}(?=[\\r\\n]|(?![\\s\\S]))', SKIPPED);

export const Directive = word('Directive', `#[${WHITE}]*okr-ignore(?:-file)?(?![a-z0-9_-])`, {
  push_mode: 'directive',
});
export const Comment = token('Comment', `#${pattern.REST}|#`);
export const NoteMark = token('NoteMark', '>(?![\\d=])', { push_mode: 'text' });
export const Box = word('Box', `\\[[ x\\u00a0\\t]\\]`, { push_mode: 'text' });
export const EntryDate = token('EntryDate', pattern.ENTRY_DATE, { push_mode: 'text' });
export const BareDate = token('BareDate', pattern.DATE, { push_mode: 'text' });
export const Label = word('Label', pattern.PLURAL);
export const Property = word('Property', pattern.PROPERTY, { push_mode: 'text' });
export const QuantityGoal = word('QuantityGoal', pattern.QUANTITY_GOAL);
export const Objective = word('Objective', pattern.OBJECTIVE, { push_mode: 'header' });
export const KeyResult = word('KeyResult', pattern.KEY_RESULT, { push_mode: 'header' });
export const Kpi = word('Kpi', pattern.KPI, { push_mode: 'header' });
export const Scope = word('Scope', pattern.SCOPE, { push_mode: 'header' });
export const Cycle = word('Cycle', pattern.CYCLE, { push_mode: 'cycle' });
export const UnknownName = token('UnknownName', pattern.UNKNOWN_NAME, { push_mode: 'text' });
/** A line that begins like none of the others. */
export const Stray = token('Stray', pattern.REST);

/** The rest of a line: a title, a value, a remark. */
export const Rest = token('Rest', pattern.REST);

export const HeaderNumber = token('HeaderNumber', pattern.NUMBER, { pop_mode: true, push_mode: 'label' });
export const HeaderId = token('HeaderId', pattern.HEADER_ID);
export const HeaderColon = token('HeaderColon', pattern.HEADER_COLON, { pop_mode: true, push_mode: 'text' });
/** What stands in a header where its colon should be, to the end of the line. */
export const Junk = token('Junk', pattern.REST);

export const CycleColon = token('CycleColon', pattern.HEADER_COLON);
export const CycleDay = token('CycleDay', pattern.DATE);
export const CycleTo = word('CycleTo', pattern.TO);
export const CycleName = token('CycleName', pattern.CYCLE_NAME_TOKEN);

export const DirectiveColon = token('DirectiveColon', '[:\\uff1a]', { pop_mode: true, push_mode: 'text' });
export const RuleName = token('RuleName', `(?:(?![${WHITE}:\\uff1a,])${ANY})+`);
const Comma = token('Comma', ',', SKIPPED);

export const MODES: Readonly<Record<string, TokenType[]>> = {
  line: [
    Break,
    Blank,
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
    UnknownName,
    Stray,
  ],
  header: [End, Gap, ClosingMark, HeaderColon, HeaderNumber, HeaderId, Junk],
  label: [End, Gap, ClosingMark, HeaderColon, HeaderId, Junk],
  cycle: [End, Gap, ClosingMark, CycleColon, CycleDay, CycleTo, CycleName, Junk],
  directive: [End, Gap, Comma, DirectiveColon, RuleName],
  text: [End, Rest],
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
