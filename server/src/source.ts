import type { FileContent } from './host.ts';
import type { Finding } from './rules/rule.ts';
import { reparse } from './syntax/blocks.ts';
import type { TextEdit } from './syntax/blocks.ts';
import { parse } from './syntax/parse.ts';
import { blockAtOffset, blockStart } from './syntax/positions.ts';
import { print } from './syntax/print.ts';
import { english, said } from './syntax/said.ts';
import type { Said } from './syntax/said.ts';
import type { Block, Tree } from './syntax/tree.ts';

/**
 * A file as the service keeps it. Where it is no text, `problem` says so, the tree is empty and `unparsed` has the
 * characters, so that edits can still be applied. Where it was not UTF-8, `problem` says so until the characters that
 * stand for what could not be read are gone.
 */
export interface Source {
  readonly tree: Tree;
  readonly problem: Said | null;
  /** Where in the text the problem shows first, in UTF-16 units. */
  readonly problemAt: number;
  readonly unparsed: string | null;
}

/** The block that findings about a whole file stand in where the file has none. */
const EMPTY_BLOCK: Block = { text: '', lines: [], header: null, problems: [] };
const EMPTY_TREE: Tree = { blocks: [] };

const NUL = '\u0000';
const REPLACEMENT = '\uFFFD';
const BINARY = said`This is no text file: it holds NUL characters. Save it as text in UTF-8, or give it another name.`;

export function sourceOf(content: FileContent): Source {
  if (content.kind === 'unreadable') return { tree: EMPTY_TREE, problem: content.problem, problemAt: 0, unparsed: '' };
  const { text, notUtf8At } = content;
  if (text.includes(NUL)) return { tree: EMPTY_TREE, problem: BINARY, problemAt: 0, unparsed: text };
  const problem = notUtf8At === null ? null : notUtf8(text, notUtf8At);
  return { tree: parse(text), problem, problemAt: notUtf8At ?? 0, unparsed: null };
}

/** All characters of a source. */
export function textOf({ tree, unparsed }: Source): string {
  return unparsed ?? print(tree);
}

/** The source after edits, each applied to the text that the one before it left. Untouched blocks stay the same objects. */
export function edited(source: Source, edits: readonly TextEdit[]): Source {
  if (source.problem === null && !edits.some(({ newText }) => newText.includes(NUL))) {
    return { ...source, tree: edits.reduce(reparse, source.tree) };
  }
  const text = edits.reduce(
    (all, { from, to, newText }) => all.slice(0, from) + newText + all.slice(to),
    textOf(source),
  );
  const at = source.problem === null || source.unparsed !== null ? -1 : text.indexOf(REPLACEMENT);
  return sourceOf({ kind: 'text', text, notUtf8At: at === -1 ? null : at });
}

/**
 * The finding about a file that cannot be read as text, where there is one: the only one there is. It stands at the first
 * character that could not be read, or at the start of a file that is no text at all.
 */
export function findingAbout(uri: string, { tree, problem, problemAt }: Source): Finding | null {
  if (problem === null) return null;
  const index = blockAtOffset(tree, problemAt);
  const from = problemAt - blockStart(tree, index);
  const block = tree.blocks[index] ?? EMPTY_BLOCK;
  const to = block.text.charAt(from) === REPLACEMENT ? from + 1 : from;
  return {
    code: 'OKR001',
    name: 'syntax',
    severity: 'error',
    message: english(problem),
    said: problem,
    place: { uri, block, span: { from, to } },
    related: [],
    fixes: [],
    because: [],
    tag: null,
    item: null,
  };
}

function notUtf8(text: string, at: number): Said {
  const line = text.slice(0, at).split(/\r\n|\r|\n/).length;
  return said`This file is not UTF-8: line ${line} has bytes that are no text in it. Save it as UTF-8.`;
}
