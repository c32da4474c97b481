import { standingOf } from '../model/standing.ts';
import { isRunning } from './cycles.ts';
import { titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr110 = defineRule({
  code: 'OKR110',
  name: 'milestone-only',
  severity: 'info',
  says: 'Every key result of the objective is yes or no.',
  why: `Milestones say that something was delivered; none of them says that it did any good. And an objective of milestones has no
halfway: it jumps. Let one key result at least be a figure that the others are meant to move.`,
  sources: ['PB'],
  bad: `objective: Be quick to help
  kr: Hire a head of support
  kr: Launch the in-app survey`,
  good: `objective: Be quick to help
  kr: Hire a head of support
  kr: Reduce response time from 8 h to 6 h`,
  messages: {
    all: '{item}: each of its {count} key results is yes or no. Add one that is a figure, such as what they are meant to move.',
  },
  objective(objective, { plan }) {
    const running = objective.keyResults.filter(isRunning);
    if (running.length < 2 || !running.every((kr) => standingOf(plan, kr).measure?.kind === 'done')) return [];
    return [{ message: 'all', args: { count: running.length }, place: titlePlace(objective) }];
  },
});
