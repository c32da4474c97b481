// Runs the suite (dist/test/vscode/suite-web.js) in VS Code for the web, one after another in each build, or in those
// whose names begin as an argument does: node --import tsx test/vscode/run-web.ts [current|oldest]
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { freePort } from '../../scripts/code-server.mjs';
import { stageExtension } from '../../scripts/stage.mjs';
import { cache, root } from '../../scripts/toolchain.mjs';
import { installWebBuilds, serveWebBuild, webBuilds } from '../../scripts/vscode-web.mjs';
import { openBrowser } from './browser.ts';
import { REPORT_MARK } from './suite/report-mark.ts';

/** A suite that has said nothing by then will not. */
const patience = 3 * 60_000;
const screenshots = join(cache, 'screenshots');
const compiled = join(root, 'dist', 'test', 'vscode', 'suite-web.js');
if (!existsSync(compiled)) end(`${compiled} is missing: run npm run build first.`, 1);
try {
  await installWebBuilds();
} catch (error) {
  // Nothing is wrong with the extension where a registry does not answer.
  end(`Skipped: ${error instanceof Error ? error.message : String(error)}`, 0);
}

const temporary = mkdtempSync(join(tmpdir(), 'okr-web-'));
mkdirSync(screenshots, { recursive: true });
// As it is shipped: the web takes no other manifest.
const extension = join(temporary, 'extension');
const suite = join(extension, 'dist', 'test', 'suite-web.js');
stageExtension(extension);
cpSync(compiled, suite);
const counts = { passed: 0, failed: 0 };
console.log = console.error = () => undefined;
const browser = await openBrowser();
try {
  const asked = process.argv[2] ?? '';
  for (const build of webBuilds.filter(({ name }) => name.startsWith(asked))) {
    const began = Date.now();
    await runIn(browser, build.name);
    say(`VS Code ${build.version} for the web took ${((Date.now() - began) / 1000).toFixed(1)} s.\n`);
  }
} finally {
  await browser.close();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
}
end(`${String(counts.passed)} passed, ${String(counts.failed)} failed`, counts.failed > 0 ? 1 : 0);

async function runIn(browser: Browser, build: string): Promise<void> {
  const workspace = join(temporary, build);
  cpSync(join(root, 'test', 'vscode', 'workspace'), workspace, { recursive: true });
  // The workspace's check-ins are of 2026: on another day they would be old, or in the future.
  mkdirSync(join(workspace, '.vscode'));
  writeFileSync(join(workspace, '.vscode', 'settings.json'), JSON.stringify({ 'okr.asOf': '2026-11-10' }));
  const server = await serveWebBuild({ build, port: await freePort(), extension, suite, workspace });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const logged: string[] = [];
  try {
    // VS Code under test calls these two where its page has them; the second brings the result.
    const exit = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', resolve);
    });
    await page.exposeFunction('codeAutomationLog', () => undefined);
    page.on('console', (message) => {
      const line = message.text();
      logged.push(line);
      const at = line.indexOf(REPORT_MARK);
      if (at === -1) return;
      const text = line.slice(at + REPORT_MARK.length);
      const total = /^(\d+) passed, (\d+) failed$/.exec(text);
      if (total === null) say(text);
      counts.passed += Number(total?.[1] ?? 0);
      counts.failed += Number(total?.[2] ?? 0);
    });
    await page.goto(server.address);
    const code = await Promise.race([exit, after(patience)]);
    if (code === 0) return;
    const picture = join(screenshots, `web-${build}-failed.png`);
    await page.screenshot({ path: picture });
    if (code === null || counts.failed === 0) {
      counts.failed += 1;
      say(`VS Code gave no result. A picture is ${picture}. It logged last:\n${logged.slice(-60).join('\n')}`);
    }
  } finally {
    await page.close();
    server.stop();
  }
}

/** The console is the server's, which tells of each page that is closed before all of it was sent. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function after(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds).unref());
}

function end(line: string, code: number): never {
  say(line);
  process.exit(code);
}
