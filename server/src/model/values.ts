import type { Measure } from '../measure/measure.ts';
import type { Quantity } from '../measure/quantity.ts';
import type { Reference } from '../syntax/references.ts';
import { PROPERTIES } from '../syntax/properties.ts';
import type { ValueShape } from '../syntax/properties.ts';
import type { Block, PropertyLine, Text } from '../syntax/tree.ts';
import { badValue } from './local-problem.ts';
import type { Fault, LocalProblem } from './local-problem.ts';
import type { Status } from './plan.ts';
import { readValue } from './read-value.ts';

/** A person as written, before it is known whether a scope is meant. Spans count from the block's start. */
export interface PersonValue {
  readonly handle: string | null;
  readonly name: string;
  readonly text: Text;
}

export interface ReferenceValue {
  readonly reference: Reference;
  readonly text: Text;
}

export type ObjectiveType = 'committed' | 'aspirational';
export type Perspective = 'financial' | 'customer' | 'process' | 'learning';
export type Review = 'daily' | 'weekly' | 'monthly' | 'quarterly';
export type Priority = 'P0' | 'P1' | 'P2' | 'P3' | 'P4';

/**
 * What a property line says. Shares are 0–1, weights from 0. `by` and `cycle` keep their words: which day or period they
 * mean depends on the cycle and the fiscal year.
 */
export type Value =
  | { readonly shape: 'text'; readonly text: string }
  | { readonly shape: 'person'; readonly person: PersonValue }
  | { readonly shape: 'people'; readonly people: readonly PersonValue[] }
  | { readonly shape: 'scope'; readonly reference: ReferenceValue }
  | { readonly shape: 'kpi'; readonly reference: ReferenceValue }
  | { readonly shape: 'reference'; readonly reference: ReferenceValue }
  | { readonly shape: 'references'; readonly references: readonly ReferenceValue[] }
  | { readonly shape: 'objectives'; readonly references: readonly ReferenceValue[] }
  | { readonly shape: 'number'; readonly number: number }
  | { readonly shape: 'status'; readonly status: Status; readonly why: string | null }
  | { readonly shape: 'priority'; readonly priority: Priority }
  | { readonly shape: 'share'; readonly share: number }
  | { readonly shape: 'links'; readonly links: readonly Text[] }
  | { readonly shape: 'words'; readonly words: readonly string[] }
  | { readonly shape: 'type'; readonly type: ObjectiveType }
  | { readonly shape: 'perspective'; readonly perspective: Perspective }
  | { readonly shape: 'cycle'; readonly cycle: Text }
  | { readonly shape: 'metric'; readonly measure: Measure }
  | { readonly shape: 'quantity'; readonly quantity: Quantity }
  | { readonly shape: 'bound'; readonly quantity: Quantity }
  | { readonly shape: 'by'; readonly by: Text }
  | { readonly shape: 'review'; readonly review: Review };

/** A value, null where it cannot be read, and what is wrong with it. */
export interface ValueReading {
  readonly value: Value | null;
  readonly faults: readonly Fault[];
}

const remembered = new WeakMap<PropertyLine, ValueReading>();
const NOTHING: ValueReading = { value: null, faults: [] };

/** Reads the value of a property line; remembered for each line. Nothing for a property that is not of the language. */
export function readingOfLine(line: PropertyLine): ValueReading {
  if (line.property === null) return NOTHING;
  let reading = remembered.get(line);
  if (!reading) {
    reading = readValue(line, PROPERTIES[line.property].shape);
    remembered.set(line, reading);
  }
  return reading;
}

type ValueOf<S extends ValueShape> = Extract<Value, { readonly shape: S }>;

function hasShape<S extends ValueShape>(value: Value, shape: S): value is ValueOf<S> {
  return value.shape === shape;
}

/** The value of a line whose property has this shape; null where it cannot be read. */
export function valueOf<S extends ValueShape>(line: PropertyLine, shape: S): ValueOf<S> | null {
  const { value } = readingOfLine(line);
  return value && hasShape(value, shape) ? value : null;
}

const NONE: readonly never[] = [];

/** What is wrong with the value of a line. */
export function valueProblems(block: Block, line: PropertyLine): readonly LocalProblem[] {
  const { faults } = readingOfLine(line);
  return faults.length === 0 ? NONE : faults.map((fault) => badValue(block, fault));
}
