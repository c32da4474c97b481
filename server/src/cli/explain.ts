import { nearest } from '../syntax/nearest.ts';
import { writeRuleList, writeRuleText } from '../report/rule-text.ts';
import { RULES, ruleCalled } from '../rules/registry.ts';
import { cannotRun } from './failure.ts';
import type { Failure } from './failure.ts';

/** The page of a rule, by code or name and whatever the case, or the list of all rules where none is named. */
export function explain(name: string | null): string | Failure {
  if (name === null) return writeRuleList(RULES);
  // Findings print a rule as code and name together; that is what people copy.
  const [code = name] = name.split('/');
  const rule = ruleCalled(code);
  if (rule) return writeRuleText(rule);
  const names = RULES.flatMap((known) => [known.code, known.name]);
  const [near] = nearest(code, names);
  const hint = near === undefined ? 'okr explain lists them all.' : `Did you mean ${near}?`;
  return cannotRun(`There is no rule "${name}". ${hint}`);
}
