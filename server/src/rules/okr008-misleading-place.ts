import { defineRule } from './rule.ts';

/** Its findings come with the plan. */
export const okr008 = defineRule({
  code: 'OKR008',
  name: 'misleading-place',
  severity: 'error',
  says: 'A property that two items above could have, indented as if it belonged to the outer one.',
  why: `A property belongs to the nearest item above it that has properties of its name; indentation never changes that. A
\`score\` below the last key result but at the objective's indentation looks like the objective's and is the key
result's. The fix moves it to where it looks like it belongs.`,
  sources: ['language'],
  bad: `objective help: Be quick to help
  kr: Answer within 6 h
    2026-11-02: 7 h
  owner: @ana`,
  good: `objective help: Be quick to help
  owner: @ana
  kr: Answer within 6 h
    2026-11-02: 7 h`,
  fixes: ['Move it to {item}', 'Indent it below {item}'],
  messages: { problem: '{problem}' },
  old: true,
  drafts: true,
});
