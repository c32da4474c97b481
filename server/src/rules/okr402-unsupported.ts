import { isBelowTop } from '../model/cascade.ts';
import type { CycleOf, Objective } from '../model/plan.ts';
import { contains, scopeName } from './cycles.ts';
import { titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr402 = defineRule({
  code: 'OKR402',
  name: 'unsupported',
  severity: 'info',
  says: 'A top objective that nobody supports, in a workspace that has teams below.',
  why: `If no team works for an objective of the company, either it does not matter this time, or the teams do not know of it.
Silent until a scope below has objectives in the same time.`,
  sources: ['S1'],
  bad: `cycle 2026-Q4
company acme: Acme
  objective loyalty: Become the shop people come back to
team support: Customer Support
  parent: acme
  objective help: Be quick to help
    why: Slow support is the first reason that people give for leaving`,
  good: `cycle 2026-Q4
company acme: Acme
  objective loyalty: Become the shop people come back to
team support: Customer Support
  parent: acme
  objective help: Be quick to help
    supports: loyalty`,
  messages: {
    alone:
      '{item} of {scope} is supported by nothing below. Which team works for it? It says so with supports: {reference}',
  },
  dependsOn: ['period', 'scope'],
  objective(objective, { plan }) {
    if (isBelowTop(plan, objective) || !isAlone(objective) || !teamsAreAtWork(objective)) return [];
    const reference = objective.id ?? 'ID';
    return [{ message: 'alone', args: { scope: scopeName(objective.scope), reference }, place: titlePlace(objective) }];
  },
});

function isAlone({ supportedBy, keyResults }: Objective): boolean {
  return supportedBy.length === 0 && keyResults.every((kr) => kr.supportedBy.length === 0);
}

/** Whether a scope below has an objective within this one's cycle. */
function teamsAreAtWork({ scope, cycle }: Objective): boolean {
  if (scope === null || scope === 'unknown') return false;
  const below = new Set(scope.children);
  for (const child of below) {
    if (child.objectives.some((other) => isWithin(other, cycle))) return true;
    for (const grandchild of child.children) below.add(grandchild);
  }
  return false;
}

function isWithin(other: Objective, cycle: CycleOf): boolean {
  if (cycle === null || cycle === 'unknown') return other.cycle === cycle;
  return other.cycle !== null && other.cycle !== 'unknown' && contains(cycle, other.cycle);
}
