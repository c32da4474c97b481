import { parseBlock } from './parse.ts';
import { blockAtOffset, blockStart } from './positions.ts';
import { isSamePiece } from './same-piece.ts';
import { blockStarts } from './split.ts';
import type { Block, Tree } from './tree.ts';

/** A change of a whole text: the characters from `from` to `to` become `newText`. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

/**
 * True where a block may begin, or not, by what stands above it: a scope that may be an owner, a bullet that may be an
 * item of a list. More blocks than need be count as such, which costs a little and is never wrong.
 */
function dependsOnAbove({ header }: Block): boolean {
  if (header === null || header.kind === 'label') return false;
  if (header.faulty || header.header === 'cycle') return true;
  return (
    header.header !== 'objective' &&
    header.header !== 'kr' &&
    header.header !== 'kpi' &&
    (header.id === null || header.title === null)
  );
}

/** True where the block below decides where this one ends: a team in it is the objective's owner or a scope. */
function dependsOnBelow(block: Block): boolean {
  const { header } = block;
  return dependsOnAbove(block) || (header?.kind === 'header' && header.header === 'objective');
}

/**
 * The tree of the text after an edit: equal to a parse of the whole new text, and every block that the edit did not touch
 * is the same object. Costs the touched blocks and their neighbours, and a copy of the list of blocks.
 */
export function reparse(tree: Tree, edit: TextEdit): Tree {
  const { blocks } = tree;
  if (edit.from === edit.to && edit.newText === '') return tree;
  const first = stretchFrom(blocks, blockAtOffset(tree, edit.from));
  const last = stretchTo(blocks, blockAtOffset(tree, edit.to));

  const start = blockStart(tree, first);
  const old = blocks.slice(first, last);
  const before = old.map((block) => block.text).join('');
  const text = before.slice(0, edit.from - start) + edit.newText + before.slice(edit.to - start);
  const renewed = reuse(old, text);
  return { blocks: blocks.slice(0, first).concat(renewed, blocks.slice(last)) };
}

/** The first of the blocks that have to be read again where one changes; not before `least`. */
export function stretchFrom(blocks: readonly Block[], changed: number, least = 0): number {
  let first = Math.max(least, changed - 1);
  while (first > least && is(dependsOnAbove, blocks[first])) first--;
  return first;
}

/** Behind the last of the blocks that have to be read again where one changes. */
export function stretchTo(blocks: readonly Block[], changed: number): number {
  let last = Math.min(blocks.length, changed + 2);
  while (last < blocks.length && (is(dependsOnAbove, blocks[last]) || is(dependsOnBelow, blocks[last - 1]))) last++;
  return last;
}

function is(test: (block: Block) => boolean, block: Block | undefined): boolean {
  return block !== undefined && test(block);
}

/** The blocks of `text`, with those of `old` at its start and its end that are still the same. */
function reuse(old: readonly Block[], text: string): Block[] {
  const starts = blockStarts(text);
  const texts = starts.map((start, index) => text.slice(start, starts[index + 1]));
  let head = 0;
  while (head < texts.length && head < old.length && old[head]?.text === texts[head]) head++;
  let tail = 0;
  const most = Math.min(texts.length, old.length) - head;
  while (tail < most && old[old.length - 1 - tail]?.text === texts[texts.length - 1 - tail]) tail++;
  const changed = texts.slice(head, texts.length - tail).map(parseBlock);
  const [before, after] = [old[head], changed[0]];
  if (before !== undefined && after !== undefined) changed[0] = withLinesOf(before, after);
  return old.slice(0, head).concat(changed, old.slice(old.length - tail));
}

/** A block with those lines of another that are the same in it, so that what was read from them need not be read again. */
function withLinesOf(before: Block, block: Block): Block {
  const lines = block.lines.map((line, index) => {
    const known = before.lines[index];
    // Behind an edit that made the block longer or shorter, all lines are elsewhere.
    return known?.to === line.to && isSamePiece(known, line, 0) ? known : line;
  });
  const at = block.header === null ? -1 : block.lines.indexOf(block.header);
  const header = lines[at];
  return { ...block, lines, header: header?.kind === 'header' || header?.kind === 'label' ? header : block.header };
}
