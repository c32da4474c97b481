import { CALENDAR_YEAR, readPeriod } from '../measure/periods.ts';
import type { Cycle, Plan, Scope } from '../model/plan.ts';
import { tablesOf } from '../model/tables.ts';
import { perPlan } from '../rules/per-plan.ts';
import { slug } from '../syntax/slug.ts';

interface ScopeNames {
  readonly byKey: ReadonlyMap<string, Scope>;
  /** By the slug of a title that only one scope has. */
  readonly byTitle: ReadonlyMap<string, Scope | null>;
}

const scopeNames = perPlan((plan): ScopeNames => {
  const byTitle = new Map<string, Scope | null>();
  for (const scope of plan.scopes) {
    const title = slug(scope.title);
    byTitle.set(title, byTitle.has(title) ? null : scope);
  }
  return { byKey: new Map(plan.scopes.map((scope) => [scope.key, scope])), byTitle };
});

/** An id as ids are compared: without case, accents composed. */
export function keyOf(id: string): string {
  return id.normalize('NFC').toLowerCase();
}

/** The scope that bears an id; null where none does. */
export function scopeWithId(plan: Plan, id: string): Scope | null {
  return scopeNames(plan).byKey.get(keyOf(id)) ?? null;
}

/** The scope that a name means as `owner` and `parent` have it: by its id, else by its title. */
export function scopeCalled(plan: Plan, name: string): Scope | null {
  const { byKey, byTitle } = scopeNames(plan);
  const title = slug(name);
  return byKey.get(keyOf(name)) ?? byKey.get(title) ?? byTitle.get(title) ?? null;
}

/** Whether a name means a scope by its title alone, so that it stays what it is when the scope's id changes. */
export function isByTitle(scope: Scope, name: string): boolean {
  if (keyOf(name) === scope.key) return false;
  return slug(name) !== scope.key || slug(scope.title) === scope.key;
}

/**
 * The cycle that a name means in a file, however a period of the calendar is written ("Q4 2026"); null where nothing names
 * it.
 */
export function cycleCalled(plan: Plan, name: string, uri: string): Cycle | null {
  return tablesOf.get(plan)?.calendar.find(name, uri) ?? null;
}

/** Whether a name is that of a period of the calendar, whose days it says itself. */
export function isCalendarName(name: string): boolean {
  return readPeriod(name, CALENDAR_YEAR) !== null;
}
