import { PRESETS } from './presets/index.ts';
import { nearest } from '../syntax/nearest.ts';
import { RULES, ruleCalled } from './registry.ts';
import { SOURCES } from './rule.ts';
import type { Rule, RuleOption } from './rule.ts';
import { settingsOfPreset } from './preset-settings.ts';

/** The ten groups of rules, by the first digit of their codes. */
export const GROUPS = {
  0: 'Language: the file can be read, and its names resolve',
  1: 'Measurable',
  2: 'Specific',
  3: 'Achievable and ambitious',
  4: 'Relevant and aligned',
  5: 'Time-bound',
  6: 'Focus',
  7: 'Ownership and check-ins',
  8: 'KPIs and OKRs are not the same',
  9: 'Scoring and closing',
} as const satisfies Record<Rule['group'], string>;

/** The file name of a rule's page: `okr101-not-measurable.md`. */
export function pageName({ code, name }: Pick<Rule, 'code' | 'name'>): string {
  return `${code.toLowerCase()}-${name}.md`;
}

/** What there is to say of a name that no rule has: those that are nearest to it, else `otherwise`. */
export function noSuchRule(name: string, otherwise: string): string {
  const names = RULES.flatMap((rule) => [rule.code, rule.name]);
  const misspelt = nearest(name, names);
  const word = name.toLowerCase();
  const near = misspelt.length > 0 ? misspelt : names.filter((each) => each.split('-').includes(word)).slice(0, 3);
  return `There is no rule "${name}". ${near.length === 0 ? otherwise : `Did you mean ${near.join(' or ')}?`}`;
}

/** The page of a rule by its code or name, as Markdown; null where there is no such rule. */
export function explain(codeOrName: string): string | null {
  const rule = ruleCalled(codeOrName);
  return rule ? pageOf(rule) : null;
}

/** The page of a rule: what it reports, why, an example, its options, where it comes from, how to set and silence it. */
export function pageOf(rule: Rule): string {
  const sections = [
    `# ${rule.code} · ${rule.name}`,
    rule.says,
    `**Default:** ${rule.severity}${presetNote(rule)} · **Group:** ${GROUPS[rule.group]}`,
    rule.why,
    restNote(rule),
    `## Reported\n\n${fenced(rule.bad, 'okr')}`,
    `## Better\n\n${fenced(rule.good, 'okr')}`,
    fixesSection(rule),
    optionsSection(rule),
    settingSection(rule),
    `## Where it comes from\n\n${rule.sources.map((source) => `- ${capital(SOURCES[source])}`).join('\n')}`,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function presetNote(rule: Rule): string {
  const changes = Object.entries(PRESETS).flatMap(([name, preset]) => {
    const own = settingsOfPreset(preset).get(rule.code);
    const raised = rule.severity === 'off' ? undefined : preset.raise[rule.severity];
    const setting = own?.setting ?? raised;
    const options = Object.entries(own?.options ?? {}).map(([option, value]) => `\`${option}\` ${String(value)}`);
    const says = [...(setting && setting !== rule.severity ? [setting] : []), ...options];
    return says.length === 0 ? [] : [`${says.join(', ')} in \`${name}\``];
  });
  return changes.length === 0 ? '' : ` (${changes.join('; ')})`;
}

function restNote(rule: Rule): string {
  if (rule.group === '0') return '';
  return rule.old === true
    ? 'It speaks of finished items and old cycles, too; drafts are left in peace.'
    : 'Dropped, postponed and closed items, drafts, and cycles that ended more than 31 days ago are left in peace.';
}

function fixesSection({ fixes = [] }: Rule): string {
  if (fixes.length === 0) return '';
  const titles = fixes.map((title) => `- ${title.replace(/\{(\w+)\}/g, '*$1*')}`);
  return ['## Quick fixes', '', 'Offered where the text allows them:', '', ...titles].join('\n');
}

function optionsSection(rule: Rule): string {
  const names = Object.entries(rule.options);
  if (names.length === 0) return '';
  const rows = names.map(
    ([name, option]) => `| \`${name}\` | \`${JSON.stringify(option.default)}\` | ${option.says} |`,
  );
  return ['## Options', '', '| option | default | what it does |', '|---|---|---|', ...rows].join('\n');
}

function settingSection(rule: Rule): string {
  const json = JSON.stringify({ rules: { [rule.name]: exampleSetting(rule) } }, null, 2);
  const silence =
    rule.code === 'OKR010'
      ? ''
      : `\n\nTo silence it for one item, write above the item:\n\n${fenced(`# okr-ignore ${rule.code}: REASON`, 'okr')}`;
  return `## Setting it\n\nIn \`okr.config.json\`:\n\n${fenced(json, 'json')}${silence}`;
}

function exampleSetting(rule: Rule): unknown {
  const [first] = Object.entries(rule.options);
  const severity = rule.severity === 'off' || rule.severity === 'info' ? 'warning' : 'off';
  return first ? { severity: 'info', [first[0]]: exampleValue(first[1]) } : severity;
}

function exampleValue({ default: value }: RuleOption): unknown {
  return typeof value === 'object' && value.length === 0 ? ['…'] : value;
}

function fenced(text: string, language: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
