import { compact } from '../syntax/compact.ts';
import { createLoopFinder } from './alignment-loops.ts';
import type { Calendar } from './cycles.ts';
import type { Family } from './family.ts';
import { KeyResultHandle, ObjectiveHandle } from './goal-handles.ts';
import { Grouped, Shelf } from './grouped.ts';
import type { ItemHandle } from './item-handle.ts';
import { KpiHandle } from './kpi-handle.ts';
import type { Lookup } from './links.ts';
import { NearIds } from './near-ids.ts';
import type { Goal, Item, KeyResult, Kpi, Objective, Plan, PlanProblem, PlanSettings, ScopeOf } from './plan.ts';
import { Relinking } from './relinking.ts';
import { aboveOf } from './resolve.ts';
import type { Index } from './resolve.ts';
import type { Scopes } from './scopes.ts';

/** The tables of each plan. */
export const tablesOf = new WeakMap<Plan, PlanTables>();

/** Asks a plan for an index. */
export type Asked = (tables: PlanTables) => void;

/** What the items of a plan find each other by. */
export interface PlanTables {
  readonly today: string;
  readonly settings: PlanSettings;
  readonly calendar: Calendar;
  readonly scopes: Scopes;
  readonly index: Index;
  readonly lookup: Lookup;
  /** Items by their key before it is numbered; key results below an objective are numbered there. */
  readonly keys: Grouped<string, ItemHandle>;
  /** The headers of each KPI. */
  readonly declarations: Grouped<string, KpiHandle>;
  readonly objectivesOf: Grouped<string, Objective>;
  readonly kpisOf: Grouped<string, Kpi>;
  readonly supporters: Grouped<Item, Goal>;
  readonly watchers: Grouped<Item, Kpi>;
  readonly measurers: Grouped<Item, KeyResult>;
  /** The family says something else now; of its items these facets are others, all where items came or went. */
  redrafted(family: Family, facets: number): void;
  /** What there is to say of a family that is not its own doing: of its scopes and cycles, its north star, its loops. */
  problemsOf(family: Family): readonly PlanProblem[];
  /**
   * Keeps more indexes of what families say themselves up to date from now on. `alike` has another plan do the same with
   * indexes of its own.
   */
  adopt(shelf: Shelf, alike: Asked): void;
  /** What the items of the family are found by may be something else now. */
  renamed(family: Family): void;
  /** Families of which it may be something else now what they refer to. */
  readonly relinking: Relinking;
}

type Put<K, T> = (item: ItemHandle, into: (readonly [K, T])[]) => void;

/** An index of what each header of an item puts into it. */
function indexOf<K, T>(shelf: Shelf, put: Put<K, T>): Grouped<K, T> {
  return new Grouped<K, T>(shelf, ({ handles }) => {
    const entries: (readonly [K, T])[] = [];
    for (const item of handles) put(item, entries);
    return compact(entries);
  });
}

function isGoal(item: ItemHandle): item is ObjectiveHandle | KeyResultHandle {
  return item instanceof ObjectiveHandle || item instanceof KeyResultHandle;
}

/** Whether it is the first header of a KPI, which stands for it. */
function isKpi(item: ItemHandle): item is KpiHandle {
  return item instanceof KpiHandle && item.self === item;
}

/** How groups by scope are keyed: no key of a scope is empty or holds a line break. */
export function scopeText(scope: ScopeOf): string {
  if (scope === null) return '';
  return scope === 'unknown' ? '\n' : scope.key;
}

/** The indexes of a plan: those of what a family says itself, those of what it shares with others, of what it refers to. */
export function indexesOf() {
  const own = new Shelf('family');
  const named = new Shelf('naming');
  const linked = new Shelf('linkage');
  const declarations = indexOf<string, KpiHandle>(own, (item, into) => {
    const key = item instanceof KpiHandle ? item.sharedKey : null;
    if (item instanceof KpiHandle && key !== null) into.push([key, item]);
  });
  const goals = indexOf<string, Goal>(own, (item, into) => {
    if (isGoal(item) && item.id !== null) into.push([item.part, item]);
  });
  const goalsOf = indexOf<string, Goal>(own, (item, into) => {
    if (isGoal(item) && item.id !== null) into.push([`${scopeText(item.scope)} ${item.part}`, item]);
  });
  const goalsBelow = indexOf<string, Goal>(own, (item, into) => {
    const above = isGoal(item) && item.id !== null ? aboveOf(item) : null;
    if (isGoal(item) && above !== null) into.push([`${above} ${item.part}`, item]);
  });
  const labels = indexOf<string, Goal>(own, (item, into) => {
    if (isGoal(item) && item.label !== null) into.push([`${item.uri} ${item.label}`, item]);
  });
  const objectivesOf = indexOf<string, Objective>(own, (item, into) => {
    if (item instanceof ObjectiveHandle) into.push([scopeText(item.scope), item]);
  });
  const keys = indexOf<string, ItemHandle>(named, (item, into) => {
    if (item instanceof KeyResultHandle && item.objective !== null) return;
    if (item.self === item) into.push([item.baseKey, item]);
  });
  const kpis = indexOf<string, Kpi>(named, (item, into) => {
    if (isKpi(item) && item.id !== null) into.push([item.part, item]);
  });
  const kpisOf = indexOf<string, Kpi>(named, (item, into) => {
    if (isKpi(item)) into.push([scopeText(item.scope), item]);
  });
  const supporters = indexOf<Item, Goal>(linked, (item, into) => {
    if (isGoal(item)) for (const { target } of item.links.supports) if (target) into.push([target, item]);
  });
  const watchers = indexOf<Item, Kpi>(linked, (item, into) => {
    if (!(item instanceof KpiHandle)) return;
    for (const { target } of item.links.watches) if (target) into.push([target, item.self]);
  });
  const measurers = indexOf<Item, KeyResult>(linked, (item, into) => {
    const target = item instanceof KeyResultHandle ? item.links.measures?.target : null;
    if (item instanceof KeyResultHandle && target) into.push([target, item]);
  });
  const index: Index = {
    goals: (id) => goals.get(id),
    goalsOf: (scope, id) => goalsOf.get(`${scopeText(scope)} ${id}`),
    goalsBelow: (above, id) => goalsBelow.get(`${above} ${id}`),
    kpis: (id) => kpis.get(id),
    labelled: (uri, number) => labels.get(`${uri} ${number}`),
  };
  const near = new NearIds([goals, kpis]);
  const loops = createLoopFinder(supporters);
  const relinking = new Relinking(linked, [supporters, watchers, measurers], index, loops);
  const lookup: Lookup = {
    bearing: (id) => [...goals.get(id), ...kpis.get(id)],
    nearest: (id) => near.nearest(id),
  };
  return {
    declarations,
    keys,
    objectivesOf,
    kpisOf,
    supporters,
    watchers,
    measurers,
    index,
    lookup,
    own,
    named,
    loops,
    relinking,
  };
}
