import { readFile, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { matcherFrom } from './ignore-rules.ts';
import type { IgnoreRules } from './ignore-rules.ts';

/** A path as rules have it: with slashes on every machine. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** The rules of the `.gitignore` in a folder; null where there is none that can be read. */
export async function rulesIn(folder: string): Promise<IgnoreRules | null> {
  try {
    return matcherFrom(slashed(folder), await readFile(join(folder, '.gitignore'), 'utf8'));
  } catch {
    return null;
  }
}

/** The rules of the folders above one, up to the root of its repository, outermost first. None outside a repository. */
export async function rulesAbove(folder: string): Promise<readonly IgnoreRules[]> {
  const above: IgnoreRules[] = [];
  for (let here = folder; ; here = dirname(here)) {
    if (here !== folder) {
      const rules = await rulesIn(here);
      if (rules !== null) above.unshift(rules);
    }
    if (await exists(join(here, '.git'))) return above;
    if (dirname(here) === here) return [];
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
