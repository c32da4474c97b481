// VS Code in a browser, from the npm registry: where no desktop VS Code can be had, this one is started on 127.0.0.1.
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cache, npmCommand } from './toolchain.mjs';

const folder = join(cache, 'vscode-host');
const nodePackage = `node-linux-${process.arch}`;
/** code-server wants Node 22 or 24, and hangs on 20: it gets a Node of its own. */
const wanted = { 'code-server': '4.139.1', [nodePackage]: '24.21.0' };
const megabytesOnDisk = 780;

const node = join(folder, 'node_modules', nodePackage, 'bin', 'node');
const codeServer = join(folder, 'node_modules', 'code-server');
const entry = join(codeServer, 'out', 'node', 'entry.js');
const vscode = join(codeServer, 'lib', 'vscode');

/** @returns {string | undefined} why code-server cannot run here; undefined where it can */
export function whyNoCodeServer() {
  if (process.platform !== 'linux') return 'code-server runs on Linux only';
  if (process.arch !== 'x64' && process.arch !== 'arm64') return `code-server does not run on ${process.arch}`;
  return undefined;
}

/**
 * Puts code-server into .cache/vscode-host, once. Says what it downloads and how far it is.
 * @returns {Promise<void>} rejects with a sentence where the registry does not answer
 */
export async function installCodeServer() {
  if (isInstalled()) return;
  console.log(
    `Downloading VS Code for the browser (code-server ${wanted['code-server']} and a Node for it) from the npm registry\n` +
      `into .cache/vscode-host: about 200 MB to fetch, ${megabytesOnDisk} MB on disk, once …`,
  );
  // A half-finished earlier attempt is no ground to build on.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: wanted }));
  const stopTelling = tellProgress();
  try {
    // Install scripts would want a compiler, and are not needed. The optional packages are: without one no file watcher fires.
    await npmInstall(folder, ['--omit=dev']);
    await npmInstall(vscode, ['--omit=dev']);
  } finally {
    stopTelling();
  }
  console.log('Downloaded.');
}

function isInstalled() {
  const done = join(vscode, 'node_modules', '.package-lock.json');
  return existsSync(done) && Object.entries(wanted).every(([name, version]) => installedVersion(name) === version);
}

/** @param {string} name */
function installedVersion(name) {
  const manifest = join(folder, 'node_modules', name, 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined;
}

/** @param {string} cwd @param {string[]} options @returns {Promise<void>} */
function npmInstall(cwd, options) {
  const { command, prefix } = npmCommand();
  const args = [...prefix, 'install', ...options, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error('code-server could not be downloaded from the npm registry, see above.')),
    );
  });
}

/** Prints the size on disk now and then. @returns {() => void} ends it */
function tellProgress() {
  const live = process.stdout.isTTY;
  const began = Date.now();
  const timer = setInterval(
    () => {
      execFile('du', ['-sm', folder], (_error, stdout) => {
        const size = Number.parseInt(stdout, 10);
        if (Number.isNaN(size)) return;
        const seconds = Math.round((Date.now() - began) / 1000);
        // Packages are fetched before they are unpacked: at first only the seconds move.
        const line = `  ${size} of about ${megabytesOnDisk} MB unpacked, ${seconds} s`;
        process.stdout.write(live ? `\r${line}` : `${line}\n`);
      });
    },
    live ? 1000 : 5000,
  );
  return () => {
    clearInterval(timer);
    if (live) process.stdout.write('\n');
  };
}

/** @param {string} vsix @param {string} home as for startCodeServer @returns {Promise<void>} */
export function installExtension(vsix, home) {
  return new Promise((resolve, reject) => {
    const args = [entry, '--extensions-dir', join(home, 'extensions'), '--install-extension', vsix, '--force'];
    execFile(node, args, { env: environmentOf(home) }, (error, stdout, stderr) =>
      error === null ? resolve() : reject(new Error(`${vsix} could not be installed:\n${stdout}${stderr}`)),
    );
  });
}

/**
 * Starts the server, and resolves when it answers.
 * @param {object} options
 * @param {string} options.home a folder for everything that it writes: settings, extensions, logs
 * @param {Record<string, unknown>} [options.settings] the user's settings, written only where there are none yet
 * @param {Record<string, string>} [options.env] beside the environment of this process
 * @param {boolean} [options.forTests] lets a page hand over an extension and its tests
 * @returns {Promise<{ host: string, log: string, ended: Promise<void>, stop: () => Promise<void> }>}
 */
export async function startCodeServer({ home, settings = {}, env = {}, forTests = false }) {
  const userData = join(home, 'user-data');
  const settingsFile = join(userData, 'User', 'settings.json');
  mkdirSync(join(userData, 'User'), { recursive: true });
  mkdirSync(join(home, 'extensions'), { recursive: true });
  if (!existsSync(settingsFile)) writeFileSync(settingsFile, JSON.stringify({ ...quiet, ...settings }, null, 2));
  const config = join(home, 'config.yaml');
  writeFileSync(config, 'auth: none\ncert: false\n');
  const log = join(home, 'server.log');
  const output = openSync(log, 'w');
  const host = `127.0.0.1:${await freePort()}`;
  const child = spawn(
    node,
    [
      entry,
      ...['--auth', 'none', '--bind-addr', host, '--config', config],
      ...['--user-data-dir', userData, '--extensions-dir', join(home, 'extensions')],
      ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
      ...['--disable-getting-started-override', '--ignore-last-opened'],
      ...(forTests ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    // A process group of its own: the server starts others, and all must end with it.
    { env: { ...environmentOf(home), ...env }, stdio: ['ignore', output, output], detached: true },
  );
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.on('close', () => resolve()));
  const signal = (/** @type {NodeJS.Signals} */ name) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name);
    } catch {
      // It has ended already.
    }
  };
  const atExit = () => signal('SIGKILL');
  process.on('exit', atExit);
  const stop = async () => {
    signal('SIGTERM');
    await Promise.race([ended, wait(3000)]);
    signal('SIGKILL');
    await ended;
    process.off('exit', atExit);
  };
  if (await answers(host, ended)) return { host, log, ended, stop };
  await stop();
  throw new Error(`code-server did not start. Its log, ${log}, ends:\n${readFileSync(log, 'utf8').slice(-2000)}`);
}

const quiet = {
  'workbench.startupEditor': 'none',
  'extensions.autoUpdate': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Nothing of the user's own home is read or written. @param {string} home */
function environmentOf(home) {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, HOME: home };
  delete env.NODE_OPTIONS;
  // Set in a terminal of VS Code: the server would hand its work to that window.
  delete env.VSCODE_IPC_HOOK_CLI;
  return { ...env, XDG_CONFIG_HOME: join(home, 'xdg-config'), XDG_DATA_HOME: join(home, 'xdg-data') };
}

/** @param {string} host @param {Promise<void>} ended @returns {Promise<boolean>} false where it ended, or said nothing for a minute */
async function answers(host, ended) {
  let over = false;
  void ended.then(() => (over = true));
  for (const deadline = Date.now() + 60_000; Date.now() < deadline && !over; await wait(100)) {
    const ok = await fetch(`http://${host}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return true;
  }
  return false;
}

/** A port of 127.0.0.1 that nobody listens on. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(address)));
    });
  });
}
