import type { Plan } from '../model/plan.ts';
import { counted } from '../rules/render.ts';

import { REST_OF_NAME } from './completion-names.ts';
import { scopeWithId } from './scope-names.ts';
import type { Before, Proposal, Proposals } from './completion.ts';

/** Everyone named in the workspace, those who are named most first; `@` and what follows it is replaced. */
export function peopleProposals(plan: Plan, before: Before): Proposals {
  return { from: startOfName(before), over: REST_OF_NAME, items: people(plan) };
}

export function people(plan: Plan): readonly Proposal[] {
  return [...plan.people]
    .sort((a, b) => Number(a.handle === null) - Number(b.handle === null) || b.uses.length - a.uses.length)
    .map(({ handle, name, uses }) => {
      const label = handle === null ? name : `@${handle}`;
      const scope = handle === null ? null : scopeWithId(plan, handle);
      const called = scope?.kind === 'person' && scope.title !== handle ? scope.title : null;
      return {
        label,
        kind: 'person',
        description: called === null ? counted(uses.length, 'place') : called,
        about: { kind: 'person', handle, name },
        ...(called === null ? {} : { find: `${label} ${called}` }),
      };
    });
}

/** Where the name in front of the cursor begins: behind the last comma, colon or space before an `@`. */
export function startOfName({ text, content }: Before): number {
  const at = text.lastIndexOf('@');
  if (at >= content && !/[\s,]/.test(text.slice(at))) return at;
  return startOfPart({ text, content });
}

/** Where the part of a list that the cursor is in begins: behind the last comma or colon and the white space after it. */
export function startOfPart({ text, content }: Before): number {
  const separator = Math.max(text.lastIndexOf(','), text.indexOf(':', content));
  return separator + 1 + (/^\s*/.exec(text.slice(separator + 1))?.[0].length ?? 0);
}
