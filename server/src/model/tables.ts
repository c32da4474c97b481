import type { Calendar } from './cycles.ts';
import type { Family } from './family.ts';
import { KeyResultHandle, ObjectiveHandle } from './goal-handles.ts';
import { Grouped } from './grouped.ts';
import type { Entries } from './grouped.ts';
import type { ItemHandle } from './item-handle.ts';
import { KpiHandle } from './kpi-handle.ts';
import { lookupIn } from './link-items.ts';
import type { Lookup } from './links.ts';
import { nearIdsOf } from './near-ids.ts';
import type { Goal, Item, KeyResult, Kpi, Objective, Plan, PlanProblem, PlanSettings, ScopeOf } from './plan.ts';
import { pathOf } from './resolve.ts';
import type { Index } from './resolve.ts';
import type { Scopes } from './scopes.ts';

/** An index of what families say themselves. */
export interface OwnIndex {
  outdate(family: Family): void;
  settle(): void;
}

/** The tables of each plan. */
export const tablesOf = new WeakMap<Plan, PlanTables>();

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
  /** The family says something else now; `moved` where items came, went, or stand elsewhere. */
  redrafted(family: Family, moved: boolean): void;
  /** What there is to say of a family that is not its own doing: of its scopes and cycles, its north star, its loops. */
  problemsOf(family: Family): readonly PlanProblem[];
  /** Keeps another index up to date from now on. */
  adopt(index: OwnIndex): void;
  /** What the items of the family are found by may be something else now. */
  renamed(family: Family): void;
  /** What the family refers to may be something else now. */
  relinked(family: Family): void;
}

type Goals = readonly (ObjectiveHandle | KeyResultHandle)[];

function goalsIn({ handles }: Family): Goals {
  return handles.filter((item) => item instanceof ObjectiveHandle || item instanceof KeyResultHandle);
}

/** The KPIs whose first header is in a family. */
function kpisIn({ handles }: Family): readonly KpiHandle[] {
  return handles.filter((item): item is KpiHandle => item instanceof KpiHandle && item.self === item);
}

/** How groups by scope are keyed: no key of a scope is empty or holds a line break. */
export function scopeText(scope: ScopeOf): string {
  if (scope === null) return '';
  return scope === 'unknown' ? '\n' : scope.key;
}

/** The indexes of a plan: those of what a family says itself, those of what it shares with others, of what it refers to. */
export function indexesOf() {
  const declarations = new Grouped<string, KpiHandle>((family) =>
    family.handles.flatMap((item): Entries<string, KpiHandle> => {
      const key = item instanceof KpiHandle ? item.sharedKey : null;
      return item instanceof KpiHandle && key !== null ? [[key, item]] : [];
    }),
  );
  const goals = new Grouped<string, Goal>((family) =>
    goalsIn(family).flatMap((goal): Entries<string, Goal> => (goal.id === null ? [] : [[goal.part, goal]])),
  );
  const goalsOf = new Grouped<string, Goal>((family) =>
    goalsIn(family).flatMap((goal): Entries<string, Goal> => {
      return goal.id === null ? [] : [[`${scopeText(goal.scope)} ${goal.part}`, goal]];
    }),
  );
  const goalsBelow = new Grouped<string, Goal>((family) =>
    goalsIn(family).flatMap((goal): Entries<string, Goal> => {
      const above = goal.id === null ? undefined : pathOf(goal).at(-2);
      return above === undefined ? [] : [[`${above} ${goal.part}`, goal]];
    }),
  );
  const labels = new Grouped<string, Goal>((family) =>
    goalsIn(family).flatMap((goal): Entries<string, Goal> => {
      return goal.label === null ? [] : [[`${goal.uri} ${goal.label}`, goal]];
    }),
  );
  const objectivesOf = new Grouped<string, Objective>((family) =>
    family.handles.flatMap((item): Entries<string, Objective> => {
      return item instanceof ObjectiveHandle ? [[scopeText(item.scope), item]] : [];
    }),
  );
  const keys = new Grouped<string, ItemHandle>(
    (family) =>
      family.handles.flatMap((item): Entries<string, ItemHandle> => {
        if (item instanceof KeyResultHandle && item.objective !== null) return [];
        return item.self === item ? [[item.baseKey, item]] : [];
      }),
    'naming',
  );
  const kpis = new Grouped<string, Kpi>(
    (family) => kpisIn(family).flatMap((kpi): Entries<string, Kpi> => (kpi.id === null ? [] : [[kpi.part, kpi]])),
    'naming',
  );
  const kpisOf = new Grouped<string, Kpi>(
    (family) => kpisIn(family).map((kpi) => [scopeText(kpi.scope), kpi] as const),
    'naming',
  );
  const supporters = new Grouped<Item, Goal>(
    (family) =>
      goalsIn(family).flatMap((goal) =>
        goal.links.supports.flatMap(({ target }): Entries<Item, Goal> => (target ? [[target, goal]] : [])),
      ),
    'linkage',
  );
  const watchers = new Grouped<Item, Kpi>(
    (family) =>
      family.handles.flatMap((item) => {
        if (!(item instanceof KpiHandle)) return [];
        return item.links.watches.flatMap(({ target }): Entries<Item, Kpi> => (target ? [[target, item.self]] : []));
      }),
    'linkage',
  );
  const measurers = new Grouped<Item, KeyResult>(
    (family) =>
      family.handles.flatMap((item): Entries<Item, KeyResult> => {
        const target = item instanceof KeyResultHandle ? item.links.measures?.target : null;
        return item instanceof KeyResultHandle && target ? [[target, item]] : [];
      }),
    'linkage',
  );
  const index: Index = {
    goals: (id) => goals.get(id),
    goalsOf: (scope, id) => goalsOf.get(`${scopeText(scope)} ${id}`),
    goalsBelow: (above, id) => goalsBelow.get(`${above} ${id}`),
    kpis: (id) => kpis.get(id),
    labelled: (uri, number) => labels.get(`${uri} ${number}`),
  };
  let near: { readonly changes: number; readonly find: Lookup['nearest'] } | null = null;
  const lookup = lookupIn(
    (id) => [...goals.get(id), ...kpis.get(id)],
    () => {
      goals.lookAtKeys();
      kpis.lookAtKeys();
      const changes = goals.keyChanges + kpis.keyChanges;
      if (near?.changes !== changes) near = { changes, find: nearIdsOf(new Set([...goals.keys(), ...kpis.keys()])) };
      return near.find;
    },
  );
  const own = [declarations, goals, goalsOf, goalsBelow, labels, objectivesOf];
  const named = [keys, kpis, kpisOf];
  const linked = [supporters, watchers, measurers];
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
    linked,
  };
}
