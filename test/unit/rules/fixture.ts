import { english } from '../../../server/src/syntax/said.ts';
import { readConfig } from '../../../server/src/rules/parse-config.ts';
import type { Config } from '../../../server/src/rules/config.ts';
import { TODAY } from './lint.ts';
import type { Found } from './lint.ts';

/**
 * A fixture is an `.okr` file with lines of its own below those that have findings:
 *
 *     kr: Improve response time
 *         ^^^^^^^^^^^^^^^^^^^^^ OKR101 warning kr "Improve response time": no number …
 *         = needs a look: Make it an initiative
 *
 * The carets mark what the finding stands at; a finding over several lines is marked in its first. A `=` line below it names
 * a fix, `safe` or `needs a look`. All these lines are taken out before the text is read. Two comments may set the scene:
 * `# today: 2026-11-10` and `# config: { "extends": "strict" }`.
 */
export interface Fixture {
  /** The text without markers. */
  readonly text: string;
  readonly today: string;
  readonly config: Config;
}

const MARKER = /^\s*(?:\^+ OKR\d{3} (?:error|warning|info|hint) |= (?:safe|needs a look): )/;

export function readFixture(marked: string): Fixture {
  const text = marked
    .split('\n')
    .filter((line) => !MARKER.test(line))
    .join('\n');
  const json = /^# config: (.*)$/m.exec(text)?.[1];
  const { config, problems } = readConfig(json ?? '{}', { source: null, folder: 'file:///' });
  if (problems[0]) throw new Error(`The fixture's configuration: ${english(problems[0].message)}`);
  return { text, today: /^# today: (\S+)$/m.exec(text)?.[1] ?? TODAY, config };
}

/** The fixture's text with a marker for each finding. */
export function mark(text: string, found: readonly Found[]): string {
  let at = 0;
  return text
    .split('\n')
    .flatMap((line) => {
      const start = at;
      at += line.length + 1;
      const here = found.filter(({ from }) => from >= start && from <= start + line.length);
      return [line, ...here.flatMap((one) => markerOf(one, start, line))];
    })
    .join('\n');
}

function markerOf({ finding, from, to }: Found, start: number, line: string): readonly string[] {
  const column = from - start;
  const width = Math.max(1, Math.min(to - from, line.length - column));
  const { code, severity, message, fixes } = finding;
  const space = ' '.repeat(column);
  return [
    `${space}${'^'.repeat(width)} ${code} ${severity} ${message}`,
    ...fixes.map(({ safe, title }) => `${space}= ${safe ? 'safe' : 'needs a look'}: ${english(title)}`),
  ];
}
