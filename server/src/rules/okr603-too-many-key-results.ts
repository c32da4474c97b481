import { isRunning } from './cycles.ts';
import { titlePlace } from './places.ts';
import { defineRule, numberOption } from './rule.ts';

export const okr603 = defineRule({
  code: 'OKR603',
  name: 'too-many-key-results',
  severity: 'warning',
  says: 'An objective with more than 5 key results.',
  why: `Three to five key results show whether an objective is reached. More of them are mostly tasks, or two objectives in one.
Dropped, postponed and closed ones and drafts are not counted.`,
  sources: ['RW', 'S3'],
  bad: `objective: Be quick to help
  kr: Answer within 6 h
  kr: Answer calls within 2 min
  kr: Answer chats within 1 min
  kr: Resolve 85% of tickets within the first contact
  kr: Resolve 95% of tickets within 3 days
  kr: Reopen at most 2% of tickets`,
  good: `objective: Be quick to help
  kr: Answer within 6 h
  kr: Resolve 85% of tickets within the first contact
  kr: Reopen at most 2% of tickets`,
  messages: { many: '{item} has {count} key results, more than {max}. Keep those that show whether it is reached.' },
  options: { max: numberOption(5, 1, 'How many key results an objective may have.') },
  objective(objective, { options: { max } }) {
    const counting = objective.keyResults.filter(isRunning);
    if (counting.length <= max) return [];
    return [{ message: 'many', args: { count: counting.length, max }, place: titlePlace(objective) }];
  },
});
