import { relative, sep } from 'node:path';
import { pathOf } from '../node/files.ts';
import { fileReports } from '../report/check-report.ts';
import { writeExportJson } from '../report/export-json.ts';
import { cannotRun, isFailure } from './failure.ts';
import type { Failure } from './failure.ts';
import type { Progress } from './progress.ts';
import { loadWorkspace } from './workspace.ts';
import type { Request } from './workspace.ts';

/**
 * The plan as JSON. Paths are relative to the workspace, so that the working folder makes no difference. What could not be
 * read is missing in it, which exit code 1 says; `notes` name it.
 */
export async function exportPlan(
  request: Request,
  withFindings: boolean,
  progress: Progress,
): Promise<{ readonly output: string; readonly exitCode: number; readonly notes: readonly string[] } | Failure> {
  const workspace = await loadWorkspace(request, progress);
  if (isFailure(workspace)) return workspace;
  const { snapshot, root, configuration, asked, problems } = workspace;
  const fromRoot = (path: string): string => relative(root, path).split(sep).join('/');
  const show = (uri: string): string => fromRoot(pathOf(uri) ?? uri);
  const config = configuration.path === null ? null : fromRoot(configuration.path);
  const uris = asked.map(({ uri }) => uri);
  const output = writeExportJson(snapshot.plan, {
    uris: new Set(uris),
    show,
    config,
    findings: withFindings ? fileReports(snapshot, uris, show) : null,
  });
  const missing = [
    ...problems.map(({ path, message }) => `${path}: ${message}`),
    ...asked.flatMap(({ uri, unreadable }) => (unreadable === null ? [] : [`${show(uri)}: ${unreadable}`])),
  ];
  const slips = configuration.problems.map(
    ({ start, message }) => `${config ?? ''}:${start.line}:${start.column}: ${message}`,
  );
  if (asked.every(({ unreadable }) => unreadable !== null)) return cannotRun(missing.join('\n'));
  return { output, exitCode: missing.length > 0 ? 1 : 0, notes: [...slips, ...missing] };
}
