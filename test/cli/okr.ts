import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const bundle = join(root, 'dist', 'cli', 'okr.mjs');

/** The day on which the examples and most tests are judged. */
export const DAY = '2026-11-10';

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line in a folder. `input` is what it gets on standard input. */
export function okr(
  cwd: string,
  args: readonly string[],
  input: string | Uint8Array = '',
  more: Readonly<Record<string, string>> = {},
): Promise<Run> {
  if (!existsSync(bundle)) throw new Error('dist/cli/okr.mjs is not there: npm run build');
  const env: NodeJS.ProcessEnv = { ...process.env };
  // What the tests themselves are run with must not colour what they look at.
  for (const name of ['NO_COLOR', 'FORCE_COLOR']) Reflect.deleteProperty(env, name);
  Object.assign(env, more);
  const child = spawn(process.execPath, [bundle, ...args], { cwd, env });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // A run that fails early does not read its input.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** A folder of its own for a test, with these files; a value of null makes a folder. */
export function folderWith(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'okr-cli-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(content === null ? path : dirname(path), { recursive: true });
    if (content !== null) writeFileSync(path, content);
  }
  return folder;
}

const made: string[] = [];

/** Takes the folders of `folderWith` away again. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A hash of every file and link below a folder, with modes and times, for a before and after. */
export function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    const found = lstatSync(path);
    hash.update(`${name}\0${String(found.mode)}\0${String(found.mtimeMs)}\0`);
    if (found.isSymbolicLink()) hash.update(readlinkSync(path));
    else if (found.isDirectory()) hash.update(fingerprint(path));
    else hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}
