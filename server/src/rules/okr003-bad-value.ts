import { defineRule } from './rule.ts';

/** Its findings come with the plan. */
export const okr003 = defineRule({
  code: 'OKR003',
  name: 'bad-value',
  severity: 'error',
  says: 'A date, quantity, reference or word that cannot be read as what its property holds.',
  why: `A value that cannot be read counts as missing, so a score or a deadline would silently be wrong. The message says what the
property holds.`,
  sources: ['language'],
  bad: `objective: Be quick to help
  kr: Answer within 6 h
    by: 2026-11-31`,
  good: `objective: Be quick to help
  kr: Answer within 6 h
    by: 2026-11-30`,
  fixes: ['Write {value}', 'Remove {words}', 'Make {words} the name', 'Keep {owner}, and write with: {people}'],
  messages: { problem: '{problem}' },
  old: true,
  drafts: true,
});
