/** One step down a folder: what is in it by name. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** What a walk gave: paths of files relative to where it began, with slashes, and whether it saw all folders. */
export interface Walked {
  readonly files: readonly string[];
  readonly complete: boolean;
}

/** Folders of no plan's concern. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * Finds the files that `wanted` names in a folder and all below it, level by level, at most `most` folders. `entriesOf`
 * lists a folder by its path relative to the start, which is empty. A folder that cannot be listed counts as empty.
 */
export async function walk(
  entriesOf: (path: string) => Promise<readonly Entry[]>,
  wanted: (name: string) => boolean,
  most: number,
): Promise<Walked> {
  const files: string[] = [];
  let level = [''];
  let seen = 0;
  while (level.length > 0) {
    const within = level.slice(0, Math.max(0, most - seen));
    if (within.length < level.length) return { files, complete: false };
    seen += within.length;
    const lists = await Promise.all(within.map((path) => entriesOf(path).catch((): readonly Entry[] => [])));
    level = [];
    for (const [index, path] of within.entries()) {
      for (const { name, kind } of lists[index] ?? []) {
        const here = path === '' ? name : `${path}/${name}`;
        if (kind === 'file' && wanted(name)) files.push(here);
        else if (kind === 'folder' && !SKIPPED.has(name)) level.push(here);
      }
    }
  }
  return { files, complete: true };
}
