import { readFile as readFileCallback } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, readlink, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { URI } from 'vscode-uri';
import type { FileContent } from '../host.ts';
import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import { decode } from './decode.ts';
import { rulesAbove, rulesIn, slashed } from './gitignore.ts';
import { isIgnored, matcherFrom } from './ignore-rules.ts';
import type { IgnoreRules } from './ignore-rules.ts';

/** The one of `fs/promises` makes a handle for each file, which takes longer than reading a small one. */
const readFile = promisify(readFileCallback);

/** Files above this many bytes are told of and not read: an editor would not open them as text either. */
const LARGEST = 50 * 1024 * 1024;

/** What a search gave: absolute paths, sorted, and the folders that could not be looked into, with the reason. */
export interface Found {
  readonly files: readonly string[];
  readonly unreadable: readonly { readonly path: string; readonly problem: Said }[];
}

/**
 * Finds the `.okr` files of a folder. Left out is what `.gitignore` files or `ignore` (the same patterns, relative to the
 * folder) leave out, `.git` and `node_modules`. Links to folders are not followed. A folder named `x.okr` is found too,
 * so that reading it can say what it is; what is in it is found all the same. Never rejects.
 */
export async function findOkrFiles(folder: string, ignore: readonly string[]): Promise<Found> {
  const files: string[] = [];
  const unreadable: { path: string; problem: Said }[] = [];
  const own = ignore.length > 0 ? [matcherFrom(slashed(folder), ignore)] : [];

  const walk = async (directory: string, inherited: readonly IgnoreRules[]): Promise<void> => {
    let entries: Dirent[];
    try {
      entries = await readdir(directory, { withFileTypes: true });
    } catch (error) {
      unreadable.push({ path: directory, problem: reasonOf(error) });
      return;
    }
    const here = entries.some((entry) => entry.name === '.gitignore') ? await rulesIn(directory) : null;
    const rules = here === null ? inherited : [...inherited, here];
    const deeper: Promise<void>[] = [];
    for (const entry of entries) {
      const path = join(directory, entry.name);
      const isFolder = entry.isDirectory();
      if (isFolder ? entry.name === '.git' || entry.name === 'node_modules' : !isOkrFile(entry.name)) continue;
      if (isIgnored(slashed(path), isFolder, rules) || isIgnored(slashed(path), isFolder, own)) continue;
      if (isOkrFile(entry.name)) files.push(path);
      if (isFolder) deeper.push(walk(path, rules));
    }
    await Promise.all(deeper);
  };

  await walk(folder, await rulesAbove(folder));
  return { files: files.sort(byCodeUnits), unreadable: unreadable.sort((a, b) => byCodeUnits(a.path, b.path)) };
}

/** Whether a file's name is one that the language claims. */
export function isOkrFile(path: string): boolean {
  return /\.okr$/i.test(path);
}

/** Reads a file as text. Never rejects: what cannot be read is told in plain words. */
export async function readContent(path: string): Promise<FileContent> {
  try {
    const found = await stat(path);
    const problem = problemOf(path, found);
    return problem === null ? decode(await readFile(path)) : { kind: 'unreadable', problem };
  } catch (error) {
    return { kind: 'unreadable', problem: (await danglingLink(path)) ?? reasonOf(error) };
  }
}

/** The URI of a path, written as VS Code writes it. */
export function uriOf(path: string): string {
  return URI.file(path).toString();
}

/** The path of a `file:` URI; null for any other. */
export function pathOf(uri: string): string | null {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : null;
}

function problemOf(path: string, found: Stats): Said | null {
  if (found.isDirectory())
    return said`${basename(path)} is a folder, not a file; rename it so that it does not end in .okr.`;
  // Reading a pipe or a device would wait for ever.
  if (!found.isFile()) return said`${basename(path)} is not a regular file.`;
  if (found.size > LARGEST) {
    const megabytes = Math.round(found.size / (1024 * 1024));
    return said`${basename(path)} has ${megabytes} MB; files above ${LARGEST / (1024 * 1024)} MB are not read. Split it.`;
  }
  return null;
}

async function danglingLink(path: string): Promise<Said | null> {
  try {
    if (!(await lstat(path)).isSymbolicLink()) return null;
    return said`${basename(path)} is a link to ${await readlink(path)}, which is not there.`;
  } catch {
    return null;
  }
}

function reasonOf(error: unknown): Said {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOENT':
      return said`The file is not there.`;
    case 'EACCES':
    case 'EPERM':
      return said`There is no permission to read it.`;
    case 'EISDIR':
      return said`It is a folder, not a file.`;
    case 'ELOOP':
      return said`It is a link that leads back to itself.`;
    case 'EMFILE':
    case 'ENFILE':
      return said`Too many files are open on this machine.`;
    default:
      return said`It cannot be read (${error instanceof Error ? error.message : String(error)}).`;
  }
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
