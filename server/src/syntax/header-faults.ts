import type { IToken } from 'chevrotain';
import { skipWhite, trimEnd } from './alphabet.ts';
import { endOf } from './cst.ts';
import { replacing, syntaxError } from './frame.ts';
import type { Frame } from './frame.ts';
import type { HeaderParts } from './headers.ts';
import { labelOf } from './keywords.ts';
import { slug } from './slug.ts';
import { quoted } from './text.ts';
import type { ItemKind, Problem, ProblemFix, ScopeKind, Span } from './tree.ts';

/** What is wrong with headers that open their item all the same, and how to mend it. */

/** What people put where the colon should be. */
export const SEPARATOR = /^(?:[-\u2013\u2014=>.)|]+|\u2192)\s+/;

function contentOf(frame: Frame, keyword: IToken): Span {
  return { from: keyword.startOffset, to: trimEnd(frame.text, keyword.startOffset, frame.end) };
}

/** The end of the keyword with its number: where the colon belongs. */
function labelEnd({ keyword, number }: HeaderParts): number {
  return endOf(number ?? keyword);
}

/** Puts the colon where it is missing, in place of a dash or blanks. */
function colonFix(frame: Frame, parts: HeaderParts, safe: boolean): ProblemFix {
  const at = labelEnd(parts);
  const start = skipWhite(frame.text, at, frame.end);
  const separator = SEPARATOR.exec(frame.text.slice(start, frame.end))?.[0].length ?? 0;
  const label = frame.text.slice(parts.keyword.startOffset, at);
  return replacing(`Write "${label}:"`, safe, at, start + separator, ': ');
}

/** What is wrong with the header of an objective, key result or KPI; null where nothing is. */
export function itemFault(frame: Frame, header: ItemKind, parts: HeaderParts): Problem | null {
  const { keyword, number, id, colon, junk, title } = parts;
  const span = contentOf(frame, keyword);
  const label = frame.text.slice(keyword.startOffset, labelEnd(parts));
  if (labelOf(keyword.image) !== null) {
    const fix = replacing(`Write "${header}"`, true, keyword.startOffset, endOf(keyword), header);
    const fixes = colon === undefined || number !== undefined ? [] : [fix];
    return syntaxError(
      span,
      `"${keyword.image}:" stands alone on its line, above a list. One item begins with "${header}:".`,
      fixes,
    );
  }
  if (junk !== undefined) {
    const fixes = [colonFix(frame, parts, isCertain(title.text, number !== undefined))];
    const word = /^[\p{L}\p{N}][\p{L}\p{N}_-]*(?=\s+\S)/u.exec(title.text)?.[0];
    if (word !== undefined && number === undefined && !/\p{Lu}/u.test(word)) {
      const at = title.from + word.length;
      const gap = skipWhite(frame.text, at, frame.end);
      fixes.push(replacing(`Make ${quoted(word)} its id`, false, at, gap, ': '));
    }
    if (number !== undefined && !SEPARATOR.test(title.text)) {
      const at = endOf(keyword);
      const gap = skipWhite(frame.text, at, number.startOffset);
      if (gap > at)
        fixes.push(replacing(`Write "${keyword.image}:" and keep the number in the title`, false, at, gap, ': '));
    }
    return syntaxError(
      span,
      `A colon is missing after ${quoted(label)}. Write "${label}: ${quoted(title.text).slice(1)}.`,
      fixes,
    );
  }
  if (colon === undefined) {
    const fixes =
      id === undefined
        ? []
        : [replacing('Put the colon before the title', false, endOf(keyword), id.startOffset, ': ')];
    return syntaxError(span, `"${label}" needs a colon and a title, e.g. "${label}: what to reach".`, fixes);
  }
  return labelFault(parts, span);
}

/** A colon directly behind the keyword is certain where the title is a sentence: capitalised, or behind a dash. */
function isCertain(title: string, numbered: boolean): boolean {
  return SEPARATOR.test(title) || (!numbered && /^\p{Lu}/u.test(title));
}

/** What is wrong between the keyword and the colon. */
function labelFault({ keyword, number, id }: HeaderParts, span: Span): Problem | null {
  const at = endOf(keyword);
  if (number !== undefined && id !== undefined) {
    const fix = replacing(`Keep the id ${quoted(id.image)}`, false, at, id.startOffset, ' ');
    return syntaxError(span, `"${keyword.image}" has a number and an id before its colon; it can have one of them.`, [
      fix,
    ]);
  }
  if (number !== undefined && /^[-_]/.test(number.image)) {
    const fix = replacing(`Write "${keyword.image} ${number.image.slice(1)}"`, true, at, number.startOffset + 1, ' ');
    return syntaxError(span, `Between "${keyword.image}" and its number stands nothing, or a blank.`, [fix]);
  }
  if (id !== undefined && id.startOffset === at) {
    const fix = replacing(`Write "${keyword.image} ${id.image}"`, true, at, at, ' ');
    return syntaxError(span, `A blank is missing between "${keyword.image}" and the id ${quoted(id.image)}.`, [fix]);
  }
  return null;
}

/** What is wrong with the header of a company, department, team or person; null where nothing is. */
export function scopeFault(frame: Frame, header: ScopeKind, parts: HeaderParts): Problem | null {
  const { keyword, number, id, colon, junk, title } = parts;
  const span = contentOf(frame, keyword);
  const start = skipWhite(frame.text, endOf(keyword), frame.end);
  if (junk !== undefined || (number !== undefined && (id !== undefined || number.image.includes('.')))) {
    return nameFault(frame, header, parts, span, start);
  }
  if (number !== undefined && /^[-_]/.test(number.image)) {
    const fix = replacing(
      `Write "${keyword.image} ${number.image.slice(1)}"`,
      true,
      endOf(keyword),
      number.startOffset + 1,
      ' ',
    );
    return syntaxError(span, `A blank is missing between "${keyword.image}" and its id.`, [fix]);
  }
  if (number === undefined && id === undefined && title.text === '') {
    return syntaxError(
      span,
      `Which ${header}? Write an id, e.g. "${header} support", or a name, e.g. "${header}: Customer Support".`,
      [],
    );
  }
  if (id !== undefined && id.startOffset === endOf(keyword)) {
    const fix = replacing(`Write "${keyword.image} ${id.image}"`, true, endOf(keyword), endOf(keyword), ' ');
    return syntaxError(span, `A blank is missing between "${keyword.image}" and the id ${quoted(id.image)}.`, [fix]);
  }
  return colon === undefined && title.text !== '' ? nameFault(frame, header, parts, span, start) : null;
}

/** Something between the keyword and the end of the line, or the colon, that is no id. */
function nameFault(frame: Frame, header: ScopeKind, parts: HeaderParts, span: Span, start: number): Problem {
  const rest = frame.text.slice(start, span.to);
  const colon = rest.search(/\s*[:\uff1a]/);
  const name = (colon < 0 ? rest : rest.slice(0, colon)).replace(SEPARATOR, '');
  const id = slug(name);
  const fixes: ProblemFix[] = [];
  if (colon >= 0) {
    if (id !== '') fixes.push(replacing(`Write "${header} ${id}:"`, false, start, start + colon, id));
  } else {
    fixes.push(colonFix(frame, { ...parts, number: undefined }, true));
    if (id !== '')
      fixes.push(
        replacing(`Write "${header} ${id}: \u2026"`, false, start, start + rest.length - name.length, `${id}: `),
      );
  }
  return syntaxError(
    span,
    `${quoted(name)} is no id. Write "${header} ${id || 'id'}: ${quoted(name).slice(1)}, or "${header}: ${quoted(name).slice(1)}.`,
    fixes,
  );
}

/** What is wrong with a `cycle` line, which was read up to `readTo`; null where nothing is. */
export function cycleFault(
  frame: Frame,
  keyword: IToken,
  name: IToken | undefined,
  dated: boolean,
  readTo: number,
): Problem | null {
  const span = contentOf(frame, keyword);
  const rest = frame.text.slice(endOf(keyword), span.to).replace(/^[\s*_]*[:\uff1a]?\s*/, '');
  if (name === undefined) {
    const says = rest === '' ? 'Which period?' : `${quoted(rest)} is no period.`;
    return syntaxError(
      span,
      `${says} Write e.g. "cycle 2026", "cycle 2026-H2", "cycle 2026-Q4", "cycle FY2027-Q1", or one id.`,
      [],
    );
  }
  const behind = frame.text.slice(endOf(name), span.to);
  const isRead = /^[\s*_]*$/.test(frame.text.slice(readTo, span.to));
  if (isRead && (dated || /^[\s*_:\uff1a]*$/.test(behind))) return null;
  return syntaxError(
    span,
    `What follows the cycle ${quoted(name.image)} is not its two days. Write e.g. "cycle ${name.image}: 2026-10-01 to 2026-12-31".`,
    [],
  );
}
