import { defineRule } from './rule.ts';

/** Its findings come with the plan. */
export const okr006 = defineRule({
  code: 'OKR006',
  name: 'unresolved-reference',
  severity: 'error',
  says: 'Nothing bears that name, or several items do.',
  why: `A reference that leads nowhere aligns nothing. Where the name is misspelt, the nearest names are offered; where it fits
several items equally well, write more of the path (\`acme.loyalty\`) or the cycle (\`loyalty@2026-Q3\`).`,
  sources: ['language'],
  bad: `objective loyalty: Become the shop people come back to
objective help: Be quick to help
  supports: loyality`,
  good: `objective loyalty: Become the shop people come back to
objective help: Be quick to help
  supports: loyalty`,
  fixes: ['Write {name}', 'Give {item} the id {id} and write that'],
  messages: { problem: '{problem}' },
  old: true,
  drafts: true,
});
