import type { Cycle, Goal, Item, KeyResult, Objective, Plan } from '../model/plan.ts';
import { contains } from '../model/cycles.ts';
import { standingOf } from '../model/standing.ts';
import { PROPERTIES } from '../syntax/properties.ts';
import type { PropertyName } from '../syntax/properties.ts';
import { said } from '../syntax/said.ts';
import type { Snapshot } from '../service.ts';
import { carriedMeasure } from './carried-measure.ts';
import type { Change } from './changes.ts';
import { hasPlainHeader, indentOf } from './item-lines.ts';
import { nextCycle } from './next-cycle.ts';
import type { Refactoring } from './offers.ts';
import { freeId, idChanges } from './refactor-id.ts';
import { pathTo } from './reference-path.ts';
import { contextOf, holds, isKnown, written } from './runs.ts';
import { keyOf } from './scope-names.ts';

const OBJECTIVE_LINES: readonly PropertyName[] = ['owner', 'with', 'type', 'perspective'];
const LATER_LINES: readonly PropertyName[] = ['why', 'not', 'weight', 'priority', 'link', 'tags'];
const KEY_RESULT_LINES: readonly PropertyName[] = ['owner', 'with'];
const MEASURED_LINES: readonly PropertyName[] = ['weight', 'priority', 'source', 'link', 'tags'];

/**
 * Writes an objective with the key results that were not reached once more, below the next cycle: each continues the one
 * before it and starts from the last value. What has no id yet gets one, to be referred to. What was said of the old cycle
 * (journal, deadlines, grades, notes, finished tasks) stays there.
 */
export const carriedOver: Refactoring = (snapshot, item) => {
  if (item.kind !== 'objective' || !hasPlainHeader(item) || item.status.status === 'dropped') return [];
  const { plan } = snapshot;
  const document = plan.documents.get(item.uri);
  if (document === undefined || item.cycle === null || item.cycle === 'unknown') return [];
  const next = nextCycle(plan, item.cycle, item.uri);
  const here = contextOf(plan, document, item.block);
  if (next === null || !isKnown(here) || isContinuedIn(plan, item, next)) return [];
  return [
    {
      title: said`Carry it over to ${next.name}`,
      kind: 'refactor.move',
      changes: () => carry(snapshot, item, next),
    },
  ];
};

function isContinuedIn(plan: Plan, objective: Objective, next: Cycle): boolean {
  return plan.objectives.some((other) => {
    const isNext = other.cycle !== null && other.cycle !== 'unknown' && other.cycle.name === next.name;
    const sameId = objective.id !== null && other.id !== null && keyOf(objective.id) === keyOf(other.id);
    return isNext && other.scope === objective.scope && (other.continues?.target === objective || sameId);
  });
}

function carry(snapshot: Snapshot, objective: Objective, next: Cycle): readonly Change[] {
  const { plan } = snapshot;
  const going = objective.keyResults.filter((kr) => goesOn(plan, kr));
  const ids = new Map<Item, string>();
  const given: Change[] = [];
  for (const each of [objective, ...going]) {
    const id = freeId(plan, each);
    if (id === null) continue;
    ids.set(each, id);
    given.push(...idChanges(snapshot, each, id));
  }
  if ((ids.get(objective) ?? objective.id) === null) return [];
  const context = { scope: objective.scope, cycle: next };
  const home = [objective.uri, ...plan.documents.keys()].find((uri) => {
    const document = plan.documents.get(uri);
    return document !== undefined && holds(plan, document, context);
  });
  const lines = [
    ...objectiveLines(plan, objective, next, ids),
    ...going.flatMap((kr) => keyResultLines(plan, kr, ids)),
  ];
  const added = written(plan, home ?? objective.uri, context, lines);
  return added === null ? [] : [...given, added];
}

/** Given up, put off or reached, and it does not go on. */
function goesOn(plan: Plan, kr: KeyResult): boolean {
  const { status } = kr.status;
  if (kr.title.trim() === '' || status === 'dropped' || status === 'postponed') return false;
  return standingOf(plan, kr).progress !== 1;
}

function objectiveLines(
  plan: Plan,
  objective: Objective,
  next: Cycle,
  ids: ReadonlyMap<Item, string>,
): readonly string[] {
  const indent = indentOf(objective);
  const below = `${indent}  `;
  const supports = objective.supports.flatMap(({ target }) => {
    const path = target === null ? null : nextParent(plan, objective, target, next);
    return path === null ? [] : [path];
  });
  return [
    `${indent}objective ${ids.get(objective) ?? objective.id ?? ''}: ${objective.title}`,
    ...copied(objective, OBJECTIVE_LINES, below),
    ...(supports.length === 0 ? [] : [`${below}supports: ${supports.join(', ')}`]),
    `${below}continues: ${pathTo(objective, { scope: objective.scope, cycle: next.name }, ids)}`,
    ...copied(objective, LATER_LINES, below),
    ...openTasks(objective, below),
  ];
}

/** What stands in the next cycle for the item that was supported: the one of the same name, or one of a longer cycle. */
function nextParent(plan: Plan, objective: Objective, target: Goal, next: Cycle): string | null {
  const from = { scope: objective.scope, cycle: next.name };
  if (target.cycle !== null && target.cycle !== 'unknown' && contains(target.cycle, next)) return pathTo(target, from);
  const goals: readonly Goal[] = target.kind === 'objective' ? plan.objectives : plan.keyResults;
  const heir = goals.find(
    (goal) =>
      goal.scope === target.scope &&
      goal.cycle !== 'unknown' &&
      goal.cycle?.name === next.name &&
      (goal.continues?.target === target ||
        (goal.id !== null && target.id !== null && keyOf(goal.id) === keyOf(target.id))),
  );
  return heir === undefined || heir.id === null ? null : pathTo(heir, from);
}

function keyResultLines(plan: Plan, kr: KeyResult, ids: ReadonlyMap<Item, string>): readonly string[] {
  const indent = indentOf(kr);
  const below = `${indent}  `;
  const id = ids.get(kr) ?? kr.id;
  const hasPath = id !== null && kr.objective !== null;
  const path = pathTo(kr, { scope: kr.scope, cycle: null }, ids);
  return [
    '',
    `${indent}kr${id === null ? '' : ` ${id}`}: ${kr.title}`,
    ...copied(kr, KEY_RESULT_LINES, below),
    ...(hasPath ? [`${below}continues: ${path}`] : []),
    ...carriedMeasure(plan, kr).map((line) => below + line),
    ...copied(kr, MEASURED_LINES, below),
    ...openTasks(kr, below),
  ];
}

function copied(item: Item, names: readonly PropertyName[], indent: string): readonly string[] {
  return names.flatMap((name) =>
    (item.properties.get(name) ?? [])
      .slice(0, PROPERTIES[name].repeats ? undefined : 1)
      .map(({ line }) => `${indent}${name}: ${line.value.text}`),
  );
}

function openTasks(item: Item, indent: string): readonly string[] {
  return item.initiatives.flatMap(({ line }) => (line.done ? [] : [`${indent}[ ] ${line.body.text}`]));
}
