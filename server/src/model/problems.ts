import { said } from '../syntax/said.ts';
import type { Block } from '../syntax/tree.ts';
import type { Family } from './family.ts';
import { fiscalYearAt } from './fiscal.ts';
import { KeyResultHandle, ObjectiveHandle, partsIn } from './goal-handles.ts';
import { ownProblems } from './item-handle.ts';
import type { ItemHandle } from './item-handle.ts';
import { deadlineProblems, journalProblems } from './journal-problems.ts';
import { fieldProblems } from './field-problems.ts';
import { KpiHandle } from './kpi-handle.ts';
import { itemName, nameOf } from './links.ts';
import { problemIn } from './local-problem.ts';
import { familySlots } from './memory.ts';
import type { Item, PlanProblem } from './plan.ts';

const slot = familySlots.take();

/** All problems that stand in a family's blocks, what comes with the text excepted. */
export function problemsIn(family: Family): readonly PlanProblem[] {
  return family.recall(slot, () => find(family));
}

function find(family: Family): readonly PlanProblem[] {
  const { draft, handles, uri, tables, blocks } = family;
  const problems: PlanProblem[] = draft.problems.map((problem) => problemIn(uri, problem));
  const add = (found: readonly PlanProblem[]): void => {
    for (const problem of found) problems.push(problem);
  };
  for (const handle of handles) {
    add(ownProblems(handle));
    add(sameIds(handle));
    for (const problem of handle.links.problems) {
      const found = problem();
      if (found) problems.push(found);
    }
  }
  add(tables.problemsOf(family));
  if (handles.some(isNotable)) {
    const judged = [...new Set(handles.filter(isNotable).map(({ self }) => self))];
    const own = (found: readonly PlanProblem[]): void => add(found.filter(({ place }) => blocks.includes(place.block)));
    own(journalProblems(judged, tables).map((problem) => moved(problem, uri)));
    own(deadlineProblems(judged, fiscalYearAt(tables.settings, uri)));
  }
  add(fieldProblems(uri, blocks, (block, at) => itemAbove(handles, block, at), tables));
  return problems;
}

/** The item whose header is the last in a block before an offset; null where there is none. */
function itemAbove(handles: readonly ItemHandle[], block: Block, at: number): Item | null {
  return handles.findLast(({ draft }) => draft.block === block && draft.header.from <= at)?.self ?? null;
}

/** Whether there is something in journal or deadline to look at. */
function isNotable(handle: ItemHandle): boolean {
  if (handle instanceof KpiHandle && handle.openings.length > 1) return true;
  const { traits, properties } = handle.draft;
  return (
    traits.signed || traits.falls || traits.partly || traits.pointed || traits.movesDeadline || properties.has('by')
  );
}

/** A KPI's journal may stand in other files than its first header: what is found in this family's blocks is in its file. */
function moved(problem: PlanProblem, uri: string): PlanProblem {
  return problem.place.uri === uri ? problem : { ...problem, place: { ...problem.place, uri } };
}

/** OKR005 where an item has the id of another. Who types the one should not have to open the file of the other to see it. */
function sameIds(handle: ItemHandle): readonly PlanProblem[] {
  if (handle instanceof KpiHandle && handle.self !== handle) return declaredTwice(handle);
  if (handle.id === null || !isPlaced(handle)) return [];
  const item = handle.self;
  const bearers = bearersOf(handle);
  const [first, second] = bearers;
  if (first !== undefined && first !== handle) return [sameId(handle.uri, handle, item, first.self)];
  if (second === undefined || second.uri === handle.uri || !isPlaced(second)) return [];
  return [sameId(handle.uri, handle, item, second.self)];
}

/** All that would have the item's key, in order. */
function bearersOf(handle: ItemHandle): readonly ItemHandle[] {
  if (handle instanceof KeyResultHandle && handle.objective instanceof ObjectiveHandle) {
    return partsIn(handle.objective).get(handle.part) ?? [];
  }
  return handle.family.tables.keys.get(handle.baseKey);
}

/** A KPI is declared once in each file and cycle. */
function declaredTwice(handle: KpiHandle): readonly PlanProblem[] {
  const { self, openings } = handle;
  const before = openings.slice(0, openings.indexOf(handle));
  const again = before.some((other) => other.uri === handle.uri && other.cycle === handle.cycle);
  return again ? [sameId(handle.uri, handle, self, self)] : [];
}

/** True where nothing of the item's place in the plan is in doubt, so that its id must be its own. */
function isPlaced(handle: ItemHandle): boolean {
  return handle.scope !== 'unknown' && (handle instanceof KpiHandle || handle.cycle !== 'unknown');
}

function sameId(uri: string, at: Pick<Item, 'block' | 'header'>, item: Item, other: Item): PlanProblem {
  const where = item.kind === 'kr' ? said`its objective` : said`its scope and cycle`;
  return {
    rule: 'OKR005',
    severity: 'error',
    message: said`The id "${item.id ?? ''}" is taken: ${itemName(other)} of ${where} has it as well. Give one of them another.`,
    place: { uri, block: at.block, span: at.header.id ?? at.header.title },
    related: [{ place: nameOf(other), message: itemName(other) }],
    fixes: [],
  };
}
