import { PROPERTIES } from './properties.ts';
import type { Owner, PropertyName } from './properties.ts';
import { namedDay } from './written-days.ts';

/** What a field of a template says here: a property, a check-in of today, or an initiative. */
type PastedMeaning = PropertyName | 'check-in' | 'task';

/** What templates and other tools call what the language has a word of its own for. */
const PASTED: readonly (readonly [PastedMeaning, readonly string[]])[] = [
  [
    'by',
    ['due date', 'target date', 'end date', 'completion date', 'delivery date', 'due by', 'due on', 'until', 'eta'],
  ],
  ['baseline', ['start', 'start value', 'starting value', 'starting point', 'initial value', 'baseline value']],
  ['target', ['target value', 'goal value']],
  ['stretch', ['stretch target', 'stretch goal']],
  ['metric', ['measure', 'measured by', 'measured as', 'measurement']],
  ['owner', ['assignee', 'assigned to', 'responsible', 'accountable', 'owned by', 'dri', 'who']],
  ['with', ['contributors', 'collaborators']],
  ['confidence', ['conf', 'confidence level', 'confidence score']],
  ['type', ['ambition', 'okr type', 'objective type', 'commitment']],
  ['why', ['reason', 'rationale', 'motivation', 'why now', 'why it matters']],
  ['supports', ['aligned to', 'aligned with', 'aligns to', 'aligns with', 'contributes to']],
  ['source', ['data source']],
  [
    'check-in',
    ['current', 'current value', 'current progress', 'progress', 'actual', 'actual value', 'latest value', 'now'],
  ],
  ['check-in', ['health', 'rag', 'rag status']],
  ['task', ['initiative', 'task', 'action', 'action item', 'todo', 'to-do', 'next step']],
];

const meanings = new Map(PASTED.flatMap(([meaning, names]) => names.map((name) => [name, meaning] as const)));

/** What a field of that name means below an item of that kind, whatever its case; null where it means nothing there. */
export function pastedMeaning(name: string, kind: Owner): PastedMeaning | null {
  const meaning = meanings.get(name.toLowerCase()) ?? null;
  if (meaning === null) return null;
  if (meaning === 'task') return kind === 'objective' || kind === 'kr' ? meaning : null;
  if (meaning === 'check-in') return kind === 'kr' || kind === 'kpi' ? meaning : null;
  const of: readonly Owner[] = PROPERTIES[meaning].of;
  return of.includes(kind) ? meaning : null;
}

/**
 * Whether a `name: value` line can only be told of with the plan at hand: what a template's field is written as depends on
 * the day, and a day without its year on the cycle.
 */
export function isToldByPlan(name: string, kind: Owner | null): boolean {
  if (kind !== 'objective' && kind !== 'kr' && kind !== 'kpi') return false;
  return pastedMeaning(name, kind) !== null || namedDay(name)?.iso === null;
}
