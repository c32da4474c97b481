import { isClosed, isReviewed } from './closing.ts';
import { titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr904 = defineRule({
  code: 'OKR904',
  name: 'closed-without-retro',
  severity: 'info',
  says: 'Closed, and nothing said of what was learned.',
  why: `The grade says how it went; the next cycle needs to know why. One sentence in \`retro:\` is enough. A note (\`>\`) or a reason behind
\`closed,\` counts as well.`,
  sources: ['S0', 'S1'],
  bad: `cycle 2026-Q3
objective: Be quick to help
  score: 0.7
  2026-10-01: closed
  kr: Answer within 6 h`,
  good: `cycle 2026-Q3
objective: Be quick to help
  score: 0.7
  retro: Macros brought the first hour, hiring the second.
  2026-10-01: closed
  kr: Answer within 6 h`,
  messages: { none: '{item} is closed, and nothing is said of what was learned. Add one sentence: retro: …' },
  old: true,
  objective(objective) {
    return isClosed(objective) && !isReviewed(objective)
      ? [{ message: 'none', args: {}, place: titlePlace(objective) }]
      : [];
  },
});
