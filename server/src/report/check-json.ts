import { countsOf } from './check-report.ts';
import type { CheckReport, FileReport } from './check-report.ts';

/** Goes up where a reader of the old shape would break; additions leave it as it is. */
const CHECK_SCHEMA_VERSION = 1;

/** What a check found, as JSON for other programs (docs/cli.md). The same report gives the same bytes. Ends in a line break. */
export function writeCheckJson(report: CheckReport): string {
  const { error, warning, info, hint } = countsOf(report);
  const document = {
    schemaVersion: CHECK_SCHEMA_VERSION,
    today: report.today,
    config: report.config === null ? null : fileOf(report.config),
    files: report.files.map(fileOf),
    problems: report.problems,
    summary: { files: report.files.length, errors: error, warnings: warning, infos: info, hints: hint },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Written out, so that the order of the members is the writer's own. */
function fileOf({ path, findings }: FileReport): unknown {
  return {
    path,
    findings: findings.map(({ code, name, severity, message, start, end, item, because, related, fixes }) => ({
      code,
      name,
      severity,
      message,
      start,
      end,
      item,
      because,
      related,
      fixes,
    })),
  };
}
