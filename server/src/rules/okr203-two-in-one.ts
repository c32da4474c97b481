import { said } from '../syntax/said.ts';
import { lookUp } from '../measure/lexicon.ts';
import type { KeyResult, PlanFix } from '../model/plan.ts';
import type { Phrase } from '../measure/reading.ts';
import { readTitle } from '../measure/title-reader.ts';
import { isBare, lineBreakOf } from './edits.ts';
import { wordsPlace } from './places.ts';
import { readingOf } from '../model/title.ts';
import { defineRule } from './rule.ts';
import { List } from '../measure/word-classes.ts';

export const okr203 = defineRule({
  code: 'OKR203',
  name: 'two-in-one',
  severity: 'warning',
  says: 'Two results joined in one key result.',
  why: `When one half is reached and the other is not, nobody knows what to report. Two key results have two grades. Steps of one
deliverable ("write and publish") and one threshold for a list are not reported.

English titles only.`,
  sources: ['MWM'],
  bad: `objective: Be quick to help
  kr: Answer within 6 h and resolve 85% of tickets within the first contact`,
  good: `objective: Be quick to help
  kr: Answer within 6 h
  kr: Resolve 85% of tickets within the first contact`,
  fixes: ['Make two key results of it'],
  messages: { joined: '{item} joins two results at "{joint}". Make them two key results, so that each has its grade.' },
  keyResult(kr) {
    const { compound, joint, placeholder, targets } = readingOf(kr);
    if (!compound || !joint || placeholder) return [];
    // "Raise sales by 20% and margins by 5%": each side of the joint has its number.
    const numbered = targets.some(({ to }) => to <= joint.from) && targets.some(({ from }) => from >= joint.to);
    if (!numbered && !beginsAsResult(kr.title.slice(joint.to))) return [];
    const because = [{ text: joint.text, says: 'joins two results' }];
    return [
      {
        message: 'joined',
        args: { joint: joint.text.trim() },
        place: wordsPlace(kr, joint),
        because,
        fixes: split(kr, joint),
      },
    ];
  },
});

/** A second result begins with what is done, with a number, or with who does it; a second subject of one verb does not. */
function beginsAsResult(rest: string): boolean {
  const word = /^[\s,;]*(?:and\s+|then\s+|to\s+)?([\p{L}\d-]+)/iu.exec(rest)?.[1]?.toLowerCase() ?? '';
  const { verb, lists } = lookUp(word);
  return verb !== null || (lists & List.pronouns) !== 0 || /^\d/.test(word);
}

/** Two headers instead of one, where nothing stands below it and each half can be graded as it is. */
function split(kr: KeyResult, joint: Phrase): readonly PlanFix[] {
  const first = kr.title.slice(0, joint.from).replace(/[\s,;]+$/, '');
  const second = kr.title.slice(joint.to).replace(/^[\s,;]*(?:and\s+)?/, '');
  if (
    !isBare(kr) ||
    kr.header.fromList ||
    !beginsAsResult(kr.title.slice(joint.to)) ||
    !isResult(first) ||
    !isResult(second)
  )
    return [];
  const { block, header, uri } = kr;
  const indent = block.text.slice(header.from, header.from + header.indent);
  const newText = `${first}${lineBreakOf(block)}${indent}kr: ${second.charAt(0).toUpperCase()}${second.slice(1)}`;
  const place = { uri, block, span: { from: header.title.from, to: header.title.to } };
  return [{ title: said`Make two key results of it`, safe: false, edits: [{ place, newText }] }];
}

function isResult(title: string): boolean {
  const reading = readTitle(title);
  return title.includes(' ') && reading.measurable !== 'no' && reading.vague.length === 0;
}
