import type { CstNode, IToken } from 'chevrotain';
import { trimEnd } from './alphabet.ts';
import { endOf, restOf, textOf, tokenOf, tokensOf } from './cst.ts';
import { dropped, priorityTag } from './frame.ts';
import type { Frame } from './frame.ts';
import { cycleFault, itemFault, scopeFault, separatorLength, colonIn } from './header-faults.ts';
import { headerOf, labelOf } from './keywords.ts';
import { misspelt } from './misspelt.ts';
import { takeStated } from './stated.ts';
import { piece } from './text.ts';
import type { CycleHeader, HeaderLine, ItemHeader, ItemKind, Problem, ScopeHeader, ScopeKind, Text } from './tree.ts';

/** The tokens of a header, where they are there, and its title, which is empty where it has none. */
export interface HeaderParts {
  readonly keyword: IToken;
  readonly number: IToken | undefined;
  readonly id: IToken | undefined;
  readonly colon: IToken | undefined;
  readonly junk: IToken | undefined;
  readonly title: Text;
}

function partsOf(frame: Frame, node: CstNode, keyword: IToken): HeaderParts {
  const junk = tokenOf(node, 'Junk');
  const colon = tokenOf(node, 'HeaderColon');
  const title = restOf(
    frame.text,
    node,
    junk === undefined ? 'Rest' : 'Junk',
    trimEnd(frame.text, frame.from, frame.end),
  );
  return {
    keyword,
    number: tokenOf(node, 'HeaderNumber'),
    id: tokenOf(node, 'HeaderId'),
    colon,
    junk,
    title: closedEmphasis(frame, keyword, title),
  };
}

/** In `**Objective: Grow**` the emphasis closes behind the title, and is no part of it. */
function closedEmphasis(frame: Frame, keyword: IToken, title: Text): Text {
  const prefix = dropped(frame, keyword.startOffset);
  const mark = prefix === '' ? undefined : /[*_]+$/.exec(prefix)?.[0];
  if (mark === undefined || !title.text.endsWith(mark)) return title;
  if (frame.text.slice(endOf(keyword), title.from).includes(mark)) return title;
  const to = trimEnd(frame.text, title.from, title.to - mark.length);
  return piece(frame.text, title.from, to);
}

/** The label of a number token without its `#`. */
function digits(token: IToken): Text {
  const skipped = token.image.search(/\d/);
  return { from: token.startOffset + skipped, to: endOf(token), text: token.image.slice(skipped) };
}

/** The header line of a CST node `header` that begins with `keyword`. Problems are put into `problems`. */
export function readHeader(frame: Frame, node: CstNode, keyword: IToken, problems: Problem[]): HeaderLine {
  const parts = partsOf(frame, node, keyword);
  const kind = headerOf(keyword.image) ?? labelOf(keyword.image) ?? misspelt(keyword.image)?.kind ?? null;
  switch (kind) {
    case 'company':
    case 'department':
    case 'team':
    case 'person':
      return scopeHeader(frame, kind, parts, problems);
    case 'objective':
    case 'kr':
    case 'kpi':
      return itemHeader(frame, kind, parts, problems);
    case 'cycle':
    case null:
      return readCycle(frame, node, keyword, problems);
  }
}

function itemHeader(frame: Frame, header: ItemKind, found: HeaderParts, problems: Problem[]): ItemHeader {
  const parts = found.colon === undefined && found.id !== undefined ? titleFromId(found, found.id) : found;
  const fault = itemFault(frame, header, parts);
  if (fault !== null) problems.push(fault);
  const { keyword, number, id } = parts;
  const { title, stated } = takeStated(frame, header, withoutDash(frame, parts), true, problems);
  return {
    kind: 'header',
    from: frame.from,
    to: frame.to,
    end: frame.end,
    indent: frame.start - frame.from,
    content: keyword.startOffset,
    keyword: textOf(keyword),
    faulty: fault !== null,
    fromList: false,
    header,
    id: id === undefined ? null : textOf(id),
    number: number === undefined ? null : digits(number),
    title,
    stated,
    priority: priorityTag(frame, keyword.startOffset),
    box: null,
  };
}

/** One word behind the keyword of an item, and no colon, is the title. */
function titleFromId(parts: HeaderParts, id: IToken): HeaderParts {
  return { ...parts, id: undefined, title: textOf(id) };
}

/** In "KR2 – Reduce backlog" the dash stands for the colon. */
function withoutDash(frame: Frame, { colon, title }: HeaderParts): Text {
  if (colon !== undefined) return title;
  const skipped = separatorLength(title.text);
  return skipped === 0 ? title : piece(frame.text, title.from + skipped, title.to);
}

function scopeHeader(frame: Frame, header: ScopeKind, parts: HeaderParts, problems: Problem[]): ScopeHeader {
  const fault = scopeFault(frame, header, parts);
  if (fault !== null) problems.push(fault);
  const { keyword, number, id, colon, junk } = parts;
  const idText = id !== undefined ? textOf(id) : number !== undefined && junk === undefined ? digits(number) : null;
  let title: Text | null = colon === undefined && junk === undefined ? null : withoutDash(frame, parts);
  if (title !== null && junk !== undefined) {
    const colon = colonIn(title.text);
    if (colon > 0) title = piece(frame.text, title.from, trimEnd(frame.text, title.from, title.from + colon));
  }
  return {
    kind: 'header',
    from: frame.from,
    to: frame.to,
    end: frame.end,
    indent: frame.start - frame.from,
    content: keyword.startOffset,
    keyword: textOf(keyword),
    faulty: fault !== null,
    fromList: false,
    header,
    id: idText !== null && /[.]/.test(idText.text) ? null : idText,
    title: title === null || title.text === '' ? null : title,
  };
}

/** The header line of a CST node `cycle` that begins with `keyword`. Problems are put into `problems`. */
export function readCycle(frame: Frame, node: CstNode, keyword: IToken, problems: Problem[]): CycleHeader {
  const name = tokenOf(node, 'CycleName');
  const [start, until] = tokensOf(node, 'CycleDay');
  const fault = cycleFault(frame, keyword, name, start !== undefined && until !== undefined, readTo(node));
  if (fault !== null) problems.push(fault);
  return {
    kind: 'header',
    from: frame.from,
    to: frame.to,
    end: frame.end,
    indent: frame.start - frame.from,
    content: keyword.startOffset,
    keyword: textOf(keyword),
    faulty: fault !== null,
    fromList: false,
    header: 'cycle',
    name: name === undefined ? null : textOf(name),
    start: start === undefined || until === undefined ? null : textOf(start),
    until: until === undefined ? null : textOf(until),
  };
}

/** Where the last token that the grammar took from a `cycle` line ends; what stands behind it was not read. */
function readTo(node: CstNode): number {
  let end = 0;
  for (const name of ['Cycle', 'CycleColon', 'CycleName', 'CycleDay', 'CycleTo']) {
    for (const token of tokensOf(node, name)) end = Math.max(end, endOf(token));
  }
  return end;
}
