import type { Item, KeyResult, Kpi, Objective, Place, Plan, PlanDocument, PlanFamily, PlanFix } from '../model/plan.ts';
import type { Said } from '../syntax/said.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';
export type Setting = Severity | 'off';
export const SETTINGS: readonly Setting[] = ['off', 'hint', 'info', 'warning', 'error'];

/** Words of the text that a finding rests on, with what they say. */
export interface Ground {
  readonly text: string;
  readonly says: string;
}

/** Another place that matters, such as where a name was first declared. */
export interface Related {
  readonly place: Place;
  readonly message: Said;
}

/** What a rule reports. Offsets of `place` count from its block's start. */
export interface Report<Message extends string = string> {
  /** One of the rule's `messages`. */
  readonly message: Message;
  readonly args: Said['args'];
  readonly place: Place;
  /** Overrides the rule's severity, where one rule has milder or graver cases. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly PlanFix[];
  /** For `--explain` and the hover. */
  readonly because?: readonly Ground[];
  /** `faded` for what is dropped or needless, as editors show it. */
  readonly tag?: 'faded';
}

/** What an option holds. */
export type OptionValue = number | boolean | string | readonly string[];

/** An option of a rule: its default, its lowest sensible value where it is a number, and one line on what it does. */
export interface RuleOption<Value extends OptionValue = OptionValue> {
  readonly default: Value;
  readonly says: string;
  readonly minimum?: number;
}

/** A number as an option: its default, the lowest value that makes sense, and what it does. */
export function numberOption(value: number, minimum: number, says: string): RuleOption<number> {
  return { default: value, minimum, says };
}

/** A list of words as an option, empty by default. */
export function wordsOption(says: string): RuleOption<readonly string[]> {
  return { default: [], says };
}

/** What the configuration sets of a rule's options; a name that is missing has its default. */
export type GivenOptions = Readonly<Record<string, OptionValue>>;

/** What every rule may look at besides its subject. `asOf` is true where the day was asked for rather than today's. */
export interface Scene {
  readonly plan: Plan;
  readonly document: PlanDocument;
  readonly asOf: boolean;
}

/** The scene with the rule's own options, defaults filled in. */
export interface RuleContext<Options> extends Scene {
  readonly options: Options;
}

export type RuleCode = `OKR${number}`;
export type RuleGroup = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/** What is told of a rule to people: its page, its line in the index and in the configuration's schema. */
export interface RuleMeta {
  /** `OKR` and three digits, of which the first is its group. */
  readonly code: RuleCode;
  /** Reads as a word and is what a configuration calls it. */
  readonly name: string;
  /** `off` for a rule that only a preset or a configuration switches on. */
  readonly severity: Setting;
  /** One line on what it reports. */
  readonly says: string;
  /** Why it matters, and what to do about it. Markdown, a paragraph or two. */
  readonly why: string;
  /** Keys of `SOURCES`. */
  readonly sources: readonly Source[];
  /** A short example that it reports, and the same mended. */
  readonly bad: string;
  readonly good: string;
  /** What its quick fixes do: their titles, with `{name}` for what differs. For its page, and for the test of all fixes. */
  readonly fixes?: readonly string[];
  /** Whether it speaks of dropped, postponed and closed items and of cycles that ended more than 31 days ago. */
  readonly old?: boolean;
  /** Whether it speaks of drafts. */
  readonly drafts?: boolean;
  /** It is silent where what it depends on is unknown: after a cycle or scope line that cannot be read. */
  readonly dependsOn?: readonly ('period' | 'scope')[];
  /** Rules that see the same thing as this one, and stay silent on an item where this one spoke. */
  readonly insteadOf?: readonly RuleCode[];
}

/** Where the rules come from. */
export const SOURCES = {
  PB: "Google's OKR playbook",
  RW: "re:Work's OKR guide",
  MWM: 'John Doerr, Measure What Matters',
  Wo: 'Christina Wodtke, Radical Focus',
  Ca: "Felipe Castro's guide to OKR",
  GL: "GitLab's handbook",
  S0: 'KPIs vs OKRs, FourWeekMBA',
  S1: 'OKR vs KPI, by a maker of OKR software',
  S2: 'The relationship between KPIs and OKRs, JOP',
  S3: 'OKRs vs KPIs, ClearPoint Strategy',
  INCOSE: 'INCOSE, Guide to Writing Requirements',
  arithmetic: 'arithmetic',
  language: 'the language itself',
  practice: 'practice',
} as const;
export type Source = keyof typeof SOURCES;

/**
 * A rule as its file writes it. `messages` are templates with `{name}` for arguments; `{item}` is always there and names
 * the item. Each check is pure: an item of the plan in, reports out. A rule has a check for each kind it is about.
 */
export interface RuleSpec<Message extends string, Options> extends RuleMeta {
  readonly messages: Readonly<Record<Message, string>>;
  readonly options?: { readonly [Name in keyof Options]: RuleOption & { readonly default: Options[Name] } };
  readonly objective?: Check<Objective, NoInfer<Message>, NoInfer<Options>>;
  readonly keyResult?: Check<KeyResult, NoInfer<Message>, NoInfer<Options>>;
  readonly kpi?: Check<Kpi, NoInfer<Message>, NoInfer<Options>>;
  readonly family?: Check<PlanFamily, NoInfer<Message>, NoInfer<Options>>;
}

type Check<Subject, Message extends string, Options> = (
  subject: Subject,
  context: RuleContext<Options>,
) => readonly Report<Message>[];

/** A rule's checks, ready to run: the options are filled in, and the scene is what it is set to at each run. */
export interface OpenRule {
  readonly item: (item: Item) => readonly Report[];
  readonly family: (family: PlanFamily) => readonly Report[];
}

/** A rule as the engine runs it: what its options and messages are is its own affair. */
export interface Rule extends RuleMeta {
  readonly group: RuleGroup;
  readonly messages: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, RuleOption>>;
  /** The kinds of item it looks at. Empty for a rule over families, and for one whose findings come with tree and plan. */
  readonly kinds: readonly Item['kind'][];
  readonly overFamilies: boolean;
  readonly open: (scene: Scene, given: GivenOptions) => OpenRule;
}

/** Makes a rule of its specification. */
export function defineRule<const Message extends string, Options = Readonly<Record<string, never>>>(
  spec: RuleSpec<Message, Options>,
): Rule {
  const { objective, keyResult, kpi, family, options: declared, ...meta } = spec;
  const options: Readonly<Record<string, RuleOption>> = declared ?? {};
  const kinds: Item['kind'][] = [];
  if (objective) kinds.push('objective');
  if (keyResult) kinds.push('kr');
  if (kpi) kinds.push('kpi');
  return {
    ...meta,
    group: groupOf(spec.code),
    options,
    kinds,
    overFamilies: family !== undefined,
    open(scene, given) {
      const filled = Object.entries(options).map(([name, option]) => [name, given[name] ?? option.default]);
      // The checker cannot follow a mapped type through fromEntries; `readConfig` checked each value against its default.
      const context: RuleContext<Options> = {
        options: Object.fromEntries(filled) as Options,
        get plan() {
          return scene.plan;
        },
        get document() {
          return scene.document;
        },
        get asOf() {
          return scene.asOf;
        },
      };
      return {
        item(item) {
          switch (item.kind) {
            case 'objective':
              return objective?.(item, context) ?? NOTHING;
            case 'kr':
              return keyResult?.(item, context) ?? NOTHING;
            case 'kpi':
              return kpi?.(item, context) ?? NOTHING;
          }
        },
        family: (subject) => family?.(subject, context) ?? NOTHING,
      };
    },
  };
}

const NOTHING: readonly never[] = [];

const GROUPS: readonly RuleGroup[] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

function groupOf(code: RuleCode): RuleGroup {
  const group = GROUPS.find((digit) => code.charAt(3) === digit);
  if (!group) throw new Error(`${code} is no code of a rule: OKR and three digits`);
  return group;
}

/** A report with its rule, its severity after configuration, and its message written out. */
export interface Finding {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  /** The message in English, and what it says for other languages. */
  readonly message: string;
  readonly said: Said;
  readonly place: Place;
  readonly related: readonly Related[];
  readonly fixes: readonly PlanFix[];
  readonly because: readonly Ground[];
  readonly tag: 'faded' | null;
  /** Key of the item it is about, null for a document's. */
  readonly item: string | null;
}

/** A report on its way to a finding: its rule and the item it is about, null where it is about none. */
export interface Raised {
  readonly rule: Rule;
  readonly item: Item | null;
  readonly report: Report;
}
