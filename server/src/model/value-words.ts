import type { Mood } from '../measure/check-in-reading.ts';
import { said } from '../syntax/said.ts';
import { nearest } from '../syntax/nearest.ts';
import { quoted } from '../syntax/text.ts';
import type { Text } from '../syntax/tree.ts';
import type { Fault } from './local-problem.ts';
import type { ObjectiveType, Perspective, Priority, Review } from './values.ts';
import type { Status } from './plan.ts';

/** An enumeration: every accepted word in lower case with what it stands for, and words that are often meant for one. */
interface Words<T extends string> {
  readonly values: ReadonlyMap<string, T>;
  readonly meant: Readonly<Record<string, T>>;
}

function words<T extends string>(
  values: readonly T[],
  aliases: Readonly<Record<string, T>> = {},
  meant: Readonly<Record<string, T>> = {},
): Words<T> {
  return {
    values: new Map([...values.map((value) => [value.toLowerCase(), value] as const), ...Object.entries(aliases)]),
    meant,
  };
}

export const STATUS_WORDS: Words<Status> = words<Status>(
  ['draft', 'active', 'blocked', 'postponed', 'dropped', 'closed'],
  {},
  {
    planned: 'draft',
    proposed: 'draft',
    open: 'active',
    started: 'active',
    'in progress': 'active',
    ongoing: 'active',
    paused: 'postponed',
    'on hold': 'postponed',
    deferred: 'postponed',
    delayed: 'postponed',
    cancelled: 'dropped',
    canceled: 'dropped',
    abandoned: 'dropped',
    stopped: 'dropped',
    done: 'closed',
    complete: 'closed',
    completed: 'closed',
    finished: 'closed',
    achieved: 'closed',
  },
);

export const TYPE_WORDS: Words<ObjectiveType> = words<ObjectiveType>(
  ['committed', 'aspirational'],
  { stretch: 'aspirational', moonshot: 'aspirational' },
  { commitment: 'committed', commit: 'committed', roofshot: 'committed', aspiration: 'aspirational' },
);

export const PERSPECTIVE_WORDS: Words<Perspective> = words<Perspective>(
  ['financial', 'customer', 'process', 'learning'],
  {},
  {
    finance: 'financial',
    finances: 'financial',
    customers: 'customer',
    'internal process': 'process',
    internal: 'process',
    processes: 'process',
    'learning and growth': 'learning',
    growth: 'learning',
  },
);

export const REVIEW_WORDS: Words<Review> = words<Review>(
  ['daily', 'weekly', 'monthly', 'quarterly'],
  {},
  { day: 'daily', week: 'weekly', month: 'monthly', quarter: 'quarterly' },
);

export const PRIORITY_WORDS: Words<Priority> = words<Priority>(
  ['P0', 'P1', 'P2', 'P3', 'P4'],
  {},
  {
    '0': 'P0',
    '1': 'P1',
    '2': 'P2',
    '3': 'P3',
    '4': 'P4',
    highest: 'P0',
    high: 'P1',
    medium: 'P2',
    low: 'P3',
    lowest: 'P4',
  },
);

const MOODS: Readonly<Record<string, Mood>> = {
  'on track': 'on track',
  'on-track': 'on track',
  ontrack: 'on track',
  green: 'on track',
  '🟢': 'on track',
  'at risk': 'at risk',
  'at-risk': 'at risk',
  yellow: 'at risk',
  amber: 'at risk',
  '🟡': 'at risk',
  'off track': 'off track',
  'off-track': 'off track',
  behind: 'off track',
  red: 'off track',
  '🔴': 'off track',
};

/** How it goes, in the words of templates, which say so in a status; null for other words. */
export function moodIn(status: string): Mood | null {
  const word = status.trim().toLowerCase().replace(/\s+/g, ' ');
  return Object.hasOwn(MOODS, word) ? (MOODS[word] ?? null) : null;
}

/** An accepted word as it is best written: a value of the enumeration in its own spelling, an alias as it is. */
function written<T extends string>(word: string, of: Words<T>): string {
  const value = of.values.get(word);
  return value?.toLowerCase() === word ? value : word;
}

/** The word's value, or a fault that lists the words and offers the nearest. `what` names the property in the message. */
export function readWord<T extends string>(
  text: Text,
  of: Words<T>,
  what: string,
): { value: T | null; faults: Fault[] } {
  const lower = text.text.toLowerCase().replace(/\s+/g, ' ');
  const value = of.values.get(lower);
  if (value !== undefined) return { value, faults: [] };
  const meant = Object.hasOwn(of.meant, lower) ? of.meant[lower] : undefined;
  const near =
    meant === undefined
      ? nearest(text.text, of.values.keys())
          .slice(0, 3)
          .map((word) => written(word, of))
      : [meant];
  const all = [...new Set(of.values.values())].join(', ');
  return {
    value: null,
    faults: [
      {
        severity: 'error',
        message: said`${quoted(text.text)} is no ${what}. It is one of ${all}.`,
        from: text.from,
        to: text.to,
        fixes: near.map((word) => ({
          title: said`Write ${word}`,
          safe: near.length === 1,
          from: text.from,
          to: text.to,
          newText: word,
        })),
      },
    ],
  };
}
