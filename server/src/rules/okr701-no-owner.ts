import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import type { Goal, PersonUse, PlanFix } from '../model/plan.ts';
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
  fixes: ['Make {name}, who leads {scope}, the owner', 'Make {name} the owner'],
  messages: { none: '{item} has no owner. Name the one person who reports on it: owner: @…' },
  dependsOn: ['scope'],
  objective: (objective) => missing(objective),
  keyResult: (kr) => (kr.objective ? [] : missing(kr)),
});

function missing(goal: Goal) {
  if (goal.owner || goal.properties.has('owner')) return [];
  return [{ message: 'none' as const, args: {}, place: titlePlace(goal), fixes: likelyOwners(goal) }];
}

/** So many people are offered where nobody is likelier than the others. */
const MOST_OFFERED = 3;

/** Where the scope has one lead, the owner is likely to be the same; else one of those who lead it, or belong to it. */
function likelyOwners(goal: Goal): readonly PlanFix[] {
  const { scope, header } = goal;
  if (scope === null || scope === 'unknown' || header.fromList) return [];
  const [lead, second] = scope.lead;
  if (lead && !second) return [fix(goal, lead, (name) => said`Make ${name}, who leads ${scope.title}, the owner`)];
  const people = new Map([...scope.lead, ...scope.members].map((person) => [nameOf(person), person]));
  return [...people.values()]
    .slice(0, MOST_OFFERED)
    .map((person) => fix(goal, person, (name) => said`Make ${name} the owner`));
}

function fix(goal: Goal, person: PersonUse, title: (name: string) => Said): PlanFix {
  const name = nameOf(person);
  return { title: title(name), safe: false, edits: [newProperty(goal, 'owner', name)] };
}

const nameOf = ({ handle, name }: PersonUse): string => (handle === null ? name : `@${handle}`);
