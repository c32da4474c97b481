import { readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { english } from '../syntax/said.ts';
import type { FileContent } from '../host.ts';
import { findOkrFiles, isOkrFile, readContent, uriOf } from '../node/files.ts';
import type { Found } from '../node/files.ts';
import { createOkrService } from '../service.ts';
import type { Snapshot } from '../service.ts';
import { configFolderOf, loadConfiguration, nearestWith } from './configuration.ts';
import type { Configuration } from './configuration.ts';
import { cannotRun, isFailure } from './failure.ts';
import type { Failure } from './failure.ts';
import type { Progress } from './progress.ts';
import { findTargets, foldersOf } from './targets.ts';
import type { Problem, Targets } from './targets.ts';

/** What a command was asked to look at. */
export interface Request {
  readonly cwd: string;
  readonly paths: readonly string[];
  /** ISO day to take for today. */
  readonly today: string;
  /** True where the day was asked for. */
  readonly asOf: boolean;
  /** A configuration file to take instead of the nearest. */
  readonly config: string | null;
  /** A text to check in place of a file's: what comes in over standard input. */
  readonly instead: { readonly path: string; readonly content: FileContent } | null;
}

/** The files that references may lead to, read and linked, and those of them that were asked for. */
export interface Workspace {
  readonly snapshot: Snapshot;
  /** The folder that paths in an export are relative to. */
  readonly root: string;
  readonly configuration: Configuration;
  /** URIs of what was asked for, sorted by path, with why it could not be read, null where it could. */
  readonly asked: readonly { readonly uri: string; readonly unreadable: string | null }[];
  readonly problems: readonly Problem[];
}

/** Files read at one time: enough to keep the disk busy, too few to run out of file handles. */
const AT_ONCE = 64;

/** Which files were asked for, and what they are part of. */
interface Located {
  readonly root: string;
  readonly configuration: Configuration;
  /** Absolute paths, sorted. */
  readonly asked: readonly string[];
  /** All files of the workspace that were found. */
  readonly found: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Finds what was asked for. The workspace is the nearest folder above that holds an `okr.config.json`, else the repository;
 * outside of both it is the folders that were named and the neighbours of the files that were named.
 */
export async function locate(request: Request): Promise<Located | Failure> {
  const { cwd, instead } = request;
  const show = (path: string): string => relative(cwd, path).split(sep).join('/') || '.';
  const named = await findTargets(request.paths, cwd);
  const targets: Targets = instead ? { ...named, files: [...named.files, instead.path] } : named;
  const folders = foldersOf(targets);
  if (folders.length === 0)
    return cannotRun(targets.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));

  const common = commonFolder(folders) ?? cwd;
  const configFolder = await configFolderOf(common);
  const marked = configFolder ?? (await nearestWith(common, '.git'));
  const root = marked ?? common;
  const configuration = await loadConfiguration(request.config, configFolder, root, show);
  if (isFailure(configuration)) return configuration;

  const found = await findFiles(targets, marked, configuration.config.ignore);
  const below = found.files.filter((file) => isWithin(file, targets.folders));
  const asked = [...new Set([...targets.files, ...below])].sort();
  if (asked.length === 0) {
    const where = targets.folders.map(show).join(', ');
    return cannotRun(`No .okr file in ${where}, or all are ignored (.gitignore, "ignore" in the configuration).`);
  }
  const closed = found.unreadable.filter(({ path }) => isWithin(path, targets.folders));
  return {
    root,
    configuration,
    asked,
    found: found.files,
    problems: [
      ...targets.problems,
      ...closed.map(({ path, problem }) => ({ path: show(path), message: english(problem) })),
    ],
  };
}

/** Reads what was asked for, and with it the workspace it is part of: a name in one file may be declared in another. */
export async function loadWorkspace(request: Request, progress: Progress): Promise<Workspace | Failure> {
  const located = await locate(request);
  if (isFailure(located)) return located;
  const { root, configuration, asked, found, problems } = located;
  const { instead } = request;
  const contents = await readAll([...new Set([...asked, ...found])].sort(), progress);
  if (instead) contents.set(instead.path, instead.content);
  progress.before('Linking files', contents.size);
  return {
    snapshot: snapshotOf(contents, configuration, request),
    root,
    configuration,
    asked: asked.map((path) => ({ uri: uriOf(path), unreadable: problemOf(contents.get(path)) })),
    problems,
  };
}

function snapshotOf(
  contents: ReadonlyMap<string, FileContent>,
  { config }: Configuration,
  { today, asOf }: Request,
): Snapshot {
  const service = createOkrService();
  service.setToday(today);
  service.configure({ ...config, asOf });
  for (const [path, content] of contents) service.set(uriOf(path), content);
  return service.snapshot();
}

function problemOf(content: FileContent | undefined): string | null {
  return content?.kind === 'unreadable' ? english(content.problem) : null;
}

interface FoundFiles {
  readonly files: readonly string[];
  readonly unreadable: Found['unreadable'];
}

async function findFiles(targets: Targets, root: string | null, ignore: readonly string[]): Promise<FoundFiles> {
  if (root !== null) return findOkrFiles(root, ignore);
  const searches = await Promise.all(targets.folders.map((folder) => findOkrFiles(folder, ignore)));
  const neighbours = await Promise.all([...new Set(targets.files.map((file) => dirname(file)))].map(okrFilesIn));
  return {
    files: [...new Set([...searches.flatMap(({ files }) => files), ...neighbours.flat()])],
    unreadable: searches.flatMap(({ unreadable }) => unreadable),
  };
}

async function okrFilesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && isOkrFile(entry.name))
      .map(({ name }) => join(folder, name));
  } catch {
    // A folder that cannot be listed has no neighbours to offer; the named file itself is read all the same.
    return [];
  }
}

async function readAll(files: readonly string[], progress: Progress): Promise<Map<string, FileContent>> {
  const contents = new Map<string, FileContent>();
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const some = files.slice(from, from + AT_ONCE);
    const read = await Promise.all(some.map(async (path) => [path, await readContent(path)] as const));
    for (const [path, content] of read) contents.set(path, content);
    progress.at('Reading files', contents.size, files.length);
  }
  return contents;
}

function isWithin(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep));
}

/** The deepest folder that all are in; null where they share none (drives of Windows). */
function commonFolder(folders: readonly string[]): string | null {
  const [first, ...others] = folders;
  if (first === undefined) return null;
  for (let here = first; ; here = dirname(here)) {
    if (others.every((other) => isWithin(other, [here]))) return here;
    if (dirname(here) === here) return null;
  }
}
