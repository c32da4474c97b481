import { useOf } from './item-values.ts';
import type { In, ItemValues } from './item-values.ts';
import type { Calendar } from './cycles.ts';
import { itemPart } from './keys.ts';
import { linkOf, linkProblem } from './links.ts';
import type { Lookup } from './links.ts';
import type { Items } from './make-items.ts';
import { nearIdsOf } from './near-ids.ts';
import type { OpenGoal, OpenItem, OpenKeyResult, OpenKpi, OpenObjective, OpenScope } from './open-items.ts';
import type { Item, Link, PlanProblem } from './plan.ts';
import { resolveGoal, resolveKpi } from './resolve.ts';
import type { Bearers, Index, Resolution, Standpoint } from './resolve.ts';
import { valueOf } from './values.ts';
import type { ReferenceValue } from './values.ts';

const GOALS: readonly Item['kind'][] = ['objective', 'kr'];
const anyGoal = (goal: OpenGoal): goal is OpenGoal => GOALS.includes(goal.kind);
const isObjective = (goal: OpenGoal): goal is OpenObjective => goal.kind === 'objective';
const isKeyResult = (goal: OpenGoal): goal is OpenKeyResult => goal.kind === 'kr';

/**
 * Resolves all references of items and scopes, fills in both ends of each link, and adds what is wrong with them to
 * `problems`. Gives back the goals that support something.
 */
export function linkItems(
  items: Items,
  scopes: readonly OpenScope[],
  calendar: Calendar,
  problems: PlanProblem[],
): readonly OpenGoal[] {
  const index = lazily(() => indexOf(items.all));
  const lookup = lookupIn(index);
  const supporting: OpenGoal[] = [];

  /** The link of one reference; `resolve` says how it is looked up. */
  function link<T extends Item>(
    from: Standpoint,
    written: In<ReferenceValue>,
    kinds: readonly Item['kind'][],
    resolve: (reference: ReferenceValue['reference']) => Resolution<T>,
  ): Link<T> {
    const { reference, text } = written.value;
    const resolution = resolve(reference);
    const made = linkOf(reference, { uri: from.uri, block: written.block, span: text }, resolution);
    const problem = linkProblem(made, resolution, from, kinds, lookup);
    if (problem) problems.push(problem);
    return made;
  }

  function linkGoal(goal: OpenGoal, { supports, continues, measures }: ItemValues): void {
    const from: Standpoint = { self: goal, uri: goal.uri, scope: goal.scope, cycle: goal.cycle };
    for (const written of supports) {
      const made = link(from, written, GOALS, (reference) =>
        resolveGoal(reference, from, index(), calendar, 'containing', anyGoal),
      );
      goal.supports.push(made);
      if (made.target && !made.target.supportedBy.includes(goal)) made.target.supportedBy.push(goal);
    }
    if (supports.length > 0) supporting.push(goal);
    if (continues && goal.kind === 'objective') {
      goal.continues = link(from, continues, ['objective'], (reference) =>
        resolveGoal(reference, from, index(), calendar, 'earlier', isObjective),
      );
    } else if (continues && goal.kind === 'kr') {
      goal.continues = link(from, continues, ['kr'], (reference) =>
        resolveGoal(reference, from, index(), calendar, 'earlier', isKeyResult),
      );
    }
    if (measures && goal.kind === 'kr') {
      const made = link(from, measures, ['kpi'], (reference) => resolveKpi(reference, from, index()));
      goal.measures = made;
      made.target?.measuredBy.push(goal);
    }
  }

  /** A KPI refers from each of its headers, which may stand in other files and cycles. */
  function linkKpi(kpi: OpenKpi, uri: string, values: ItemValues): void {
    for (const written of values.for) {
      const home = kpi.declarations.find((each) => each.uri === uri && each.block === written.block);
      const from: Standpoint = { self: kpi, uri, scope: kpi.scope, cycle: (home ?? kpi).cycle };
      const made = link(from, written, ['objective'], (reference) =>
        resolveGoal(reference, from, index(), calendar, 'containing', isObjective),
      );
      kpi.watches.push(made);
      if (made.target && !made.target.watchedBy.includes(kpi)) made.target.watchedBy.push(kpi);
    }
  }

  for (const { item, uri, values } of items.referring) {
    if (item.kind === 'kpi') linkKpi(item, uri, values);
    else linkGoal(item, values);
  }
  for (const scope of scopes) linkNorthStar(scope);
  return supporting;

  function linkNorthStar(scope: OpenScope): void {
    const use = useOf(scope.properties, 'north star');
    const reference = use && valueOf(use.line, 'kpi')?.reference;
    const home = scope.headers.find(({ block }) => block === use?.block) ?? scope.headers[0];
    if (!use || !reference || !home) return;
    const from: Standpoint = { self: null, uri: home.uri, scope, cycle: null };
    scope.northStar = link(from, { value: reference, block: use.block }, ['kpi'], (written) =>
      resolveKpi(written, from, index()),
    );
  }
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function lookupIn(index: () => Index): Lookup {
  const near = lazily(() => nearIdsOf(new Set([...index().goals.keys(), ...index().kpis.keys()])));
  return {
    bearing: (id) => [...(index().goals.get(id)?.all ?? []), ...(index().kpis.get(id)?.all ?? [])],
    nearest: (id) => near()(id),
  };
}

function indexOf(items: readonly OpenItem[]): Index {
  const goals = new Map<string, Bearers<OpenGoal>>();
  const kpis = new Map<string, Bearers<OpenKpi>>();
  const labels = new Map<string, OpenGoal[]>();
  for (const item of items) {
    if (item.kind === 'kpi') {
      if (item.id !== null) addBearer(kpis, itemPart(item.header), item);
      continue;
    }
    if (item.id !== null) addBearer(goals, itemPart(item.header), item);
    if (item.label !== null) add(labels, `${item.uri} ${item.label}`, item);
  }
  return { goals, kpis, labels };
}

function addBearer<T extends Item>(bearers: Map<string, Bearers<T>>, id: string, item: T): void {
  let known = bearers.get(id);
  if (!known) {
    known = { all: [], byScope: new Map() };
    bearers.set(id, known);
  }
  known.all.push(item);
  add(known.byScope, item.scope, item);
}

function add<K, T>(map: Map<K, T[]>, key: K, item: T): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}
