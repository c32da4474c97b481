import type { Goal } from '../model/plan.ts';
import { openEndsOf } from './open-ends.ts';
import { wordsPlace } from './places.ts';
import { readingOf } from '../model/title.ts';
import { defineRule } from './rule.ts';

export const okr206 = defineRule({
  code: 'OKR206',
  name: 'open-ended',
  severity: 'warning',
  says: '"etc.", "and so on", "where possible", "try to": the end is left open.',
  why: `An open end is a place to stop at any time and call it done. Name the rest of the list, or leave it out; say "resolve", not
"try to resolve".

English titles only.`,
  sources: ['INCOSE'],
  bad: `objective: Be quick to help
  kr: Publish 10 guides for shops, agents, etc.`,
  good: `objective: Be quick to help
  kr: Publish 10 guides for shops and agents`,
  messages: { open: '{item}: "{phrase}" leaves the end open. {advice}' },
  objective: (objective) => openEnds(objective),
  keyResult: (kr) => openEnds(kr),
});

function openEnds(goal: Goal) {
  const [first] = openEndsOf(readingOf(goal));
  if (!first) return [];
  const advice = /^(?:try|attempt|strive|aim|seek|work)\b/i.test(first.text)
    ? 'Say what will be done or reached.'
    : /possible|appropriate|need|necessary|required/i.test(first.text)
      ? 'Say where and how far.'
      : 'Name the rest, or leave it out.';
  const because = [{ text: first.text, says: 'leaves the end open' }];
  return [{ message: 'open' as const, args: { phrase: first.text, advice }, place: wordsPlace(goal, first), because }];
}
