import type { Said } from '../syntax/said.ts';
import { said } from '../syntax/said.ts';
import type { Reading } from '../measure/reading.ts';
import { isBelowTop } from './cascade.ts';
import type { Objective, Plan } from './plan.ts';
import type { Check } from './smart-check.ts';
import { verdict } from './smart-check.ts';
import { standingOf } from './standing.ts';

/** An objective with what its title says. */
export interface JudgedObjective {
  readonly plan: Plan;
  readonly objective: Objective;
  readonly reading: Reading;
}

const LONGEST = 20;
const UNTITLED = { share: 0, found: said`there is no title yet` };

function isUntitled({ objective, reading }: JudgedObjective): boolean {
  return reading.placeholder || objective.title.trim() === '';
}

function words(phrases: readonly { readonly text: string }[]): Said {
  return said`${phrases.map(({ text }) => `"${text}"`).join(', ')}`;
}

/** The checks of an objective, in the order in which they are shown. */
export const OBJECTIVE_CHECKS: readonly Check<JudgedObjective>[] = [
  {
    letter: 'S',
    name: 'direction',
    worth: 0.4,
    wants: said`words that say where it leads, without a number`,
    gain: said`say in words where it leads, and make the number a key result`,
    rules: ['OKR108', 'OKR204'],
    judge: (judged) => {
      if (isUntitled(judged)) return UNTITLED;
      const numbers = judged.reading.targets.filter(({ text, kind }) => /\d/.test(text) || kind === 'mult');
      return verdict(numbers.length === 0, said`no number`, words(numbers));
    },
  },
  {
    letter: 'S',
    name: 'firm words',
    worth: 0.3,
    wants: said`no way out such as "etc." or "where possible"`,
    gain: said`leave the open end out`,
    rules: ['OKR206'],
    judge: (judged) => {
      if (isUntitled(judged)) return UNTITLED;
      const { openEnded } = judged.reading;
      return verdict(openEnded.length === 0, said`nothing left open`, words(openEnded));
    },
  },
  {
    letter: 'S',
    name: 'short',
    worth: 0.3,
    wants: said`a title of ${LONGEST} words at most`,
    gain: said`say it in one short sentence; details go into notes`,
    rules: ['OKR205'],
    judge: (judged) => {
      if (isUntitled(judged)) return UNTITLED;
      const count = judged.objective.title.trim().split(/\s+/).length;
      return verdict(count <= LONGEST, said`${count} words`, said`${count} words`);
    },
  },
  {
    letter: 'M',
    name: 'measurable key results',
    worth: 1,
    wants: said`key results that can all be measured`,
    gain: said`give each key result a number, a count or a yes/no outcome`,
    rules: ['OKR101', 'OKR606'],
    judge: ({ plan, objective }) => {
      const all = objective.keyResults;
      const measurable = all.filter((kr) => standingOf(plan, kr).measure !== null).length;
      if (all.length === 0) return { share: 0, found: said`it has no key results` };
      return { share: measurable / all.length, found: said`${measurable} of ${all.length}` };
    },
  },
  {
    letter: 'A',
    name: 'ambition',
    worth: 0.5,
    wants: said`whether it is committed or aspirational`,
    gain: said`write type: committed or type: aspirational`,
    rules: ['OKR301'],
    judge: ({ objective }) => verdict(objective.type !== null, said`${objective.type ?? ''}`, said`it does not say`),
  },
  {
    letter: 'A',
    name: 'two to five key results',
    worth: 0.5,
    wants: said`two to five key results`,
    gain: said`have two to five key results`,
    rules: ['OKR602', 'OKR603', 'OKR606'],
    judge: ({ objective }) => {
      const count = objective.keyResults.length;
      return verdict(count >= 2 && count <= 5, said`${count}`, said`${count}`);
    },
  },
  {
    letter: 'R',
    name: 'alignment',
    worth: 1,
    wants: said`something that it serves, a reason why, or the top of the cascade`,
    gain: said`name what it serves (supports: …), or say why it matters now (why: …)`,
    rules: ['OKR401'],
    judge: ({ plan, objective }) => {
      if (objective.supports.length > 0) return { share: 1, found: said`it supports something` };
      if (objective.properties.has('why')) return { share: 1, found: said`it says why` };
      return verdict(!isBelowTop(plan, objective), said`it stands at the top`, said`it serves nothing`);
    },
  },
  {
    letter: 'T',
    name: 'cycle',
    worth: 1,
    wants: said`a cycle`,
    gain: said`begin the file with a cycle, e.g. cycle 2026-Q4`,
    rules: ['OKR501'],
    judge: ({ objective }) => {
      const { cycle } = objective;
      if (cycle === 'unknown') return { share: 1, found: said`its cycle cannot be read` };
      return verdict(cycle !== null, said`${cycle?.name ?? ''}`, said`none`);
    },
  },
];
