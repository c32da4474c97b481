import ignore from 'ignore';
import type { Ignore } from 'ignore';

/** The patterns of one folder; they apply to what is below it. The folder is a path with slashes, or a URI. */
export interface IgnoreRules {
  readonly folder: string;
  readonly matcher: Ignore;
}

/** Patterns as `.gitignore` has them, relative to `folder`. */
export function matcherFrom(folder: string, patterns: string | readonly string[]): IgnoreRules {
  return { folder: folder.replace(/\/$/, ''), matcher: ignore({ allowRelativePaths: true }).add(patterns) };
}

/**
 * Whether a path is ignored, written as the folders of the rules are. The deepest folder that has an opinion decides, as
 * git does it.
 */
export function isIgnored(path: string, isFolder: boolean, rules: readonly IgnoreRules[]): boolean {
  for (let index = rules.length - 1; index >= 0; index--) {
    const here = rules[index];
    if (here === undefined || !path.startsWith(`${here.folder}/`)) continue;
    const inside = path.slice(here.folder.length + 1);
    const verdict = here.matcher.test(isFolder ? `${inside}/` : inside);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}
