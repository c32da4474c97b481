import type { DocumentSymbol, Range, SymbolKind } from 'vscode-languageserver-types';
import { familySlots } from '../model/memory.ts';
import type { Item, Plan, PlanFamily } from '../model/plan.ts';
import type { Snapshot } from '../service.ts';
import { english } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import { blockLine, positionIn } from '../syntax/positions.ts';
import type { HeaderKind, HeaderLine, Tree } from '../syntax/tree.ts';
import { briefOf } from './brief.ts';

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

/** A header of a family as it is shown. Lines count from the start of the family. */
interface Entry {
  readonly header: HeaderKind;
  readonly name: string;
  readonly detail: string;
  readonly range: Range;
  readonly selection: Range;
}

interface Open {
  readonly symbol: DocumentSymbol;
  readonly depth: number;
}

/**
 * The outline of a file: scopes, in them cycles, objectives and KPIs, and key results in their objectives, each with its
 * score. Null where the file is not known. A symbol of which nothing changed is the same object as before, with all below it.
 */
export function documentSymbols(snapshot: Snapshot, uri: string, say: Say = english): DocumentSymbol[] | null {
  const document = snapshot.plan.documents.get(uri);
  if (document === undefined) return null;
  const { tree, families } = document;
  const slot = slotOf(say);
  const roots: DocumentSymbol[] = [];
  const entries = new Map<DocumentSymbol, Entry>();
  let open: Open[] = [];
  /** KPIs since the last objective, scope or cycle, and the list that each is in. */
  let between: { readonly symbol: DocumentSymbol; readonly list: DocumentSymbol[] }[] = [];
  let first = 0;
  for (const family of families) {
    const line = blockLine(tree, first);
    first += family.blocks.length;
    for (const entry of family.recall(slot, () => entriesOf(snapshot.plan, family, say))) {
      const { header } = entry;
      const symbol = symbolOf(entry, line);
      entries.set(symbol, entry);
      const depth = DEPTHS[header];
      const around = open.filter((outer) => outer.depth < depth);
      const parent = around.at(-1);
      const list = parent?.symbol.children ?? roots;
      if (header === 'kr' && parent?.depth === DEPTHS.objective) {
        for (const { symbol: kpi, list: before } of between) list.push(...before.splice(before.indexOf(kpi), 1));
      }
      list.push(symbol);
      if (header === 'kpi') between.push({ symbol, list });
      else between = [];
      for (const outer of around) outer.symbol.range.end = symbol.range.end;
      if (header !== 'kpi') open = header === 'cycle' ? around : [...around, { symbol, depth }];
    }
  }
  return roots.map((root) => knownOr(root, entries));
}

const slots = new WeakMap<Say, number>();

function slotOf(say: Say): number {
  let slot = slots.get(say);
  if (slot === undefined) slots.set(say, (slot = familySlots.take()));
  return slot;
}

function entriesOf(plan: Plan, { blocks, items }: PlanFamily, say: Say): readonly Entry[] {
  const byHeader = new Map<HeaderLine, Item>(items.map((item) => [item.header, item]));
  // The places are those of a file that has nothing else.
  const alone: Tree = { blocks };
  return blocks.flatMap((block, index) => {
    // Inside a block of another header a scope's line names an objective's owner and opens nothing.
    const shown = block.lines.filter(
      (line): line is HeaderLine => line.kind === 'header' && (line === block.header || byHeader.has(line)),
    );
    return shown.map((header, at): Entry => {
      const item = byHeader.get(header);
      const end = shown.slice(at + 1).find((next) => byHeader.has(next))?.from ?? block.text.length;
      const content = block.lines.findLast(({ kind, from }) => from < end && kind !== 'blank' && kind !== 'comment');
      const place = (from: number, to: number): Range => ({
        start: positionIn(alone, index, from),
        end: positionIn(alone, index, to),
      });
      return {
        header: header.header,
        name: nameOf(header),
        detail: item === undefined ? '' : briefOf(plan, item, say),
        range: place(header.from, Math.max(content?.end ?? 0, header.end)),
        selection: place(Math.min(header.content, header.end), header.end),
      };
    });
  });
}

function symbolOf({ name, detail, header, range, selection }: Entry, line: number): DocumentSymbol {
  return {
    name,
    detail,
    kind: KINDS[header],
    range: lower(range, line),
    selectionRange: lower(selection, line),
    children: [],
  };
}

function lower({ start, end }: Range, by: number): Range {
  return {
    start: { line: start.line + by, character: start.character },
    end: { line: end.line + by, character: end.character },
  };
}

/** The symbol that was made of each entry last. */
const made = new WeakMap<Entry, DocumentSymbol>();

/** The symbol that was made of the same entry before, where that says the same; else this one. */
function knownOr(symbol: DocumentSymbol, entries: ReadonlyMap<DocumentSymbol, Entry>): DocumentSymbol {
  const children = symbol.children?.map((child) => knownOr(child, entries)) ?? [];
  const entry = entries.get(symbol);
  const before = entry && made.get(entry);
  const same =
    before?.range.start.line === symbol.range.start.line &&
    before.range.end.line === symbol.range.end.line &&
    before.range.end.character === symbol.range.end.character &&
    before.children?.length === children.length &&
    before.children.every((child, index) => child === children[index]);
  if (same) return before;
  symbol.children = children;
  if (entry !== undefined) made.set(entry, symbol);
  return symbol;
}

/** Editors refuse a symbol without a name: one that has neither title nor id is called by its keyword. */
function nameOf(header: HeaderLine): string {
  const names =
    header.header === 'cycle'
      ? [header.name]
      : [header.title, header.id, 'number' in header ? header.number : null, header.keyword];
  return names.find((name) => name !== null && name.text.trim() !== '')?.text.trim() ?? header.header;
}
