import { readFile, writeFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { formatted, USUAL_FORM } from '../features/format.ts';
import { english } from '../syntax/said.ts';
import type { FileContent } from '../host.ts';
import { startsWithMark } from '../node/decode.ts';
import { readContent } from '../node/files.ts';
import { parse } from '../syntax/parse.ts';
import { cannotRun, isFailure } from './failure.ts';
import type { Failure } from './failure.ts';
import type { Progress } from './progress.ts';
import type { Problem } from './targets.ts';
import { locate } from './workspace.ts';
import type { Request } from './workspace.ts';

export interface FormatResult {
  readonly output: string;
  /** 0 where all is well, 1 where a file has another form and is only to be checked, or cannot be formatted. */
  readonly exitCode: 0 | 1;
  readonly notes: readonly string[];
}

const MARK = '\ufeff';

/** Gives the files that were asked for their canonical form, and lists those that had another; `check` writes nothing. */
export async function formatFiles(
  request: Request,
  check: boolean,
  progress: Progress,
): Promise<FormatResult | Failure> {
  const located = await locate(request);
  if (isFailure(located)) return located;
  const show = (path: string): string => relative(request.cwd, path).split(sep).join('/');
  const changed: string[] = [];
  const problems: Problem[] = [...located.problems];
  let done = 0;
  for (const path of located.asked) {
    progress.at('Formatting files', done++, located.asked.length);
    const problem = await formatFile(path, check, () => changed.push(show(path)));
    if (problem !== null) problems.push({ path: show(path), message: problem });
  }
  const notes = problems.map(({ path, message }) => `${path}: ${message}`);
  if (problems.length > 0 && problems.length >= located.asked.length + located.problems.length) {
    return cannotRun(notes.join('\n'));
  }
  if (check && changed.length > 0) {
    const [files, have] = changed.length === 1 ? ['file', 'has'] : ['files', 'have'];
    notes.push(`${changed.length} ${files} ${have} another form. "okr format" without --check writes it.`);
  }
  return {
    output: changed.map((path) => `${path}\n`).join(''),
    exitCode: notes.length > 0 ? 1 : 0,
    notes,
  };
}

/** Null where all went well; else what is wrong with the file, which is then left as it is. */
async function formatFile(path: string, check: boolean, tell: () => void): Promise<string | null> {
  const content = await readContent(path);
  const result = formOf(content);
  if (result.text === null) return result.problem;
  if (content.kind === 'text' && content.text === result.text) return null;
  tell();
  if (check) return null;
  try {
    // A byte order mark is no part of what was read.
    await writeFile(path, (startsWithMark(await readFile(path)) ? MARK : '') + result.text);
    return null;
  } catch (error) {
    return `It cannot be written (${error instanceof Error ? error.message : String(error)}).`;
  }
}

/** The text on standard input in its canonical form; unchanged where it cannot be formatted, which a note then says. */
export function formatInput(bytes: Uint8Array, content: FileContent, name: string, check: boolean): FormatResult {
  const { text, problem } = formOf(content);
  const before = content.kind === 'text' ? content.text : '';
  const notes = text === null ? [`${name}: ${problem}`] : [];
  if (check) {
    const differs = text !== null && text !== before;
    return { output: differs ? `${name}\n` : '', exitCode: differs || text === null ? 1 : 0, notes };
  }
  return {
    output: (startsWithMark(bytes) ? MARK : '') + (text ?? before),
    exitCode: text === null ? 1 : 0,
    notes,
  };
}

function formOf(
  content: FileContent,
): { readonly text: string; readonly problem: null } | { readonly text: null; readonly problem: string } {
  if (content.kind === 'unreadable') return { text: null, problem: english(content.problem) };
  if (content.notUtf8At !== null)
    return { text: null, problem: 'It is not UTF-8, and stays as it is. Save it as UTF-8.' };
  if (content.text.includes('\u0000')) return { text: null, problem: 'It is no text file, and stays as it is.' };
  const text = formatted(parse(content.text), USUAL_FORM);
  if (text === null) return { text, problem: 'Another form could change its meaning, so it stays as it is.' };
  return { text, problem: null };
}
