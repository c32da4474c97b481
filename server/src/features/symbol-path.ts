import type { Item, Scope } from '../model/plan.ts';
import { rankOf } from './fuzzy.ts';

/** A query that names its way: `growth.signup`, `growth/signup`, `csat.rating@2026-Q3`. Steps are in lower case. */
interface Path {
  readonly steps: readonly string[];
  readonly separator: string;
  readonly cycle: string | null;
}

/** An item found by its way: how well, and the way as it is shown, so that an editor finds what was typed in it. */
interface Found {
  readonly rank: number;
  readonly way: string;
}

const STEP = /[./]/;

/** Null where the word says no more than a name. */
function readPath(word: string): Path | null {
  const at = word.lastIndexOf('@');
  const [names, cycle] = at > 0 ? [word.slice(0, at), word.slice(at + 1)] : [word, null];
  const separator = STEP.exec(names)?.[0] ?? '.';
  const steps = names.split(STEP);
  if (steps[0] === '' || (steps.length === 1 && cycle === null)) return null;
  return { steps, separator, cycle };
}

/**
 * How well a subject answers a word that qualifies a name as references do: what it is called after the last separator, and
 * before it what it stands in, its objective and its scope, outermost first, of which some may be left out. Each step may be
 * part of an id, a title or a number. Null where the word is no such way or leads elsewhere.
 */
export function foundByPath(word: string, subject: Item | Scope): Found | null {
  const path = readPath(word);
  if (path === null || !isOfCycle(subject, path.cycle)) return null;
  const above = [...containersOf(subject)];
  let rank = Infinity;
  const way: string[] = [];
  let next: Item | Scope | undefined = subject;
  for (const step of [...path.steps].reverse()) {
    let found: Step | null = null;
    for (; next !== undefined && found === null; next = above.pop()) {
      found = stepTo(step, next);
      if (found === null && next === subject) return null;
    }
    if (found === null) return null;
    rank = Math.min(rank, found.rank);
    way.unshift(found.shown);
  }
  const cycle = path.cycle === null ? null : cycleOf(subject);
  return { rank, way: way.join(path.separator) + (cycle === null ? '' : `@${cycle}`) };
}

interface Step {
  readonly rank: number;
  readonly shown: string;
}

function stepTo(step: string, subject: Item | Scope): Step | null {
  const names = namesOf(subject);
  for (const name of names.filter((each) => each !== '')) {
    const rank = step === '' ? 0 : rankOf([step], [lower(name)]);
    if (rank !== null) return { rank, shown: name };
  }
  return null;
}

/** What a subject is called: its id, or the number that it has instead, and its title. */
export function namesOf(subject: Item | Scope): readonly string[] {
  return [handleOf(subject) ?? '', subject.title.trim()];
}

/** The id of a subject; where it has none the number of its header: `KR1`. Null where it has neither. */
export function handleOf(subject: Item | Scope): string | null {
  if ('headers' in subject || subject.id !== null || subject.label === null) return subject.id;
  return { objective: 'O', kr: 'KR', kpi: 'KPI' }[subject.kind] + subject.label;
}

/** Outermost first. */
function containersOf(subject: Item | Scope): readonly (Item | Scope)[] {
  if ('headers' in subject) return subject.parent === null ? [] : [subject.parent];
  const scope = subject.scope === null || subject.scope === 'unknown' ? [] : [subject.scope];
  return subject.kind === 'kr' && subject.objective !== null ? [...scope, subject.objective] : scope;
}

function isOfCycle(subject: Item | Scope, typed: string | null): boolean {
  return typed === null || cycleOf(subject)?.toLowerCase().startsWith(typed) === true;
}

function cycleOf(subject: Item | Scope): string | null {
  if ('headers' in subject || subject.cycle === null || subject.cycle === 'unknown') return null;
  return subject.cycle.name;
}

/** As names are compared: without case, accents composed. */
export function lower(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
