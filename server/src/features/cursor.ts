import type { Item, Objective, Opening, Plan, PlanDocument, Scope } from '../model/plan.ts';
import type { Snapshot } from '../service.ts';
import type { Block, Line, Span } from '../syntax/tree.ts';
import { blockAt, lengthOf, lineAt } from './layout.ts';
import type { PlacedBlock, PlacedLine } from './layout.ts';

/** What stands at an offset of a file: its line, and what that line belongs to. */
export interface Cursor {
  readonly plan: Plan;
  readonly document: PlanDocument;
  /** UTF-16 units from the start of the file. */
  readonly offset: number;
  /** Null in the empty line behind the last line break. */
  readonly placed: PlacedLine | null;
  /** The nearest header of an item above, its own line included; null where a scope or cycle came in between. */
  readonly item: Item | null;
  /** The scope that is open there, and the cycle's name. */
  readonly scope: Scope | null;
  readonly cycle: string | null;
}

/** Null where the file is not known. */
export function cursorAt(snapshot: Snapshot, uri: string, offset: number): Cursor | null {
  const document = snapshot.plan.documents.get(uri);
  if (document === undefined) return null;
  const { tree } = document;
  const clamped = Math.min(Math.max(offset, 0), lengthOf(tree));
  const placed = lineAt(tree, clamped);
  const block = placed ?? blockAt(tree, clamped);
  const before = placed === null ? Infinity : placed.line.from;
  const item = block === null ? null : itemAbove(document, block, before);
  return { plan: snapshot.plan, document, offset: clamped, placed, item, ...surroundings(document, block) };
}

/** The item of a block whose header is the last at or before an offset of the block: a KPI may be opened again there. */
function itemAbove(document: PlanDocument, { block }: PlacedBlock, before: number): Item | null {
  const items = openingsIn(document, block).flatMap(({ header, subject }) =>
    header.from > before || subject === null || 'headers' in subject ? [] : [subject],
  );
  return items.at(-1) ?? null;
}

/** What the headers of a block open. */
export function openingsIn({ families }: PlanDocument, block: Block): readonly Opening[] {
  const family = families.find(({ blocks }) => blocks.includes(block));
  return family?.openings.filter((opening) => opening.block === block) ?? [];
}

function linesOfItem(item: Item): readonly { readonly block: PlacedBlock['block']; readonly line: Line }[] {
  return [...[...item.properties.values()].flat(), ...item.journal, ...item.initiatives];
}

/** The nearest scope and cycle headers above a block, or its own. */
function surroundings(
  document: PlanDocument,
  placed: PlacedBlock | null,
): { readonly scope: Scope | null; readonly cycle: string | null } {
  let scope: Scope | null | undefined;
  let cycle: string | null | undefined;
  const { blocks } = document.tree;
  for (let index = placed?.index ?? -1; index >= 0 && (scope === undefined || cycle === undefined); index--) {
    const block = blocks[index];
    if (block?.header?.kind !== 'header') continue;
    switch (block.header.header) {
      case 'cycle':
        if (cycle === undefined) cycle = block.header.name?.text ?? null;
        break;
      case 'company':
      case 'department':
      case 'team':
      case 'person':
        if (scope === undefined) {
          scope = document.scopes.find(({ headers }) => headers.some((opening) => opening.block === block)) ?? null;
        }
        break;
      case 'objective':
      case 'kr':
      case 'kpi':
    }
  }
  return { scope: scope ?? null, cycle: cycle ?? null };
}

/** The item that a property line belongs to, which may be one further up than the nearest. */
export function holderOf(item: Item, line: Line): Item {
  const objective = item.kind === 'kr' ? item.objective : null;
  if (objective !== null && linesOfItem(objective).some((use) => use.line === line)) return objective;
  return item;
}

/** The objective that is open at a cursor: the item itself or the one its item stands under. */
export function objectiveAt({ item }: Cursor): Objective | null {
  if (item === null || item.kind === 'kpi') return null;
  return item.kind === 'objective' ? item : item.objective;
}

/** A cursor behind the last character of a name is still on it. */
export function touches(span: Span, at: number): boolean {
  return span.from <= at && at <= span.to;
}
