import { lstat, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { glob } from 'tinyglobby';
import { isOkrFile } from '../node/files.ts';

/** Something that was named and could not be checked. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** What the paths on the command line stand for, as absolute paths. */
export interface Targets {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Finds out what each path is. A file is taken whatever its name and whether or not it is ignored; a folder stands for the
 * `.okr` files below it; a pattern is expanded here, for shells that do not. Never rejects.
 */
export async function findTargets(paths: readonly string[], cwd: string): Promise<Targets> {
  const files = new Set<string>();
  const folders = new Set<string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const kind = await kindOf(absolute);
    if (kind === 'folder') {
      folders.add(await realpath(absolute));
      // Reading it says that it is no file, whatever is in it.
      if (isOkrFile(absolute)) files.add(absolute);
    } else if (kind === 'file') files.add(absolute);
    else if (!isPattern(path)) problems.push({ path, message: 'There is no such file or folder.' });
    else {
      const matches = (await expand(path, cwd)).filter(isOkrFile);
      if (matches.length === 0) problems.push({ path, message: 'No .okr file matches this pattern.' });
      for (const match of matches) files.add(match);
    }
  }
  return { files: [...files], folders: [...folders], problems };
}

/** The folders that the targets are in. */
export function foldersOf(targets: Targets): readonly string[] {
  return [...new Set([...targets.folders, ...targets.files.map((file) => dirname(file))])];
}

/** A link that leads nowhere counts as a file: reading it says what is wrong with it. */
async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    try {
      await lstat(path);
      return 'file';
    } catch {
      return null;
    }
  }
}

function isPattern(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}

async function expand(pattern: string, cwd: string): Promise<readonly string[]> {
  const slashed = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  const found = await glob(slashed, {
    cwd,
    absolute: true,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**'],
  });
  return found.map((path) => resolve(path)).sort();
}
