import type { Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../host.ts';
import { CALENDAR_YEAR } from '../measure/periods.ts';
import type { FiscalYear } from '../measure/periods.ts';
import type { PlanSettings } from '../model/plan.ts';
import type { Config } from '../rules/config.ts';
import { english } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import { DEFAULT_CONFIG, readConfig } from '../rules/parse-config.ts';
import { RULES } from '../rules/registry.ts';
import { mergeSettings } from '../rules/settings.ts';
import type { Settings } from '../rules/settings.ts';
import { fileIn, isIn } from './uris.ts';

export const CONFIG_FILE = 'okr.config.json';

/** The configuration of one workspace folder, and what there is to say of its file; null where it has none. */
export interface FolderSettings {
  readonly folder: string;
  readonly config: Config;
  readonly file: { readonly uri: string; readonly diagnostics: readonly Diagnostic[] } | null;
}

/** Reads the `okr.config.json` of a folder. A file that cannot be read is told of, and the defaults hold. */
export async function readFolderSettings(host: Host, folder: string, say: Say = english): Promise<FolderSettings> {
  const uri = fileIn(folder, CONFIG_FILE);
  if (!(await host.exists(uri))) return { folder, config: DEFAULT_CONFIG, file: null };
  const content = await host.read(uri);
  if (content.kind === 'unreadable') {
    const start = { line: 0, character: 0 };
    const problem: Diagnostic = {
      range: { start, end: start },
      severity: 1,
      source: 'okr',
      message: say(content.problem),
    };
    return { folder, config: DEFAULT_CONFIG, file: { uri, diagnostics: [problem] } };
  }
  const { config, problems } = readConfig(content.text, { source: CONFIG_FILE, folder });
  const document = TextDocument.create(uri, 'json', 0, content.text);
  const diagnostics = problems.map(({ from, to, message }): Diagnostic => {
    return {
      range: { start: document.positionAt(from), end: document.positionAt(to) },
      severity: 1,
      source: 'okr',
      message: say(message),
    };
  });
  return { folder, config, file: { uri, diagnostics } };
}

/**
 * One configuration for several folders: each folder's rules hold for the files in it, and say nothing of an open file that
 * its `ignore` leaves out, and each has its own fiscal year.
 */
export function merged(settings: readonly FolderSettings[], asOf: boolean): Config {
  const [first, ...others] = settings;
  if (first === undefined) return { ...DEFAULT_CONFIG, asOf };
  const ignores = (uri: string): boolean =>
    settings.some(({ folder, config }) => isIn(uri, folder) && config.ignores(uri));
  const silent = { applies: ignores, rules: ALL_OFF };
  if (others.length === 0) return { ...first.config, asOf, ignores, overrides: [...first.config.overrides, silent] };
  const alike = others.every(({ config }) => config.raise === first.config.raise);
  return {
    ...first.config,
    ...fiscalYearsOf(settings),
    asOf,
    ignores,
    rules: new Map(),
    raise: alike ? first.config.raise : {},
    ignore: [],
    sourceOf: (uri) => settings.find(({ folder }) => isIn(uri, folder))?.config.sourceOf(uri) ?? null,
    overrides: [
      ...settings.flatMap(({ folder, config }) => [
        {
          applies: (uri: string) => isIn(uri, folder),
          rules: alike ? config.rules : mergeSettings(raised(config), config.rules),
        },
        ...config.overrides.map(({ applies, rules }) => ({
          applies: (uri: string) => isIn(uri, folder) && applies(uri),
          rules,
        })),
      ]),
      silent,
    ],
  };
}

/** What is in no folder has the fiscal year of the first. */
function fiscalYearsOf(settings: readonly FolderSettings[]): PlanSettings {
  const years = settings.map(({ folder, config: { fiscalYear } }) => ({ folder, fiscalYear }));
  const usual = years[0]?.fiscalYear ?? CALENDAR_YEAR;
  const alike = years.every(({ fiscalYear }) => isSameYear(fiscalYear, usual));
  return { fiscalYear: usual, foldersWithTheirOwn: alike ? [] : years };
}

function isSameYear(a: FiscalYear, b: FiscalYear): boolean {
  return a.startMonth === b.startMonth && a.namedBy === b.namedBy;
}

const ALL_OFF: Settings = new Map(RULES.map(({ code }) => [code, { setting: 'off', options: {} }]));

/** What a preset raises, as a setting of each rule that it concerns. */
function raised({ raise }: Config): Settings {
  return new Map(
    RULES.flatMap(({ code, severity }) => {
      const setting = severity === 'off' ? undefined : raise[severity];
      return setting === undefined ? [] : [[code, { setting, options: {} }] as const];
    }),
  );
}
