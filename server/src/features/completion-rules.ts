import { said, worded } from '../syntax/said.ts';
import { RULES } from '../rules/registry.ts';
import { REST_OF_NAME } from './completion-names.ts';
import type { Before, Proposals } from './completion.ts';

/** The rules, by code and found by name as well, behind `# okr-ignore`. Nothing in the reason. */
export function ruleProposals({ text }: Before): Proposals | null {
  if (text.includes(':')) return null;
  const space = /\s(?=\S*$)/.exec(text);
  if (space === null || !/okr-ignore(?:-file)?\s/i.test(text)) return null;
  return {
    from: space.index + 1,
    over: REST_OF_NAME,
    items: RULES.map(({ code, name, says }) => ({
      label: code,
      kind: 'rule',
      description: said`${name}`,
      detail: worded(says),
      about: { kind: 'rule', code },
      find: `${code} ${name}`,
    })),
  };
}
