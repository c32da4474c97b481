import type { SmartLetter } from '../model/figures.ts';
import type { Goal, Plan } from '../model/plan.ts';
import { said } from '../syntax/said.ts';
import type { Said, Say } from '../syntax/said.ts';
import { smartOf } from '../model/smart.ts';
import { escaped } from './markdown.ts';

const LETTERS: readonly SmartLetter[] = ['S', 'M', 'A', 'R', 'T'];

const MEANINGS: Readonly<Record<SmartLetter, Said>> = {
  S: said`Specific`,
  M: said`Measurable`,
  A: said`Achievable`,
  R: said`Relevant`,
  T: said`Time-bound`,
};

/** The five letters with their points out of 100, and for each check that is not met what is missing and what would gain it. */
export function smartSection(plan: Plan, goal: Goal, say: Say): string {
  const { letters, total, keyResults } = smartOf(plan, goal);
  const points = LETTERS.map((letter) => `${letter} ${hundredths(letters[letter].value)}`).join(' · ');
  const mean = keyResults === null ? '' : ` · ${say(said`key results ${Math.round(keyResults)}`)}`;
  const missing = LETTERS.flatMap((letter) =>
    letters[letter].checks
      .filter(({ met }) => !met)
      .map(({ wants, found, worth, given, gain }) => {
        const gained = hundredths((worth - given) / LETTERS.length);
        const how = gain === null ? '' : ` *${escaped(say(gain))}* (+${gained})`;
        return `- **${letter}** ${say(MEANINGS[letter])}: ${escaped(say(wants))}; ${escaped(say(found))}.${how}`;
      }),
  );
  return [`**SMART ${String(Math.round(total))}** · ${points}${mean}`, ...missing].join('\n');
}

function hundredths(share: number): string {
  return String(Math.round(share * 100));
}
