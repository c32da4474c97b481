import type { RuleConfig } from './config.ts';
import type { Preset } from './presets/preset.ts';
import { ruleCalled } from './registry.ts';
import type { OptionValue } from './rule.ts';
import type { Settings } from './settings.ts';

/** A preset's settings by code. Throws where it names a rule that does not exist, which its test would have caught. */
export function settingsOfPreset(preset: Preset): Settings {
  const settings = new Map<string, RuleConfig>();
  for (const [name, entry] of Object.entries(preset.rules)) {
    const rule = ruleCalled(name);
    if (!rule) throw new Error(`A preset names "${name}", which is no rule`);
    if (typeof entry === 'string') {
      settings.set(rule.code, { setting: entry, options: {} });
      continue;
    }
    const { severity, ...given } = entry;
    const options: Record<string, OptionValue> = given;
    settings.set(rule.code, { setting: severity ?? null, options });
  }
  return settings;
}
