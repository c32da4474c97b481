import type { FindingReport } from '../report/check-report.ts';

/** A finding as a list entry: where, how grave, what, the words it rests on, and the titles of its fixes. */
export function findingLines(finding: FindingReport): readonly string[] {
  const { code, name, severity, message, start, because, fixes } = finding;
  return [
    `- line ${String(start.line)}, ${severity}, ${code ?? 'configuration'} ${name}: ${message}`,
    ...because.map(({ text, says }) => `  because "${text}" ${says}`),
    ...fixes.map(({ title, safe }) => `  fix${safe ? '' : ' to look at'}: ${title}`),
  ];
}
