import { alignedCheckIns } from './format-check-ins.ts';
import { losesNothing, sameBlocks } from './format-guard.ts';
import { Indenter } from './format-indent.ts';
import { canonicalContent, isSpace } from './format-line.ts';
import type { Content, Readings } from './format-line.ts';
import type { Block, Line, Tree } from './tree.ts';

export interface FormatOptions {
  /** One step of indentation. */
  readonly indent: string;
  readonly trimTrailingSpaces: boolean;
  readonly insertFinalNewline: boolean;
  readonly trimFinalNewlines: boolean;
}

/** Lines of the document, counted from 0, both part of it. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** A change inside one block, in the order of the text; offsets count from the start of that block. */
export interface FormatEdit {
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

/** A line with what it becomes. */
interface Draft {
  readonly block: number;
  readonly line: Line;
  readonly content: Content;
  readonly locked: boolean;
  /** Null where the line keeps its white space. */
  indent: string | null;
  canonical: string | null;
  removed: boolean;
  blankBefore: boolean;
}

const BYTE_ORDER_MARK = '\ufeff';

/**
 * The edits that give a text its canonical form, or the lines of `range` alone: one blank line between items, indentation,
 * canonical keywords and property names, check-ins in columns. Every word, comment and line break stays, and lines keep
 * their order. Null where the result could be read otherwise than the text: better no form than another meaning.
 */
export function format(
  tree: Tree,
  options: FormatOptions,
  readings: Readings,
  range: LineRange | null = null,
): readonly FormatEdit[] | null {
  const drafts = draftsOf(tree, range);
  indent(tree, drafts, options);
  setContent(tree, drafts, readings);
  setBlanks(drafts, options);
  const edits = editsOf(tree, drafts, options, range);
  return edits.length === 0 || sameBlocks(tree, edits) ? edits : null;
}

function draftsOf(tree: Tree, range: LineRange | null): readonly Draft[] {
  const drafts: Draft[] = [];
  tree.blocks.forEach(({ text, lines }, block) => {
    for (const line of lines) {
      const at = drafts.length;
      const locked = range !== null && (at < range.first || at > range.last);
      const content = contentOf(text, line, at === 0 ? startOf(text) : line.from);
      const base = { block, line, content, locked, indent: null, canonical: null, removed: false, blankBefore: false };
      drafts.push(base);
    }
  });
  return drafts;
}

/** A byte order mark at the start of a file stays there. */
function startOf(text: string): number {
  return text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
}

/** What of a line is no white space; all of it where it begins with a character that cannot be seen. */
function contentOf(text: string, line: Line, start: number): Content {
  let from = start;
  let to = line.end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { from, to };
}

function isBlank({ line, content }: Draft): boolean {
  return line.kind === 'blank' && content.from === content.to;
}

function blockOf(tree: Tree, { block }: Draft): Block {
  const found = tree.blocks[block];
  if (found === undefined) throw new Error('A line of the draft has no block.');
  return found;
}

/**
 * Sets the indentation of all lines. A comment stands like the line that it is about: the next one, or the one above where
 * it follows that directly and a blank line comes behind it.
 */
function indent(tree: Tree, drafts: readonly Draft[], { indent: unit }: FormatOptions): void {
  const indenter = new Indenter(unit);
  let comments: Draft[] = [];
  let above: string | null = null;
  for (const draft of drafts) {
    const { line, locked } = draft;
    if (line.kind === 'comment' || line.kind === 'directive') {
      comments.push(draft);
      continue;
    }
    if (line.kind === 'blank') {
      if (above !== null) {
        for (const comment of comments) comment.indent = above;
        comments = [];
      }
      above = null;
      continue;
    }
    const block = blockOf(tree, draft);
    const kept = locked ? block.text.slice(line.from, draft.content.from) : null;
    draft.indent =
      line.kind === 'header'
        ? indenter.header(block, line, kept)
        : line.kind === 'label'
          ? indenter.label(line.items)
          : indenter.line(line);
    above = line.kind === 'header' ? indenter.body : draft.indent;
    for (const comment of comments) comment.indent = draft.indent;
    comments = [];
  }
  for (const comment of comments) comment.indent = above ?? '';
}

/** Sets the canonical content, check-ins of a run in columns; where the block could then be read otherwise, none. */
function setContent(tree: Tree, drafts: readonly Draft[], readings: Readings): void {
  let first = 0;
  while (first < drafts.length) {
    const start = drafts[first];
    if (start === undefined) return;
    let end = first + 1;
    while (drafts[end]?.block === start.block) end++;
    const lines = drafts.slice(first, end);
    const block = blockOf(tree, start);
    let changed = false;
    for (const draft of lines) {
      draft.canonical = canonicalContent(block.text, draft.line, draft.content, readings);
    }
    align(block, lines, readings);
    for (const draft of lines) {
      if (draft.locked) draft.canonical = null;
      changed ||= draft.canonical !== null && draft.canonical !== contentText(block, draft);
    }
    if (changed && !losesNothing(block, canonicalLines(block, lines), readings)) {
      for (const draft of lines) draft.canonical = null;
    }
    first = end;
  }
}

function contentText({ text }: Block, { content }: Draft): string {
  return text.slice(content.from, content.to);
}

/** The lines of a block as they will stand, without their indentation. */
function canonicalLines(block: Block, lines: readonly Draft[]): string {
  return lines
    .map((draft) => (draft.canonical ?? contentText(block, draft)) + block.text.slice(draft.line.end, draft.line.to))
    .join('');
}

function align(block: Block, lines: readonly Draft[], readings: Readings): void {
  let run: Draft[] = [];
  const flush = (): void => {
    if (run.length > 0) {
      const rows = run.map(({ line }) => {
        if (line.kind !== 'entry') return { date: '', body: '', columns: null };
        return { date: line.date.text, body: line.body.text, columns: readings.columns(block, line) };
      });
      alignedCheckIns(rows).forEach((aligned, index) => {
        const draft = run[index];
        if (draft !== undefined && aligned !== null) draft.canonical = aligned;
      });
    }
    run = [];
  };
  for (const draft of lines) {
    if (draft.line.kind === 'entry' && draft.canonical !== null) run.push(draft);
    else flush();
  }
  flush();
}

/** One blank line before each block, none at the start of the file, and nowhere more than one. */
function setBlanks(drafts: readonly Draft[], { trimFinalNewlines }: FormatOptions): void {
  let blanks: Draft[] = [];
  let before: Draft | null = null;
  for (const draft of drafts) {
    if (isBlank(draft)) {
      blanks.push(draft);
      continue;
    }
    for (const blank of before === null ? blanks : blanks.slice(1)) blank.removed = true;
    draft.blankBefore = before !== null && before.block !== draft.block && blanks.length === 0;
    blanks = [];
    before = draft;
  }
  if (trimFinalNewlines) for (const blank of blanks) blank.removed = true;
}

function editsOf(
  tree: Tree,
  drafts: readonly Draft[],
  options: FormatOptions,
  range: LineRange | null,
): readonly FormatEdit[] {
  const edits: FormatEdit[] = [];
  let lineBreak: string | null = null;
  for (const draft of drafts) {
    const { block, line, locked, removed, blankBefore, content } = draft;
    const { text } = blockOf(tree, draft);
    if (!locked) {
      const start = draft === drafts[0] ? startOf(text) : line.from;
      if (removed) edits.push({ block, from: start, to: line.to, newText: '' });
      else {
        if (blankBefore) edits.push({ block, from: 0, to: 0, newText: lineBreak ?? '\n' });
        // An empty line that ends in a line feed would be one with a carriage return before it.
        const emptied = options.trimTrailingSpaces && !(lineBreak === '\r' && text[line.end] === '\n');
        const lead = isBlank(draft) ? (emptied ? '' : null) : draft.indent;
        const behind = options.trimTrailingSpaces ? '' : text.slice(content.to, line.end);
        const edit = replaced(
          text,
          start,
          line.end,
          (lead ?? text.slice(start, content.from)) +
            (draft.canonical ?? text.slice(content.from, content.to)) +
            behind,
        );
        if (edit !== null) edits.push({ block, ...edit });
      }
    }
    if (line.to > line.end && !removed) lineBreak = text.slice(line.end, line.to);
  }
  const last = drafts.findLast((draft) => !draft.removed);
  if (
    options.insertFinalNewline &&
    last !== undefined &&
    !last.locked &&
    !isBlank(last) &&
    last.line.end === last.line.to
  ) {
    if (range === null || range.last >= drafts.length - 1) {
      edits.push({ block: last.block, from: last.line.to, to: last.line.to, newText: lineBreak ?? '\n' });
    }
  }
  return edits;
}

/** The smallest change that makes `newText` of a stretch of a text; null where it is that already. */
function replaced(text: string, from: number, to: number, newText: string): Omit<FormatEdit, 'block'> | null {
  const old = text.slice(from, to);
  if (old === newText) return null;
  const most = Math.min(old.length, newText.length);
  let head = 0;
  while (head < most && old[head] === newText[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === newText[newText.length - 1 - tail]) tail++;
  return { from: from + head, to: to - tail, newText: newText.slice(head, newText.length - tail) };
}
