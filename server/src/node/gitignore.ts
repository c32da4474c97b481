import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import ignore from 'ignore';
import type { Ignore } from 'ignore';

/** The patterns of one folder; they apply to what is below it. */
export interface IgnoreRules {
  readonly folder: string;
  readonly matcher: Ignore;
}

/** Patterns as `.gitignore` has them, relative to `folder`. */
export function matcherFrom(folder: string, patterns: string | readonly string[]): IgnoreRules {
  return { folder, matcher: ignore({ allowRelativePaths: true }).add(patterns) };
}

/** The rules of the `.gitignore` in a folder; null where there is none that can be read. */
export async function rulesIn(folder: string): Promise<IgnoreRules | null> {
  try {
    return matcherFrom(folder, await readFile(join(folder, '.gitignore'), 'utf8'));
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

/** Whether a path is ignored. The deepest folder that has an opinion decides, as git does it. */
export function isIgnored(path: string, isFolder: boolean, rules: readonly IgnoreRules[]): boolean {
  for (let index = rules.length - 1; index >= 0; index--) {
    const here = rules[index];
    if (here === undefined) continue;
    const inside = relative(here.folder, path).split(sep).join('/');
    const verdict = here.matcher.test(isFolder ? `${inside}/` : inside);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
