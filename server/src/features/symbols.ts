import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Item, PlanDocument } from '../model/plan.ts';
import type { Snapshot } from '../service.ts';
import { english } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import type { Block, HeaderKind, HeaderLine, Tree } from '../syntax/tree.ts';
import { briefOf } from './brief.ts';
import { rangeIn } from './layout.ts';

/** The nearest that the protocol's kinds, made for programs, come to those of a plan. */
export const KINDS = {
  company: 3,
  department: 4,
  team: 2,
  person: 19,
  objective: 5,
  kr: 7,
  kpi: 13,
  cycle: 24,
} as const satisfies Record<HeaderKind, SymbolKind>;

/**
 * How far in a kind stands, and what it closes: all that is as deep or deeper. A KPI may stand between the key results of
 * an objective and closes nothing; like a cycle it holds nothing. It is shown in the objective then, for editors find what
 * stands at a place by ranges, which must not overlap.
 */
const DEPTHS = { company: 0, department: 0, team: 0, person: 0, objective: 1, kr: 2, kpi: 1, cycle: 1 } as const;

interface Open {
  readonly symbol: DocumentSymbol;
  readonly depth: number;
}

/**
 * The outline of a file: scopes, in them cycles, objectives and KPIs, and key results in their objectives, each with its
 * score. Null where the file is not known.
 */
export function documentSymbols(snapshot: Snapshot, uri: string, say: Say = english): DocumentSymbol[] | null {
  const document = snapshot.plan.documents.get(uri);
  if (document === undefined) return null;
  const { tree } = document;
  const items = itemsByHeader(document);
  const detailOf = (header: HeaderLine): string => {
    const item = items.get(header);
    return item === undefined ? '' : briefOf(snapshot.plan, item, say);
  };
  const roots: DocumentSymbol[] = [];
  let open: Open[] = [];
  /** KPIs since the last objective, scope or cycle, and the list that each is in. */
  let between: { readonly symbol: DocumentSymbol; readonly list: DocumentSymbol[] }[] = [];
  for (const block of tree.blocks) {
    const headers = block.lines.filter((line) => line.kind === 'header');
    headers.forEach((header, index) => {
      // Inside a block of another header a scope's line names an objective's owner and opens nothing.
      if (header !== block.header && !items.has(header)) return;
      const end = headers.slice(index + 1).find((next) => items.has(next))?.from ?? block.text.length;
      const symbol = symbolOf(tree, block, header, end, detailOf(header));
      const depth = DEPTHS[header.header];
      const around = open.filter((outer) => outer.depth < depth);
      const parent = around.at(-1);
      const list = parent?.symbol.children ?? roots;
      if (header.header === 'kr' && parent?.depth === DEPTHS.objective) {
        for (const { symbol: kpi, list: before } of between) list.push(...before.splice(before.indexOf(kpi), 1));
      }
      list.push(symbol);
      if (header.header === 'kpi') between.push({ symbol, list });
      else between = [];
      for (const outer of around) outer.symbol.range.end = symbol.range.end;
      if (header.header === 'kpi') return;
      open = header.header === 'cycle' ? around : [...around, { symbol, depth }];
    });
  }
  return roots;
}

function itemsByHeader(document: PlanDocument): ReadonlyMap<HeaderLine, Item> {
  return new Map(document.items.map((item) => [item.header, item]));
}

function symbolOf(tree: Tree, block: Block, header: HeaderLine, end: number, detail: string): DocumentSymbol {
  const content = block.lines.findLast(({ kind, from }) => from < end && kind !== 'blank' && kind !== 'comment');
  return {
    name: nameOf(header),
    detail,
    kind: KINDS[header.header],
    range: rangeIn(tree, block, { from: header.from, to: Math.max(content?.end ?? 0, header.end) }),
    selectionRange: rangeIn(tree, block, { from: Math.min(header.content, header.end), to: header.end }),
    children: [],
  };
}

/** Editors refuse a symbol without a name: one that has neither title nor id is called by its keyword. */
function nameOf(header: HeaderLine): string {
  const names =
    header.header === 'cycle'
      ? [header.name]
      : [header.title, header.id, 'number' in header ? header.number : null, header.keyword];
  return names.find((name) => name !== null && name.text.trim() !== '')?.text.trim() ?? header.header;
}
