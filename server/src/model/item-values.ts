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
  const values: { -readonly [Name in keyof ItemValues]: ItemValues[Name] } = { ...NO_VALUES };
  for (const [name, uses] of properties) {
    const [use] = uses;
    if (use === undefined) continue;
    const { line, block } = use;
    switch (name) {
      case 'owner':
        values.owner = valueIn(valueOf(line, 'person')?.person, block);
        break;
      case 'with':
      case 'lead':
      case 'members':
        values[name] = allIn(uses, (each) => valueOf(each, 'people')?.people);
        break;
      case 'supports':
        values.supports = allIn(uses, (each) => valueOf(each, 'references')?.references);
        break;
      case 'for':
        values.for = allIn(uses, (each) => valueOf(each, 'objectives')?.references);
        break;
      case 'continues':
        values.continues = valueIn(valueOf(line, 'reference')?.reference, block);
        break;
      case 'measures':
        values.measures = valueIn(valueOf(line, 'kpi')?.reference, block);
        break;
      case 'parent':
        values.parent = valueIn(valueOf(line, 'scope')?.reference, block);
        break;
      case 'during':
        values.during = valueIn(valueOf(line, 'cycle')?.cycle, block);
        break;
      case 'status':
        values.status = valueOf(line, 'status');
        break;
      case 'type':
        values.type = valueOf(line, 'type')?.type ?? null;
        break;
      case 'weight':
        values.weight = valueOf(line, 'number')?.number ?? 1;
        break;
      case 'tags':
        values.tags = uses.flatMap((each) => valueOf(each.line, 'words')?.words ?? NONE);
        break;
      default:
    }
  }
  return values;
}

function valueIn<T>(value: T | undefined, block: Block): In<T> | null {
  return value === undefined ? null : { value, block };
}

function allIn<T>(
  uses: readonly PropertyUse[],
  valuesOf: (line: PropertyUse['line']) => readonly T[] | undefined,
): readonly In<T>[] {
  return uses.flatMap(
    ({ line, block }): readonly In<T>[] => valuesOf(line)?.map((value) => ({ value, block })) ?? NONE,
  );
}
