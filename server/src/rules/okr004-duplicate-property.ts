import { defineRule } from './rule.ts';

/** Its findings come with the plan. */
export const okr004 = defineRule({
  code: 'OKR004',
  name: 'duplicate-property',
  severity: 'error',
  says: 'The same property twice on one item, where it takes one value.',
  why: `Of two values only one can count, and a reader cannot see which. Keep one; a change over time is a journal line.`,
  sources: ['language'],
  bad: `objective: Be quick to help
  owner: @ana
  owner: @jon`,
  good: `objective: Be quick to help
  owner: @ana
  with: @jon`,
  fixes: ['Remove this line'],
  messages: { problem: '{problem}' },
  old: true,
  drafts: true,
});
