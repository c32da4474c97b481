import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { cachedDataVersionTag, getHeapCodeStatistics } from 'node:v8';
import { Script } from 'node:vm';

/**
 * Loads a script together with its compiled code of an earlier run. Node's own compile cache holds only what is compiled as
 * a script is loaded; what is called later, which is most of what the first answers take, it compiles anew in each process.
 */

/** A script that runs. */
export interface Loaded {
  /** Whether compiled code of an earlier run was taken. */
  readonly fromCache: boolean;
  /** Keeps what is compiled by now for later runs, where it is much more than what is kept. Never throws. */
  readonly keep: () => void;
}

export interface Bundle {
  /** Path of a CommonJS script. */
  readonly path: string;
  /** Differs where the script's text differs: V8 itself looks at no more than its length. Empty where nothing is kept. */
  readonly hash: string;
}

/** What Node puts around a CommonJS script. */
const HEAD = '(function (exports, require, module, __filename, __dirname) { ';
/** Compiled code is taken again when a run comes to this much more of it. */
const MUCH_MORE = 1.1;
const MONTH = 30 * 24 * 60 * 60 * 1000;

/**
 * Where compiled code is kept: in a folder of the person's own, for it is run unseen. Null where none is known or wanted;
 * the variables are those that Node has for its own cache.
 */
export function cacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home = homedir()): string | null {
  if (env['NODE_DISABLE_COMPILE_CACHE']) return null;
  const given = env['NODE_COMPILE_CACHE'];
  if (given) return join(given, 'okr-language');
  const caches = {
    darwin: join(home, 'Library', 'Caches'),
    win32: env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'),
  };
  const folder = platform === 'darwin' || platform === 'win32' ? caches[platform] : env['XDG_CACHE_HOME'];
  return join(folder || join(home, '.cache'), 'okr-language');
}

/** Runs the script as `require` would, with compiled code from `folder` where there is any that fits. */
export function load({ path, hash }: Bundle, require: NodeJS.Require, folder: string | null): Loaded {
  const source = readFileSync(path, 'utf8');
  const version = cachedDataVersionTag().toString(16);
  const file = folder === null || hash === '' ? null : join(folder, `${hash}-${version}`);
  const before = file === null ? null : readWhole(file);
  const script = new Script(`${HEAD}${source}\n});`, {
    filename: path,
    columnOffset: -HEAD.length,
    ...(before === null ? {} : { cachedData: before.code }),
  });
  const fromCache = before !== null && script.cachedDataRejected === false;
  // Remembered with the code, for V8 goes through all code to tell how much there is: no work for a start.
  let kept = fromCache ? before.size : 0;
  const module = { exports: {} };
  const run = script.runInThisContext() as (...given: readonly unknown[]) => void;
  run.call(module.exports, module.exports, require, module, path, dirname(path));
  return {
    fromCache,
    keep() {
      const size = sizeOfCode();
      if (file === null || size < MUCH_MORE * kept) return;
      kept = size;
      try {
        write(file, { code: script.createCachedData(), size });
        forgetOld(dirname(file));
      } catch {
        // Without a folder to write to, each start compiles anew.
      }
    },
  };
}

function sizeOfCode(): number {
  return getHeapCodeStatistics().bytecode_and_metadata_size;
}

/** Compiled code, and how much there was of it in the whole process. */
interface Compiled {
  readonly code: Buffer;
  readonly size: number;
}

/** In a file the size stands behind the code, and behind both a check of them; four bytes each. */
const NUMBER = 4;

/** The compiled code of a file, null where there is none or a part of it was lost. */
function readWhole(file: string): Compiled | null {
  try {
    const all = readFileSync(file);
    const whole = all.subarray(0, -NUMBER);
    if (whole.length < NUMBER || all.readInt32LE(whole.length) !== sample(whole)) return null;
    return { code: whole.subarray(0, -NUMBER), size: whole.readInt32LE(whole.length - NUMBER) };
  } catch {
    return null;
  }
}

/** In one step, for other servers may be starting, and a crash must not leave half of it. */
function write(file: string, { code, size }: Compiled): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const whole = Buffer.concat([code, numberOf(size)]);
  const unfinished = `${file}.${String(process.pid)}`;
  writeFileSync(unfinished, Buffer.concat([whole, numberOf(sample(whole))]), { mode: 0o600, flush: true });
  renameSync(unfinished, file);
}

function numberOf(value: number): Buffer {
  const bytes = Buffer.alloc(NUMBER);
  bytes.writeInt32LE(value);
  return bytes;
}

/** Code for other versions of Node or of the server goes after a month. Where that one is still in use, it is made again. */
function forgetOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (Date.now() - statSync(file).mtimeMs > MONTH) rmSync(file, { force: true });
  }
}

/**
 * A check of one number in 64 bytes: V8 trusts what it is given and dies of code that is damaged, and what a disk loses is
 * whole sectors. To look at all of it would take as long as a module takes to load.
 */
function sample(code: Buffer): number {
  let sum = code.length | 0;
  for (let at = 0; at + 4 <= code.length; at += 64) sum = (Math.imul(sum, 31) + code.readInt32LE(at)) | 0;
  return sum;
}
