import { said } from '../syntax/said.ts';
import { cycleName, scopeName } from './cycles.ts';
import { objectivesBeside } from './peers.ts';
import { titlePlace } from './places.ts';
import { defineRule, numberOption } from './rule.ts';

export const okr601 = defineRule({
  code: 'OKR601',
  name: 'too-many-objectives',
  severity: 'warning',
  says: 'More than 5 objectives in a scope and cycle.',
  why: `Objectives say what matters most, and a long list says that nothing does. Three to five is what people can keep in mind.
Join what belongs together, postpone what can wait (\`status: postponed\`), or give it to the team it belongs to. Drafts,
dropped, postponed and closed ones are not counted.`,
  sources: ['RW', 'S1', 'S3'],
  bad: `cycle 2026-Q4
team support: Customer Support
  objective: Be quick to help
  objective: Be kind to callers
  objective: Learn from every complaint
  objective: Make self-service a pleasure
  objective: Grow our own experts
  objective: Be loved by the shops`,
  good: `cycle 2026-Q4
team support: Customer Support
  objective: Be quick to help
  objective: Be kind to callers
  objective: Learn from every complaint`,
  messages: {
    many: '{item}: {scope} has {count} objectives{cycle}, more than {max}. Join some, or postpone what can wait.',
  },
  options: { max: numberOption(5, 1, 'How many objectives a scope may have in a cycle.') },
  dependsOn: ['period', 'scope'],
  objective(objective, { plan, options: { max } }) {
    const beside = objectivesBeside(plan, objective);
    if (beside[max] !== objective) return [];
    const cycle = cycleName(objective);
    const args = {
      scope: scopeName(objective.scope),
      count: beside.length,
      cycle: cycle === null ? '' : said` in ${cycle}`,
      max,
    };
    const related = beside.slice(0, max).map((other) => ({ place: titlePlace(other), message: said`counted too` }));
    return [{ message: 'many', args, place: titlePlace(objective), related }];
  },
});
