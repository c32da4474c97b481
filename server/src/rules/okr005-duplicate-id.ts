import { defineRule } from './rule.ts';

/** Its findings come with the plan. */
export const okr005 = defineRule({
  code: 'OKR005',
  name: 'duplicate-id',
  severity: 'error',
  says: 'Two items of one kind, scope and cycle with one id.',
  why: `A reference to the id could mean either. An id is unique among the items of its kind in its scope and cycle; a key
result's, in its objective.`,
  sources: ['language'],
  bad: `objective help: Be quick to help
objective help: Be kind to callers`,
  good: `objective help: Be quick to help
objective kind: Be kind to callers`,
  messages: { problem: '{problem}' },
  old: true,
  drafts: true,
});
