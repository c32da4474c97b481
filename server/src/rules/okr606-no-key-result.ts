import { titlePlace } from './places.ts';
import { counted } from './render.ts';
import { defineRule } from './rule.ts';

export const okr606 = defineRule({
  code: 'OKR606',
  name: 'no-key-result',
  severity: 'warning',
  says: 'An objective without a key result, past its draft.',
  why: `Without a key result nobody can say whether the objective is reached, and it has no score. One that is still being thought
about is a draft: \`status: draft\` keeps the rules away from it.`,
  sources: ['S3'],
  bad: `objective: Be quick to help
  owner: @maria`,
  good: `objective: Be quick to help
  owner: @maria
  kr: Answer within 6 h
  kr: Resolve 85% of tickets within the first contact`,
  messages: {
    tasks:
      '{item} has {tasks} and no key result. Say what they are to move (kr: …), or that it is a draft (status: draft).',
    none: '{item} has no key result. Say what would show that it is reached (kr: …), or that it is a draft (status: draft).',
  },
  insteadOf: ['OKR405'],
  objective(objective) {
    if (objective.keyResults.length > 0) return [];
    const { length } = objective.initiatives;
    const place = titlePlace(objective);
    return length === 0
      ? [{ message: 'none', args: {}, place }]
      : [{ message: 'tasks', args: { tasks: counted(length, 'initiative') }, place }];
  },
});
