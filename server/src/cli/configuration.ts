import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { readContent, uriOf } from '../node/files.ts';
import { lineColumnOf } from '../report/positions.ts';
import type { Position } from '../report/positions.ts';
import type { Config } from '../rules/config.ts';
import { english } from '../syntax/said.ts';
import type { ConfigProblem } from '../rules/config-problem.ts';
import { DEFAULT_CONFIG, readConfig } from '../rules/parse-config.ts';
import type { Failure } from './failure.ts';
import { cannotRun } from './failure.ts';

const CONFIG_FILE = 'okr.config.json';

/** A configuration problem at its place in the file. */
export interface PlacedProblem extends Omit<ConfigProblem, 'message'> {
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
}

/** What applies to a run: the settings, the file they come from, and what is wrong with it. */
export interface Configuration {
  readonly config: Config;
  /** Absolute path, null where the defaults apply. */
  readonly path: string | null;
  readonly problems: readonly PlacedProblem[];
}

/** The nearest of a folder and those above it that has an entry of this name; null where none has. */
export async function nearestWith(folder: string, name: string): Promise<string | null> {
  for (let here = folder; ; here = dirname(here)) {
    try {
      await stat(join(here, name));
      return here;
    } catch {
      if (dirname(here) === here) return null;
    }
  }
}

/** The folder whose `okr.config.json` applies to what is in `folder`. */
export function configFolderOf(folder: string): Promise<string | null> {
  return nearestWith(folder, CONFIG_FILE);
}

/**
 * Reads the configuration: the named file, or the one in `folder`, or the defaults where both are null. `base` is the
 * folder that its globs are relative to. Fails where the file cannot be read or is not JSON: a run under settings
 * that nobody chose would say little.
 */
export async function loadConfiguration(
  named: string | null,
  folder: string | null,
  base: string,
  show: (path: string) => string,
): Promise<Configuration | Failure> {
  if (named === null && folder === null) return { config: DEFAULT_CONFIG, path: null, problems: [] };
  const path = named === null ? join(folder ?? base, CONFIG_FILE) : resolve(named);
  const content = await readContent(path);
  if (content.kind === 'unreadable') return cannotRun(`${show(path)}: ${english(content.problem)}`);
  const { config, problems } = readConfig(content.text, { source: show(path), folder: uriOf(base) });
  const placed = problems.map((problem) => ({
    ...problem,
    message: english(problem.message),
    start: lineColumnOf(content.text, problem.from),
    end: lineColumnOf(content.text, problem.to),
  }));
  const [first] = placed;
  if (first && !isJson(content.text)) {
    return cannotRun(`${show(path)}:${first.start.line}:${first.start.column}: ${first.message}`);
  }
  return { config, path, problems: placed };
}

/** Comments and a trailing comma are allowed, as `readConfig` allows them. */
function isJson(text: string): boolean {
  const errors: ParseError[] = [];
  parse(text, errors, { allowTrailingComma: true });
  return errors.length === 0;
}
