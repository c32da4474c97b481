import type { CstElement, CstNode, IToken } from 'chevrotain';
import { contentStart, openingAt } from './boundaries.ts';
import { endOf, opener, restOf, textOf, tokenOf, tokensOf } from './cst.ts';
import { dropped, eachLine, isBulleted } from './frame.ts';
import type { Frame } from './frame.ts';
import { readCycle, readHeader } from './headers.ts';
import { labelOf, propertyOf } from './keywords.ts';
import { listItem, ownerLine } from './list-items.ts';
import { endsList } from './lists.ts';
import { capped, dateColonProblem, headingComment, quantityProblem, strayProblem } from './stray-lines.ts';
import { piece, trimmed } from './text.ts';
import type { Block, HeaderLine, ItemKind, LabelLine, Line, LineBase, Problem } from './tree.ts';
import { meantAsHeader, nearNames, unknownNameProblem } from './unknown-names.ts';
import { listParts, peopleIn } from './values.ts';

/** The list below a plural label: whether it still goes on, and whether check boxes are still its items. */
interface OpenList {
  readonly items: ItemKind;
  goesOn: boolean;
  takesBoxes: boolean;
}

/** A block while it is being built. */
interface Draft {
  readonly text: string;
  readonly lines: Line[];
  readonly problems: Problem[];
  header: HeaderLine | LabelLine | null;
  list: OpenList | null;
}

/**
 * Turns the CST of a block into its lines and problems. Each line of the text gets exactly one line of the tree, found by
 * its place: a line that the parser left out is blank where nothing is in it, and else an error.
 */
export function buildBlock(text: string, cst: CstNode): Block {
  const draft: Draft = { text, lines: [], problems: [], header: null, list: null };
  const next = nodesInOrder(cst);
  eachLine(text, (frame) => {
    const node = next(frame.end);
    const line = node === undefined ? lineWithoutNode(draft, frame) : readNode(draft, frame, node);
    if (draft.header === null && (line.kind === 'header' || line.kind === 'label')) draft.header = line;
    draft.lines.push(line);
  });
  return { text, lines: draft.lines, header: draft.header, problems: capped(draft.problems) };
}

function isNode(element: CstElement): element is CstNode {
  return 'children' in element;
}

/** Gives the nodes of the block's lines one after another: the first not yet given that begins before `end`. */
function nodesInOrder(cst: CstNode): (end: number) => CstNode | undefined {
  const queues = ['line', 'header', 'cycle', 'directive'].map((name) => ({
    nodes: (cst.children[name] ?? []).filter(isNode),
    at: 0,
  }));
  return (end) => {
    for (const queue of queues) {
      const node = queue.nodes[queue.at];
      const start = node === undefined ? undefined : opener(node)?.startOffset;
      if (start === undefined || start >= end) continue;
      queue.at++;
      return node;
    }
    return undefined;
  };
}

function base(frame: Frame, content: number): LineBase {
  return { from: frame.from, to: frame.to, end: frame.end, indent: frame.start - frame.from, content };
}

function lineWithoutNode(draft: Draft, frame: Frame): Line {
  const content = contentStart(draft.text, frame.from, frame.end);
  if (content >= frame.end) return { kind: 'blank', ...base(frame, frame.end) };
  return strayLine(draft, frame, content);
}

function strayLine(draft: Draft, frame: Frame, content: number): Line {
  draft.problems.push(strayProblem(frame, content, draft.lines.at(-1)));
  return { kind: 'error', ...base(frame, content) };
}

function readNode(draft: Draft, frame: Frame, node: CstNode): Line {
  switch (node.name) {
    case 'header':
      return headerLine(draft, frame, node);
    case 'cycle':
      return readCycle(frame, node, draft.problems) ?? lineWithoutNode(draft, frame);
    case 'directive':
      return directiveLine(draft, frame, node);
    default:
      return simpleLine(draft, frame, node);
  }
}

function headerLine(draft: Draft, frame: Frame, node: CstNode): Line {
  const keyword = opener(node);
  if (keyword === undefined) return lineWithoutNode(draft, frame);
  const { header: opened, list, problems } = draft;
  const bare = tokenOf(node, 'HeaderColon') === undefined && tokenOf(node, 'HeaderNumber') === undefined;
  if (bare && list?.goesOn === true && isBulleted(dropped(frame, keyword.startOffset))) {
    return listItem(frame, list.items, keyword.startOffset, problems);
  }
  const own: Problem[] = [];
  const line = readHeader(frame, node, own);
  if (line === null) return lineWithoutNode(draft, frame);
  if (opened?.kind === 'header' && opened.header === 'objective' && tokenOf(node, 'Scope') !== undefined) {
    return ownerLine(frame, line, problems);
  }
  problems.push(...own);
  return line;
}

function directiveLine(draft: Draft, frame: Frame, node: CstNode): Line {
  const start = tokenOf(node, 'Directive');
  if (start === undefined) return lineWithoutNode(draft, frame);
  const reason = restOf(draft.text, node, 'Rest', frame.end);
  return {
    kind: 'directive',
    ...base(frame, start.startOffset),
    wholeFile: start.image.toLowerCase().endsWith('-file'),
    rules: tokensOf(node, 'RuleName').map(textOf),
    reason: reason.text === '' ? null : reason,
  };
}

/** The lines that are one token and the text behind it. */
function simpleLine(draft: Draft, frame: Frame, node: CstNode): Line {
  const token = opener(node);
  if (token === undefined) return lineWithoutNode(draft, frame);
  const content = token.startOffset;
  switch (token.tokenType.name) {
    case 'Property':
      return propertyLine(draft, frame, node, token);
    case 'EntryDate':
    case 'BareDate':
      return entryLine(draft, frame, node, token);
    case 'NoteMark':
      listHasDetails(draft);
      return { kind: 'note', ...base(frame, content), body: restOf(draft.text, node, 'Rest', endOf(token)) };
    case 'Box':
      return boxLine(draft, frame, node, token);
    case 'UnknownName':
      return unknownLine(draft, frame, node, token);
    case 'Comment':
      if (openingBehind(draft.text, content + 1, frame.end)) draft.problems.push(headingComment(frame, content));
      return { kind: 'comment', ...base(frame, content) };
    case 'Label':
      return labelLine(draft, frame, token);
    case 'QuantityGoal':
      if (draft.list !== null && endsList(token, dropped(frame, content))) draft.list.goesOn = false;
      draft.problems.push(quantityProblem(frame, content));
      return { kind: 'error', ...base(frame, content) };
    default:
      return otherLine(draft, frame, token);
  }
}

/** A property, journal or note line below a bullet: from here on check boxes are initiatives. */
function listHasDetails(draft: Draft): void {
  if (draft.list !== null) draft.list.takesBoxes = false;
}

/** The name in a token such as `**Owner:** `. */
function nameOf(text: string, token: IToken): { readonly from: number; readonly to: number; readonly text: string } {
  const plain = /^[*_]*(.*?)[\s*_]*[:\uff1a]/su.exec(token.image);
  const name = plain?.[1] ?? token.image;
  const from = token.startOffset + token.image.indexOf(name);
  return trimmed(text, from, from + name.length);
}

function propertyLine(draft: Draft, frame: Frame, node: CstNode, token: IToken): Line {
  listHasDetails(draft);
  const name = nameOf(draft.text, token);
  const value = restOf(draft.text, node, 'Rest', endOf(token));
  return {
    kind: 'property',
    ...base(frame, token.startOffset),
    property: propertyOf(name.text),
    name,
    value,
    parts: listParts(draft.text, value),
  };
}

function unknownLine(draft: Draft, frame: Frame, node: CstNode, token: IToken): Line {
  const { list, header } = draft;
  if (list?.goesOn === true && isBulleted(dropped(frame, token.startOffset))) {
    return listItem(frame, list.items, token.startOffset, draft.problems);
  }
  listHasDetails(draft);
  const name = nameOf(draft.text, token);
  const kind =
    list !== null ? list.items : header?.kind === 'header' && header.header !== 'cycle' ? header.header : null;
  const near = nearNames(name.text, kind);
  draft.problems.push(unknownNameProblem(frame, name, kind, near));
  if (meantAsHeader(near)) return { kind: 'error', ...base(frame, token.startOffset) };
  const value = restOf(draft.text, node, 'Rest', endOf(token));
  return {
    kind: 'property',
    ...base(frame, name.from),
    property: null,
    name,
    value,
    parts: listParts(draft.text, value),
  };
}

function entryLine(draft: Draft, frame: Frame, node: CstNode, token: IToken): Line {
  listHasDetails(draft);
  const from = token.startOffset;
  const date = piece(draft.text, from, from + 10);
  const body = restOf(draft.text, node, 'Rest', endOf(token));
  if (token.tokenType.name === 'BareDate') {
    draft.problems.push(dateColonProblem(frame, date));
    const dash = /^[-\u2013\u2014][ \t]+/.exec(body.text)?.[0].length ?? 0;
    return { kind: 'entry', ...base(frame, from), date, body: piece(draft.text, body.from + dash, body.to) };
  }
  return { kind: 'entry', ...base(frame, from), date, body };
}

function boxLine(draft: Draft, frame: Frame, node: CstNode, token: IToken): Line {
  const from = token.startOffset;
  const body = restOf(draft.text, node, 'Rest', endOf(token));
  if (draft.list?.goesOn === true && draft.list.takesBoxes) {
    return listItem(frame, draft.list.items, body.from, draft.problems);
  }
  const done = token.image[1] === 'x' || token.image[1] === 'X';
  return {
    kind: 'initiative',
    ...base(frame, from),
    done,
    box: { from: from + 1, to: from + 2 },
    body,
    people: peopleIn(draft.text, body),
  };
}

function labelLine(draft: Draft, frame: Frame, token: IToken): Line {
  const items = labelOf(token.image.replace(/[*_:\uff1a]/g, '').trim()) ?? 'kr';
  draft.list = { items, goesOn: true, takesBoxes: true };
  return { kind: 'label', ...base(frame, token.startOffset), items };
}

function otherLine(draft: Draft, frame: Frame, token: IToken): Line {
  const { list } = draft;
  const content = token.startOffset;
  if (list?.goesOn === true) {
    if (!endsList(token, dropped(frame, content))) return listItem(frame, list.items, content, draft.problems);
    list.goesOn = false;
  }
  return strayLine(draft, frame, content);
}

/** True where a comment's text is a header with its colon, or a plural label. */
function openingBehind(text: string, from: number, end: number): boolean {
  const at = contentStart(text, from, end);
  const opening = at < end ? openingAt(text, at) : null;
  if (opening === null) return false;
  return text.slice(at, Math.min(end, at + 60)).search(/[:\uff1a]/) >= 0;
}
