import { CLOSING, COLON, ID, WHITE } from './alphabet.ts';
import { HEADER_WORDS, LABEL_NAMES, labelOf } from './keywords.ts';
import { misspeltAt } from './misspelt.ts';
import * as pattern from './patterns.ts';
import type { ItemKind } from './tree.ts';

/**
 * Where blocks may begin, found without lexing: a header or a plural label, read from the start of its line alone. The
 * expressions are those of the lexer's tokens, tried in the same order.
 */

const DROPPED = new RegExp(`[${WHITE}]+|${pattern.BULLET}|${pattern.HEADING}|${pattern.TAG}|${pattern.MARK}`, 'iy');

const HEADER = new RegExp(
  `(${pattern.PLURAL})|(?!${pattern.QUANTITY_GOAL})` +
    `(?:(${pattern.OBJECTIVE})|(${pattern.KEY_RESULT})|(${pattern.KPI})|(${pattern.SCOPE})|(${pattern.CYCLE}))`,
  'iy',
);

const GAP = `[${WHITE}]*`;
const CLOSED_COLON = `${GAP}(?:${CLOSING}${GAP})?${COLON}`;
const COLON_BEHIND = new RegExp(CLOSED_COLON, 'y');
const LABELLED_BEHIND = new RegExp(`${GAP}${pattern.NUMBER}|(?:${GAP}${ID})?${CLOSED_COLON}`, 'y');
const PERIOD_BEHIND = new RegExp(`${CLOSED_COLON}|${GAP}(?:FY|[QH])?\\d`, 'iy');

/** What opens a block. `label` is a plural label. */
export interface Opening {
  readonly kind: 'objective' | 'kr' | 'kpi' | 'scope' | 'cycle' | 'label';
  /** For a label, what its bullets are. */
  readonly items: ItemKind | null;
  /** A scope's keyword and its colon with no id between: below an objective it may be the objective's owner. */
  readonly loose: boolean;
  /** Neither a colon nor a number follows the keyword: with a list mark, below a plural label, it is an item of the list. */
  readonly bare: boolean;
}

/** The letters that header words begin with, small and capital. */
const FIRST_LETTERS = new Set(
  [...Object.values(HEADER_WORDS).flat(), ...LABEL_NAMES].flatMap((word) => [
    word.charCodeAt(0),
    word.toUpperCase().charCodeAt(0),
  ]),
);

/**
 * Where the content of the line at `from` begins, behind white space, list marks, heading marks, tags and emphasis that
 * opens a label. `end` is the end of the line, before its break.
 */
export function contentStart(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  if (at >= end || beginsPlainly(text, at)) return at;
  for (;;) {
    DROPPED.lastIndex = at;
    if (!DROPPED.test(text)) return at;
    at = DROPPED.lastIndex;
    if (at >= end) return end;
  }
}

/** True where the character at `at` is sure to begin the content: most letters, and a year. */
function beginsPlainly(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90))
    return (code | 32) !== 111 && text.charCodeAt(at + 1) !== 41;
  if (code >= 48 && code <= 57) {
    const third = text.charCodeAt(at + 2);
    const fourth = text.charCodeAt(at + 3);
    return third >= 48 && third <= 57 && fourth >= 48 && fourth <= 57;
  }
  return code === 35 && text.charCodeAt(at + 1) !== 35;
}

/** The block that the content at `at` opens; null where it opens none. */
export function openingAt(text: string, at: number): Opening | null {
  if (!FIRST_LETTERS.has(text.charCodeAt(at))) return null;
  HEADER.lastIndex = at;
  const match = HEADER.exec(text);
  if (match === null) {
    const slip = misspeltAt(text, at);
    return slip === null ? null : { kind: slip.kind, items: null, loose: false, bare: false };
  }
  const [, label, objective, keyResult, kpi, scope] = match;
  const behind = HEADER.lastIndex;
  if (label !== undefined) {
    return { kind: 'label', items: labelOf(label.replace(/[^\p{L}\s-]/gu, '').trim()), loose: false, bare: false };
  }
  const kind =
    objective !== undefined
      ? 'objective'
      : keyResult !== undefined
        ? 'kr'
        : kpi !== undefined
          ? 'kpi'
          : scope !== undefined
            ? 'scope'
            : 'cycle';
  return {
    kind,
    items: null,
    loose: kind === 'scope' && matches(COLON_BEHIND, text, behind),
    bare: isBare(kind === 'cycle', text, behind),
  };
}

/**
 * True where neither a colon nor a number (for a cycle, no year or quarter) follows the keyword that ends at `behind`:
 * "Team satisfaction", "Cycle time".
 */
export function isBare(isCycle: boolean, text: string, behind: number): boolean {
  return !matches(isCycle ? PERIOD_BEHIND : LABELLED_BEHIND, text, behind);
}

function matches(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
}
