import { said } from '../syntax/said.ts';
import { titlePlace } from './places.ts';
import { defineRule, numberOption } from './rule.ts';
import { counted } from './render.ts';

export const okr602 = defineRule({
  code: 'OKR602',
  name: 'too-few-key-results',
  severity: 'info',
  says: 'An objective with only one key result.',
  why: `One key result is either the whole objective in other words, or one side of it: speed without quality, growth without
profit. A second one, often a limit that must hold meanwhile, keeps it honest. An objective with none is
[OKR606](okr606-no-key-result.md)'s.`,
  sources: ['S3'],
  bad: `objective: Be quick to help
  kr: Answer within 6 h`,
  good: `objective: Be quick to help
  kr: Answer within 6 h
  kr: Resolve 85% of tickets within the first contact`,
  messages: { few: '{item} has {count}. What else must be true for it to be reached? Add {more} more.' },
  options: { min: numberOption(2, 1, 'How many key results an objective has at least.') },
  objective(objective, { options: { min } }) {
    const count = objective.keyResults.length;
    if (count === 0 || count >= min) return [];
    const args = { count: counted(count, 'key result'), more: min - count === 1 ? said`one` : min - count };
    return [{ message: 'few', args, place: titlePlace(objective) }];
  },
});
