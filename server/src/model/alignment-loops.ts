import type { Family } from './family.ts';
import type { Grouped } from './grouped.ts';
import { ItemHandle } from './item-handle.ts';
import { joined, said } from '../syntax/said.ts';
import { itemName } from './links.ts';
import { findingLoops, loopThrough } from './loops.ts';
import type { Goal, Item, PlanProblem } from './plan.ts';
import { atOnce } from './steps.ts';

type Loops = ReadonlyMap<Item, ReadonlySet<Goal>>;

/** What a goal serves: what it says it supports, and for a key result its objective. */
function serves(goal: Goal): readonly Goal[] {
  const targets: Goal[] = [];
  for (const { target } of goal.supports) if (target) targets.push(target);
  if (goal.kind === 'kr' && goal.objective) targets.push(goal.objective);
  return targets;
}

/** OKR007 for one goal of a loop, at each `supports` that closes it, for the files may be different ones. */
export function loopProblems(goal: Goal, loop: ReadonlySet<Goal>): readonly PlanProblem[] {
  return goal.supports.flatMap((link): readonly PlanProblem[] => {
    if (!link.target || !loop.has(link.target)) return [];
    const way = loopThrough(loop, goal, link.target, serves);
    const names = way?.map((each) => each.id ?? itemName(each));
    const list = names ? joined(names, ' → ') : said`${loop.size} of them`;
    return [
      {
        rule: 'OKR007',
        severity: 'error',
        message: said`These support each other in a loop: ${list}.`,
        place: link.place,
        related: (way ?? []).slice(1, -1).map((each) => ({
          place: { uri: each.uri, block: each.block, span: each.header.id ?? each.header.title },
          message: itemName(each),
        })),
        fixes: [],
      },
    ];
  });
}

/** Finds goals that support each other in a loop, and finds them again where links or objectives changed. */
export interface LoopFinder {
  /** The loop that a goal is part of. */
  readonly loopOf: (goal: Item) => ReadonlySet<Goal> | null;
  /** Items of the family came, went, or stand elsewhere. */
  moved(family: Family): void;
  /**
   * Looks again, and gives the goals about whose loops there is something else to say. `catchUp` is called where it has to be
   * known who refers to what in all families.
   */
  settle(catchUp: () => void): readonly Goal[];
  /** As `settle`, in steps between which nothing may change. */
  settling(catchUp: () => void): Generator<void, readonly Goal[]>;
  /**
   * Whether these families are, or may become, part of a loop while nothing changes but what they refer to: `items` has all
   * that it may be. What they refer to is not looked at.
   */
  mayLead(items: Iterable<Item>, families: ReadonlySet<Family>): boolean;
  /** What changed in the family is part of no loop. */
  spare(family: Family): void;
}

/** A search from each of so many families is dearer than one over all goals. */
const MANY = 50;

export function createLoopFinder(supporters: Grouped<Item, Goal>): LoopFinder {
  let loops: Loops = new Map();
  const moved = new Set<Family>();
  const changed = new Set<Family>();
  supporters.onChange = (family) => void changed.add(family);
  function* settling(catchUp: () => void): Generator<void, readonly Goal[]> {
    const families = new Set([...changed, ...moved]);
    changed.clear();
    moved.clear();
    if (families.size === 0) return [];
    if (loops.size === 0 && families.size < MANY && !closesLoop(families)) return [];
    const before = loops;
    catchUp();
    changed.clear();
    loops = yield* findingAll(supporters);
    return [...new Set([...goalsIn(before), ...goalsIn(loops)])];
  }
  return {
    loopOf: (goal) => loops.get(goal) ?? null,
    moved: (family) => void moved.add(family),
    settle: (catchUp) => atOnce(settling(catchUp)),
    settling,
    mayLead(items, families) {
      const among = (goal: Item): boolean => goal instanceof ItemHandle && families.has(goal.family);
      for (const goal of loops.keys()) if (among(goal)) return true;
      return reaches(
        [...items].filter((item) => item.kind !== 'kpi'),
        among,
      );
    },
    spare: (family) => void changed.delete(family),
  };
}

function goalsIn(loops: Loops): readonly Goal[] {
  return [...loops.values()].flatMap((loop) => [...loop]);
}

function* findingAll(supporters: Grouped<Item, Goal>): Generator<void, Loops> {
  const goals = new Set<Goal>();
  for (const entries of supporters.entries()) for (const [, goal] of entries) goals.add(goal);
  const found = yield* findingLoops(goals, serves);
  return new Map(found.flatMap((loop) => [...loop].map((goal) => [goal, loop] as const)));
}

/** Whether a goal of these families serves itself in the end: where there was no loop, a new one has to go through them. */
function closesLoop(families: Iterable<Family>): boolean {
  for (const family of families) {
    for (const item of family.isGone ? [] : family.items) {
      if (item.kind !== 'kpi' && leadsTo(item, item)) return true;
    }
  }
  return false;
}

function leadsTo(from: Goal, to: Goal): boolean {
  return reaches(serves(from), (goal) => goal === to);
}

/** Whether one of these goals is, or serves in the end, one that is looked for. */
function reaches(goals: readonly Goal[], isLookedFor: (goal: Goal) => boolean): boolean {
  const met = new Set<Goal>();
  const waiting = [...goals];
  for (let goal = waiting.pop(); goal !== undefined; goal = waiting.pop()) {
    if (isLookedFor(goal)) return true;
    if (met.has(goal)) continue;
    met.add(goal);
    waiting.push(...serves(goal));
  }
  return false;
}
