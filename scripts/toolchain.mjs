// What the scripts need before anything is installed: Node's own modules only, and syntax that an old Node can still read.
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const cache = join(root, '.cache');
export const onWindows = process.platform === 'win32';

/** Ends the process with a sentence where this Node is older than package.json's `engines` allow. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `This is Node ${process.versions.node}; Node 20.19 or later is needed. Install one from https://nodejs.org (or: nvm install 22) and try again.`,
  );
  process.exit(1);
}

/** Runs `npm ci` where node_modules is missing or holds other versions than package-lock.json says. */
export async function installIfNeeded() {
  const stale = whatIsNotInstalled();
  if (stale === undefined) return;
  console.log(`Installing the packages (${stale}): npm ci, about 120 MB, half a minute …`);
  const code = await npm(['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']);
  if (code !== 0) {
    console.error('npm ci failed, see above. Is the npm registry reachable (npm ping)?');
    process.exit(1);
  }
}

/**
 * Compares npm's own record of what it installed with the lock file, so that neither dates nor a stamp can lie.
 * @returns {string | undefined} why an installation is needed
 */
function whatIsNotInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'nothing is installed yet';
  const installed = packagesOf(record);
  for (const [path, wanted] of Object.entries(packagesOf(join(root, 'package-lock.json')))) {
    if (path === '') continue;
    const there = installed[path];
    // Optional packages are those of other platforms, too.
    if (there === undefined && wanted.optional) continue;
    if (there === undefined) return `${path} is missing`;
    if (there.version !== wanted.version) return `${path} is ${there.version}, not ${wanted.version}`;
  }
  return undefined;
}

/** @param {string} lockFile @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/**
 * Runs npm, the one that runs this script where there is one: on Windows `npm` is a .cmd file that only a shell can start.
 * @param {string[]} args @param {import('node:child_process').SpawnOptions} [options] @returns {Promise<number>} the exit code
 */
export function npm(args, options = {}) {
  const { command, prefix, shell } = npmCommand();
  return run(command, [...prefix, ...args], { shell, ...options });
}

/** @returns {{ command: string, prefix: string[], shell: boolean }} */
export function npmCommand() {
  const script = process.env.npm_execpath;
  return script !== undefined && /npm-cli\.js$/.test(script)
    ? { command: process.execPath, prefix: [script], shell: false }
    : { command: 'npm', prefix: [], shell: onWindows };
}

/**
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code; 127 where the command could not be started
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * @param {string[]} names of commands, the best first
 * @returns {string | undefined} the full path of the first that is on the PATH
 */
export function findCommand(names) {
  const endings = onWindows ? ['.cmd', '.exe', '.bat'] : [''];
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      for (const ending of endings) {
        const file = join(folder, name + ending);
        if (folder !== '' && isExecutable(file)) return file;
      }
    }
  }
  return undefined;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
