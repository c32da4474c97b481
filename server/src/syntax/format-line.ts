import { MARKS } from './alphabet.ts';
import { HEADER_WORDS, propertyOf } from './keywords.ts';
import type {
  Block,
  CycleHeader,
  EntryLine,
  HeaderLine,
  InitiativeLine,
  ItemHeader,
  Line,
  NoteLine,
  PropertyLine,
  ScopeHeader,
  Text,
} from './tree.ts';

/**
 * Lines in their canonical form. Every word is taken from the text as it stands; what is left out lies between the words
 * and is of a few kinds that say nothing. Where anything else stands there, the line is kept as it was written.
 */

/** White space that may be changed. Marks of direction and zero-width characters are kept: they belong to the words. */
const SPACE = ' \\t\\u000b\\f\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
const SPACES = `[${SPACE}]*`;
const BULLETS = `(?:[${MARKS}oO](?=[${SPACE}])|\\d{1,3}[.)](?=[${SPACE}])|[A-Za-z]\\)(?=[${SPACE}])|##+|[*_]{1,3}|[${SPACE}])*`;

const PREFIX = new RegExp(`^${BULLETS}$`);
const PREFIX_WITH_TAG = new RegExp(`^${BULLETS}(?:\\[P\\d\\]${BULLETS})?$`, 'i');
const COLON = new RegExp(`^${SPACES}(?:[*_]{1,3}${SPACES})?[:\\uff1a]${SPACES}(?:[*_]{1,3}${SPACES})?$`);
const NUMBER_GAP = new RegExp(`^[${SPACE}#]*$`);
const GAP = new RegExp(`^${SPACES}$`);
const CYCLE_GAP = new RegExp(`^[${SPACE}*_:\\uff1a]*$`);
const TO = new RegExp(`^${SPACES}(?:to|\\.\\.\\.?|[-\\u2013\\u2014\\u2026\\u2192]>?)${SPACES}$`, 'i');
const CLOSING = new RegExp(`^[${SPACE}*_]*$`);

const SPACE_CHARACTER = new RegExp(`[${SPACE}]`);

/** True for white space that the formatter may change. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 9 || (code > 126 || code === 11 || code === 12 ? isWideSpace(code) : false);
}

function isWideSpace(code: number): boolean {
  return SPACE_CHARACTER.test(String.fromCharCode(code));
}

/** What the formatter needs to know of values and that only their own readers can tell. */
export interface Readings {
  /** The first form of a cycle's name: `2026-Q4` for `Q4 2026`. A name that has none is given back. */
  cycleName(name: string): string;
  /** The parts of a check-in that may stand in columns; null for a journal line that has none. */
  columns(block: Block, line: EntryLine): CheckInColumns | null;
}

/** The parts of a check-in, as spans of its body: value, confidence, mood and remark. Null where it lacks one. */
export type CheckInColumns = readonly (ColumnSpan | null)[];

interface ColumnSpan {
  readonly from: number;
  readonly to: number;
}

/** Where the text of a line begins and ends, white space apart; offsets as the line's own. */
export interface Content {
  readonly from: number;
  readonly to: number;
}

/**
 * The canonical form of a line's content, without its indentation; null where it is to stay as it is. Of a journal line it
 * is the form without columns.
 */
export function canonicalContent(text: string, line: Line, content: Content, readings: Readings): string | null {
  switch (line.kind) {
    case 'header':
      return header(text, line, content, readings);
    case 'property':
      return property(text, line, content);
    case 'entry':
      return entry(text, line, content);
    case 'initiative':
      return initiative(text, line, content);
    case 'note':
      return note(text, line, content);
    case 'blank':
    case 'comment':
    case 'directive':
    case 'label':
    case 'error':
      return null;
  }
}

function header(text: string, line: HeaderLine, content: Content, readings: Readings): string | null {
  if (line.faulty || line.fromList) return null;
  if (line.header === 'cycle') return cycle(text, line, content, readings);
  const prefix = text.slice(content.from, line.keyword.from);
  const tag = 'priority' in line ? line.priority : null;
  if (!(tag === null ? PREFIX : PREFIX_WITH_TAG).test(prefix)) return null;
  const [keyword = ''] = HEADER_WORDS[line.header];
  const rest = 'number' in line ? itemRest(text, line, content) : scopeRest(text, line, content);
  if (rest === null) return null;
  return `${tag === null ? '' : `[${tag.text}] `}${keyword}${rest}`;
}

function itemRest(text: string, line: ItemHeader, { to }: Content): string | null {
  const { keyword, id, number, title, stated } = line;
  const label = id ?? number;
  if (label !== null && !NUMBER_GAP.test(text.slice(keyword.to, label.from))) return null;
  const named = label === null ? ':' : ` ${label.text}:`;
  const behind = label?.to ?? keyword.to;
  if (title.text === '' && stated === null) return COLON.test(text.slice(behind, to)) ? named : null;
  if (!COLON.test(text.slice(behind, title.from))) return null;
  if (stated === null && CLOSING.test(text.slice(title.to, to))) return `${named} ${title.text}`;
  return `${named} ${text.slice(title.from, to)}`;
}

function scopeRest(text: string, { keyword, id, title }: ScopeHeader, { to }: Content): string | null {
  if (id !== null && !GAP.test(text.slice(keyword.to, id.from))) return null;
  const named = id === null ? '' : ` ${id.text}`;
  const behind = id?.to ?? keyword.to;
  if (title === null) return GAP.test(text.slice(behind, to)) ? named : null;
  if (!COLON.test(text.slice(behind, title.from)) || !CLOSING.test(text.slice(title.to, to))) return null;
  return `${named}: ${title.text}`;
}

function cycle(text: string, line: CycleHeader, content: Content, readings: Readings): string | null {
  const { keyword, name, start, until } = line;
  if (name === null || !PREFIX.test(text.slice(content.from, keyword.from))) return null;
  if (!CYCLE_GAP.test(text.slice(keyword.to, name.from))) return null;
  const named = `cycle ${readings.cycleName(name.text)}`;
  if (start === null || until === null) return CYCLE_GAP.test(text.slice(name.to, content.to)) ? named : null;
  const gaps: readonly (readonly [RegExp, number, number])[] = [
    [CYCLE_GAP, name.to, start.from],
    [TO, start.to, until.from],
    [CYCLE_GAP, until.to, content.to],
  ];
  if (!gaps.every(([gap, from, to]) => gap.test(text.slice(from, to)))) return null;
  return `${named}: ${start.text} to ${until.text}`;
}

/** `label` and `value` with a colon between, where nothing but a colon, emphasis and white space is there. */
function pair(text: string, name: string, label: Text, value: Text, content: Content): string | null {
  if (!PREFIX.test(text.slice(content.from, label.from))) return null;
  if (value.text === '') return COLON.test(text.slice(label.to, content.to)) ? `${name}:` : null;
  if (!COLON.test(text.slice(label.to, value.from))) return null;
  return `${name}: ${text.slice(value.from, content.to)}`;
}

function property(text: string, line: PropertyLine, content: Content): string | null {
  const { property: name } = line;
  if (name === null || propertyOf(line.name.text) !== name) return null;
  return pair(text, name, line.name, line.value, content);
}

function entry(text: string, line: EntryLine, content: Content): string | null {
  return pair(text, line.date.text, line.date, line.body, content);
}

function initiative(text: string, { box, body, done }: InitiativeLine, content: Content): string | null {
  if (!PREFIX.test(text.slice(content.from, box.from - 1))) return null;
  const mark = done ? '[x]' : '[ ]';
  if (body.text === '') return GAP.test(text.slice(box.to + 1, content.to)) ? mark : null;
  if (!GAP.test(text.slice(box.to + 1, body.from))) return null;
  return `${mark} ${text.slice(body.from, content.to)}`;
}

/** Of a note, only the space behind its mark is set: what stands further in may be Markdown. */
function note(text: string, line: NoteLine, content: Content): string | null {
  if (!PREFIX.test(text.slice(content.from, line.content))) return null;
  const body = text.slice(line.content + 1, content.to);
  return body === '' || isSpace(body.charCodeAt(0)) ? `>${body}` : `> ${body}`;
}
