import { alignedCheckIns } from './format-check-ins.ts';
import { blockOf, draftsOf, isBlank } from './format-draft.ts';
import type { Draft, LineRange } from './format-draft.ts';
import { editsOf } from './format-edits.ts';
import type { FormatEdit, FormatOptions } from './format-edits.ts';
import { losesNothing, sameBlocks } from './format-guard.ts';
import { Indenter } from './format-indent.ts';
import { canonicalContent } from './format-line.ts';
import type { Readings } from './format-line.ts';
import type { Block, Tree } from './tree.ts';

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
          : indenter.line(block, line);
    above = line.kind === 'header' ? indenter.body : draft.indent;
    for (const comment of comments) comment.indent = draft.indent;
    comments = [];
  }
  for (const comment of comments) comment.indent = above ?? '';
}

/** What the lines of a block become, whatever stands around it: in the order of its lines, as in their drafts. */
type Form = readonly Pick<Draft, 'canonical' | 'content'>[];

const forms = new WeakMap<Block, { readonly readings: Readings; readonly form: Form }>();

/** Sets the canonical content of all lines, block by block. What a block becomes as a whole is remembered. */
function setContent(tree: Tree, drafts: readonly Draft[], readings: Readings): void {
  let first = 0;
  while (first < drafts.length) {
    const start = drafts[first];
    if (start === undefined) return;
    let end = first + 1;
    while (drafts[end]?.block === start.block) end++;
    const lines = drafts.slice(first, end);
    const block = blockOf(tree, start);
    // A byte order mark counts in the first block of a file alone.
    if (start.block === 0 || lines.some(({ locked }) => locked)) setContentOf(block, lines, readings);
    else remember(block, lines, readings);
    first = end;
  }
}

function remember(block: Block, lines: readonly Draft[], readings: Readings): void {
  const known = forms.get(block);
  if (known?.readings !== readings) {
    setContentOf(block, lines, readings);
    forms.set(block, { readings, form: lines.map(({ canonical, content }) => ({ canonical, content })) });
    return;
  }
  lines.forEach((draft, index) => Object.assign(draft, known.form[index]));
}

/** Sets the canonical content of a block's lines, check-ins of a run in columns; none where it could be read otherwise. */
function setContentOf(block: Block, lines: readonly Draft[], readings: Readings): void {
  let changed = false;
  for (const draft of lines) {
    draft.canonical = canonicalContent(block.text, draft.line, draft.content, readings);
  }
  align(block, lines, readings);
  for (const draft of lines) {
    if (draft.locked) draft.canonical = null;
    changed ||= draft.canonical === null ? isLoose(draft) : draft.canonical !== contentText(block, draft);
  }
  if (changed && !losesNothing(block, canonicalLines(block, lines), readings)) {
    for (const draft of lines) {
      draft.canonical = null;
      draft.content = { from: draft.content.from, to: draft.line.end };
    }
  }
}

/** True for a line that could not be read as it should be and ends in white space: that may be why. */
function isLoose({ line: { kind, end }, content }: Draft): boolean {
  return content.to < end && (kind === 'header' || kind === 'label' || kind === 'error');
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
