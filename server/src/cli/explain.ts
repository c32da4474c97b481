import { writePageText } from '../report/page-text.ts';
import { writeRuleList } from '../report/rule-list.ts';
import { explain as pageOf, noSuchRule } from '../rules/page.ts';
import { RULES } from '../rules/registry.ts';
import { cannotRun } from './failure.ts';
import type { Failure } from './failure.ts';

/** The page of a rule, by code (or its digits) or name and whatever the case, or the list of all rules where none is named. */
export function explain(name: string | null, strong: (text: string) => string): string | Failure {
  if (name === null) return writeRuleList(RULES);
  const page = pageOf(/^\d{3}$/.test(name) ? `OKR${name}` : name);
  if (page !== null) return writePageText(page, strong);
  return cannotRun(noSuchRule(name, '"okr explain" lists them all.'));
}
