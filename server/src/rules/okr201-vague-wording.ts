import { lookUp } from '../measure/lexicon.ts';
import type { Phrase, Reading } from '../measure/reading.ts';
import { openEndsOf } from './open-ends.ts';
import { has, wordsPlace } from './places.ts';
import { readingOf } from '../model/title.ts';
import { listed } from './render.ts';
import { defineRule, wordsOption } from './rule.ts';
import { Verb } from '../measure/word-classes.ts';
import { isVerb } from '../measure/prose.ts';

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
    vague: '{item}: {words} leaves success to taste. Say what would settle it: a number, or what will be there.',
    several: '{item}: {words} leave success to taste. Say what would settle it: a number, or what will be there.',
  },
  options: { allow: wordsOption('Words and phrases that are not reported.') },
  keyResult(kr, { options }) {
    if (has(kr, 'metric') || has(kr, 'target')) return [];
    const reading = readingOf(kr);
    if (reading.placeholder) return [];
    const allowed = new Set(options.allow.map((word) => word.toLowerCase()));
    const vague = reading.vague.filter(
      (phrase) => !allowed.has(phrase.text.toLowerCase()) && leavesOpen(phrase, reading, kr.title),
    );
    const [first] = vague;
    if (!first) return [];
    return [
      {
        message: vague.length === 1 ? 'vague' : 'several',
        args: { words: listed(vague.map(({ text }) => `"${text}"`)) },
        place: wordsPlace(kr, first),
        because: vague.map(({ text }) => ({ text, says: 'leaves success to taste' })),
      },
    ];
  },
});

/**
 * Whether a vague phrase leaves success to taste: not where another rule reports it, not a verb of purpose ("… to support
 * testing"), and not a word that says what is counted ("the number of positive reviews").
 */
function leavesOpen({ text, from, to }: Phrase, reading: Reading, title: string): boolean {
  if (openEndsOf(reading).some((open) => open.from < to && from < open.to)) return false;
  const entry = lookUp(text.toLowerCase());
  const effort = entry.verb?.vague === true;
  if (effort && (from > 0 || reading.measurable === 'no')) return false;
  // "Research & development spend below 10%": work that is told by its outcome is a noun here.
  if (effort && isVerb(entry, Verb.effort) && reading.style === 'outcome') return false;
  // "More people understand …": OKR101 asks how many already.
  if (reading.measurable === 'no' && /^(?:more|fewer|less|higher|lower)$/i.test(text)) return false;
  return !/(?:\bnumber|\bshare|\bpercentage|%)\s+of\s+(?:\S+\s+){0,2}$/i.test(title.slice(0, from));
}
