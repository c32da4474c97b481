import type { In } from './item-values.ts';
import type { ItemHandle } from './item-handle.ts';
import { linkOf, linkProblem } from './links.ts';
import type { Goal, Item, KeyResult, Kpi, Link, Objective, PlanProblem } from './plan.ts';
import { resolveGoal, resolveKpi } from './resolve.ts';
import type { Resolution, Standpoint } from './resolve.ts';
import type { PlanTables } from './tables.ts';
import type { ReferenceValue } from './values.ts';

const GOALS: readonly Item['kind'][] = ['objective', 'kr'];
const NONE: readonly never[] = [];
const anyGoal = (goal: Goal): goal is Goal => GOALS.includes(goal.kind);
const isObjective = (goal: Goal): goal is Objective => goal.kind === 'objective';
const isKeyResult = (goal: Goal): goal is KeyResult => goal.kind === 'kr';

/** What an item refers to. `problems` says what is wrong with it, in the words of the moment. */
export interface ItemLinks {
  readonly supports: readonly Link<Goal>[];
  readonly objectiveBefore: Link<Objective> | null;
  readonly keyResultBefore: Link<KeyResult> | null;
  readonly measures: Link<Kpi> | null;
  readonly watches: readonly Link<Objective>[];
  readonly problems: readonly (() => PlanProblem | null)[];
}

/** Of an item that refers to nothing. */
export const NO_LINKS: ItemLinks = {
  supports: NONE,
  objectiveBefore: null,
  keyResultBefore: null,
  measures: null,
  watches: NONE,
  problems: NONE,
};

/** Resolves what a header's own lines refer to, where they refer to anything. */
export function linksOf(item: ItemHandle): ItemLinks {
  const { supports, continues, measures, for: watched } = item.draft.values;
  const { tables } = item.family;
  const { calendar, index } = tables;
  const problems: (() => PlanProblem | null)[] = [];
  const from: Standpoint = { self: item.self, uri: item.uri, scope: item.scope, cycle: item.cycle };
  const link = <T extends Item>(
    written: In<ReferenceValue>,
    kinds: readonly Item['kind'][],
    resolve: (reference: ReferenceValue['reference']) => Resolution<T>,
  ): Link<T> => {
    const { reference, text } = written.value;
    const resolution = resolve(reference);
    const made = linkOf(reference, { uri: item.uri, block: written.block, span: text }, resolution);
    problems.push(() => linkProblem(made, resolution, from, kinds, tables.lookup));
    return made;
  };
  const goal = <T extends Goal>(
    written: In<ReferenceValue>,
    kinds: readonly Item['kind'][],
    when: 'containing' | 'earlier',
    accepts: (goal: Goal) => goal is T,
  ): Link<T> => link(written, kinds, (reference) => resolveGoal(reference, from, index, calendar, when, accepts));
  const { kind } = item;
  return {
    supports: kind === 'kpi' ? NONE : supports.map((written) => goal(written, GOALS, 'containing', anyGoal)),
    objectiveBefore: continues && kind === 'objective' ? goal(continues, ['objective'], 'earlier', isObjective) : null,
    keyResultBefore: continues && kind === 'kr' ? goal(continues, ['kr'], 'earlier', isKeyResult) : null,
    measures:
      measures && kind === 'kr' ? link(measures, ['kpi'], (reference) => resolveKpi(reference, from, index)) : null,
    watches: kind === 'kpi' ? watched.map((written) => goal(written, ['objective'], 'containing', isObjective)) : NONE,
    problems,
  };
}

/** The `north star` of a scope, and what is wrong with it. */
export function northStarOf(
  written: In<ReferenceValue>,
  from: Standpoint,
  tables: PlanTables,
): { readonly link: Link<Kpi>; readonly problem: () => PlanProblem | null } {
  const { reference, text } = written.value;
  const resolution = resolveKpi(reference, from, tables.index);
  const link = linkOf(reference, { uri: from.uri, block: written.block, span: text }, resolution);
  return { link, problem: () => linkProblem(link, resolution, from, ['kpi'], tables.lookup) };
}
