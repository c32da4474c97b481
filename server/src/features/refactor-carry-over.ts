import type { Cycle, Goal, Item, KeyResult, Objective, Plan } from '../model/plan.ts';
import { standingOf } from '../model/standing.ts';
import { lastLineOf, lineBreakOf } from '../rules/edits.ts';
import { PROPERTIES } from '../syntax/properties.ts';
import type { PropertyName } from '../syntax/properties.ts';
import { said } from '../syntax/said.ts';
import type { Snapshot } from '../service.ts';
import { carriedMeasure } from './carried-measure.ts';
import { carriedSupports, heirOf } from './carried-supports.ts';
import type { Change } from './changes.ts';
import { hasPlainHeader, indentOf } from './item-lines.ts';
import { blockStart } from './layout.ts';
import { nextCycle } from './next-cycle.ts';
import type { Offer, Refactoring } from './offers.ts';
import { freeId, idChanges } from './refactor-id.ts';
import { cycleName, pathTo } from './reference-path.ts';
import { contextOf, holds, isKnown, written } from './runs.ts';

const OBJECTIVE_LINES: readonly PropertyName[] = ['owner', 'with', 'type', 'perspective'];
const LATER_LINES: readonly PropertyName[] = ['why', 'not', 'weight', 'priority', 'link', 'tags'];
const KEY_RESULT_LINES: readonly PropertyName[] = ['owner', 'with'];
const MEASURED_LINES: readonly PropertyName[] = ['weight', 'priority', 'source', 'link', 'tags'];

/**
 * Writes an objective with the key results that were not reached, or one of these, once more below the next cycle: each
 * continues the one before it and starts from the last value. A key result goes to the objective that goes on already, if any. What has no id yet gets one, to be referred to. What was said of the old cycle
 * (journal, deadlines, grades, notes, finished tasks) stays there.
 */
export const carriedOver: Refactoring = (snapshot, item) => {
  if (item.kind === 'kpi' || !hasPlainHeader(item) || item.status.status === 'dropped') return [];
  const { plan } = snapshot;
  const objective = item.kind === 'kr' ? item.objective : item;
  const document = plan.documents.get(item.uri);
  if (objective === null || !hasPlainHeader(objective) || document === undefined) return [];
  if (item.cycle === null || item.cycle === 'unknown') return [];
  const next = nextCycle(plan, item.cycle, item.uri);
  const here = contextOf(plan, document, item.block);
  if (next === null || !isKnown(here)) return [];
  const heir = heirOf(plan, objective, next);
  if (item.kind === 'objective') {
    if (heir !== null) return [];
    const going = item.keyResults.filter((kr) => goesOn(plan, kr));
    return [offer(plan, [item, ...going], next, () => carry(snapshot, item, going, next))];
  }
  if (!goesOn(plan, item) || heirOf(plan, item, next) !== null) return [];
  if (heir !== null) return [offer(plan, [item], next, () => carryInto(snapshot, item, heir, next))];
  return [offer(plan, [objective, item], next, () => carry(snapshot, objective, [item], next))];
};

/** The title says what is left behind, for nothing else would. */
function offer(plan: Plan, goals: readonly Goal[], next: Cycle, changes: Offer['changes']): Offer {
  const without = new Set(goals.flatMap((goal) => carriedSupports(plan, goal, next).without));
  const names = [...without].map((goal) => pathTo(goal, { scope: null, cycle: cycleName(goal) }) || goal.title);
  const title =
    names.length === 0
      ? said`Carry it over to ${next.name}`
      : said`Carry it over to ${next.name}, without supports: ${names.join(', ')}, which has no counterpart there`;
  return { title, kind: 'refactor.move', changes };
}

/** Writes a key result at the end of the objective that goes on already. */
function carryInto(snapshot: Snapshot, kr: KeyResult, heir: Objective, next: Cycle): readonly Change[] {
  const { plan } = snapshot;
  const last = heir.keyResults.at(-1) ?? heir;
  const tree = snapshot.tree(last.uri);
  const start = tree === null ? null : blockStart(tree, last.block);
  const line = lastLineOf(last);
  if (start === null || line === undefined) return [];
  const id = freeId(plan, kr);
  const ids = new Map<Item, string>(id === null ? [] : [[kr, id]]);
  const lineBreak = lineBreakOf(last.block);
  const newText = keyResultLines(plan, kr, next, ids)
    .map((each) => lineBreak + each)
    .join('');
  const at = start + line.end;
  const given = id === null ? [] : idChanges(snapshot, kr, id);
  return [...given, { uri: last.uri, from: at, to: at, newText }];
}

function carry(snapshot: Snapshot, objective: Objective, going: readonly KeyResult[], next: Cycle): readonly Change[] {
  const { plan } = snapshot;
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
    ...going.flatMap((kr) => keyResultLines(plan, kr, next, ids)),
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
  return [
    `${indent}objective ${ids.get(objective) ?? objective.id ?? ''}: ${objective.title}`,
    ...copied(objective, OBJECTIVE_LINES, below),
    ...supportsLines(plan, objective, next, below),
    `${below}continues: ${pathTo(objective, { scope: objective.scope, cycle: next.name }, ids)}`,
    ...copied(objective, LATER_LINES, below),
    ...openTasks(objective, below),
  ];
}

function supportsLines(plan: Plan, goal: Goal, next: Cycle, indent: string): readonly string[] {
  const { paths } = carriedSupports(plan, goal, next);
  return paths.length === 0 ? [] : [`${indent}supports: ${paths.join(', ')}`];
}

function keyResultLines(plan: Plan, kr: KeyResult, next: Cycle, ids: ReadonlyMap<Item, string>): readonly string[] {
  const indent = indentOf(kr);
  const below = `${indent}  `;
  const id = ids.get(kr) ?? kr.id;
  const hasPath = id !== null && kr.objective !== null;
  const path = pathTo(kr, { scope: kr.scope, cycle: null }, ids);
  return [
    '',
    `${indent}kr${id === null ? '' : ` ${id}`}: ${kr.title}`,
    ...copied(kr, KEY_RESULT_LINES, below),
    ...supportsLines(plan, kr, next, below),
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
