import * as positions from '../syntax/positions.ts';
import type { HeaderLine, LineBase, Tree } from '../syntax/tree.ts';

/** A header with all that stands under it: a scope's items, an objective's key results, a cycle up to the next one. */
export interface Region {
  readonly header: HeaderLine;
  /** Offsets from the start of the file, of the header's content and of the end of the last line that is not blank. */
  readonly from: number;
  readonly to: number;
  /** Lines of the file, from 0, both part of it. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** What a header closes besides what stands inside of that: the nearest open one of these kinds. */
const CLOSES = {
  company: ['company', 'department', 'team', 'person'],
  department: ['company', 'department', 'team', 'person'],
  team: ['company', 'department', 'team', 'person'],
  person: ['company', 'department', 'team', 'person'],
  cycle: ['cycle'],
  objective: ['objective'],
  kr: ['kr'],
  kpi: ['objective'],
} as const satisfies Record<HeaderLine['header'], readonly HeaderLine['header'][]>;

const ITEMS: ReadonlySet<string> = new Set(['objective', 'kr', 'kpi']);

interface Open {
  readonly header: HeaderLine;
  readonly from: number;
  readonly firstLine: number;
}

const remembered = new WeakMap<Tree, readonly Region[]>();

/**
 * The regions of a file, each inside of another or beside it, inner ones first. A cycle and a scope that overlap are cut
 * where the outer of the two ends. Comments directly above a header belong to it. Remembered for each tree.
 */
export function regionsOf(tree: Tree): readonly Region[] {
  let regions = remembered.get(tree);
  if (regions === undefined) {
    regions = readRegions(tree);
    remembered.set(tree, regions);
  }
  return regions;
}

function readRegions(tree: Tree): readonly Region[] {
  const regions: Region[] = [];
  let open: readonly Open[] = [];
  let last = { line: 0, to: 0 };
  const close = (depth: number): void => {
    for (const { header, from, firstLine } of open.slice(depth).reverse()) {
      regions.push({ header, from, to: last.to, firstLine, lastLine: last.line });
    }
    open = open.slice(0, depth);
  };
  tree.blocks.forEach((block, index) => {
    const start = positions.blockStart(tree, index);
    const firstLine = positions.blockLine(tree, index);
    const above = block.header?.from ?? 0;
    block.lines.forEach((line, at) => {
      if (line.kind === 'header') {
        close(depthOf(open, line));
        open = [...open, { header: line, from: start + contentOf(line), firstLine: firstLine + at }];
      }
      if (line.kind !== 'blank' && line.from >= above) last = { line: firstLine + at, to: start + line.end };
    });
  });
  close(0);
  return regions;
}

function contentOf({ content, end }: LineBase): number {
  return Math.min(content, end);
}

/** How many of the open ones a header leaves open. */
function depthOf(open: readonly Open[], { header }: HeaderLine): number {
  const closes: readonly string[] = CLOSES[header];
  const own = open.findLastIndex((each) => closes.includes(each.header.header));
  if (own !== -1) return own;
  if (header === 'kr') return lastWithout(open, new Set(['kr', 'kpi']));
  return lastWithout(open, ITEMS);
}

/** How many of the open ones there are in front of the innermost that are all of these kinds. */
function lastWithout(open: readonly Open[], kinds: ReadonlySet<string>): number {
  return open.findLastIndex(({ header }) => !kinds.has(header.header)) + 1;
}
