import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import { CALENDAR_YEAR, readPeriod } from '../measure/periods.ts';
import { factsOf } from '../model/facts.ts';
import type { ReportReading } from '../measure/check-in.ts';
import type { Snapshot } from '../service.ts';
import { format } from '../syntax/format.ts';
import type { FormatEdit, FormatOptions } from '../syntax/format-edits.ts';
import type { CheckInColumns, Readings } from '../syntax/format-line.ts';
import { blockStart, positionIn } from '../syntax/positions.ts';
import type { Block, EntryLine, Tree } from '../syntax/tree.ts';

/** What the formatter does where an editor says nothing else. */
export const USUAL_FORM: FormatOptions = {
  indent: '  ',
  trimTrailingSpaces: true,
  insertFinalNewline: true,
  trimFinalNewlines: true,
};

/**
 * The edits that give a file, or the lines that a range touches, the canonical form; `range` null for all of it. Null where
 * it is to stay as it is because its meaning could change.
 */
export function formatting(
  snapshot: Snapshot,
  uri: string,
  options: FormattingOptions,
  range: Range | null,
): TextEdit[] | null {
  const tree = snapshot.tree(uri);
  if (tree === null) return null;
  const lines = range === null ? null : { first: range.start.line, last: lastLine(range) };
  const edits = format(tree, formOf(options), READINGS, lines);
  return (
    edits?.map(({ block, from, to, newText }) => ({
      range: { start: positionIn(tree, block, from), end: positionIn(tree, block, to) },
      newText,
    })) ?? null
  );
}

/** The text of a file in its canonical form; null where it is to stay as it is because its meaning could change. */
export function formatted(tree: Tree, form: FormatOptions): string | null {
  const edits = format(tree, form, READINGS);
  return edits === null ? null : applied(tree, edits);
}

/** The text of a tree after edits. */
function applied(tree: Tree, edits: readonly FormatEdit[]): string {
  const text = tree.blocks.map((block) => block.text).join('');
  let result = '';
  let done = 0;
  for (const { block, from, to, newText } of edits) {
    const start = blockStart(tree, block);
    result += text.slice(done, start + from) + newText;
    done = start + to;
  }
  return result + text.slice(done);
}

/** A range that ends at the start of a line does not touch that line. */
function lastLine({ start, end }: Range): number {
  return end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
}

/** What an editor leaves unsaid is done: lines end where their words do, and the file with one line break. */
export function formOf(options: FormattingOptions): FormatOptions {
  const { tabSize, insertSpaces, trimTrailingWhitespace, insertFinalNewline, trimFinalNewlines } = options;
  return {
    indent: insertSpaces ? ' '.repeat(Math.min(Math.max(tabSize, 1), 16)) : '\t',
    trimTrailingSpaces: trimTrailingWhitespace ?? USUAL_FORM.trimTrailingSpaces,
    insertFinalNewline: insertFinalNewline ?? USUAL_FORM.insertFinalNewline,
    trimFinalNewlines: trimFinalNewlines ?? USUAL_FORM.trimFinalNewlines,
  };
}

const remembered = new WeakMap<Block, ReadonlyMap<EntryLine, CheckInColumns>>();

/** Cycles and check-ins as the plan reads them. */
const READINGS: Readings = {
  cycleName: (name) => readPeriod(name, CALENDAR_YEAR)?.name ?? name,
  columns: (block, line) => columnsIn(block).get(line) ?? null,
};

/** The check-ins of a block, whose values may stand in columns. Remembered for the block. */
function columnsIn(block: Block): ReadonlyMap<EntryLine, CheckInColumns> {
  let columns = remembered.get(block);
  if (columns === undefined) {
    columns = new Map(
      factsOf(block)
        .sections.flatMap(({ journal }) => journal)
        .flatMap(({ line, reading }) => (reading.kind === 'report' ? [[line, columnsOf(reading)] as const] : [])),
    );
    remembered.set(block, columns);
  }
  return columns;
}

function columnsOf({ valueAt, confidenceAt, moodAt, remarkAt }: ReportReading): CheckInColumns {
  return [valueAt, confidenceAt, moodAt, remarkAt];
}
