import { defineRule } from './rule.ts';

/** Its findings come with the tree. */
export const okr001 = defineRule({
  code: 'OKR001',
  name: 'syntax',
  severity: 'error',
  says: 'A line that is no line of the language.',
  why: `What a line is, its beginning decides: a header (\`kr:\`), a property (\`owner:\`), a dated journal line, a task (\`[ ]\`), a note
(\`>\`) or a comment (\`#\`). A line that is none of these, or a header with a slip in it, is read as well as it can be and
reported on its own: no other line changes its meaning.`,
  sources: ['language'],
  bad: `cycle 2026-Q4
objective: Be quick to help
Agreed with Sales in September`,
  good: `cycle 2026-Q4
objective: Be quick to help
  > Agreed with Sales in September`,
  fixes: [
    'Write {words}',
    'Make {word} its id',
    'Keep the number in the title',
    'Keep the id {id}',
    'Put the colon after the date',
    'Take the "#" away',
    'Move it to a line {line}',
    'Make it a note',
    'Take the line away',
    'Make it a comment',
    'Make it an objective',
    'Make it a key result',
    'Make it a task',
    'Make them key results',
    'Make them tasks',
    'Make them notes',
    'Join it to the line above',
  ],
  messages: { problem: '{problem}' },
  old: true,
  drafts: true,
});
