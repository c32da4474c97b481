import { outlineOf } from '../syntax/outline.ts';
import { slug } from '../syntax/slug.ts';
import type { Tree } from '../syntax/tree.ts';
import { idKey, scopeNameKey } from './keys.ts';

/** What a question about one place names: the parts of references, and scopes and people as they are written. */
export interface NamesAsked {
  readonly references: readonly (readonly string[])[];
  readonly scopes: readonly string[];
}

/** What others may name in a file, as names are compared. */
export interface FileNames {
  readonly items: ReadonlySet<string>;
  readonly scopes: ReadonlySet<string>;
  /** Of scopes, by which they may be found as well. */
  readonly titles: ReadonlySet<string>;
  /** Cycles that say their days. */
  readonly cycles: ReadonlySet<string>;
}

/**
 * The files in which what is asked for may stand, and all that open a scope of `trees` or a parent of one. What other files
 * say does not matter to where those names lead once these are part of the plan, `trees` among them.
 */
export function filesNamed(
  { references, scopes }: NamesAsked,
  names: ReadonlyMap<string, FileNames>,
  trees: Iterable<Tree>,
): readonly string[] {
  const ways = references.map((parts) => parts.map(idKey));
  const wanted = new Set([...scopes, ...ways.flat(), ...scopesIn(trees)].flatMap((name) => [idKey(name), slug(name)]));
  const first = new Set(firstToDeclare(names).values());
  return [...names].flatMap(([uri, file]) => {
    const has = first.has(uri) || ways.some((way) => leadsInto(way, file)) || opensOneOf(wanted, file);
    return has ? [uri] : [];
  });
}

/** The names in the headers of a text. */
export function fileNamesOf(text: string): FileNames {
  const items = new Set<string>();
  const scopes = new Set<string>();
  const titles = new Set<string>();
  const cycles = new Set<string>();
  for (const { header, id, title, dated } of outlineOf(text)) {
    switch (header) {
      case 'cycle':
        if (dated && id !== null) cycles.add(idKey(id));
        break;
      case 'objective':
      case 'kr':
      case 'kpi':
        if (id !== null) items.add(idKey(id));
        break;
      case 'company':
      case 'department':
      case 'team':
      case 'person':
        scopes.add(scopeNameKey(id, title));
        // A scope that is nowhere given a title is called by its id.
        for (const name of [id, title]) if (name !== null) titles.add(slug(name));
    }
  }
  return { items, scopes, titles, cycles };
}

/** The scopes that trees open, and those they name as parents. */
function scopesIn(trees: Iterable<Tree>): Set<string> {
  const found = new Set<string>();
  for (const { blocks } of trees) {
    for (const { lines } of blocks) {
      for (const line of lines) {
        if (line.kind === 'property' && line.property === 'parent') found.add(line.value.text);
        if (line.kind !== 'header') continue;
        switch (line.header) {
          case 'company':
          case 'department':
          case 'team':
          case 'person':
            found.add(scopeNameKey(line.id?.text ?? null, line.title?.text ?? null));
            break;
          case 'objective':
          case 'kr':
          case 'kpi':
          case 'cycle':
        }
      }
    }
  }
  return found;
}

/** For each name of a cycle the file whose days count: the first. */
function firstToDeclare(files: ReadonlyMap<string, FileNames>): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const [uri, { cycles }] of files) {
    for (const cycle of cycles) {
      const known = first.get(cycle);
      if (known === undefined || uri < known) first.set(cycle, uri);
    }
  }
  return first;
}

/** Whether an item of a file may have this id and stand in what is named before it: the ids of a way are all in one file. */
function leadsInto(way: readonly string[], { items, scopes }: FileNames): boolean {
  const last = way.at(-1);
  return last !== undefined && items.has(last) && way.slice(0, -1).every((part) => items.has(part) || scopes.has(part));
}

function opensOneOf(wanted: ReadonlySet<string>, { scopes, titles }: FileNames): boolean {
  for (const scope of scopes) if (wanted.has(scope)) return true;
  for (const title of titles) if (wanted.has(title)) return true;
  return false;
}
