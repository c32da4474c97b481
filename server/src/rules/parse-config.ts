import ignore from 'ignore';
import { parseTree } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { said } from '../syntax/said.ts';
import { CALENDAR_YEAR, monthNamed } from '../measure/periods.ts';
import type { FiscalYear } from '../measure/periods.ts';
import type { Config } from './config.ts';
import { at, membersOf, numberOf, textOf, textsOf, unknownName } from './config-problem.ts';
import type { Complain, ConfigProblem } from './config-problem.ts';
import { settingsOfPreset } from './preset-settings.ts';
import { PRESETS } from './presets/index.ts';
import type { Preset } from './presets/preset.ts';
import { recommended } from './presets/recommended.ts';
import { readRules } from './read-rules.ts';
import { mergeSettings } from './settings.ts';
import type { Settings } from './settings.ts';

/** The keys of a configuration file. */
export const CONFIG_KEYS = [
  '$schema',
  'extends',
  'rules',
  'fiscalYearStart',
  'fiscalYearNamedBy',
  'ignore',
  'overrides',
];
const OVERRIDE_KEYS = ['files', 'rules'];

/** Where a configuration file stands: what people call it, and the URI of its folder, which globs are relative to. */
export interface ConfigSource {
  readonly source: string | null;
  readonly folder: string;
}

/** What a file says before presets and rules are merged. */
interface Draft {
  preset: Preset;
  rules: Settings;
  fiscalYear: FiscalYear;
  ignore: readonly string[];
  overrides: readonly { readonly files: readonly string[]; readonly rules: Settings }[];
}

/** The configuration where there is no file. */
export const DEFAULT_CONFIG: Config = configOf(emptyDraft(), { source: null, folder: '' });

/**
 * Reads `okr.config.json`: its text in, the merged configuration and its problems out. Comments and trailing commas are
 * allowed. Never fails: what cannot be read is told and has its default, so that a slip costs one setting and not all.
 */
export function readConfig(
  text: string,
  source: ConfigSource,
): { readonly config: Config; readonly problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const complain: Complain = (problem) => problems.push(problem);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first || !root) complain(notJson(text, first));
  const draft = emptyDraft();
  if (root?.type === 'object') readObject(root, draft, complain);
  else if (root && !first) complain(at(root, said`The configuration is an object, e.g. { "extends": "recommended" }.`));
  return { config: configOf(draft, source), problems: problems.sort((a, b) => a.from - b.from) };
}

function emptyDraft(): Draft {
  return { preset: recommended, rules: new Map(), fiscalYear: CALENDAR_YEAR, ignore: [], overrides: [] };
}

/** One message for all that follows from the first slip: the rest is mostly its echo. */
function notJson(text: string, error: ParseError | undefined): ConfigProblem {
  const from = Math.min(error?.offset ?? 0, text.length);
  const to = Math.min(from + Math.max(error?.length ?? 0, 1), text.length);
  const message =
    text.trim() === ''
      ? said`The file is empty. Write {} for the defaults, or take the file away.`
      : said`This is not JSON from here on: a comma, quote or bracket is missing or too many.`;
  return { from, to, message, better: null };
}

function readObject(root: Node, draft: Draft, complain: Complain): void {
  for (const { key, name, value } of membersOf(root, complain)) {
    if (!CONFIG_KEYS.includes(name)) complain(unknownName(key, name, said`setting`, CONFIG_KEYS));
    else if (value) readMember(name, value, draft, complain);
  }
}

function readMember(name: string, value: Node, draft: Draft, complain: Complain): void {
  switch (name) {
    case 'extends':
      draft.preset = readPreset(value, complain);
      break;
    case 'rules':
      draft.rules = readRules(value, complain);
      break;
    case 'fiscalYearStart':
      draft.fiscalYear = { ...draft.fiscalYear, startMonth: readMonth(value, complain) };
      break;
    case 'fiscalYearNamedBy':
      draft.fiscalYear = { ...draft.fiscalYear, namedBy: readNamedBy(value, complain) };
      break;
    case 'ignore':
      draft.ignore = textsOf(value, '"ignore"', complain);
      break;
    case 'overrides':
      draft.overrides = readOverrides(value, complain);
      break;
    default:
  }
}

function readPreset(node: Node, complain: Complain): Preset {
  const name = textOf(node);
  const preset = name !== null && Object.hasOwn(PRESETS, name) ? PRESETS[name] : undefined;
  if (preset) return preset;
  const names = Object.keys(PRESETS);
  complain(
    name === null
      ? at(node, said`"extends" is a preset: ${names.join(', ')}.`)
      : unknownName(node, name, said`preset`, names),
  );
  return recommended;
}

function readMonth(node: Node, complain: Complain): number {
  const text = textOf(node);
  const month = text === null ? numberOf(node) : monthNamed(text);
  if (month !== null && Number.isInteger(month) && month >= 1 && month <= 12) return month;
  complain(at(node, said`"fiscalYearStart" is a month, 1 to 12 or its name, e.g. 4 or "April".`));
  return CALENDAR_YEAR.startMonth;
}

function readNamedBy(node: Node, complain: Complain): FiscalYear['namedBy'] {
  const text = textOf(node);
  if (text === 'end' || text === 'start') return text;
  complain(at(node, said`"fiscalYearNamedBy" is "end" or "start": the year that FY2027 ends in, or begins in.`));
  return CALENDAR_YEAR.namedBy;
}

function readOverrides(node: Node, complain: Complain): Draft['overrides'] {
  if (node.type !== 'array') {
    complain(at(node, said`"overrides" is a list, e.g. [{ "files": ["drafts/**"], "rules": { "no-owner": "off" } }].`));
    return [];
  }
  return (node.children ?? []).flatMap((child) => {
    if (child.type === 'object') return [readOverride(child, complain)];
    complain(at(child, said`An override is an object of "files" and "rules".`));
    return [];
  });
}

function readOverride(node: Node, complain: Complain): Draft['overrides'][number] {
  let files: readonly string[] | null = null;
  let rules: Settings = new Map();
  for (const { key, name, value } of membersOf(node, complain)) {
    if (!OVERRIDE_KEYS.includes(name)) complain(unknownName(key, name, said`setting of an override`, OVERRIDE_KEYS));
    else if (!value) continue;
    else if (name === 'rules') rules = readRules(value, complain);
    else files = value.type === 'string' ? [textOf(value) ?? ''] : textsOf(value, '"files"', complain);
  }
  if (files === null) complain(at(node, said`This override is for no file. Say which in "files", e.g. ["drafts/**"].`));
  return { files: files ?? [], rules };
}

function configOf(draft: Draft, { source, folder }: ConfigSource): Config {
  return {
    sourceOf: () => source,
    rules: mergeSettings(settingsOfPreset(draft.preset), draft.rules),
    raise: draft.preset.raise,
    overrides: draft.overrides.map(({ files, rules }) => ({ applies: matcher(files, folder), rules })),
    fiscalYear: draft.fiscalYear,
    ignore: draft.ignore,
    ignores: matcher(draft.ignore, folder),
    asOf: false,
  };
}

/** Globs as in .gitignore, for files below the folder; other files match none. */
function matcher(globs: readonly string[], folder: string): (uri: string) => boolean {
  const globbed = ignore().add([...globs]);
  const root = folder.endsWith('/') ? folder : `${folder}/`;
  return (uri) => {
    const path = uri.startsWith(root) ? decoded(uri.slice(root.length)) : '';
    return ignore.isPathValid(path) && globbed.ignores(path);
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
