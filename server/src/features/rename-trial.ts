import type { Plan, PlanFamily, PlanProblem } from '../model/plan.ts';
import type { Snapshot } from '../service.ts';
import type { Tree } from '../syntax/tree.ts';
import { namesIn } from './occurrences.ts';
import type { Occurrence } from './occurrences.ts';
import type { NameEdit } from './rename-check.ts';

/** What a family says before a renaming. */
interface Before {
  readonly names: readonly Occurrence[];
  readonly problems: readonly PlanProblem[];
}

/**
 * Tries a renaming of an item on the plan itself, so that only those families are looked at that say something else then.
 * True where every name surely stands for what it stood for, and no rule finds more; false where that takes a closer look.
 */
export function isSurelySame(
  snapshot: Snapshot,
  trees: ReadonlyMap<string, Tree>,
  edits: ReadonlyMap<string, readonly NameEdit[]>,
): boolean {
  const changed = new Map([...edits.values()].flat().map((edit) => [edit.occurrence, edit]));
  // Another name of a scope or a cycle concerns all that stands in it, and a person is nothing but a name.
  if (![...changed.keys()].every(({ entities }) => entities.every(({ kind }) => kind === 'item'))) return false;
  const before = new Map(
    familiesOf(snapshot.plan).map((family): [PlanFamily, Before] => {
      return [family, { names: namesIn(snapshot.plan, family), problems: family.problems }];
    }),
  );
  return snapshot.supposing(trees, (after) => {
    const families = familiesOf(after);
    const more = new Map<string, number>();
    const same = families.every((family) => {
      const known = before.get(family);
      if (known === undefined) return false;
      if (family.problems !== known.problems) {
        count(more, known.problems, -1);
        count(more, family.problems, 1);
      }
      const names = namesIn(after, family);
      return names === known.names || standForTheSame(known.names, names, changed);
    });
    return same && families.length === before.size && [...more.values()].every((difference) => difference <= 0);
  });
}

function familiesOf({ documents }: Plan): readonly PlanFamily[] {
  return [...documents.values()].flatMap(({ families }) => families);
}

function count(counts: Map<string, number>, problems: readonly PlanProblem[], by: number): void {
  for (const { rule } of problems) counts.set(rule, (counts.get(rule) ?? 0) + by);
}

/** Whether there are the same names in the same order, with the new one where it belongs, and each stands for the same. */
function standForTheSame(
  before: readonly Occurrence[],
  after: readonly Occurrence[],
  changed: ReadonlyMap<Occurrence, NameEdit>,
): boolean {
  if (before.length !== after.length) return false;
  return before.every((name, index) => {
    const now = after[index];
    const edit = changed.get(name);
    const text = edit === undefined ? textOf(name) : edit.newText.slice(edit.named);
    if (now === undefined || textOf(now) !== text) return false;
    const [entity, ...others] = now.entities;
    // What was ambiguous before may come to lead somewhere.
    if (name.entities.length !== 1) return true;
    return others.length === 0 && entity?.subject === name.entities[0]?.subject;
  });
}

function textOf({ place: { block, span } }: Occurrence): string {
  return block.text.slice(span.from, span.to);
}
