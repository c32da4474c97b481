import type { SelectionRange } from 'vscode-languageserver-types';
import type { Snapshot } from '../service.ts';
import { PROPERTIES } from '../syntax/properties.ts';
import type { Line, Span, Tree } from '../syntax/tree.ts';
import { lengthOf, lineAt, positionAt } from './layout.ts';
import type { PlacedLine } from './layout.ts';
import { touches } from './cursor.ts';
import { regionsOf } from './regions.ts';

/**
 * What a selection grows to at each of these offsets (from the start of the file): the word, the value, the line, the item
 * with its properties, the objective, the scope, the file. Null where the file is not known.
 */
export function selectionRanges(snapshot: Snapshot, uri: string, offsets: readonly number[]): SelectionRange[] | null {
  const tree = snapshot.tree(uri);
  return tree === null ? null : offsets.map((offset) => growing(tree, offset));
}

function growing(tree: Tree, offset: number): SelectionRange {
  const placed = lineAt(tree, offset);
  const inLine = placed === null ? [] : spansOf(placed, offset);
  const regions = regionsOf(tree)
    .filter(({ from, to }) => from <= offset && offset <= to)
    .sort((a, b) => a.to - a.from - (b.to - b.from));
  const file = { from: 0, to: lengthOf(tree) };
  let last: Span = { from: offset, to: offset };
  const chain: Span[] = [];
  for (const span of [...inLine, ...regions, file]) {
    const contains = span.from <= last.from && last.to <= span.to;
    if (!contains || (span.from === last.from && span.to === last.to)) continue;
    chain.push(span);
    last = span;
  }
  if (chain.length === 0) chain.push(last);
  return (
    chain.reduceRight<SelectionRange | null>((parent, { from, to }) => {
      const range = { start: positionAt(tree, from), end: positionAt(tree, to) };
      return parent === null ? { range } : { range, parent };
    }, null) ?? { range: { start: positionAt(tree, offset), end: positionAt(tree, offset) } }
  );
}

/** From the word to the line, smallest first; offsets from the start of the file. */
function spansOf({ block, line, start }: PlacedLine, offset: number): readonly Span[] {
  const at = offset - start;
  const pieces = piecesOf(line).filter((span) => touches(span, at));
  const word = wordAt(block.text, line, at);
  const content = { from: Math.min(line.content, line.end), to: line.end };
  return [...(word === null ? [] : [word]), ...pieces, content, { from: line.from, to: line.end }]
    .map(({ from, to }) => ({ from: start + from, to: start + to }))
    .sort((a, b) => a.to - a.from - (b.to - b.from));
}

/** The parts that a line is made of. */
function piecesOf(line: Line): readonly Span[] {
  switch (line.kind) {
    case 'header':
      if (line.header === 'cycle') return present(line.keyword, line.name, line.start, line.until);
      return present(line.keyword, line.id, line.title);
    case 'property':
      return [line.name, line.value, ...(isList(line) ? line.parts : [])];
    case 'entry':
      return [line.date, line.body];
    case 'initiative':
      return [line.body, ...line.people];
    case 'note':
      return [line.body];
    case 'directive':
      return present(...line.rules, line.reason);
    case 'blank':
    case 'comment':
    case 'label':
    case 'error':
      return [];
  }
}

function present(...spans: readonly (Span | null)[]): readonly Span[] {
  return spans.filter((span) => span !== null);
}

/** Commas separate the parts of a list, and not those of a text. */
function isList({ property }: Extract<Line, { kind: 'property' }>): boolean {
  return property !== null && LISTS.has(PROPERTIES[property].shape);
}

const LISTS: ReadonlySet<string> = new Set(['people', 'references', 'objectives', 'links', 'words']);

function isOfWord(character: string): boolean {
  return /[\p{L}\p{M}\p{N}_-]/u.test(character);
}

/** The word that an offset of a block stands in or behind; null between two that are none. */
function wordAt(text: string, { from, end }: Line, at: number): Span | null {
  let start = at;
  while (start > from && isOfWord(text.charAt(start - 1))) start--;
  let to = at;
  while (to < end && isOfWord(text.charAt(to))) to++;
  return start === to ? null : { from: start, to };
}
