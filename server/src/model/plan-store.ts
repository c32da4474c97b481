import type { Tree } from '../syntax/tree.ts';
import { loopProblems } from './alignment-loops.ts';
import { DocumentState } from './document-state.ts';
import type { Family } from './family.ts';
import { bearsFrame, carriedOver, emptyFrame, framing } from './frame.ts';
import type { Frame } from './frame.ts';
import type { Shelf } from './grouped.ts';
import { ItemHandle } from './item-handle.ts';
import { useOf } from './item-values.ts';
import { northStarOf } from './link-items.ts';
import { everyone } from './people.ts';
import type { Goal, Item, Plan, PlanDocument, PlanProblem, PlanSettings, Scope } from './plan.ts';
import type { ScopeContents } from './scopes.ts';
import { atOnce } from './steps.ts';
import { indexesOf, tablesOf } from './tables.ts';
import type { Asked, PlanTables } from './tables.ts';
import { areNames, FACET } from './tracking.ts';
import { valueOf } from './values.ts';

/** The documents of a workspace, linked, and linked again where one of them changes. */
export interface PlanStore {
  /** Takes a document on, or another tree of it. */
  set(uri: string, tree: Tree): void;
  remove(uri: string): void;
  /**
   * The plan as it is now. A plan that was given before is overtaken by the next change: its items are those of the plan that
   * follows, and say what is now.
   */
  plan(): Plan;
  /** Whether what is asked of a document of the plan now takes many others to be linked again first. */
  isBehind(uri: string): boolean;
  /** Which indexes rules asked for so far. */
  asked(): readonly Asked[];
  /**
   * Makes ready what the plan takes, and what will be asked of it, in steps between which nothing must be asked of the store;
   * then `plan` is quick.
   */
  settling(willBeAsked: readonly Asked[]): Iterable<void>;
}

/** A store without documents. `today` is an ISO day. */
export function createPlanStore(settings: PlanSettings, today: string): PlanStore {
  const documents = new Map<string, DocumentState>();
  const indexes = indexesOf();
  const { own, named, loops, relinking } = indexes;
  /** Indexes that rules asked for. */
  const more: Shelf[] = [];
  const asked: Asked[] = [];
  let sorted: readonly DocumentState[] | null = null;
  let byUri: ReadonlyMap<string, PlanDocument> = new Map();
  let current: Plan | null = null;
  let frame: Frame = emptyFrame(settings);
  const bearing = new Set<Family>();
  let frameChanged = false;
  /** Whether anything may have been computed of items in the frame. */
  let frameIsUsed = false;

  function contents(): ScopeContents {
    return {
      objectives: (key) => indexes.objectivesOf.get(key),
      kpis: (key) => indexes.kpisOf.get(key),
      northStar: (scope) => northStar(scope)?.link ?? null,
    };
  }

  const tables: PlanTables = {
    today,
    settings,
    get calendar() {
      return frame.calendar;
    },
    get scopes() {
      return frame.scopes;
    },
    ...indexes,
    problemsOf,
    adopt(shelf, alike) {
      more.push(shelf);
      asked.push(alike);
      for (const document of documents.values()) for (const family of document.families) shelf.outdate(family);
    },
    redrafted(family, facets) {
      if (areNames(facets)) own.outdate(family);
      for (const shelf of more) shelf.outdate(family);
      if ((facets & FACET.frame) !== 0) loops.moved(family);
      const bears = !family.isGone && bearsFrame(family);
      if (bears || bearing.has(family)) frameChanged = true;
      if (bears) bearing.add(family);
      else bearing.delete(family);
    },
    renamed(family) {
      named.outdate(family);
    },
  };

  function northStar(scope: Scope): ReturnType<typeof northStarOf> | null {
    const use = useOf(scope.properties, 'north star');
    const reference = use && valueOf(use.line, 'kpi')?.reference;
    const home = scope.headers.find(({ block }) => block === use?.block) ?? scope.headers[0];
    if (!use || !reference || !home) return null;
    const from = { self: null, uri: home.uri, scope, cycle: null };
    return northStarOf({ value: reference, block: use.block }, from, tables);
  }

  function problemsOf({ blocks, draft, items }: Family): readonly PlanProblem[] {
    const problems: PlanProblem[] = [];
    if (frame.problems.size > 0) for (const block of blocks) problems.push(...(frame.problems.get(block) ?? []));
    for (const { key } of draft.scopes) {
      const scope = frame.scopes.byKey.get(key);
      const found = scope && northStar(scope)?.problem();
      if (
        found &&
        blocks.includes(found.place.block) &&
        !problems.some(({ place }) => place.span === found.place.span)
      ) {
        problems.push(found);
      }
    }
    for (const item of items) {
      const loop = item.kind === 'kpi' ? null : loops.loopOf(item);
      if (loop && item.kind !== 'kpi') problems.push(...loopProblems(item, loop));
    }
    return problems;
  }

  function settle(): void {
    if (sorted === null) {
      sorted = [...documents.values()].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
      byUri = new Map(sorted.map((document) => [document.uri, document]));
    }
    atOnce(settlingFrame());
    for (const each of [own, named, relinking, ...more]) each.settle();
    tellOfLoops(loops.settle(() => relinking.catchUp()));
  }

  function tellOfLoops(goals: readonly Goal[]): void {
    for (const goal of goals) if (goal instanceof ItemHandle) goal.family.outdate();
  }

  function* settling(willBeAsked: readonly Asked[]): Iterable<void> {
    yield* settlingFrame();
    for (const each of [own, named, relinking]) yield* each.settling();
    tellOfLoops(yield* loops.settling(() => relinking.catchUp()));
    for (const ask of willBeAsked) ask(tables);
    for (const shelf of more) yield* shelf.settling();
    current = planNow();
  }

  function* settlingFrame(): Generator<void> {
    if (frameChanged) yield* takingFrame();
    frameIsUsed = true;
  }

  function* takingFrame(): Iterable<void> {
    frameChanged = false;
    const families = [...bearing].sort((a, b) => (a.isBefore(b) ? -1 : 1));
    const next = yield* framing(families, settings, contents(), frame);
    const carried = carriedOver(frame, next);
    const concerned = [...frame.problems.keys(), ...next.problems.keys()];
    frame = carried ?? next;
    if (!frameIsUsed) return;
    if (carried === null) {
      for (const document of documents.values()) for (const family of document.families) family.renew();
    } else if (concerned.length > 0) {
      const blocks = new Set(concerned);
      for (const family of families) if (family.blocks.some((block) => blocks.has(block))) family.outdate();
    }
    frameChanged = false;
  }

  function planNow(): Plan {
    settle();
    const all = <T extends Item>(kind: T['kind']): readonly T[] =>
      (sorted ?? []).flatMap(({ items }) => items.filter((item): item is T => item.kind === kind));
    const lazily = <T>(make: () => T): (() => T) => {
      let made: { readonly value: T } | null = null;
      return () => (made ??= { value: make() }).value;
    };
    const objectives = lazily(() => all<Plan['objectives'][number]>('objective'));
    const keyResults = lazily(() => all<Plan['keyResults'][number]>('kr'));
    const kpis = lazily(() => all<Plan['kpis'][number]>('kpi'));
    const items = lazily(() => {
      return new Map((sorted ?? []).flatMap((document) => document.items.map((item) => [item.key, item] as const)));
    });
    const cycles = lazily(() => frame.calendar.all());
    const people = lazily(() => everyone(plan));
    const plan: Plan = {
      today,
      settings,
      documents: byUri,
      scopes: frame.scopes.all,
      get objectives() {
        return objectives();
      },
      get keyResults() {
        return keyResults();
      },
      get kpis() {
        return kpis();
      },
      get cycles() {
        return cycles();
      },
      get items() {
        return items();
      },
      get people() {
        return people();
      },
    };
    tablesOf.set(plan, tables);
    return plan;
  }

  return {
    set(uri, tree) {
      current = null;
      let document = documents.get(uri);
      if (document === undefined) {
        document = new DocumentState(uri, tables);
        documents.set(uri, document);
        sorted = null;
      }
      document.become(tree);
    },
    remove(uri) {
      const document = documents.get(uri);
      if (document === undefined) return;
      current = null;
      sorted = null;
      documents.delete(uri);
      document.leave();
    },
    plan: () => (current ??= planNow()),
    isBehind: (uri) => relinking.isBehind(uri),
    asked: () => asked,
    settling,
  };
}
