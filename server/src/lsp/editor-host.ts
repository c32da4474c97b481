import type { Connection } from 'vscode-languageserver';
import type { FileContent, Host } from '../host.ts';
import { decode } from '../node/decode.ts';
import { isIgnored, matcherFrom } from '../node/ignore-rules.ts';
import type { IgnoreRules } from '../node/ignore-rules.ts';
import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import { todayOf } from '../node/today.ts';
import { LIST_FILES_REQUEST, READ_FILE_REQUEST, STAT_FILE_REQUEST } from './protocol.ts';
import type { FileStat, ListFilesResult, ReadFileResult } from './protocol.ts';
import { canonical, nameOf } from './uris.ts';

/** Files above this many bytes are told of and not read: all of it would go through a message. */
const LARGEST = 20 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/**
 * The world as the editor shows it: its file systems, whatever their scheme, and the clock of this machine. A client that
 * does not know the requests has no such files.
 */
export function editorHost(connection: Connection): Host {
  const stat = async (uri: string): Promise<FileStat | null> => {
    try {
      return await connection.sendRequest<FileStat | null>(STAT_FILE_REQUEST, { uri });
    } catch {
      return null;
    }
  };

  const read = async (uri: string): Promise<FileContent> => {
    const found = await stat(uri);
    const problem = problemOf(nameOf(uri), found);
    if (problem !== null) return { kind: 'unreadable', problem };
    try {
      const answer = await connection.sendRequest<ReadFileResult>(READ_FILE_REQUEST, { uri });
      return 'problem' in answer
        ? { kind: 'unreadable', problem: said`${answer.problem}` }
        : decode(bytesOf(answer.base64));
    } catch (error) {
      return { kind: 'unreadable', problem: said`It cannot be read (${reasonOf(error)}).` };
    }
  };

  const list = async (folder: string, ignore: readonly string[]): Promise<readonly string[]> => {
    let answer: ListFilesResult;
    try {
      answer = await connection.sendRequest<ListFilesResult>(LIST_FILES_REQUEST, { folder });
    } catch (error) {
      connection.console.warn(`The files of ${folder} cannot be listed: ${reasonOf(error)}`);
      return [];
    }
    if (!answer.complete) {
      connection.console.warn(`${folder} has more folders than are looked through; some of its files are left out.`);
    }
    const files = answer.files.map(canonical);
    const gitignores = files.filter((uri) => nameOf(uri) === '.gitignore');
    const rules = await Promise.all(
      gitignores.map(async (uri): Promise<IgnoreRules> => {
        const content = await read(uri);
        return rulesOf(uri.slice(0, uri.lastIndexOf('/')), content.kind === 'text' ? content.text : '');
      }),
    );
    return remaining(files, folder, rules, [rulesOf(folder, ignore)]);
  };

  return {
    today: () => todayOf(new Date()),
    list,
    read,
    exists: async (uri) => (await stat(uri)) !== null,
  };
}

/** Rules count in paths as people write them: a URI's escapes would hide a name from its pattern. */
function rulesOf(folder: string, patterns: string | readonly string[]): IgnoreRules {
  return matcherFrom(decodeURIComponent(folder), patterns);
}

/** The plans among the files that neither kind of rules leaves out, nor a folder above them, sorted. */
function remaining(
  files: readonly string[],
  root: string,
  gitignores: readonly IgnoreRules[],
  own: readonly IgnoreRules[],
): readonly string[] {
  const outermostFirst = [...gitignores].sort((a, b) => a.folder.length - b.folder.length);
  const top = decodeURIComponent(root).replace(/\/$/, '');
  const verdicts = new Map<string, boolean>([[top, false]]);
  const left = (path: string, isFolder: boolean): boolean =>
    isIgnored(path, isFolder, outermostFirst) || isIgnored(path, isFolder, own);
  /** git does not look into a folder that is left out, so no rule below it can bring a file back. */
  const folderLeft = (path: string): boolean => {
    const known = verdicts.get(path);
    if (known !== undefined) return known;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const verdict =
      !path.startsWith(`${top}/`) ||
      name === '.git' ||
      name === 'node_modules' ||
      folderLeft(path.slice(0, path.lastIndexOf('/'))) ||
      left(path, true);
    verdicts.set(path, verdict);
    return verdict;
  };
  return files
    .filter((uri) => /\.okr$/i.test(nameOf(uri)))
    .filter((uri) => {
      const path = decodeURIComponent(uri);
      return !folderLeft(path.slice(0, path.lastIndexOf('/'))) && !left(path, false);
    })
    .sort();
}

function problemOf(name: string, found: FileStat | null): Said | null {
  if (found === null) return said`The file is not there.`;
  if (found.kind === 'folder') return said`${name} is a folder, not a file; rename it so that it does not end in .okr.`;
  if (found.size <= LARGEST) return null;
  const megabytes = Math.round(found.size / MEGABYTE);
  return said`${name} has ${megabytes} MB; files above ${LARGEST / MEGABYTE} MB are not read here. Split it.`;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
