import { defineRule } from './rule.ts';

/** Its findings come with the plan. */
export const okr007 = defineRule({
  code: 'OKR007',
  name: 'alignment-cycle',
  severity: 'error',
  says: 'Items that support each other in a loop.',
  why: `Support leads upwards, from a team's goal to the goal it serves. In a loop no item serves anything outside it. The message
lists the loop; take one of its links away.`,
  sources: ['language'],
  bad: `objective loyalty: Become the shop people come back to
  supports: help
objective help: Be quick to help
  supports: loyalty`,
  good: `objective loyalty: Become the shop people come back to
objective help: Be quick to help
  supports: loyalty`,
  messages: { problem: '{problem}' },
  old: true,
  drafts: true,
});
