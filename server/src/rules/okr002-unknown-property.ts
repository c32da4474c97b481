import { defineRule } from './rule.ts';

/** Its findings come with the tree and the plan. */
export const okr002 = defineRule({
  code: 'OKR002',
  name: 'unknown-property',
  severity: 'error',
  says: 'A property that this item does not have.',
  why: `Each kind of item has properties of its own: \`metric\` belongs to a key result, \`type\` to an objective, \`review\` to a KPI.
A property that no item above the line has is kept, and means nothing. So is what only goals have (\`baseline\`, \`weight\`)
below a KPI: it is not taken for the key result above it.`,
  sources: ['language'],
  bad: `kpi uptime: Uptime above 99.9%
  weight: 2`,
  good: `kpi uptime: Uptime above 99.9%
  review: weekly`,
  fixes: ['Write {name}', 'Make it a note'],
  messages: { problem: '{problem}' },
  old: true,
  drafts: true,
});
