import { SOURCES } from '../rules/rule.ts';
import type { Rule, RuleOption } from '../rules/rule.ts';
import { wrap } from './wrap.ts';

const COLUMNS = 80;
const INDENT = '    ';

/** The page of a rule as plain text for a terminal. Ends in a line break. */
export function writeRuleText(rule: Rule): string {
  const options = Object.entries(rule.options);
  const sections = [
    `${rule.code}/${rule.name}  (${rule.severity} by default)`,
    fill(rule.says),
    ...rule.why.trim().split(/\n{2,}/).map((paragraph) => fill(paragraph.replace(/\s*\n\s*/g, ' '))),
    `Reported:\n\n${indent(rule.bad)}`,
    `Better:\n\n${indent(rule.good)}`,
    ...(options.length === 0 ? [] : [`Options:\n\n${options.map(writeOption).join('\n')}`]),
    fill(`After: ${rule.sources.map((source) => SOURCES[source]).join('; ')}.`),
    `Silence it for one item, with the reason:\n\n${INDENT}# okr-ignore ${rule.name}: REASON`,
  ];
  return `${sections.join('\n\n')}\n`;
}

/** One line a rule: code, name, severity by default and what it reports. Ends in a line break. */
export function writeRuleList(rules: readonly Rule[]): string {
  const width = Math.max(0, ...rules.map(({ name }) => name.length));
  return rules
    .map(({ code, name, severity, says }) => `${code}  ${name.padEnd(width)}  ${severity.padEnd(7)}  ${says}\n`)
    .join('');
}

function writeOption([name, option]: [string, RuleOption]): string {
  return `${INDENT}${name}  ${JSON.stringify(option.default)}  ${option.says}`;
}

function indent(text: string): string {
  return text
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => `${INDENT}${line}`.trimEnd())
    .join('\n');
}

function fill(text: string): string {
  return wrap(text.trim().split(/\s+/), COLUMNS).join('\n');
}
