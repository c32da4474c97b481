import type { Config, RuleConfig } from './config.ts';
import type { Rule, Severity } from './rule.ts';

export type Settings = ReadonlyMap<string, RuleConfig>;

const known = new WeakMap<Config, Map<string, Settings>>();

/** The rules' settings that hold for one file: the configuration's own, then each override that is for the file. */
export function settingsFor(config: Config, uri: string): Settings {
  const applying = config.overrides.map(({ applies }) => applies(uri));
  const key = applying.map(Number).join('');
  let byOverrides = known.get(config);
  if (!byOverrides) known.set(config, (byOverrides = new Map<string, Settings>()));
  let settings = byOverrides.get(key);
  if (!settings) {
    settings = config.overrides
      .filter((_, index) => applying[index])
      .reduce<Settings>((merged, override) => mergeSettings(merged, override.rules), config.rules);
    byOverrides.set(key, settings);
  }
  return settings;
}

/** Settings with others laid over them: a severity replaces a severity, an option an option. */
export function mergeSettings(under: Settings, over: Settings): Settings {
  const merged = new Map(under);
  for (const [code, { setting, options }] of over) {
    const before = merged.get(code);
    merged.set(code, { setting: setting ?? before?.setting ?? null, options: { ...before?.options, ...options } });
  }
  return merged;
}

/** Whether the rule speaks at all. */
export function isOn(rule: Rule, settings: Settings): boolean {
  return (settings.get(rule.code)?.setting ?? rule.severity) !== 'off';
}

const RANKS: readonly Severity[] = ['hint', 'info', 'warning', 'error'];

/**
 * The severity of one report. Without a setting of its own the rule's (or the report's) counts, raised where the preset
 * raises. With one, a setting below the default is the most that any case gets, and one above it lifts milder cases by
 * as many steps.
 */
export function severityOf(rule: Rule, own: Severity | undefined, config: Config, settings: Settings): Severity {
  const setting = settings.get(rule.code)?.setting ?? null;
  const usual = rule.severity === 'off' ? 'info' : rule.severity;
  if (setting === null || setting === 'off') return config.raise[own ?? usual] ?? own ?? usual;
  if (own === undefined) return setting;
  const [case_, set, by] = [RANKS.indexOf(own), RANKS.indexOf(setting), RANKS.indexOf(usual)];
  const rank = set <= by ? Math.min(case_, set) : Math.min(case_ + set - by, RANKS.length - 1);
  return RANKS[rank] ?? setting;
}
