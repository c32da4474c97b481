import { installCodeServer, startCodeServer } from '../../scripts/code-server.mjs';
import { openBrowser } from './browser.ts';
import type { SuiteRun } from './host.ts';

/** A suite that has said nothing by then will not. */
const patience = 5 * 60_000;

/** VS Code in a browser: its own extension host and workbench, with the window in a headless Chromium. */
export async function runInCodeServer(run: SuiteRun): Promise<number> {
  await installCodeServer();
  const server = await startCodeServer({ home: run.home, env: run.env, forTests: true });
  try {
    const browser = await openBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      // VS Code under test calls these two where its page has them; the second brings the result.
      const exit = new Promise<number>((resolve) => {
        void page.exposeFunction('codeAutomationExit', resolve);
      });
      await page.exposeFunction('codeAutomationLog', () => undefined);
      await page.goto(addressOf(server.host, run));
      const code = await Promise.race([exit, after(patience), server.ended.then(() => 'the server ended' as const)]);
      if (code !== 0) await page.screenshot({ path: run.screenshot });
      if (typeof code === 'number') return code;
      console.error(`VS Code gave no result: ${code}. Its log is ${server.log}, a picture ${run.screenshot}.`);
      return 1;
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

function addressOf(host: string, run: SuiteRun): string {
  const payload = [
    ['extensionDevelopmentPath', `vscode-remote://${host}${run.extension}`],
    ['extensionTestsPath', `vscode-remote://${host}${run.suite}`],
  ];
  const query = new URLSearchParams({ folder: run.workspace, payload: JSON.stringify(payload) });
  return `http://${host}/?${query.toString()}`;
}

function after(milliseconds: number): Promise<'it took too long'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('it took too long'), milliseconds).unref();
  });
}
