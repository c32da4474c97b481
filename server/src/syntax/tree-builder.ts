import { said } from './said.ts';
import type { CstNode, IToken } from 'chevrotain';
import { compact } from './compact.ts';
import { contentStart, isBare, openingAt } from './boundaries.ts';
import { endOf, nodesInOrder, restOf, textOf, tokenOf, tokensOf } from './cst.ts';
import type { LineNode } from './cst.ts';
import { dropped, eachLine, isBulleted } from './frame.ts';
import type { Frame } from './frame.ts';
import { readCycle, readHeader } from './headers.ts';
import { labelOf, propertyOf } from './keywords.ts';
import { listItem, ownerLine } from './list-items.ts';
import { isMarked } from './lists.ts';
import { dateColonProblem, headingComment, quantityProblem, strayProblem } from './stray-lines.ts';
import { isToldByPlan } from './pasted-names.ts';
import { joinsRun, runProblem } from './stray-runs.ts';
import type { StrayRun } from './stray-runs.ts';
import { piece, trimmed } from './text.ts';
import type { Owner } from './properties.ts';
import type { Block, HeaderLine, ItemKind, LabelLine, Line, LineBase, Problem, PropertyLine, Text } from './tree.ts';
import { meantAsHeader, nearNames, unknownNameProblem } from './unknown-names.ts';
import { listParts, peopleIn } from './values.ts';

/** The list below a plural label, and whether check boxes are still its items. */
interface OpenList {
  readonly items: ItemKind;
  takesBoxes: boolean;
}

/** So many problems of one block are told one by one. */
const MOST_PROBLEMS = 100;

/** A block while it is being built. */
interface Draft {
  readonly text: string;
  readonly lines: Line[];
  readonly problems: Problem[];
  /** How many problems more there were than are told. */
  untold: number;
  header: HeaderLine | LabelLine | null;
  list: OpenList | null;
  /** Lists and tables of lines that are none of the language; the last may go on. */
  readonly runs: StrayRun[];
}

/**
 * Turns the CST of a block into its lines and problems. Each line of the text gets exactly one line of the tree, found by
 * its place: a line that the parser left out is blank where nothing is in it, and else an error.
 */
export function buildBlock(text: string, cst: CstNode): Block {
  const draft: Draft = { text, lines: [], problems: [], untold: 0, header: null, list: null, runs: [] };
  const next = nodesInOrder(cst);
  eachLine(text, (frame) => {
    const found = next(frame.end);
    const line = found === undefined ? lineWithoutNode(draft, frame) : readNode(draft, frame, found);
    if (draft.header === null && (line.kind === 'header' || line.kind === 'label')) draft.header = line;
    draft.lines.push(line);
    while (draft.problems.length > MOST_PROBLEMS) {
      draft.problems.pop();
      draft.untold++;
    }
  });
  return { text, lines: compact(draft.lines), header: draft.header, problems: allProblems(draft) };
}

/** A block's problems; where there are very many, the last one says how many more are not told. */
function allProblems({ problems, untold, runs }: Draft): readonly Problem[] {
  for (const run of runs) {
    const whole = runProblem(run);
    if (whole !== null) problems[run.problem] = whole;
  }
  const last = problems.at(-1);
  if (untold === 0 || last === undefined) return compact(problems);
  const message = said`${last.message} (${String(untold)} more problems follow in this block; they are not listed.)`;
  return [...problems.slice(0, -1), { ...last, message }];
}

function base(frame: Frame, content: number): LineBase {
  return { from: frame.from, to: frame.to, end: frame.end, indent: frame.start - frame.from, content };
}

function lineWithoutNode(draft: Draft, frame: Frame): Line {
  const content = contentStart(draft.text, frame.from, frame.end);
  if (content >= frame.end) {
    const { from, to, end, start } = frame;
    return { kind: 'blank', from, to, end, indent: start - from, content: end };
  }
  return strayLine(draft, frame, content);
}

/** The kind of the item that the next line stands below. */
function kindOf({ list, header }: Draft): Owner | null {
  if (list !== null) return list.items;
  return header?.kind === 'header' && header.header !== 'cycle' ? header.header : null;
}

/** `3 Nov: 5`: the name of a property begins with a letter, but this is one line with `Nov 3: 5`. */
const DAY_FIRST = /^(\d{1,2}[^\d:\uff1a]{3,15}?)[ \t]*[:\uff1a]/;

function dayLine(draft: Draft, frame: Frame, content: number): PropertyLine | null {
  const { text } = draft;
  const [whole = '', day = ''] = DAY_FIRST.exec(text.slice(content, Math.min(frame.end, content + 40))) ?? [];
  if (day === '' || !isToldByPlan(day, kindOf(draft))) return null;
  const name = piece(text, content, content + day.length);
  const value = trimmed(text, content + whole.length, frame.end);
  return { kind: 'property', ...base(frame, content), property: null, name, value, parts: listParts(text, value) };
}

function strayLine(draft: Draft, frame: Frame, content: number): Line {
  const below = kindOf(draft);
  const day = dayLine(draft, frame, content);
  if (day !== null) return day;
  const told = draft.problems.length;
  const inset = draft.header?.indent ?? 0;
  if (joinsRun(draft, frame, content, { below, inset, problem: told < MOST_PROBLEMS ? told : null })) {
    return { kind: 'error', ...base(frame, content) };
  }
  if (draft.problems.length < MOST_PROBLEMS)
    draft.problems.push(strayProblem(frame, content, draft.lines.at(-1), below));
  else draft.untold++;
  return { kind: 'error', ...base(frame, content) };
}

function readNode(draft: Draft, frame: Frame, { node, token }: LineNode): Line {
  switch (node.name) {
    case 'header':
      return headerLine(draft, frame, node, token);
    case 'cycle':
      return bareItem(draft, frame, token, true) ?? readCycle(frame, node, token, draft.problems);
    case 'directive':
      return directiveLine(draft, frame, node, token);
    default:
      return simpleLine(draft, frame, node, token);
  }
}

/** A bullet below a plural label that begins with a header word, but has no colon, is an item of the list. */
function bareItem({ text, list, problems }: Draft, frame: Frame, keyword: IToken, isCycle: boolean): Line | null {
  if (list === null || !isBare(isCycle, text, endOf(keyword))) return null;
  if (!isBulleted(dropped(frame, keyword.startOffset))) return null;
  return listItem(frame, list.items, keyword.startOffset, problems);
}

function headerLine(draft: Draft, frame: Frame, node: CstNode, keyword: IToken): Line {
  const { header: opened, problems } = draft;
  const item = bareItem(draft, frame, keyword, false);
  if (item !== null) return item;
  const own: Problem[] = [];
  const line = readHeader(frame, node, keyword, own);
  if (opened?.kind === 'header' && opened.header === 'objective' && tokenOf(node, 'Scope') !== undefined) {
    return ownerLine(frame, line, problems);
  }
  problems.push(...own);
  return line;
}

function directiveLine(draft: Draft, frame: Frame, node: CstNode, start: IToken): Line {
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
function simpleLine(draft: Draft, frame: Frame, node: CstNode, token: IToken): Line {
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

/** The name in a token such as `owner: ` or `**Owner:** `. */
function nameOf(text: string, token: IToken): Text {
  const colon = token.image.indexOf(':');
  const whole = colon > 0 ? token.image.slice(0, colon) : '';
  if (propertyOf(whole) !== null) return { from: token.startOffset, to: token.startOffset + colon, text: whole };
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
    from: frame.from,
    to: frame.to,
    end: frame.end,
    indent: frame.start - frame.from,
    content: token.startOffset,
    property: propertyOf(name.text),
    name,
    value,
    parts: listParts(draft.text, value),
  };
}

function unknownLine(draft: Draft, frame: Frame, node: CstNode, token: IToken): Line {
  const { list } = draft;
  if (list !== null && isBulleted(dropped(frame, token.startOffset))) {
    return listItem(frame, list.items, token.startOffset, draft.problems);
  }
  listHasDetails(draft);
  const name = nameOf(draft.text, token);
  const kind = kindOf(draft);
  if (!isToldByPlan(name.text, kind)) {
    const near = nearNames(name.text, kind);
    draft.problems.push(unknownNameProblem(frame, name, kind, near));
    if (meantAsHeader(near)) return { kind: 'error', ...base(frame, token.startOffset) };
  }
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
    draft.problems.push(dateColonProblem(frame, date, body));
    const dash = /^[-\u2013\u2014][ \t]+/.exec(body.text)?.[0].length ?? 0;
    return { kind: 'entry', ...base(frame, from), date, body: piece(draft.text, body.from + dash, body.to) };
  }
  const { from: start, to, end } = frame;
  return { kind: 'entry', from: start, to, end, indent: frame.start - start, content: from, date, body };
}

function boxLine(draft: Draft, frame: Frame, node: CstNode, token: IToken): Line {
  const from = token.startOffset;
  const body = restOf(draft.text, node, 'Rest', endOf(token));
  if (draft.list !== null && draft.list.takesBoxes) {
    return listItem(frame, draft.list.items, body.from, draft.problems, piece(draft.text, from + 1, from + 2));
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
  draft.list = { items, takesBoxes: true };
  return { kind: 'label', ...base(frame, token.startOffset), items };
}

function otherLine(draft: Draft, frame: Frame, token: IToken): Line {
  const { list } = draft;
  const content = token.startOffset;
  if (list !== null && isMarked(token, dropped(frame, content))) {
    return listItem(frame, list.items, content, draft.problems);
  }
  return strayLine(draft, frame, content);
}

/** True where a comment's text is a header with its colon or number, or a plural label: a heading of one mark. */
function openingBehind(text: string, from: number, end: number): boolean {
  const at = contentStart(text, from, end);
  const opening = at < end ? openingAt(text, at) : null;
  return opening !== null && !opening.bare;
}
