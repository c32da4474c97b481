import { said } from '../syntax/said.ts';
import type { Goal } from '../model/plan.ts';
import { titlePlace } from './places.ts';
import { nameOf } from './render.ts';
import { defineRule } from './rule.ts';

export const okr404 = defineRule({
  code: 'OKR404',
  name: 'copied-from-parent',
  severity: 'info',
  says: 'The same words as the item it supports.',
  why: `Cascading is not copying. A team's goal says what this team does for the goal above, in words of its own; a copy adds a line
to the tree and nothing to the plan.`,
  sources: ['Ca'],
  bad: `company acme: Acme
  objective loyalty: Become the shop people come back to
team support: Customer Support
  parent: acme
  objective again: Become the shop people come back to
    supports: acme.loyalty`,
  good: `company acme: Acme
  objective loyalty: Become the shop people come back to
team support: Customer Support
  parent: acme
  objective help: Make every contact with support worth having
    supports: acme.loyalty`,
  messages: { copy: '{item} repeats the words of what it supports. Say what this one does for it.' },
  objective: (objective) => copied(objective),
  keyResult: (kr) => copied(kr),
});

function copied(goal: Goal) {
  if (goal.supports.length === 0) return [];
  const words = plain(goal.title);
  const parent = goal.supports.find(({ target }) => target && words !== '' && plain(target.title) === words)?.target;
  if (!parent) return [];
  const related = [{ place: titlePlace(parent), message: said`${nameOf(parent)}, which it supports` }];
  return [{ message: 'copy' as const, args: {}, place: titlePlace(goal), related }];
}

function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%$€£]+/gu, ' ')
    .trim();
}
