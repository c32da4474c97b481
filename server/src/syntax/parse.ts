import { blockParser } from './grammar.ts';
import { blockStarts } from './split.ts';
import { blockLexer } from './tokens.ts';
import { buildBlock } from './tree-builder.ts';
import type { Block, Tree } from './tree.ts';

/**
 * The tree of a file's text. Never fails: what is no line of the language is an error line of the tree, and a problem of
 * its block. The texts of the blocks, one after another, are `text`.
 */
export function parse(text: string): Tree {
  return { blocks: parseBlocks(text) };
}

/** The blocks of a text that begins at the start of a block. */
export function parseBlocks(text: string): Block[] {
  const starts = blockStarts(text);
  return starts.map((start, index) => parseBlock(text.slice(start, starts[index + 1])));
}

/** The block whose text this is: a header line, with the comments above it and all that belongs to it. */
export function parseBlock(text: string): Block {
  const parser = blockParser();
  parser.input = blockLexer().tokenize(text).tokens;
  return buildBlock(text, parser.block());
}
