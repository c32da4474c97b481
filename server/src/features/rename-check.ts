import { buildPlan } from '../model/build.ts';
import type { Plan, PlanProblem } from '../model/plan.ts';
import type { Snapshot } from '../service.ts';
import { reparse } from '../syntax/blocks.ts';
import { english } from '../syntax/said.ts';
import type { Tree } from '../syntax/tree.ts';
import { blockStart } from './layout.ts';
import { occurrencesIn } from './occurrences.ts';
import { isSurelySame } from './rename-trial.ts';
import type { Entity, Occurrence } from './occurrences.ts';

/**
 * A change of one file: the characters from `from` to `to` (from the start of the file) become `newText`. `named` is where
 * in the new text the name stands that the occurrence stood for; `occurrence` is which one that is.
 */
export interface NameEdit {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
  readonly named: number;
  readonly occurrence: Occurrence;
}

/** Where a plan would come to mean something else. */
export interface Misreading {
  readonly uri: string;
  /** From the start of the file as it is now. */
  readonly offset: number;
  /** What would be wrong there; null where it would silently mean another. */
  readonly problem: PlanProblem | null;
}

/**
 * Whether the plan stays what it is under a renaming: every name stands for what it stood for, and nothing is found wrong
 * that was not before. Links the plan as it would be, so that no rule of references is told twice. Null where it does. What
 * dangled or was ambiguous before may come to lead somewhere.
 */
export function misreadingOf(snapshot: Snapshot, edits: ReadonlyMap<string, readonly NameEdit[]>): Misreading | null {
  const { plan } = snapshot;
  const trees = new Map(
    [...edits].map(([uri, list]) => [uri, editedTree(plan.documents.get(uri)?.tree ?? { blocks: [] }, list)]),
  );
  // The names as the edits know them: a trial makes others of the same.
  const names = new Map([...plan.documents.keys()].map((uri) => [uri, occurrencesIn(plan, uri)]));
  if (isSurelySame(snapshot, trees, edits)) return null;
  const all = new Map([...plan.documents].map(([uri, { tree }]) => [uri, trees.get(uri) ?? tree]));
  const after = buildPlan(all, plan.settings, plan.today);
  const same = oneToOne();
  for (const [uri, { tree }] of plan.documents) {
    const found = misreadIn(names.get(uri) ?? [], after, { uri, tree }, edits.get(uri) ?? [], same);
    if (found !== null) return found;
  }
  return newProblem(plan, after);
}

function editedTree(tree: Tree, edits: readonly NameEdit[]): Tree {
  return [...edits].sort((a, b) => b.from - a.from).reduce(reparse, tree);
}

/** Notes which subject became which; false where one became two or two became one. */
function oneToOne(): (before: Entity['subject'], after: Entity['subject']) => boolean {
  const became = new Map<Entity['subject'], Entity['subject']>();
  const was = new Map<Entity['subject'], Entity['subject']>();
  return (before, after) => {
    if (!became.has(before)) became.set(before, after);
    if (!was.has(after)) was.set(after, before);
    return became.get(before) === after && was.get(after) === before;
  };
}

function misreadIn(
  names: readonly Occurrence[],
  after: Plan,
  { uri, tree }: { readonly uri: string; readonly tree: Tree },
  edits: readonly NameEdit[],
  same: ReturnType<typeof oneToOne>,
): Misreading | null {
  const tree2 = after.documents.get(uri)?.tree;
  if (tree2 === undefined) return null;
  const found = new Map(
    occurrencesIn(after, uri).map((each) => [startOf(tree2, each), each.entities.map(({ subject }) => subject)]),
  );
  const changed = new Map(edits.map((edit) => [edit.occurrence, edit]));
  const inOrder = [...edits].sort((a, b) => a.from - b.from);
  let shift = 0;
  let next = 0;
  for (const occurrence of names) {
    const from = startOf(tree, occurrence);
    for (let edit = inOrder[next]; edit !== undefined && edit.from < from; edit = inOrder[++next]) {
      shift += edit.newText.length - (edit.to - edit.from);
    }
    const [entity] = occurrence.entities;
    if (entity === undefined || occurrence.entities.length > 1) continue;
    const edit = changed.get(occurrence);
    const at = edit === undefined ? from + shift : edit.from + shift + edit.named - insertedBefore(edit, from);
    const [subject, ...others] = found.get(at) ?? [];
    if (subject === undefined || others.length > 0 || !same(entity.subject, subject)) {
      return { uri, offset: from, problem: null };
    }
  }
  return null;
}

/** An insertion in front of an occurrence was counted into the shift already. */
function insertedBefore({ from, to, newText }: NameEdit, occurrence: number): number {
  return from < occurrence ? newText.length - (to - from) : 0;
}

function startOf(tree: Tree, { place }: Occurrence): number {
  return (blockStart(tree, place.block) ?? 0) + place.span.from;
}

/** The first problem of a rule that has more of them than before. */
function newProblem(plan: Plan, after: Plan): Misreading | null {
  const counts = new Map<string, number>();
  for (const { problems } of plan.documents.values()) {
    for (const { rule } of problems) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  const told = new Set(
    [...plan.documents.values()].flatMap(({ problems }) => problems.map(({ message }) => english(message))),
  );
  const all = [...after.documents.values()].flatMap(({ uri, tree, problems }) =>
    problems.map((problem) => ({ uri, tree, problem })),
  );
  for (const { problem } of all) counts.set(problem.rule, (counts.get(problem.rule) ?? 0) - 1);
  const more = all.filter(({ problem }) => (counts.get(problem.rule) ?? 0) < 0);
  const first = more.find(({ problem }) => !told.has(english(problem.message))) ?? more[0];
  if (first === undefined) return null;
  const { uri, tree, problem } = first;
  return { uri, offset: (blockStart(tree, problem.place.block) ?? 0) + problem.place.span.from, problem };
}
