import { explain, noSuchRule } from '../rules/page.ts';
import { RULES } from '../rules/registry.ts';
import { answered, refused } from './tool.ts';
import type { Tool } from './tool.ts';

/** The page of a rule, as Markdown. */
export const explainRule: Tool = {
  name: 'okr_explain_rule',
  title: 'Explain a rule',
  says: 'Explains what a finding such as OKR101 is about: what the rule reports, why it matters, how to mend it, with an example before and after.',
  inputs: { rule: { says: 'The code or name of the rule, for example OKR101 or not-measurable.' } },
  answer(_scene, { rule = '' }) {
    const page = explain(rule);
    if (page !== null) return answered(page);
    const all = RULES.map(({ code, name }) => `${code} ${name}`).join(', ');
    return refused(noSuchRule(rule, `There are: ${all}.`));
  },
};
