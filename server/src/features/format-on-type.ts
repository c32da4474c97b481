import type { FormattingOptions, Position, TextEdit } from 'vscode-languageserver-types';
import type { Snapshot } from '../service.ts';
import type { EntryLine, Line } from '../syntax/tree.ts';
import { cursorAt } from './cursor.ts';
import { formOf } from './format.ts';
import { lineAt, offsetAt, positionAt } from './layout.ts';
import type { PlacedLine } from './layout.ts';

/**
 * What a new, still empty line begins with, once a line break was typed above `position`: today's date below a check-in of
 * an earlier day, `[ ]` below a task, `>` below a note, and the indentation of what belongs to the item. An empty check-in
 * or task above ends the list: it is taken away. What the editor has put into the line already stays.
 */
export function formatOnType(
  snapshot: Snapshot,
  uri: string,
  position: Position,
  options: FormattingOptions,
): TextEdit[] | null {
  const tree = snapshot.tree(uri);
  if (tree === null || position.line === 0) return null;
  const above = lineAt(tree, offsetAt(tree, { line: position.line - 1, character: 0 }));
  if (above === null) return null;
  const start = offsetAt(tree, { line: position.line, character: 0 });
  const written = textOf(lineAt(tree, start));
  if (written.trim() !== '') return null;
  if (isEmptyMark(above.line)) {
    const from = above.start + above.line.from;
    return [{ range: { start: positionAt(tree, from), end: positionAt(tree, start) }, newText: '' }];
  }
  const { line, block } = above;
  const indent = block.text.slice(line.from, line.from + line.indent);
  const wanted = (isHeader(line) ? indent + formOf(options).indent : indent) + markBelow(snapshot, uri, above);
  if (wanted === written) return [];
  // Put in behind what is there already, so that the cursor moves along.
  const kept = wanted.startsWith(written) ? written.length : 0;
  const range = { start: positionAt(tree, start + kept), end: positionAt(tree, start + written.length) };
  return [{ range, newText: wanted.slice(kept) }];
}

function textOf(placed: PlacedLine | null): string {
  return placed === null ? '' : placed.block.text.slice(placed.line.from, placed.line.end);
}

function isHeader({ kind }: Line): boolean {
  return kind === 'header';
}

/** A check-in without a word, or a task without one. */
function isEmptyMark(line: Line): boolean {
  return (line.kind === 'entry' || line.kind === 'initiative') && line.body.text === '';
}

function markBelow(snapshot: Snapshot, uri: string, { line, start }: PlacedLine): string {
  switch (line.kind) {
    case 'entry':
      return goesOn(snapshot, uri, line, start) ? `${snapshot.plan.today}: ` : '';
    case 'initiative':
      return '[ ] ';
    case 'note':
      return line.body.text === '' ? '' : '> ';
    default:
      return '';
  }
}

/** True below the latest check-in of an item that has none of today. */
function goesOn(snapshot: Snapshot, uri: string, line: EntryLine, start: number): boolean {
  const latest = cursorAt(snapshot, uri, start + line.from)?.item?.journal.at(-1);
  return latest?.line === line && latest.day < snapshot.plan.today;
}
