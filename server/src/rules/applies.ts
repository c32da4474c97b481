import { addDays } from '../measure/days.ts';
import type { CycleOf, Item, Kpi, Plan } from '../model/plan.ts';
import { perPlan } from './per-plan.ts';
import type { Rule } from './rule.ts';

/** Days after its end during which a cycle is still looked at as if it ran. */
export const DAYS_OF_REST = 31;

/** Where an item is in its life, as far as rules care: old files and finished items rest, drafts are left in peace. */
type Phase = 'live' | 'draft' | 'resting';

/** The phase of an item on the plan's day. */
function phaseOf(item: Item, plan: Plan): Phase {
  if (item.kind === 'kpi') return hasEnded(lastSignOfLife(item), plan) ? 'resting' : 'live';
  switch (item.status.status) {
    case 'draft':
      return 'draft';
    case 'dropped':
    case 'postponed':
    case 'closed':
      return 'resting';
    case 'active':
    case 'blocked':
      return hasEnded(endOf(item), plan) ? 'resting' : 'live';
  }
}

const DRAFT = 1;
const RESTING = 2;
const UNNAMED = 4;
const NO_PERIOD = 8;
const NO_SCOPE = 16;

/** All of an item that decides which rules look at it, as bits: at items that have the same, the same rules look. */
export function bearingOf(item: Item, plan: Plan): number {
  const phase = phaseOf(item, plan);
  return (
    (phase === 'draft' ? DRAFT : phase === 'resting' ? RESTING : 0) |
    (isUnnamed(item) ? UNNAMED : 0) |
    (item.cycle === 'unknown' ? NO_PERIOD : 0) |
    (item.scope === 'unknown' ? NO_SCOPE : 0)
  );
}

/**
 * Whether a rule looks at items of that bearing. Of one without a title no more is said than that, unless it is said
 * already what it measures; nor of one whose header breaks off behind a word, which may be its id.
 */
export function looksAt(rule: Rule, bearing: number): boolean {
  if ((bearing & UNNAMED) !== 0 && rule.group !== '0' && rule.code !== 'OKR108') return false;
  if ((bearing & DRAFT) !== 0 && rule.drafts !== true) return false;
  if ((bearing & RESTING) !== 0 && rule.old !== true) return false;
  return (rule.dependsOn ?? []).every((what) => (bearing & (what === 'period' ? NO_PERIOD : NO_SCOPE)) === 0);
}

const MEASURED_BY = ['metric', 'target', 'measures'] as const;

function isUnnamed({ title, kind, properties, header }: Item): boolean {
  if (title.trim() !== '' && !(header.faulty && isOneWord(title))) return false;
  return kind === 'objective' || !MEASURED_BY.some((name) => properties.has(name));
}

const isOneWord = (title: string): boolean => /^[\p{L}\p{N}_-]+$/u.test(title.trim());

/** Whether an item's cycle ended so long ago that it rests, whatever its status. */
export function isOld(item: Item, plan: Plan): boolean {
  return hasEnded(endOf(item), plan);
}

function endOf({ cycle }: { readonly cycle: CycleOf }): string | null {
  return cycle === null || cycle === 'unknown' ? null : cycle.end;
}

/** The last day for a cycle to have ended on and still be looked at. */
const oldestEnd = perPlan((plan) => ({ day: addDays(plan.today, -DAYS_OF_REST) }));

function hasEnded(day: string | null, plan: Plan): boolean {
  return day !== null && day < oldestEnd(plan).day;
}

/** A KPI has no cycle: it lives on while it is declared, read or measured. Null where it stands in no cycle at all. */
function lastSignOfLife(kpi: Kpi): string | null {
  const ends = kpi.declarations.map(endOf);
  if (ends.includes(null)) return null;
  const days = [...ends, kpi.told.at(-1)?.day, ...kpi.measuredBy.map(endOf)].map((day) => day ?? '');
  return days.reduce((latest, day) => (day > latest ? day : latest), '');
}
