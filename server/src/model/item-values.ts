import type { PropertyName } from '../syntax/properties.ts';
import type { Block, Text } from '../syntax/tree.ts';
import type { Properties, PropertyUse, Status } from './plan.ts';
import { valueOf } from './values.ts';
import type { ObjectiveType, PersonValue, ReferenceValue } from './values.ts';

/** A value and the block that its spans count in. */
export interface In<T> {
  readonly value: T;
  readonly block: Block;
}

/** What linking needs of an item's or a scope's properties. */
export interface ItemValues {
  readonly owner: In<PersonValue> | null;
  readonly with: readonly In<PersonValue>[];
  readonly lead: readonly In<PersonValue>[];
  readonly members: readonly In<PersonValue>[];
  readonly supports: readonly In<ReferenceValue>[];
  readonly for: readonly In<ReferenceValue>[];
  readonly continues: In<ReferenceValue> | null;
  readonly measures: In<ReferenceValue> | null;
  readonly parent: In<ReferenceValue> | null;
  readonly during: In<Text> | null;
  readonly status: { readonly status: Status; readonly why: string | null } | null;
  readonly type: ObjectiveType | null;
  readonly weight: number;
  readonly tags: readonly string[];
}

const NONE: readonly never[] = [];

const NO_VALUES: ItemValues = {
  owner: null,
  with: NONE,
  lead: NONE,
  members: NONE,
  supports: NONE,
  for: NONE,
  continues: null,
  measures: null,
  parent: null,
  during: null,
  status: null,
  type: null,
  weight: 1,
  tags: NONE,
};

export function readValues(properties: Properties): ItemValues {
  return properties.size === 0 ? NO_VALUES : read(properties);
}

/** Whether the values refer to other items, so that they are to be linked. */
export function hasReferences({ supports, continues, measures, for: watched }: ItemValues): boolean {
  return supports.length > 0 || continues !== null || measures !== null || watched.length > 0;
}

/** The line of a property that counts: the first, where there are several of one that takes one value. */
export function useOf(properties: Properties, name: PropertyName): PropertyUse | null {
  return properties.get(name)?.[0] ?? null;
}

function read(properties: Properties): ItemValues {
  const all = (name: PropertyName): readonly PropertyUse[] => properties.get(name) ?? NONE;
  const first = <T>(name: PropertyName, value: (use: PropertyUse) => T | null | undefined): In<T> | null => {
    const use = useOf(properties, name);
    const read = use && value(use);
    return use && read !== null && read !== undefined ? { value: read, block: use.block } : null;
  };
  const people = (name: PropertyName): readonly In<PersonValue>[] =>
    all(name).flatMap(
      ({ line, block }): readonly In<PersonValue>[] =>
        valueOf(line, 'people')?.people.map((value) => ({ value, block })) ?? NONE,
    );
  const references = (name: PropertyName, shape: 'references' | 'objectives'): readonly In<ReferenceValue>[] =>
    all(name).flatMap(
      ({ line, block }): readonly In<ReferenceValue>[] =>
        valueOf(line, shape)?.references.map((value) => ({ value, block })) ?? NONE,
    );
  return {
    owner: first('owner', ({ line }) => valueOf(line, 'person')?.person),
    with: people('with'),
    lead: people('lead'),
    members: people('members'),
    supports: references('supports', 'references'),
    for: references('for', 'objectives'),
    continues: first('continues', ({ line }) => valueOf(line, 'reference')?.reference),
    measures: first('measures', ({ line }) => valueOf(line, 'kpi')?.reference),
    parent: first('parent', ({ line }) => valueOf(line, 'scope')?.reference),
    during: first('during', ({ line }) => valueOf(line, 'cycle')?.cycle),
    status: first('status', ({ line }) => valueOf(line, 'status'))?.value ?? null,
    type: first('type', ({ line }) => valueOf(line, 'type')?.type)?.value ?? null,
    weight: first('weight', ({ line }) => valueOf(line, 'number')?.number)?.value ?? 1,
    tags: all('tags').flatMap(({ line }) => valueOf(line, 'words')?.words ?? NONE),
  };
}
