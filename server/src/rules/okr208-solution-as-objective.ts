import { lookUp } from '../measure/lexicon.ts';
import { titlePlace } from './places.ts';
import { readingOf } from '../model/title.ts';
import { defineRule } from './rule.ts';

export const okr208 = defineRule({
  code: 'OKR208',
  name: 'solution-as-objective',
  severity: 'info',
  says: 'The objective names a thing to build or do rather than what it changes.',
  why: `"Launch the new app" is done when the app is there, whether or not anyone is better off. The objective is the change that the
app is for; launching it is an initiative, or a key result at most.

English titles only.`,
  sources: ['Ca'],
  bad: `objective: Launch the new help centre
  kr: 40% of questions are answered there`,
  good: `objective: Let people find the answer themselves
  kr: 40% of questions are answered in the help centre
    [ ] Launch the new help centre`,
  messages: {
    solution:
      '{item} begins with "{verb}": a thing to do. Say what it changes and for whom, and make this an initiative.',
  },
  objective(objective) {
    const reading = readingOf(objective);
    const verb = /^(?:successfully\s+|formally\s+)?([\p{L}-]+)/iu.exec(objective.title.trim())?.[1];
    if (verb === undefined || reading.language !== 'en' || reading.placeholder) return [];
    if (SAYS_CHANGE.test(objective.title) || !BUILDING.has(lookUp(verb.toLowerCase()).verb?.lemma ?? '')) return [];
    return [
      {
        message: 'solution',
        args: { verb },
        place: titlePlace(objective),
        because: [{ text: verb, says: 'a thing to do' }],
      },
    ];
  },
});

/** "… to make work easier", "better skills": what it changes is said. */
const SAYS_CHANGE =
  /\bto\s+(?:be|become|make|help|let|allow|enable|improve|increase|reduce|raise|grow|cut|maintain|enter|reach|give|win|keep|save)\b|^\S+\s+(?:better|more|stronger|greater|deeper|healthier|closer)\b/i;

/** Verbs whose object is made or done once. "Create" and "build" also make lasting things such as trust or a culture. */
const BUILDING = new Set(
  (
    'launch ship release deploy implement migrate rewrite refactor publish document install configure integrate automate ' +
    'introduce define draft design redesign rebuild hire roll set-up setup complete finish deliver prototype develop'
  ).split(' '),
);
