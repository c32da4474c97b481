import type { Rule } from '../rules/rule.ts';

/** One line a rule: code, name, severity by default and what it reports. Ends in a line break. */
export function writeRuleList(rules: readonly Rule[]): string {
  const width = Math.max(0, ...rules.map(({ name }) => name.length));
  return rules
    .map(({ code, name, severity, says }) => `${code}  ${name.padEnd(width)}  ${severity.padEnd(7)}  ${says}\n`)
    .join('');
}
