import { PROPERTIES } from './properties.ts';
import type { PropertyName } from './properties.ts';
import type { HeaderKind, ItemKind } from './tree.ts';

/** Each header with the words it is accepted under; the first is the one the formatter writes. */
export const HEADER_WORDS: Readonly<Record<HeaderKind, readonly string[]>> = {
  company: ['company', 'organization', 'organisation', 'org'],
  department: ['department', 'division'],
  team: ['team', 'squad'],
  person: ['person'],
  objective: ['objective', 'obj', 'goal', 'o'],
  kr: ['kr', 'key result', 'key-result', 'keyresult'],
  kpi: ['kpi'],
  cycle: ['cycle', 'period', 'quarter'],
};

/** The plural labels that turn the bullets below them into items. */
export const LABEL_WORDS: Readonly<Record<ItemKind, readonly string[]>> = {
  objective: ['objectives', 'goals'],
  kr: ['key results', 'key-results', 'keyresults', 'krs'],
  kpi: ['kpis'],
};

/** The words that open a company, department, team or person. */
export const SCOPE_NAMES: readonly string[] = [
  ...HEADER_WORDS.company,
  ...HEADER_WORDS.department,
  ...HEADER_WORDS.team,
  ...HEADER_WORDS.person,
];

/** All plural labels. */
export const LABEL_NAMES: readonly string[] = Object.values(LABEL_WORDS).flat();

const HEADER_KINDS: readonly HeaderKind[] = [
  'company',
  'department',
  'team',
  'person',
  'objective',
  'kr',
  'kpi',
  'cycle',
];
const ITEM_KINDS: readonly ItemKind[] = ['objective', 'kr', 'kpi'];

const headers = new Map<string, HeaderKind>(
  HEADER_KINDS.flatMap((kind) => HEADER_WORDS[kind].map((word) => [word, kind] as const)),
);
const labels = new Map<string, ItemKind>(
  ITEM_KINDS.flatMap((kind) => LABEL_WORDS[kind].map((word) => [word, kind] as const)),
);

function isPropertyName(name: string): name is PropertyName {
  return Object.hasOwn(PROPERTIES, name);
}

/** The names of all properties, in the order of the table. */
export const PROPERTY_NAMES: readonly PropertyName[] = Object.keys(PROPERTIES).filter(isPropertyName);

const properties = new Map<string, PropertyName>(
  PROPERTY_NAMES.flatMap((name) => [name, ...PROPERTIES[name].aliases].map((word) => [word, name] as const)),
);

/** Every word that a property line may begin with, aliases included. */
export const PROPERTY_WORDS: readonly string[] = [...properties.keys()];

function plain(word: string): string {
  return word.toLowerCase().replace(/\s+/g, ' ');
}

/** The header that a keyword starts, whatever its case; null where it is none. */
export function headerOf(word: string): HeaderKind | null {
  return headers.get(word) ?? headers.get(plain(word)) ?? null;
}

/** The kind of item that a plural label announces; null where it is none. */
export function labelOf(word: string): ItemKind | null {
  return labels.get(plain(word)) ?? null;
}

/** The property that a name or an alias stands for, whatever its case; null where it is none. */
export function propertyOf(word: string): PropertyName | null {
  return properties.get(word) ?? properties.get(plain(word)) ?? null;
}
