import type { Quantity } from '../../server/src/measure/quantity.ts';
import type { Reading } from '../../server/src/measure/reading.ts';
import { singular, writeUnit } from '../../server/src/measure/units.ts';
import type { KeyResultSentence, Labelled } from './corpus.ts';

export const FIELDS = [
  'measurable', 'yes or not', 'style', 'direction', 'target values', 'targets with units', 'target kind and op',
  'baseline', 'deadline', 'compound', 'placeholder', 'vague',
] as const; // prettier-ignore
export type Field = (typeof FIELDS)[number];

export const listOf = <T>(value: T | readonly T[] | null): readonly T[] =>
  value === null ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

const same = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) * 0.005 + 1e-9;

export function sameValue(quantity: Quantity | null | undefined, label: Labelled | null | undefined): boolean {
  if (!quantity || !label) return !quantity && !label;
  const a = quantity.value;
  const b = label.value;
  if (typeof a === 'number' || typeof b === 'number')
    return typeof a === 'number' && typeof b === 'number' && same(Math.abs(a), Math.abs(b));
  return same(a[0], b[0]) && same(a[1], b[1]);
}

const tidy = (unit: string): { noun: string; per: string } => {
  const [noun = '', per = ''] = unit.toLowerCase().split('/');
  const words = noun.trim().split(/[\s-]+/);
  return { noun: singular(words[words.length - 1] ?? ''), per: per.replace(/^1 /, '').replace(/s$/, '') };
};

/** Whether two units mean the same: the head of the counted noun and the other side of the rate agree. */
export function sameUnit(quantity: Quantity, label: Labelled): boolean {
  if (quantity.kind === 'mult' && label.kind === 'mult') return true;
  const mine = quantity.unit ? writeUnit(quantity.unit) : null;
  if (mine === null || label.unit === null) return mine === label.unit;
  const a = tidy(mine);
  const b = tidy(label.unit);
  return a.noun === b.noun && a.per === b.per;
}

const words = (text: string | null | undefined): string =>
  (text ?? '')
    .toLowerCase()
    .replace(/[.,;:]+$/, '')
    .trim();

export interface VagueCount {
  readonly hits: number;
  readonly found: number;
  readonly labelled: number;
}

/** Counts vague words both sides name; one that holds the other counts as the same. */
export function vagueCount(reading: Reading, labels: readonly string[]): VagueCount {
  const left = labels.map((label) => label.toLowerCase().replace(/’/g, "'"));
  let hits = 0;
  for (const { text } of reading.vague) {
    const lower = text.toLowerCase().replace(/’/g, "'");
    const at = left.findIndex((label) => label === lower || label.includes(lower) || lower.includes(label));
    if (at >= 0) {
      hits++;
      left.splice(at, 1);
    }
  }
  return { hits, found: reading.vague.length, labelled: labels.length };
}

/** Whether a reading of a key result is right, field by field. */
export function judge(reading: Reading, sentence: KeyResultSentence): Record<Field, boolean> {
  const { labels } = sentence;
  const targets = listOf(labels.target);
  const values =
    targets.length === reading.targets.length && targets.every((label, i) => sameValue(reading.targets[i], label));
  const count = vagueCount(reading, labels.vague);
  return {
    measurable: reading.measurable === labels.measurable,
    'yes or not': (reading.measurable === 'yes') === (labels.measurable === 'yes'),
    style: reading.style === labels.style,
    direction: reading.direction === labels.direction,
    'target values': values,
    'targets with units':
      values && targets.every((label, i) => reading.targets[i] !== undefined && sameUnit(reading.targets[i], label)),
    'target kind and op':
      values &&
      targets.every((label, i) => reading.targets[i]?.kind === label.kind && reading.targets[i].op === label.op),
    baseline: sameValue(reading.baseline, labels.baseline),
    deadline: words(reading.deadline?.text) === words(labels.deadline),
    compound: reading.compound === labels.compound,
    placeholder: reading.placeholder === (labels.placeholder ?? false),
    vague: count.hits === count.found && count.hits === count.labelled,
  };
}
