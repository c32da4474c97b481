import {
  CancellationTokenSource,
  FileSystemError,
  FileType,
  l10n,
  RelativePattern,
  Uri,
  workspace,
  type Disposable,
} from 'vscode';
import { type BaseLanguageClient } from 'vscode-languageclient';
import { walk, type Entry } from './folder-walk.ts';
import {
  LIST_FILES_REQUEST,
  READ_FILE_REQUEST,
  STAT_FILE_REQUEST,
  type FileParams,
  type FileStat,
  type ListFilesParams,
  type ListFilesResult,
  type ReadFileResult,
} from './protocol.ts';

/** The editor's search waits for ever where a file system has none: after so many milliseconds folders are walked. */
const SEARCH_PATIENCE = 3000;
const MOST_FOLDERS = 5000;
const PATTERN = '**/{*.[oO][kK][rR],.gitignore}';
const NOT_IN = '**/{.git,node_modules}/**';

/** Answers the server about files that only the editor can reach. To be called before the client starts. */
export function answerFileRequests(client: BaseLanguageClient): Disposable[] {
  const searches = searchOrWalk();
  return [
    client.onRequest(LIST_FILES_REQUEST, ({ folder }: ListFilesParams) => searches(Uri.parse(folder, true))),
    client.onRequest(STAT_FILE_REQUEST, ({ uri }: FileParams) => stat(Uri.parse(uri, true))),
    client.onRequest<ReadFileResult, unknown>(READ_FILE_REQUEST, ({ uri }: FileParams) => read(Uri.parse(uri, true))),
  ];
}

/** Lists by the editor's search, which repositories on the web answer at once, and by walking where there is none. */
function searchOrWalk(): (folder: Uri) => Promise<ListFilesResult> {
  const withoutSearch = new Set<string>();
  return async (folder) => {
    const found = withoutSearch.has(folder.scheme) ? null : await search(folder);
    if (found === null) withoutSearch.add(folder.scheme);
    // None found may mean that nothing was searched.
    if (found !== null && found.length > 0) return { files: found.map(String), complete: true };
    const { files, complete } = await walk((path) => entriesOf(folder, path), isWanted, MOST_FOLDERS);
    return { files: files.map((path) => Uri.joinPath(folder, path).toString()), complete };
  };
}

async function search(folder: Uri): Promise<readonly Uri[] | null> {
  const cancellation = new CancellationTokenSource();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), SEARCH_PATIENCE);
  });
  try {
    const pattern = new RelativePattern(folder, PATTERN);
    return await Promise.race([workspace.findFiles(pattern, NOT_IN, undefined, cancellation.token), late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    cancellation.cancel();
    cancellation.dispose();
  }
}

function isWanted(name: string): boolean {
  return name === '.gitignore' || /\.okr$/i.test(name);
}

async function entriesOf(folder: Uri, path: string): Promise<Entry[]> {
  const entries = await workspace.fs.readDirectory(path === '' ? folder : Uri.joinPath(folder, path));
  return entries.map(([name, type]) => ({ name, kind: kindOf(type) }));
}

/** Links to folders are not followed: they may lead back. */
function kindOf(type: FileType): Entry['kind'] {
  if ((type & FileType.File) !== 0) return 'file';
  return type === FileType.Directory ? 'folder' : 'other';
}

async function stat(uri: Uri): Promise<FileStat | null> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    return { kind: (type & FileType.Directory) === 0 ? 'file' : 'folder', size };
  } catch {
    return null;
  }
}

async function read(uri: Uri): Promise<ReadFileResult> {
  try {
    return { base64: base64Of(await workspace.fs.readFile(uri)) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function problemOf(error: unknown): string {
  const code = error instanceof FileSystemError ? error.code : null;
  if (code === 'FileNotFound') return l10n.t('The file is not there.');
  if (code === 'NoPermissions') return l10n.t('There is no permission to read it.');
  if (code === 'Unavailable') return l10n.t('Its file system does not answer.');
  return l10n.t('It cannot be read ({0}).', error instanceof Error ? error.message : String(error));
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  // An argument a byte: too many at once overflow the stack.
  for (let from = 0; from < bytes.length; from += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(binary);
}
