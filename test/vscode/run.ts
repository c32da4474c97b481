// Runs the compiled suite (dist/test/vscode/suite.js) in a real VS Code: the desktop one where it can be had, else
// code-server. OKR_VSCODE_HOST=desktop or =code-server decides it.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whyNoCodeServer } from '../../scripts/code-server.mjs';
import { cache, findCommand, root } from '../../scripts/toolchain.mjs';
import { runInCodeServer } from './host-code-server.ts';
import { downloadDesktop, runInDesktop } from './host-electron.ts';
import type { Host, SuiteRun } from './host.ts';

const needsDisplay =
  process.platform === 'linux' && process.env['DISPLAY'] === undefined && process.env['WAYLAND_DISPLAY'] === undefined;

const suite = join(root, 'dist', 'test', 'vscode', 'suite.js');
if (!existsSync(suite)) fail(`${suite} is missing: run npm run build first.`);

const host = await chooseHost();
const temporary = mkdtempSync(join(tmpdir(), 'okr-vscode-'));
const workspace = join(temporary, 'workspace');
const report = join(temporary, 'report.txt');
const screenshots = join(cache, 'screenshots');
mkdirSync(screenshots, { recursive: true });
// The suite edits and deletes files.
cpSync(join(root, 'test', 'vscode', 'workspace'), workspace, { recursive: true });

const run: SuiteRun = {
  extension: root,
  suite,
  workspace,
  home: join(temporary, 'home'),
  // The workspace's check-ins are of 2026: on another day they would be old, or in the future.
  env: { OKR_TEST_REPORT: report, OKR_AS_OF: '2026-11-10' },
  screenshot: join(screenshots, 'suite-failed.png'),
};
let code = await host(run);
if (code !== 0 && !existsSync(report) && host !== runInCodeServer && process.env['OKR_VSCODE_HOST'] === undefined) {
  // A downloaded VS Code that does not start, for want of a system library mostly.
  code = await codeServer(`desktop VS Code ended with ${String(code)} before a test began`)(run);
}
if (existsSync(report)) process.stdout.write(readFileSync(report, 'utf8'));
else console.error(`VS Code ended with ${String(code)} before a test began.\n0 passed, 1 failed`);
rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
process.exit(code);

async function chooseHost(): Promise<Host> {
  const asked = process.env['OKR_VSCODE_HOST'];
  if (asked === 'code-server') return codeServer();
  const unseen = needsDisplay && findCommand(['xvfb-run']) === undefined;
  if (unseen && asked !== 'desktop') return codeServer('there is no display and no xvfb-run');
  try {
    const executable = await downloadDesktop();
    if (needsDisplay) return againWithDisplay();
    return (run) => runInDesktop(executable, run);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (asked === 'desktop') fail(`Desktop VS Code could not be downloaded: ${reason}`);
    return codeServer(`desktop VS Code could not be downloaded (${reason})`);
  }
}

function codeServer(because = 'OKR_VSCODE_HOST asks for it'): Host {
  const obstacle = whyNoCodeServer();
  if (obstacle !== undefined) fail(`No VS Code to test in: ${because}, and ${obstacle}.`);
  console.log(`Running in code-server: ${because}.`);
  return runInCodeServer;
}

/** Electron has no window without a display: xvfb-run gives it one that nobody sees. */
function againWithDisplay(): never {
  const self = fileURLToPath(import.meta.url);
  const { status } = spawnSync('xvfb-run', ['-a', process.execPath, ...process.execArgv, self], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

function fail(message: string): never {
  console.error(`${message}\n0 passed, 1 failed`);
  process.exit(1);
}
