import { said } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Block, Span } from '../syntax/tree.ts';
import { counted } from '../rules/render.ts';
import { briefOf } from './brief.ts';
import { dotted, escaped, paragraphs } from './markdown.ts';
import { touches } from './cursor.ts';

type Person = Plan['people'][number];

/** How many of a person's items are listed. */
const MOST = 12;

/** Who is named at an offset of a block, with the place of the name. */
export function personAt(
  plan: Plan,
  uri: string,
  block: Block,
  at: number,
): { readonly name: Person; readonly span: Span } | null {
  for (const person of plan.people) {
    const use = person.uses.find((place) => place.uri === uri && place.block === block && touches(place.span, at));
    if (use !== undefined) return { name: person, span: use.span };
  }
  return null;
}

/** What someone owns, those of running cycles first, with how each stands. */
export function personCard(plan: Plan, { handle, name }: Person, say: Say): string {
  const owned = [...plan.items.values()].filter(({ owner }) => {
    if (owner?.kind !== 'person' || owner.inherited) return false;
    return owner.person.handle === handle && owner.person.name === name;
  });
  const running = owned.filter((item) => !isOver(item, plan.today));
  const shown = running.slice(0, MOST);
  const rest = running.length - shown.length;
  return paragraphs(
    dotted(
      `**${escaped(handle === null ? name : `@${handle}`)}**`,
      say(said`owns ${counted(running.length, 'item')} now`),
    ),
    [
      ...shown.map((item) => `- ${dotted(escaped(item.title), briefOf(plan, item, say))}`),
      ...(rest > 0 ? [`- ${say(said`and ${rest} more`)}`] : []),
    ].join('\n'),
  );
}

function isOver({ cycle }: Item, today: string): boolean {
  return cycle !== null && cycle !== 'unknown' && cycle.end !== null && cycle.end < today;
}
