import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { cache, npm } from '../../scripts/toolchain.mjs';

const version = '153.0.0';
const folder = join(cache, `chromium-${version}`);

/** A Chromium, and the environment that lets it find the libraries and fonts that came with it. */
export interface Chromium {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The headless Chromium that the npm package @sparticuz/chromium carries, unpacked into .cache, once: for a machine that
 * has no browser of its own. Null where there is none for this platform. Rejects where it cannot be downloaded.
 */
export async function npmChromium(): Promise<Chromium | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  if (!existsSync(folder)) await unpack();
  return {
    executable: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

async function unpack(): Promise<void> {
  console.log('Downloading a headless Chromium from the npm registry into .cache: about 75 MB, once …');
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  writeFileSync(
    join(partial, 'package.json'),
    JSON.stringify({ private: true, dependencies: { '@sparticuz/chromium': version } }),
  );
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if ((await npm(['install', ...options], { cwd: partial })) !== 0)
    throw new Error('Chromium could not be downloaded.');
  const packed = join(partial, 'node_modules', '@sparticuz', 'chromium', 'bin');
  for (const name of ['chromium', 'al2023.tar', 'fonts.tar']) {
    const file = join(partial, name);
    writeFileSync(file, brotliDecompressSync(readFileSync(join(packed, `${name}.br`))));
    if (!name.endsWith('.tar')) continue;
    execFileSync('tar', ['-xf', file, '-C', partial, '--no-same-owner']);
    rmSync(file);
  }
  chmodSync(join(partial, 'chromium'), 0o755);
  writeFileSync(join(partial, 'fonts.conf'), fontConfiguration);
  rmSync(join(partial, 'node_modules'), { recursive: true });
  renameSync(partial, folder);
}

const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
