import { english } from '../server/src/syntax/said.ts';
import type { SmartLetter } from '../server/src/model/figures.ts';
import type { Check } from '../server/src/model/smart-check.ts';
import { KEY_RESULT_CHECKS } from '../server/src/model/smart-key-result.ts';
import { OBJECTIVE_CHECKS } from '../server/src/model/smart-objective.ts';
import { pageName } from '../server/src/rules/page.ts';
import { ruleCalled } from '../server/src/rules/registry.ts';

const LETTERS: Readonly<Record<SmartLetter, string>> = {
  S: 'Specific',
  M: 'Measurable',
  A: 'Achievable and ambitious',
  R: 'Relevant',
  T: 'Time-bound',
};

/** What a table needs of a check, whatever it judges. */
type Row = Omit<Check<never>, 'judge'>;

/** `docs/smart.md`: how the five letters come about, from the checks themselves. */
export function smartPage(): string {
  return `${[
    '# SMART',
    `Five letters, each from 0 to 1, and their mean as a score from 0 to 100. A letter is the sum of its checks, and each check is
shown in the hover as met or missing, with what would gain its points. The score fails no run; it shows where a goal could be
sharper. Most checks have a rule that sees the same thing and says it in the text.`,
    '## Key results',
    table(KEY_RESULT_CHECKS),
    '## Objectives',
    'An objective has five letters of its own, and beside them the mean of the scores of its key results.',
    table(OBJECTIVE_CHECKS),
  ].join('\n\n')}\n`;
}

function table(checks: readonly Row[]): string {
  const rows = checks.map(({ letter, name, worth, wants, gain, rules }) => {
    const cells = [
      `**${letter}** ${LETTERS[letter]}`,
      name,
      String(worth),
      english(wants),
      english(gain),
      rules.map(linkTo).join(', '),
    ];
    return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  });
  return [
    '<!-- prettier-ignore -->',
    '| letter | check | worth | wants | what gains it | rules |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function linkTo(code: string): string {
  const rule = ruleCalled(code);
  if (!rule) throw new Error(`A check of SMART names ${code}, which is no rule`);
  return `[${code}](rules/${pageName(rule)})`;
}
