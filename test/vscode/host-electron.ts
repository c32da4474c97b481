import { join } from 'node:path';
import { TestRunFailedError, downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { cache } from '../../scripts/toolchain.mjs';
import type { SuiteRun } from './host.ts';

/** Fetches the newest stable desktop VS Code, once. Rejects where it cannot be had. Returns the path of its executable. */
export function downloadDesktop(): Promise<string> {
  return downloadAndUnzipVSCode({ version: 'stable', cachePath: join(cache, 'vscode-desktop') });
}

/** A desktop VS Code. Needs a display. */
export async function runInDesktop(executable: string, run: SuiteRun): Promise<number> {
  try {
    return await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: run.extension,
      extensionTestsPath: run.suite,
      extensionTestsEnv: run.env,
      launchArgs: [
        run.workspace,
        '--disable-extensions',
        `--user-data-dir=${run.home}`,
        `--extensions-dir=${join(run.home, 'extensions')}`,
      ],
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  }
}
