import { nearest } from '../syntax/nearest.ts';
import type { Place, Plan } from '../model/plan.ts';
import { replacement } from './edits.ts';
import { perPlan } from './per-plan.ts';
import { defineRule } from './rule.ts';

interface Stranger {
  readonly name: string;
  readonly place: Place;
}

const strangersByFile = perPlan((plan) => {
  const known = new Set(knownPeople(plan));
  const files = new Map<string, Stranger[]>();
  if (known.size === 0) return files;
  for (const { handle, uses } of plan.people) {
    if (handle === null || known.has(handle.toLowerCase())) continue;
    for (const place of uses) {
      const strangers = files.get(place.uri);
      if (strangers) strangers.push({ name: handle, place });
      else files.set(place.uri, [{ name: handle, place }]);
    }
  }
  return files;
});

function knownPeople(plan: Plan): readonly string[] {
  return plan.scopes.filter(({ kind }) => kind === 'person').map(({ key }) => key);
}

export const okr009 = defineRule({
  code: 'OKR009',
  name: 'unknown-person',
  severity: 'warning',
  says: 'A handle that is none of the people whom the workspace declares.',
  why: `A workspace that has \`person\` headers has a list of its people, and a handle outside it is a slip or someone who is
still to be added. Workspaces without \`person\` headers keep no such list, and the rule is silent.`,
  sources: ['language'],
  bad: `person maria: Maria Lopes
team support: Customer Support
  lead: @mria`,
  good: `person maria: Maria Lopes
team support: Customer Support
  lead: @maria`,
  fixes: ['Write @{handle}'],
  messages: {
    unknown: 'There is no person @{handle} in this workspace.{hint} Add "person {handle}: NAME" if they are new.',
  },
  document({ uri }, { plan }) {
    return (strangersByFile(plan).get(uri) ?? []).map(({ name, place }) => {
      const better = nearest(name, knownPeople(plan))[0];
      return {
        message: 'unknown',
        args: { handle: name, hint: better === undefined ? '' : ` Did you mean @${better}?` },
        place,
        fixes:
          better === undefined
            ? []
            : [{ title: `Write @${better}`, safe: false, edits: [replacement(place, `@${better}`)] }],
      };
    });
  },
});
