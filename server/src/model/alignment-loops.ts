import { itemName } from './links.ts';
import { loopThrough, loopsOf } from './loops.ts';
import type { Goal, PlanProblem } from './plan.ts';

/** What a goal serves: what it says it supports, and for a key result its objective. */
function serves(goal: Goal): readonly Goal[] {
  const targets: Goal[] = [];
  for (const { target } of goal.supports) if (target) targets.push(target);
  if (goal.kind === 'kr' && goal.objective) targets.push(goal.objective);
  return targets;
}

/**
 * OKR007: goals that support each other in a loop, reported at each `supports` that closes it, for the files may be
 * different ones. `goals` are those that support something.
 */
export function alignmentLoops(goals: readonly Goal[]): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  for (const loop of loopsOf(goals, serves)) {
    for (const goal of loop) {
      for (const link of goal.supports) {
        if (!link.target || !loop.has(link.target)) continue;
        const way = loopThrough(loop, goal, link.target, serves);
        const list = way?.map((each) => each.id ?? itemName(each)).join(' → ') ?? `${loop.size} of them`;
        problems.push({
          rule: 'OKR007',
          severity: 'error',
          message: `These support each other in a loop: ${list}.`,
          place: link.place,
          related: (way ?? []).slice(1, -1).map((each) => ({
            place: { uri: each.uri, block: each.block, span: each.header.id ?? each.header.title },
            message: itemName(each),
          })),
          fixes: [],
        });
      }
    }
  }
  return problems;
}
