import type { Severity } from '../rules/rule.ts';
import { countsOf, withFindings } from './check-report.ts';
import type { CheckReport, FileReport, FindingReport } from './check-report.ts';
import { wrap } from './wrap.ts';

type Paint = (text: string) => string;

/** How words are coloured; the identity where colours are off. */
export interface Palette {
  readonly error: Paint;
  readonly warning: Paint;
  readonly info: Paint;
  readonly hint: Paint;
  readonly strong: Paint;
  readonly quiet: Paint;
}

export interface TextOptions {
  readonly palette: Palette;
  /** Columns of the terminal to wrap at; null for one line a finding, as other programs read it. */
  readonly width: number | null;
  /** Whether the words that each finding rests on are printed under it. */
  readonly explain: boolean;
}

/** Below this many columns a wrapped message would be a column of single words. */
const NARROWEST = 50;
const INDENT = '    ';

/**
 * What a check found, as text for people: `path:line:column  severity  message  code/name`, a blank line between files
 * and a summary at the end. Ends in a line break.
 */
export function writeCheckText(report: CheckReport, options: TextOptions): string {
  const { palette } = options;
  const problems = report.problems.map(
    ({ path, message }) => `${palette.strong(oneLine(path))}  ${palette.error('error')}  ${oneLine(message)}\n`,
  );
  const groups = withFindings(report).map((file) => writeFile(file, options));
  return [...(problems.length === 0 ? [] : [problems.join('')]), ...groups, writeSummary(report, palette)].join('\n');
}

function writeFile(file: FileReport, options: TextOptions): string {
  const width = Math.max(...file.findings.map((finding) => positionOf(finding).length));
  return file.findings.map((finding) => writeFinding(file.path, width, finding, options)).join('');
}

function writeFinding(path: string, width: number, finding: FindingReport, options: TextOptions): string {
  const { palette } = options;
  const position = positionOf(finding);
  const name = oneLine(path);
  const words = oneLine(finding.message).split(' ');
  const rule = finding.code === null ? finding.name : `${finding.code}/${finding.name}`;
  const lead = `${name}:${position}${' '.repeat(width - position.length)}  ${finding.severity.padEnd(7)}  `;
  const room = options.width === null ? Infinity : Math.max(options.width, NARROWEST) - INDENT.length;
  const [first = '', ...rest] = wrap([...words, ` ${rule}`], room, lead.length - INDENT.length);
  const lines = [
    palette.strong(`${name}:${position}`) +
      ' '.repeat(width - position.length + 2) +
      palette[finding.severity](finding.severity.padEnd(7)) +
      `  ${first}`,
    ...rest.map((line) => INDENT + line),
  ];
  const last = lines.length - 1;
  const end = lines[last] ?? '';
  lines[last] = end.slice(0, end.length - rule.length) + palette.quiet(rule);
  if (options.explain) lines.push(...explain(finding, palette));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

/** The words a finding rests on, and where else to look. */
function explain(finding: FindingReport, palette: Palette): readonly string[] {
  return [
    ...finding.because.map(({ text, says }) => `${INDENT}${palette.strong(`"${oneLine(text)}"`)} ${oneLine(says)}`),
    ...finding.related.map(
      ({ path, start, message }) =>
        `${INDENT}${palette.strong(`${oneLine(path)}:${start.line}:${start.column}`)} ${oneLine(message)}`,
    ),
  ];
}

function writeSummary(report: CheckReport, palette: Palette): string {
  const counts = countsOf(report);
  const parts = [
    ...(report.problems.length === 0 ? [] : [palette.error(`${report.problems.length} not checked`)]),
    ...count(counts.error, 'error', palette.error),
    ...count(counts.warning, 'warning', palette.warning),
    ...count(counts.info, 'info', palette.info),
    ...count(counts.hint, 'hint', palette.hint),
  ];
  const files = `${report.files.length} ${report.files.length === 1 ? 'file' : 'files'} checked`;
  const day = report.asOf ? ` as of ${report.today}` : '';
  return `${palette.strong(files)}${day}: ${parts.length === 0 ? 'nothing found' : parts.join(', ')}.\n`;
}

function count(number: number, noun: Severity, paint: Paint): readonly string[] {
  return number === 0 ? [] : [paint(`${number} ${noun}${number === 1 ? '' : 's'}`)];
}

function positionOf({ start }: FindingReport): string {
  return `${start.line}:${start.column}`;
}

/** Text of a file must not steer a terminal, begin a line of its own, or turn the direction of what follows it. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
