import { isBelowTop } from '../model/cascade.ts';
import { scopeName } from './cycles.ts';
import { has, titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr401 = defineRule({
  code: 'OKR401',
  name: 'orphan',
  severity: 'warning',
  says: 'An objective below the top of the cascade that supports nothing and says no `why`.',
  why: `A team's objective serves one above it, or it has a reason of its own. \`supports:\` names what it serves, in one line that
the cascade is drawn from; \`why:\` is for the objective that stands for itself.`,
  sources: ['PB', 'S1', 'S3'],
  bad: `company acme: Acme
  objective loyalty: Become the shop people come back to
team support: Customer Support
  parent: acme
  objective: Be quick to help`,
  good: `company acme: Acme
  objective loyalty: Become the shop people come back to
team support: Customer Support
  parent: acme
  objective: Be quick to help
    supports: loyalty`,
  messages: {
    orphan:
      '{item} of {scope} supports nothing. Name what it serves (supports: …), or say why it matters now (why: …).',
  },
  dependsOn: ['scope'],
  objective(objective, { plan }) {
    if (has(objective, 'supports') || has(objective, 'why') || !isBelowTop(plan, objective)) return [];
    return [{ message: 'orphan', args: { scope: scopeName(objective.scope) }, place: titlePlace(objective) }];
  },
});
