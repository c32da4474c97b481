import { said } from '../syntax/said.ts';
import type { Item, KeyResult, Place, PlanFix } from '../model/plan.ts';
import { PROPERTIES } from '../syntax/properties.ts';
import type { PropertyName } from '../syntax/properties.ts';
import type { Block, Line } from '../syntax/tree.ts';

type Edit = PlanFix['edits'][number];

/** The line break that a block's text uses. */
export function lineBreakOf(block: Block): string {
  return /\r\n|\r|\n/.exec(block.text)?.[0] ?? '\n';
}

/** A new line below `line`, with `indent` before its text. */
export function lineBelow(uri: string, block: Block, line: Line, indent: string, text: string): Edit {
  return insertion(uri, block, line.end, `${lineBreakOf(block)}${indent}${text}`);
}

export function insertion(uri: string, block: Block, at: number, newText: string): Edit {
  return { place: { uri, block, span: { from: at, to: at } }, newText };
}

export function replacement(place: Place, newText: string): Edit {
  return { place, newText };
}

/** Takes a whole line away, its break included. */
export function withoutLine(uri: string, block: Block, line: Line): Edit {
  return { place: { uri, block, span: { from: line.from, to: line.to } }, newText: '' };
}

/** The lines of an item: from its header to the next header of its block, for items of a list share one. */
export function linesOf(item: Item): readonly Line[] {
  const { lines } = item.block;
  const first = lines.indexOf(item.header);
  const next = lines.findIndex(({ kind }, index) => index > first && kind === 'header');
  return lines.slice(first, next < 0 ? undefined : next);
}

/** The last line of an item that says something: a new one may stand below it. */
export function lastLineOf(item: Item): Line | undefined {
  return linesOf(item).findLast(({ kind }) => kind !== 'blank' && kind !== 'comment' && kind !== 'directive');
}

/** The white space that lines below an item's header begin with: that of its first property or entry, else two more. */
export function indentBelow(item: Item): string {
  const below = linesOf(item).find(({ kind }) => kind === 'property' || kind === 'entry' || kind === 'initiative');
  const line = below ?? item.header;
  const space = item.block.text.slice(line.from, line.from + line.indent);
  return below ? space : `${space}  `;
}

/** A property line for an item, where the formatter would put it: among its properties, else right below its header. */
export function newProperty(item: Item, name: PropertyName, value: string): Edit {
  const order = Object.keys(PROPERTIES);
  const rank = order.indexOf(name);
  let above: Line = item.header;
  for (const line of linesOf(item)) {
    if (line.kind === 'property' && line.property !== null && order.indexOf(line.property) <= rank) above = line;
  }
  return lineBelow(item.uri, item.block, above, indentBelow(item), `${name}: ${value}`);
}

/** The language's mark for a baseline that nobody knows yet, to be written over; none amid the bullets of a list. */
export function unknownBaseline(kr: KeyResult): readonly PlanFix[] {
  if (kr.header.fromList) return [];
  return [{ title: said`Write baseline: ?, not known yet`, safe: false, edits: [newProperty(kr, 'baseline', '?')] }];
}

/** Whether an item has nothing but blank lines and comments below its header, and no directive above it. */
export function isBare(item: Item): boolean {
  return (
    item.suppressions.length === 0 &&
    linesOf(item).every(({ kind }) => kind === 'blank' || kind === 'comment' || kind === 'header')
  );
}
