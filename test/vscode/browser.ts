import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { findCommand } from '../../scripts/toolchain.mjs';
import { npmChromium } from './npm-chromium.ts';
import type { Chromium } from './npm-chromium.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable'];

/**
 * A headless Chromium: the one that OKR_CHROMIUM names (`npm` for the one of the npm registry), else this machine's, else
 * the npm registry's. Rejects with what to install where there is none.
 */
export async function openBrowser(): Promise<Browser> {
  const { executable, env } = await findChromium();
  return chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

async function findChromium(): Promise<Chromium> {
  const asked = process.env['OKR_CHROMIUM'];
  const executable = asked === 'npm' ? undefined : (asked ?? findCommand(names));
  if (executable !== undefined) return { executable, env: {} };
  const found = await npmChromium();
  if (found === null) {
    throw new Error('No Chromium or Chrome is on the PATH. Install one, or set OKR_CHROMIUM to the path of one.');
  }
  return found;
}
