import type { Said } from '../syntax/said.ts';
import { said } from '../syntax/said.ts';
import { lookUp } from '../measure/lexicon.ts';
import type { Reading } from '../measure/reading.ts';
import { isBelowTop } from './cascade.ts';
import type { Standing } from './figures.ts';
import type { KeyResult, Plan } from './plan.ts';
import type { Check } from './smart-check.ts';
import { verdict } from './smart-check.ts';
import { periodOf } from './time.ts';
import { useOf } from './item-values.ts';
import { valueOf } from './values.ts';

/** A key result with what its title says and how it stands. */
export interface JudgedKeyResult {
  readonly plan: Plan;
  readonly kr: KeyResult;
  readonly reading: Reading;
  readonly standing: Standing;
}

const UNTITLED = { share: 0, found: said`there is no title yet` };

/** Whether nothing but a placeholder stands where the title belongs. */
function isUntitled({ kr, reading }: JudgedKeyResult): boolean {
  return reading.placeholder || kr.title.trim() === '';
}

/** Whether a line of its own says how it is measured, so that the words of the title need not. */
function hasFigures({ standing }: JudgedKeyResult): boolean {
  const { measure, source } = standing;
  return measure !== null && measure.kind !== 'done' && measure.kind !== 'tasks' && source !== 'title';
}

/** Vague words; not the bare verb of a title that names nothing to measure, which the letter M says already. */
function vagueWords({ vague, measurable }: Reading): Reading['vague'] {
  return vague.filter(
    ({ text, from }) => !(from === 0 && measurable === 'no' && lookUp(text.toLowerCase()).verb !== null),
  );
}

function words(phrases: readonly { readonly text: string }[]): Said {
  return said`${phrases.map(({ text }) => `"${text}"`).join(', ')}`;
}

/** The first confidence that was told, up to the plan's day. */
function firstConfidence({ plan, kr }: JudgedKeyResult): number | null {
  const use = useOf(kr.properties, 'confidence');
  const stated = use && valueOf(use.line, 'share');
  if (stated) return stated.share;
  for (const { day, reading } of kr.told) {
    if (day <= plan.today && reading.kind === 'report' && reading.confidence !== null) return reading.confidence;
  }
  return null;
}

/** How far the target lies from the baseline, as a share of the baseline or of what was missing to 100%. */
function stretch({ standing }: JudgedKeyResult): number | null {
  const { baseline, target, unit } = standing;
  if (!baseline || target === null || baseline.value === 0) return null;
  const move = Math.abs(target - baseline.value);
  const missing = unit?.dimension === 'percent' && target > baseline.value ? 100 - baseline.value : 0;
  return Math.max(move / Math.abs(baseline.value), missing > 0 ? move / missing : 0);
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

function needsNoStart({ standing }: JudgedKeyResult): boolean {
  const { measure } = standing;
  return measure?.kind === 'done' || measure?.kind === 'tasks' || measure?.kind === 'hold';
}

/** The checks of a key result, in the order in which they are shown. */
export const KEY_RESULT_CHECKS: readonly Check<JudgedKeyResult>[] = [
  {
    letter: 'S',
    name: 'outcome',
    worth: 0.3,
    wants: said`an effect rather than a piece of work`,
    gain: said`say what changes once the work is done, or make the work an initiative: [ ] …`,
    rules: ['OKR108', 'OKR202'],
    judge: (judged) => {
      if (isUntitled(judged)) return UNTITLED;
      const work = judged.reading.style === 'activity' && !hasFigures(judged) && !judged.kr.measures;
      return verdict(!work, said`it says an effect`, said`it says work to be done`);
    },
  },
  {
    letter: 'S',
    name: 'exact words',
    worth: 0.3,
    wants: said`words that two strangers would read alike`,
    gain: said`put a number in place of the vague words`,
    rules: ['OKR201'],
    judge: (judged) => {
      if (isUntitled(judged)) return UNTITLED;
      const vague = vagueWords(judged.reading);
      return verdict(vague.length === 0 || hasFigures(judged), said`no vague words`, words(vague));
    },
  },
  {
    letter: 'S',
    name: 'one result',
    worth: 0.2,
    wants: said`one result`,
    gain: said`make two key results of it`,
    rules: ['OKR203'],
    judge: (judged) =>
      isUntitled(judged) ? UNTITLED : verdict(!judged.reading.compound, said`one result`, said`two joined in one`),
  },
  {
    letter: 'S',
    name: 'firm words',
    worth: 0.2,
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
    letter: 'M',
    name: 'measure',
    worth: 0.6,
    wants: said`a number, a count or a yes/no outcome`,
    gain: said`say from what to what, e.g. metric: 31% -> 40%`,
    rules: ['OKR101'],
    judge: ({ standing }) => {
      const { measure, source } = standing;
      if (!measure) return { share: 0, found: said`nothing to measure it by` };
      return { share: 1, found: source === 'title' ? said`read from the title` : said`written down` };
    },
  },
  {
    letter: 'M',
    name: 'start',
    worth: 0.25,
    wants: said`where it starts`,
    gain: said`write where it stands today, e.g. baseline: 31%`,
    rules: ['OKR102', 'OKR103'],
    judge: (judged) => {
      if (needsNoStart(judged)) return { share: 1, found: said`it needs none` };
      const { baseline } = judged.standing;
      return verdict(
        baseline !== null,
        baseline?.source === 'zero' ? said`counted from zero` : said`it is known`,
        said`it is not said`,
      );
    },
  },
  {
    letter: 'M',
    name: 'movement',
    worth: 0.15,
    wants: said`a target other than where it starts`,
    gain: said`write a target that differs from the baseline`,
    rules: ['OKR105'],
    judge: ({ standing }) => {
      const { measure, baseline, target } = standing;
      if (!measure) return { share: 0, found: said`nothing to measure it by` };
      return verdict(
        !baseline || target === null || baseline.value !== target,
        said`it has a way to go`,
        said`baseline equals target`,
      );
    },
  },
  {
    letter: 'A',
    name: 'confidence',
    worth: 0.4,
    wants: said`how likely it is`,
    gain: said`write how likely it is, e.g. confidence: 0.5`,
    rules: ['OKR302', 'OKR303'],
    judge: (judged) => {
      const confidence = firstConfidence(judged);
      if (confidence === null) return { share: 0, found: said`nobody says` };
      if (confidence >= 0.9) return { share: 0.5, found: said`${confidence} at first: it was all but certain` };
      if (confidence <= 0.1) return { share: 0.5, found: said`${confidence} at first: it was out of reach` };
      return { share: 1, found: said`${confidence} at first` };
    },
  },
  {
    letter: 'A',
    name: 'stretch',
    worth: 0.3,
    wants: said`a move of 5% of the baseline at least`,
    gain: said`aim further than 5% of the baseline`,
    rules: ['OKR304'],
    judge: (judged) => {
      if (!judged.standing.measure) return { share: 0, found: said`nothing to measure it by` };
      const share = stretch(judged);
      if (share === null) return { share: 1, found: said`no figure speaks against it` };
      return verdict(share >= 0.05, said`a move of ${percent(share)}`, said`a move of ${percent(share)}`);
    },
  },
  {
    letter: 'A',
    name: 'owner',
    worth: 0.3,
    wants: said`someone who answers for it`,
    gain: said`name one, e.g. owner: @handle`,
    rules: ['OKR701'],
    judge: ({ kr }) =>
      verdict(
        kr.owner !== null,
        kr.owner?.inherited ? said`its objective's owner` : said`it has an owner`,
        said`nobody`,
      ),
  },
  {
    letter: 'R',
    name: 'objective',
    worth: 0.5,
    wants: said`an objective that it belongs to`,
    gain: said`put it below an objective`,
    rules: [],
    judge: ({ kr }) => verdict(kr.objective !== null, said`it has one`, said`none stands above it`),
  },
  {
    letter: 'R',
    name: 'alignment',
    worth: 0.5,
    wants: said`something that it serves, or a reason why`,
    gain: said`name what its objective serves (supports: …), or say why it matters (why: …)`,
    rules: ['OKR401'],
    judge: ({ plan, kr }) => {
      const { objective } = kr;
      if (kr.supports.length > 0 || (objective?.supports.length ?? 0) > 0)
        return { share: 1, found: said`it supports something` };
      if (!objective) return { share: 0, found: said`it serves nothing` };
      if (objective.properties.has('why')) return { share: 1, found: said`its objective says why` };
      return verdict(!isBelowTop(plan, objective), said`it stands at the top`, said`its objective serves nothing`);
    },
  },
  {
    letter: 'T',
    name: 'deadline',
    worth: 0.7,
    wants: said`a day by which it is due`,
    gain: said`begin the file with a cycle, or write by: 2026-12-15`,
    rules: ['OKR501'],
    judge: ({ kr, standing }) => {
      if (standing.due !== null) return { share: 1, found: said`due ${standing.due}` };
      return verdict(kr.cycle === 'unknown', said`its cycle cannot be read`, said`no cycle and no date`);
    },
  },
  {
    letter: 'T',
    name: 'inside its cycle',
    worth: 0.3,
    wants: said`a deadline within its cycle`,
    gain: said`choose a day within the cycle, or move it to another cycle`,
    rules: ['OKR502'],
    judge: ({ kr, standing }) => {
      const period = periodOf(kr.cycle);
      if (standing.due === null)
        return verdict(kr.cycle === 'unknown', said`its cycle cannot be read`, said`no deadline`);
      if (!period) return { share: 1, found: said`no cycle to leave` };
      const inside = standing.due >= period.start && standing.due <= period.end;
      return verdict(inside, said`it is`, said`${standing.due} is outside ${period.name}`);
    },
  },
];
