import type { PlanSettings } from '../model/plan.ts';
import type { GivenOptions, Setting, Severity } from './rule.ts';

/** A rule's setting after presets, `rules` and overrides were merged; options only where they differ from the defaults. */
export interface RuleConfig {
  readonly setting: Setting | null;
  readonly options: GivenOptions;
}

/** Severities that a preset raises, for the rules to which the configuration gives none of their own. */
export type Raise = Readonly<Partial<Record<Severity, Severity>>>;

/**
 * The configuration as the core takes it: already read, checked and merged. `rules` is keyed by code. `overrides` are
 * tried in order, each with the files it is for; the later one wins.
 */
export interface Config extends PlanSettings {
  /** Where the settings of a file come from, for people: a path relative to its folder, or null where none are set. */
  readonly sourceOf: (uri: string) => string | null;
  readonly rules: ReadonlyMap<string, RuleConfig>;
  readonly raise: Raise;
  readonly overrides: readonly {
    readonly applies: (uri: string) => boolean;
    readonly rules: ReadonlyMap<string, RuleConfig>;
  }[];
  readonly ignore: readonly string[];
  /** Whether a file is one that `ignore` leaves out. */
  readonly ignores: (uri: string) => boolean;
  /** True where an explicit past or future day was asked for: rules about the future are then silent. */
  readonly asOf: boolean;
}
