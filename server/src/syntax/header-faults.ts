import { said } from './said.ts';
import type { IToken } from 'chevrotain';
import { skipWhite, trimEnd } from './alphabet.ts';
import { endOf } from './cst.ts';
import { beforeMarks, replacing, syntaxError } from './frame.ts';
import type { Frame } from './frame.ts';
import type { HeaderParts } from './headers.ts';
import { headerOf, labelOf } from './keywords.ts';
import { misspelt } from './misspelt.ts';
import type { Misspelt } from './misspelt.ts';
import { slug } from './slug.ts';
import { quoted } from './text.ts';
import type { ItemKind, Problem, ProblemFix, ScopeKind, Span } from './tree.ts';

/** What is wrong with headers that open their item all the same, and how to mend it. */

/** What people put where the colon should be, with the emphasis that the label closed before it. */
const SEPARATOR =
  /^(?:[*_]{1,3}\s+(?:(?:[-\u2013\u2014=>.)|]{1,9}|\u2192)\s+)?|(?:[-\u2013\u2014=>.)|]{1,9}|\u2192)\s+)/;

/** The length of a dash, dot or arrow, with the blanks behind it, at the start of a title that has no colon before it. */
export function separatorLength(title: string): number {
  return SEPARATOR.exec(title)?.[0].length ?? 0;
}

function contentOf(frame: Frame, keyword: IToken): Span {
  return { from: keyword.startOffset, to: trimEnd(frame.text, keyword.startOffset, frame.end) };
}

/** The end of the keyword with its number: where the colon belongs. */
function labelEnd({ keyword, number }: HeaderParts): number {
  return endOf(number ?? keyword);
}

/** Puts the colon where it is missing, in place of a dash or blanks. */
function colonFix(frame: Frame, label: Span, safe: boolean): ProblemFix {
  const start = skipWhite(frame.text, label.to, frame.end);
  const title = start + separatorLength(frame.text.slice(start, frame.end));
  const fix = replacing(said`Write "${frame.text.slice(label.from, label.to)}:"`, safe, label.to, title, ': ');
  // The emphasis that the label closes opened before it.
  const opened = /[*_]/.test(frame.text.charAt(start)) ? beforeMarks(frame, label.from) : label.from;
  return opened === label.from ? fix : { ...fix, edits: [{ from: opened, to: label.from, newText: '' }, ...fix.edits] };
}

/** What is wrong with the header of an objective, key result or KPI; null where nothing is. */
export function itemFault(frame: Frame, header: ItemKind, parts: HeaderParts): Problem | null {
  const { keyword, colon, title } = parts;
  const span = contentOf(frame, keyword);
  const slip = headerOf(keyword.image) === null ? misspelt(keyword.image) : null;
  if (slip !== null) return misspeltFault(slip, keyword, span);
  if (labelOf(keyword.image) !== null) return pluralFault(header, parts, span);
  if (colon !== undefined) return labelFault(parts, span);
  const label = frame.text.slice(keyword.startOffset, labelEnd(parts));
  if (title.text === '') {
    return syntaxError(span, said`${quoted(label)} needs a colon and a title, e.g. "${label}: what to reach".`, []);
  }
  const wanted = quoted(title.text.slice(separatorLength(title.text))).slice(1);
  return syntaxError(
    span,
    said`A colon is missing after ${quoted(label)}. Write "${label}: ${wanted}.`,
    missingColonFixes(frame, parts),
  );
}

/** A slip in the keyword: what follows belongs to the item all the same. */
function misspeltFault({ image, keyword }: Misspelt, token: IToken, span: Span): Problem {
  return syntaxError(span, said`${quoted(image)} is not a keyword. It is read as "${keyword}".`, [
    replacing(said`Write "${keyword}"`, true, token.startOffset, endOf(token), keyword),
  ]);
}

/** The places where a missing colon may belong, the likeliest first. */
function missingColonFixes(frame: Frame, parts: HeaderParts): ProblemFix[] {
  const { keyword, number, title } = parts;
  const dashed = separatorLength(title.text) > 0;
  const certain = dashed || (number === undefined && /^\p{Lu}/u.test(title.text));
  const fixes = [colonFix(frame, { from: keyword.startOffset, to: labelEnd(parts) }, certain)];
  if (dashed) return fixes;
  const word = /^[\p{Ll}\p{N}](?:[\p{Ll}\p{N}_-]*[\p{Ll}\p{N}])?(?=\s+\S)/u.exec(title.text)?.[0];
  if (number === undefined && word !== undefined) {
    const at = title.from + word.length;
    fixes.push(replacing(said`Make ${quoted(word)} its id`, false, at, skipWhite(frame.text, at, frame.end), ': '));
  }
  const behind = endOf(keyword);
  if (number !== undefined && number.startOffset > behind) {
    fixes.push(replacing(said`Keep the number in the title`, false, behind, number.startOffset, ': '));
  }
  return fixes;
}

/** "Key Results: Do this" has a title where a list was announced. */
function pluralFault(header: ItemKind, { keyword, number, id }: HeaderParts, span: Span): Problem {
  const fix = replacing(said`Write "${header}:"`, true, keyword.startOffset, endOf(keyword), header);
  return syntaxError(
    span,
    said`"${keyword.image}:" stands alone on its line, above a list. One item begins with "${header}:".`,
    number === undefined && id === undefined ? [fix] : [],
  );
}

/** What is wrong between the keyword and the colon. */
function labelFault({ keyword, number, id }: HeaderParts, span: Span): Problem | null {
  const at = endOf(keyword);
  if (number !== undefined && id !== undefined) {
    const fix = replacing(said`Keep the id ${quoted(id.image)}`, false, at, id.startOffset, ' ');
    return syntaxError(
      span,
      said`"${keyword.image}" has a number and an id before its colon. It can have one of them.`,
      [fix],
    );
  }
  return gluedFault(keyword, number, id, span);
}

/** Only digits may be glued to a keyword, with nothing between. */
function gluedFault(keyword: IToken, number: IToken | undefined, id: IToken | undefined, span: Span): Problem | null {
  const at = endOf(keyword);
  const glued = number !== undefined && /^[-_]/.test(number.image) ? number : id?.startOffset === at ? id : undefined;
  if (glued === undefined) return null;
  const label = glued.image.replace(/^[-_]/, '');
  return syntaxError(
    span,
    said`"${keyword.image}" and ${quoted(label)} belong apart: write "${keyword.image} ${label}".`,
    [replacing(said`Write "${keyword.image} ${label}"`, true, at, endOf(glued) - label.length, ' ')],
  );
}

/** What is wrong with the header of a company, department, team or person; null where nothing is. */
export function scopeFault(frame: Frame, header: ScopeKind, parts: HeaderParts): Problem | null {
  const { keyword, number, id, junk, title } = parts;
  const span = contentOf(frame, keyword);
  if (junk !== undefined || (number !== undefined && (id !== undefined || number.image.includes('.')))) {
    return nameFault(frame, header, keyword, span);
  }
  if (number === undefined && id === undefined && title.text === '') {
    const says = said`Which ${header}? Write an id, e.g. "${header} support", or a name, e.g. "${header}: Customer Support".`;
    return syntaxError(span, says, []);
  }
  return gluedFault(keyword, number, id, span);
}

/** Where the first colon of a text is, -1 where there is none. */
export function colonIn(text: string): number {
  const plain = text.indexOf(':');
  const wide = text.indexOf('\uff1a');
  return plain < 0 ? wide : wide < 0 ? plain : Math.min(plain, wide);
}

/** Something between the keyword and the colon, or the end of the line, that is no id. */
function nameFault(frame: Frame, header: ScopeKind, keyword: IToken, span: Span): Problem {
  const { text } = frame;
  const start = skipWhite(text, endOf(keyword), frame.end);
  const separator = separatorLength(text.slice(start, span.to));
  const colon = colonIn(text.slice(start, span.to));
  const end = colon < 0 ? span.to : trimEnd(text, start, start + colon);
  const name = text.slice(start + separator, end);
  const id = slug(name);
  const fixes: ProblemFix[] = [];
  if (colon < 0) fixes.push(colonFix(frame, { from: keyword.startOffset, to: endOf(keyword) }, true));
  if (id !== '') {
    const sure = colon >= 0 && /^@?[\p{L}\p{N}_-]+$/u.test(name);
    const gap = start === endOf(keyword) ? ' ' : '';
    const newText = colon < 0 ? `${gap}${id}: ` : gap + id;
    fixes.push(replacing(said`Write "${header} ${id}:"`, sure, start, colon < 0 ? start + separator : end, newText));
  }
  const title = quoted(colon < 0 ? name : text.slice(start + colon + 1, span.to)).slice(1);
  const named = `"${header}: ${title}`;
  const identified = `"${header} ${id}: ${title}`;
  const wanted = id === '' ? named : colon < 0 ? said`${named} or ${identified}` : identified;
  return syntaxError(span, said`${quoted(name)} is not an id. Write ${wanted}.`, fixes);
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
  if (name === undefined) {
    const rest = frame.text.slice(endOf(keyword), span.to).replace(/^[\s*_]*[:\uff1a]?\s*/, '');
    const what = rest === '' ? said`Which period?` : said`${quoted(rest)} is not a period.`;
    const says = said`${what} Write e.g. "cycle 2026", "cycle 2026-H2", "cycle 2026-Q4", "cycle FY2027-Q1", or an id of your own.`;
    return syntaxError(span, says, []);
  }
  const isRead = /^[\s*_]*$/.test(frame.text.slice(readTo, span.to));
  if (isRead && (dated || /^[\s*_:\uff1a]*$/.test(frame.text.slice(endOf(name), span.to)))) return null;
  const example = `"cycle ${name.image}: 2026-10-01 to 2026-12-31"`;
  return syntaxError(
    span,
    said`What follows the cycle ${quoted(name.image)} is not its two days. Write e.g. ${example}.`,
    [],
  );
}
