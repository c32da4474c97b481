import { said } from '../syntax/said.ts';
import type { Phrase } from '../measure/reading.ts';
import { readTitle } from '../measure/title-reader.ts';
import type { Goal, PlanFix } from '../model/plan.ts';
import { replacement } from './edits.ts';
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
  fixes: ['Leave "{phrase}" out'],
  messages: { open: '{item}: "{phrase}" leaves the end open. {advice}' },
  objective: (objective) => openEnds(objective),
  keyResult: (kr) => openEnds(kr),
});

function openEnds(goal: Goal) {
  const [first] = openEndsOf(readingOf(goal));
  if (!first) return [];
  const advice = /^(?:try|attempt|strive|aim|seek|work)\b/i.test(first.text)
    ? said`Say what will be done or reached.`
    : /possible|appropriate|need|necessary|required/i.test(first.text)
      ? said`Say where and how far.`
      : said`Name the rest, or leave it out.`;
  const because = [{ text: first.text, says: 'leaves the end open' }];
  return [
    {
      message: 'open' as const,
      args: { phrase: first.text, advice },
      place: wordsPlace(goal, first),
      because,
      fixes: withoutIt(goal, first),
    },
  ];
}

/** The title without the phrase, where it is one that can be left out. */
function withoutIt(goal: Goal, { from, to, text }: Phrase): readonly PlanFix[] {
  const { title } = goal;
  const [before, after] = [title.slice(0, from), title.slice(to)];
  const rest = OUTRIGHT.test(text)
    ? `${before.replace(/[\s,;]+(?:and\s*)?$/i, '')}${after.replace(/^\./, '')}`
    : TRYING.test(text) && before.trim() === ''
      ? after.trimStart().replace(/^\p{L}/u, (letter) => letter.toUpperCase())
      : '';
  if (rest.trim() === '' || openEndsOf(readTitle(rest)).length > 0) return [];
  return [
    {
      title: said`Leave "${text}" out`,
      safe: false,
      edits: [replacement(wordsPlace(goal, { from: 0, to: title.length }), rest)],
    },
  ];
}

const OUTRIGHT =
  /^(?:etc\.?|and so on|and so forth|and more|where possible|if possible|as far as possible|when possible)$/i;
const TRYING = /^(?:try|attempt|strive|seek)\s+to$/i;
