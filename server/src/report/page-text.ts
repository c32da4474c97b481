import { wrap } from './wrap.ts';

const COLUMNS = 80;
const INDENT = '    ';

/**
 * A rule's page, which is Markdown, as plain text for a terminal: examples indented, tables lined up, paragraphs filled.
 * `strong` marks headings. Ends in a line break.
 */
export function writePageText(markdown: string, strong: (text: string) => string): string {
  return `${blocksOf(markdown)
    .map((lines) => writeBlock(lines, strong))
    .join('\n\n')}\n`;
}

/** Paragraphs, headings, tables and fences, each as its lines: a blank line parts them unless it is inside a fence. */
function blocksOf(markdown: string): readonly (readonly string[])[] {
  const blocks: string[][] = [];
  let block: string[] = [];
  for (const line of markdown.trim().split('\n')) {
    if (line.trim() === '' && !(isFence(block[0]) && !isClosed(block))) {
      if (block.length > 0) blocks.push(block);
      block = [];
    } else {
      block.push(line);
    }
  }
  return [...blocks, block];
}

function isFence(line: string | undefined): boolean {
  return line?.startsWith('```') === true;
}

function isClosed(block: readonly string[]): boolean {
  return block.length > 1 && isFence(block.at(-1));
}

function writeBlock(lines: readonly string[], strong: (text: string) => string): string {
  const [first = ''] = lines;
  const heading = /^#+ (.*)$/.exec(first);
  if (heading) return strong(unmarked(heading[1] ?? ''));
  if (isFence(first))
    return lines
      .slice(1, isClosed(lines) ? -1 : undefined)
      .map(indented)
      .join('\n');
  if (first.startsWith('|')) return writeTable(lines);
  if (first.startsWith('- ')) return lines.map((line) => unmarked(line)).join('\n');
  return wrap(unmarked(lines.join(' ')).split(/\s+/), COLUMNS).join('\n');
}

function writeTable(lines: readonly string[]): string {
  const rows = lines
    .filter((line) => !/^[|\s:-]+$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => unmarked(cell.trim())),
    );
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => indented(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))).join('\n');
}

function indented(line: string): string {
  return `${INDENT}${line}`.trimEnd();
}

/** Bold and code marks say nothing on a terminal; an underscore or star within a word stays. */
function unmarked(text: string): string {
  return text.replace(/\*\*([^*]+)\*\*/g, '$1').replace(/`([^`]+)`/g, '$1');
}
