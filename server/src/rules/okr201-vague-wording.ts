import { lookUp } from '../measure/lexicon.ts';
import { openEndsOf } from './open-ends.ts';
import { has, wordsPlace } from './places.ts';
import { readingOf } from '../model/title.ts';
import { listed } from './render.ts';
import { defineRule, wordsOption } from './rule.ts';

export const okr201 = defineRule({
  code: 'OKR201',
  name: 'vague-wording',
  severity: 'warning',
  says: 'Words that leave success to taste (significantly, better, as needed …), where no number makes them exact.',
  why: `"A significantly better experience" is reached whenever someone says so. Name the number, or the thing that will be
there and was not. Words that a number of the title or of a \`metric:\` line settles are not reported, and neither is the bare
verb of a title ("Improve …") where [OKR101](okr101-not-measurable.md) asks for the number already.

English words only.`,
  sources: ['INCOSE', 'S3'],
  bad: `objective: Be quick to help
  kr: Publish a comprehensive guide for new agents`,
  good: `objective: Be quick to help
  kr: Publish a guide for new agents that covers the 20 most asked questions`,
  messages: {
    vague: '{item}: {words} {leave} success to taste. Say what would settle it: a number, or what will be there.',
  },
  options: { allow: wordsOption('Words and phrases that are not reported.') },
  keyResult(kr, { options }) {
    if (has(kr, 'metric') || has(kr, 'target')) return [];
    const reading = readingOf(kr);
    if (reading.placeholder) return [];
    const allowed = new Set(options.allow.map((word) => word.toLowerCase()));
    const open = openEndsOf(reading);
    const vague = reading.vague.filter(({ text, from, to }) => {
      if (open.some((phrase) => phrase.from < to && from < phrase.to)) return false;
      const isVerb = from === 0 && lookUp(text.toLowerCase()).verb !== null;
      return !allowed.has(text.toLowerCase()) && !(isVerb && reading.measurable === 'no');
    });
    const [first] = vague;
    if (!first) return [];
    return [
      {
        message: 'vague',
        args: { words: listed(vague.map(({ text }) => `"${text}"`)), leave: vague.length === 1 ? 'leaves' : 'leave' },
        place: wordsPlace(kr, first),
        because: vague.map(({ text }) => ({ text, says: 'leaves success to taste' })),
      },
    ];
  },
});
