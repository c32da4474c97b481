import { stretchFrom, stretchTo } from './blocks.ts';
import type { FormatEdit } from './format-edits.ts';
import type { Readings } from './format-line.ts';
import { parseBlock } from './parse.ts';
import { blockStarts } from './split.ts';
import type { Block, HeaderLine, Line, Text, Tree } from './tree.ts';

/** What keeps the formatter from changing a word: the result is read again, and has to say the same line by line. */

/** True where a block with this text says what the block says: the same lines with the same words, blank ones apart. */
export function losesNothing(block: Block, text: string, readings: Readings): boolean {
  const after = parseBlock(text);
  const before = block.lines.filter(({ kind }) => kind !== 'blank');
  const now = after.lines.filter(({ kind }) => kind !== 'blank');
  if (before.length !== now.length || (block.header === null) !== (after.header === null)) return false;
  return before.every((line, index) => {
    const other = now[index];
    return other !== undefined && says(block.text, line, readings) === says(after.text, other, readings);
  });
}

/**
 * True where the edits leave the borders of the blocks where they are: each still begins with its own header. Reads those
 * blocks again that the edits touch, and around them what may begin or end with them.
 */
export function sameBlocks({ blocks }: Tree, edits: readonly FormatEdit[]): boolean {
  const same = (from: number, to: number, first: number, next: number): boolean => {
    return beginWhereTheyDid(textsAfter(blocks.slice(from, to), edits.slice(first, next), from));
  };
  let from = 0;
  let to = 0;
  let first = 0;
  for (const [index, { block }] of edits.entries()) {
    // A blank line in front of a header is written at the end of the block above.
    const start = stretchFrom(blocks, Math.max(0, block - 1), to);
    if (start > to) {
      if (!same(from, to, first, index)) return false;
      from = start;
      first = index;
    }
    if (block + 2 > to) to = stretchTo(blocks, block);
  }
  return same(from, to, first, edits.length);
}

/** The texts of some blocks after edits; `index` is the index of the first one in the file. */
function textsAfter(blocks: readonly Block[], edits: readonly FormatEdit[], index: number): readonly string[] {
  const texts: string[] = blocks.map(() => '');
  let next = 0;
  blocks.forEach(({ text }, at) => {
    let done = 0;
    let result = '';
    for (let edit = edits[next]; edit?.block === index + at; edit = edits[++next]) {
      // A blank line before a header is the end of the block above.
      const above = edit.from === 0 && at > 0 ? (/^[\r\n]+/.exec(edit.newText)?.[0] ?? '') : '';
      if (above !== '') texts[at - 1] = (texts[at - 1] ?? '') + above;
      result += text.slice(done, edit.from) + edit.newText.slice(above.length);
      done = edit.to;
    }
    texts[at] = result + text.slice(done);
  });
  return texts;
}

/** Whether each of these texts, one behind the other, is a block; one that is empty is none. */
function beginWhereTheyDid(texts: readonly string[]): boolean {
  const kept = texts.filter((text) => text !== '');
  const starts = blockStarts(kept.join(''));
  let at = 0;
  return (
    starts.length === kept.length &&
    kept.every((text, index) => {
      const isThere = starts[index] === at;
      at += text.length;
      return isThere;
    })
  );
}

/** The words of a line and what they are, without what the formatter may change. */
function says(text: string, line: Line, readings: Readings): string {
  switch (line.kind) {
    case 'blank':
      return '';
    case 'comment':
    case 'error':
      return joined(line.kind, text.slice(line.content, line.end).trim());
    case 'directive':
      return joined(line.kind, String(line.wholeFile), ...line.rules.map(wordsOf), wordsOf(line.reason));
    case 'note':
      return joined(line.kind, wordsOf(line.body));
    case 'label':
      return joined(line.kind, line.items);
    case 'property':
      return joined(line.kind, line.property ?? wordsOf(line.name), wordsOf(line.value));
    case 'entry':
      return joined(line.kind, line.date.text, line.body.text.replace(/,\s+/g, ', '));
    case 'initiative':
      return joined(line.kind, String(line.done), wordsOf(line.body));
    case 'header':
      return joined(line.header, String(line.faulty), String(line.fromList), ...namesOf(line, readings));
  }
}

function namesOf(line: HeaderLine, readings: Readings): readonly string[] {
  if (line.header === 'cycle') {
    const name = line.name === null ? '' : readings.cycleName(line.name.text);
    return [name, wordsOf(line.start), wordsOf(line.until)];
  }
  if (!('number' in line)) return [wordsOf(line.id), wordsOf(line.title)];
  return [line.id, line.number, line.title, line.stated, line.priority].map(wordsOf);
}

function wordsOf(text: Text | null): string {
  return text === null ? '\u0000' : text.text;
}

function joined(...parts: readonly string[]): string {
  return parts.join('\u0001');
}
