import { said } from '../syntax/said.ts';
import type { Goal, PlanFix } from '../model/plan.ts';
import { newProperty } from './edits.ts';
import { titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr701 = defineRule({
  code: 'OKR701',
  name: 'no-owner',
  severity: 'warning',
  says: 'An objective without an owner, or a key result that has none and stands under no objective.',
  why: `What everybody owns nobody reports on. The owner is the one who is asked; the others stand in \`with\`. An objective's owner
is its key results' too, so one line is enough, and one finding.`,
  sources: ['S1'],
  bad: `team support: Customer Support
  lead: @maria
  objective: Be quick to help
    kr: Answer within 6 h`,
  good: `team support: Customer Support
  lead: @maria
  objective: Be quick to help
    owner: @maria
    kr: Answer within 6 h`,
  fixes: ['Make {name}, who leads {scope}, the owner'],
  messages: { none: '{item} has no owner. Name the one person who reports on it: owner: @…' },
  dependsOn: ['scope'],
  objective: (objective) => missing(objective),
  keyResult: (kr) => (kr.objective ? [] : missing(kr)),
});

function missing(goal: Goal) {
  if (goal.owner || goal.properties.has('owner')) return [];
  return [{ message: 'none' as const, args: {}, place: titlePlace(goal), fixes: leadAsOwner(goal) }];
}

/** Where the scope has one lead, the owner is likely to be the same. */
function leadAsOwner(goal: Goal): readonly PlanFix[] {
  if (goal.scope === null || goal.scope === 'unknown' || goal.header.fromList) return [];
  const [lead, second] = goal.scope.lead;
  if (!lead || second) return [];
  const name = lead.handle === null ? lead.name : `@${lead.handle}`;
  return [
    {
      title: said`Make ${name}, who leads ${goal.scope.title}, the owner`,
      safe: false,
      edits: [newProperty(goal, 'owner', name)],
    },
  ];
}
