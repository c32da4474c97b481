import { said } from '../syntax/said.ts';
import { nearest } from '../syntax/nearest.ts';
import type { Plan } from '../model/plan.ts';
import { replacement } from './edits.ts';
import { defineRule } from './rule.ts';

const declared = new WeakMap<Plan['scopes'], ReadonlySet<string>>();

/** Gone through once for a list of scopes, which stays the same while no header of a scope changes. */
function knownPeople({ scopes }: Plan): ReadonlySet<string> {
  let known = declared.get(scopes);
  if (known === undefined) {
    known = new Set(scopes.filter(({ kind }) => kind === 'person').map(({ key }) => key));
    declared.set(scopes, known);
  }
  return known;
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
  family(family, { plan }) {
    const known = knownPeople(plan);
    if (known.size === 0) return [];
    return family.people.flatMap(({ handle, place }) => {
      if (handle === null || known.has(handle.toLowerCase())) return [];
      const better = nearest(handle, [...known])[0];
      return [
        {
          message: 'unknown' as const,
          args: { handle, hint: better === undefined ? '' : said` Did you mean @${better}?` },
          place,
          fixes:
            better === undefined
              ? []
              : [{ title: said`Write @${better}`, safe: false, edits: [replacement(place, `@${better}`)] }],
        },
      ];
    });
  },
});
