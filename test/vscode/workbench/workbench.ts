import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { installCodeServer, installExtension, startCodeServer } from '../../../scripts/code-server.mjs';
import { cache, root } from '../../../scripts/toolchain.mjs';
import { openBrowser } from '../browser.ts';

const screenshots = join(cache, 'screenshots');

/** VS Code in a browser with the packaged extension, on a copy of the test workspace. */
export interface Workbench {
  readonly page: Page;
  /** Where the copy is. */
  readonly folder: string;
  /** Opens a file of the folder by a double click in the explorer. */
  readonly openFile: (name: string) => Promise<void>;
  /** Runs a command by its title in the command palette. */
  readonly command: (title: string) => Promise<void>;
  /** The lines of the editor in front. */
  readonly editor: Locator;
  /** The rows of the Problems panel that speak of this and bear that code. */
  readonly problems: (about: string, code: string | RegExp) => Locator;
  /** The rows of the view Cascade. */
  readonly cascade: Locator;
  /** The item of the extension in the status bar. */
  readonly status: Locator;
  /** Rests the mouse where `text` stands in the editor; gives what the hover says. */
  readonly hover: (text: string) => Promise<Locator>;
  /** Puts a picture of the window into .cache/screenshots. */
  readonly picture: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Packages, installs and opens. `asOf` is the day that the server takes for today, `files` are those of the test workspace
 * to have in the folder: few, for a list keeps no rows that are out of sight.
 */
export async function openWorkbench(asOf: string, files: readonly string[]): Promise<Workbench> {
  const home = mkdtempSync(join(tmpdir(), 'okr-workbench-'));
  const folder = join(home, 'plans');
  for (const file of files) cpSync(join(root, 'test', 'vscode', 'workspace', file), join(folder, file));
  mkdirSync(screenshots, { recursive: true });
  await installCodeServer();
  await installExtension(packaged(home), home);
  const server = await startCodeServer({ home, env: { OKR_AS_OF: asOf } });
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    // A busy machine takes its time; what does not come fails all the same.
    page.setDefaultTimeout(60_000);
    await page.goto(`http://${server.host}/?folder=${encodeURIComponent(folder)}`);
    await page.locator('.explorer-viewlet .monaco-list-row').first().waitFor();
    return { ...drive(page), page, folder, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function packaged(home: string): string {
  const vsix = join(home, 'okr-language.vsix');
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'package.mjs'), vsix], {
    encoding: 'utf8',
  });
  if (status !== 0 || !existsSync(vsix)) throw new Error(`The extension could not be packaged:\n${stdout}${stderr}`);
  return vsix;
}

function drive(page: Page): Omit<Workbench, 'page' | 'folder' | 'close'> {
  const editor = page.locator('.editor-instance .view-lines');
  return {
    editor,
    problems: (about, code) =>
      page.locator('.markers-panel .monaco-list-row').filter({ hasText: about }).filter({ hasText: code }),
    cascade: page.locator(
      '.pane:has(h3:text-is("Cascade")) .monaco-list-row, .tree-explorer-viewlet-tree-view .monaco-list-row',
    ),
    status: page.locator('[id="okr-language.okr-language.okr.status"]'),
    openFile: async (name) => {
      await page.locator('.explorer-viewlet .monaco-list-row', { hasText: name }).dblclick();
      await page.locator('.tab.active', { hasText: name }).waitFor();
    },
    command: async (title) => {
      const row = page.locator('.quick-input-list .monaco-list-row').getByText(title, { exact: true }).first();
      // A palette that was opened before the extension was known does not learn of its commands.
      for (let tries = 0; tries < 10; tries++) {
        await page.keyboard.press('F1');
        await page.locator('.quick-input-widget input').fill(`>${title}`);
        const isThere = await row.waitFor({ timeout: 6000 }).then(
          () => true,
          () => false,
        );
        if (isThere) break;
        await page.keyboard.press('Escape');
      }
      await row.click();
    },
    hover: async (text) => {
      const hover = page.locator('.monaco-resizable-hover .monaco-hover');
      const contents = hover.locator('.hover-contents').first();
      // A lens that comes in meanwhile moves the line away from under the mouse: then once more.
      for (let round = 0; round < 6 && !(await contents.isVisible()); round++) {
        // The mouse must have been elsewhere, or nothing happens: on the bare part of the title bar.
        await page.mouse.move(250, 17);
        await editor.getByText(text).first().hover();
        await contents.waitFor({ timeout: 8000 }).catch(() => undefined);
      }
      await contents.waitFor({ timeout: 8000 });
      return hover;
    },
    picture: async (name) => {
      await page.screenshot({ path: join(screenshots, `${name}.png`) });
    },
  };
}
