import type { Raise } from '../config.ts';
import type { OptionValue, Setting } from '../rule.ts';

/** What a configuration or preset says of one rule: a severity, or options with or without one. */
export type RuleEntry = Setting | ({ readonly severity?: Setting } & Readonly<Record<string, OptionValue>>);

/** A named set of settings to start from. `rules` is by name, as in a configuration file. */
export interface Preset {
  readonly says: string;
  /** Severities raised for all rules that have no setting of their own. */
  readonly raise: Raise;
  readonly rules: Readonly<Record<string, RuleEntry>>;
}
