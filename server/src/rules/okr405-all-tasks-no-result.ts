import { titlePlace } from './places.ts';
import { counted } from './render.ts';
import { defineRule } from './rule.ts';

export const okr405 = defineRule({
  code: 'OKR405',
  name: 'all-tasks-no-result',
  severity: 'warning',
  says: 'An objective with initiatives and no key result.',
  why: `A list of tasks can be finished without the objective being any nearer. A key result says what the tasks are to move.
[OKR606](okr606-no-key-result.md) says the same of objectives with nothing below them, and speaks instead of this rule unless it
is off.`,
  sources: ['PB'],
  bad: `objective: Be quick to help
  [ ] Train every agent
  [ ] Launch the in-app survey`,
  good: `objective: Be quick to help
  kr: Answer within 6 h
    [ ] Train every agent
    [ ] Launch the in-app survey`,
  messages: { tasks: '{item} has {tasks} and no key result. Say what they are to move: kr: …' },
  objective(objective) {
    const { length } = objective.initiatives;
    if (length === 0 || objective.keyResults.length > 0) return [];
    return [{ message: 'tasks', args: { tasks: counted(length, 'initiative') }, place: titlePlace(objective) }];
  },
});
