import type { ItemKind, ScopeKind } from './tree.ts';

/** The kinds of item that properties belong to. */
export type Owner = ItemKind | ScopeKind;

/** How a property's value is read. */
export type ValueShape =
  | 'text'
  | 'scope'
  | 'person'
  | 'people'
  | 'references'
  | 'reference'
  | 'kpi'
  | 'objectives'
  | 'number'
  | 'status'
  | 'priority'
  | 'share'
  | 'links'
  | 'words'
  | 'type'
  | 'perspective'
  | 'cycle'
  | 'metric'
  | 'quantity'
  | 'bound'
  | 'by'
  | 'review';

/**
 * A property of the language. `of` lists the kinds it belongs to, `aliases` other names it is accepted under, `repeats`
 * whether an item may have several lines of it, `says` one line for completion and hover.
 */
export interface Property {
  readonly shape: ValueShape;
  readonly of: readonly Owner[];
  readonly aliases: readonly string[];
  readonly repeats: boolean;
  readonly says: string;
}

const SCOPES: readonly Owner[] = ['company', 'department', 'team', 'person'];
const GOALS: readonly Owner[] = ['objective', 'kr'];
const ALL: readonly Owner[] = ['objective', 'kr', 'kpi'];

function property(shape: ValueShape, of: readonly Owner[], says: string, more: Partial<Property> = {}): Property {
  return { shape, of, says, aliases: [], repeats: false, ...more };
}

/** Every property, in the order in which the formatter and completion put them. */
export const PROPERTIES = {
  parent: property('scope', SCOPES, 'the scope it is part of'),
  lead: property('people', SCOPES, 'who leads it'),
  members: property('people', SCOPES, 'who belongs to it', { repeats: true }),
  mission: property('text', ['company'], 'what the company is for'),
  vision: property('text', ['company'], 'where it wants to be'),
  'north star': property('kpi', ['company'], 'the KPI that matters most', { aliases: ['north-star'] }),
  owner: property('person', ALL, 'the one person or scope that answers for it'),
  with: property('people', GOALS, 'people who contribute', { repeats: true }),
  type: property('type', ['objective'], 'committed or aspirational'),
  perspective: property('perspective', ['objective'], 'financial, customer, process or learning'),
  supports: property('references', GOALS, 'the objectives or key results that it serves', { repeats: true }),
  continues: property('reference', GOALS, 'the item of an earlier cycle that it carries on'),
  why: property('text', ['objective'], 'what makes it matter now'),
  not: property('text', ['objective'], 'what is deliberately left out'),
  during: property('cycle', ['objective'], "a cycle, instead of the file's"),
  measures: property('kpi', ['kr'], 'the KPI that it moves'),
  metric: property('metric', ['kr'], 'from what to what it is measured'),
  baseline: property('quantity', ['kr'], 'where it starts'),
  target: property('bound', ['kr', 'kpi'], 'what to reach; for a KPI, what healthy is'),
  stretch: property('quantity', ['kr'], 'a second, harder target'),
  by: property('by', ['kr'], 'the day it is due', { aliases: ['due', 'deadline'] }),
  confidence: property('share', ['kr'], 'how likely it is at the start, 0.0 to 1.0'),
  weight: property('number', GOALS, 'its weight in the score, 1 by default'),
  priority: property('priority', GOALS, 'P0 to P4'),
  status: property('status', GOALS, 'draft, active, blocked, postponed, dropped or closed'),
  score: property('share', GOALS, 'the final grade given at the close'),
  review: property('review', ['kpi'], 'how often it is read'),
  for: property('objectives', ['kpi'], 'the objectives whose health it watches', { repeats: true }),
  source: property('text', ['kr', 'kpi'], 'where the number is read'),
  link: property('links', ALL, 'web addresses', { aliases: ['links'], repeats: true }),
  tags: property('words', ALL, 'words to find it by', { aliases: ['tag'], repeats: true }),
  retro: property('text', ['objective'], 'what was learned, at the close'),
} as const satisfies Record<string, Property>;

export type PropertyName = keyof typeof PROPERTIES;

/** True for what key results have and KPIs have not: below a KPI it belongs to nothing. */
export function isForeignToKpis(name: PropertyName): boolean {
  const of: readonly Owner[] = PROPERTIES[name].of;
  return of.includes('kr') && !of.includes('kpi');
}
