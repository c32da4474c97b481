import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { findCommand } from '../../scripts/toolchain.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable'];

/** A headless Chromium of this machine. Rejects with what to install where there is none. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['OKR_CHROMIUM'] ?? findCommand(names);
  if (executablePath === undefined) {
    throw new Error(
      'No Chromium or Chrome was found on the PATH. On Debian or Ubuntu: apt-get install chromium fonts-dejavu-core. ' +
        'Or set OKR_CHROMIUM to the path of one.',
    );
  }
  return chromium.launch({
    executablePath,
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
