import type { Item, Link, Place, Plan, Scope } from '../model/plan.ts';
import { readReference } from '../syntax/references.ts';
import type { HeaderLine, Span, Text } from '../syntax/tree.ts';
import { holderOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';

/** What a name in a property stands for, and where the name is, counted from its block's start. */
export interface Named {
  readonly span: Span;
  readonly targets: readonly (Item | Scope)[];
}

/**
 * What the name under the cursor stands for: the target of a reference or the scope in front of its dot, the scope or
 * person that owns something. Several where it is ambiguous. Null where the cursor is on no such name.
 */
export function namedAt(cursor: Cursor): Named | null {
  const { placed, plan } = cursor;
  if (placed === null) return null;
  const at = cursor.offset - placed.start;
  if (placed.line.kind === 'header') return ownId(cursor, placed.line, at);
  if (placed.line.kind === 'initiative') return personAmong(plan, placed.line.people, at);
  if (placed.line.kind !== 'property' || !touches(placed.line.value, at)) return null;
  for (const { place, reference, target, candidates } of linksAround(cursor)) {
    if (place.block !== placed.block || !touches(place.span, at)) continue;
    const scope = scopeInPath(plan, reference.parts, at);
    if (scope !== null) return scope;
    return { span: place.span, targets: target === null ? candidates : [target] };
  }
  return northStarAt(cursor, at) ?? ownerAt(cursor, at) ?? personAmong(plan, placed.line.parts, at);
}

/** The id in a header stands for what the header opens, with its other openings. */
function ownId({ item, scope }: Cursor, header: HeaderLine, at: number): Named | null {
  if (header.header === 'cycle' || header.id === null || !touches(header.id, at)) return null;
  const opened = item?.header === header ? item : scope;
  return opened === null ? null : { span: header.id, targets: [opened] };
}

function linksAround({ item, scope, placed }: Cursor): readonly Link<Item | Scope>[] {
  const parent = scope?.parentLink ?? null;
  if (item === null || placed === null) return parent === null ? [] : [parent];
  const holder = holderOf(item, placed.line);
  switch (holder.kind) {
    case 'objective':
      return present(...holder.supports, holder.continues);
    case 'kr':
      return present(...holder.supports, holder.continues, holder.measures);
    case 'kpi':
      return holder.watches;
  }
}

function present(...links: readonly (Link<Item> | null)[]): readonly Link<Item>[] {
  return links.filter((link) => link !== null);
}

/** `acme` of `acme.loyalty` is a scope, unless it is the objective of a key result. */
function scopeInPath(plan: Plan, parts: readonly Text[], at: number): Named | null {
  const part = parts.slice(0, -1).find((each) => touches(each, at));
  if (part === undefined || part !== parts[0]) return null;
  const scope = scopeCalled(plan, part.text);
  return scope === null ? null : { span: part, targets: [scope] };
}

function scopeCalled(plan: Plan, id: string): Scope | null {
  const key = id.toLowerCase();
  return plan.scopes.find((scope) => scope.key === key) ?? null;
}

function ownerAt({ item, placed }: Cursor, at: number): Named | null {
  if (item === null || placed === null) return null;
  const { owner } = holderOf(item, placed.line);
  if (owner?.kind !== 'scope' || owner.place.block !== placed.block || !touches(owner.place.span, at)) return null;
  return { span: owner.place.span, targets: [owner.scope] };
}

/** A company's `north star` names a KPI: its own, or the only one of that id. */
function northStarAt({ scope, placed, plan }: Cursor, at: number): Named | null {
  if (placed?.line.kind !== 'property' || placed.line.property !== 'north star') return null;
  const { value } = placed.line;
  const id = readReference(value)?.parts.at(-1)?.text.toLowerCase();
  if (id === undefined || !touches(value, at)) return null;
  const kpis = plan.kpis.filter((kpi) => kpi.id?.toLowerCase() === id);
  const own = kpis.filter((kpi) => kpi.scope === scope);
  return { span: value, targets: own.length > 0 ? own : kpis };
}

/** A handle leads to its `person` header, where the workspace has one. */
function personAmong(plan: Plan, people: readonly Text[], at: number): Named | null {
  const person = people.find((each) => touches(each, at));
  if (person === undefined || !person.text.startsWith('@')) return null;
  const scope = scopeCalled(plan, person.text.slice(1));
  return scope?.kind === 'person' ? { span: person, targets: [scope] } : null;
}

/** A cursor behind the last character of a name is still on it. */
export function touches(span: Span, at: number): boolean {
  return span.from <= at && at <= span.to;
}

/** The places where something is declared: every opening of a scope, the header of an item. */
export function declarationsOf(named: Item | Scope): readonly Place[] {
  if ('headers' in named) {
    return named.headers.map(({ uri, block, header }) => ({ uri, block, span: { from: header.from, to: header.end } }));
  }
  return [{ uri: named.uri, block: named.block, span: { from: named.header.from, to: named.header.end } }];
}
