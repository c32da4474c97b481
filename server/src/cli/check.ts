import { relative, sep } from 'node:path';
import pc from 'picocolors';
import { pathOf } from '../node/files.ts';
import { writeCheckJson } from '../report/check-json.ts';
import { countsOf, fileReports } from '../report/check-report.ts';
import type { CheckReport, FileReport, FindingReport } from '../report/check-report.ts';
import { writeCheckText } from '../report/check-text.ts';
import type { Palette } from '../report/check-text.ts';
import type { PlacedProblem } from './configuration.ts';
import { isFailure } from './failure.ts';
import type { Failure } from './failure.ts';
import type { Progress } from './progress.ts';
import { loadWorkspace } from './workspace.ts';
import type { Request, Workspace } from './workspace.ts';

export interface CheckOptions extends Request {
  readonly format: 'text' | 'json';
  readonly explain: boolean;
  readonly maxWarnings: number | null;
  readonly colour: boolean;
  /** Columns of the terminal that is written to; null where it is none. */
  readonly width: number | null;
}

export interface CheckResult {
  readonly output: string;
  /** 0 where nothing is wrong, 1 with errors or more warnings than are allowed, 2 where nothing could be checked. */
  readonly exitCode: 0 | 1 | 2;
  /** What must be told besides: that there are more warnings than are allowed. */
  readonly notes: readonly string[];
}

/** Checks the files that were asked for, with the rest of their workspace as context. */
export async function check(options: CheckOptions, progress: Progress): Promise<CheckResult | Failure> {
  const workspace = await loadWorkspace(options, progress);
  if (isFailure(workspace)) return workspace;
  const report = reportOf(workspace, options, progress);
  const output =
    options.format === 'json'
      ? writeCheckJson(report)
      : writeCheckText(report, {
          palette: paletteOf(options.colour),
          width: options.width,
          explain: options.explain,
        });
  const notes = notesOf(report, options.maxWarnings);
  return { output, exitCode: exitCodeOf(report, workspace, notes.length > 0), notes };
}

function reportOf(workspace: Workspace, options: CheckOptions, progress: Progress): CheckReport {
  const { snapshot, configuration, asked, problems } = workspace;
  const show = (path: string): string => relative(options.cwd, path).split(sep).join('/');
  const showUri = (uri: string): string => show(pathOf(uri) ?? uri);
  const files: FileReport[] = [];
  for (const { uri } of asked) {
    progress.at('Checking files', files.length, asked.length);
    files.push(...fileReports(snapshot, [uri], showUri));
  }
  const config = configuration.path === null ? null : show(configuration.path);
  return {
    today: options.today,
    asOf: options.asOf,
    config: config === null ? null : { path: config, findings: configuration.problems.map(findingOf) },
    files,
    problems,
  };
}

function findingOf({ message, start, end }: PlacedProblem): FindingReport {
  return {
    code: null,
    name: 'configuration',
    severity: 'error',
    message,
    start,
    end,
    item: null,
    because: [],
    related: [],
    fixes: [],
  };
}

function notesOf(report: CheckReport, maxWarnings: number | null): readonly string[] {
  const { warning } = countsOf(report);
  if (maxWarnings === null || warning <= maxWarnings) return [];
  return [`${warning} ${warning === 1 ? 'warning' : 'warnings'}, and --max-warnings allows ${maxWarnings}.`];
}

function exitCodeOf(report: CheckReport, { asked }: Workspace, tooMany: boolean): 0 | 1 | 2 {
  if (asked.every(({ unreadable }) => unreadable !== null)) return 2;
  const { error } = countsOf(report);
  return error > 0 || report.problems.length > 0 || tooMany ? 1 : 0;
}

function paletteOf(colour: boolean): Palette {
  const { red, yellow, cyan, dim, bold } = pc.createColors(colour);
  return { error: red, warning: yellow, info: cyan, hint: dim, strong: bold, quiet: dim };
}
