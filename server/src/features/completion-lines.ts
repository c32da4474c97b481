import { worded } from '../syntax/said.ts';
import type { Item, Plan, Scope } from '../model/plan.ts';
import { PROPERTY_NAMES } from '../syntax/keywords.ts';
import { PROPERTIES } from '../syntax/properties.ts';
import type { Owner, PropertyName } from '../syntax/properties.ts';
import type { HeaderKind } from '../syntax/tree.ts';
import { journalLines } from './completion-check-in.ts';
import { blockSnippets, cycleSnippet } from './completion-snippets.ts';
import { NOTHING, REST_OF_KEYWORD } from './completion-names.ts';
import type { Before, Proposal, Proposals } from './completion.ts';
import { objectiveAt } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { HEADER_SAYS } from './meanings.ts';

/**
 * What a line may begin with: the properties that the item above still lacks, a check-in of today, a task, the properties
 * that its objective lacks, and the headers, the likeliest first.
 */
export function lineStartProposals(cursor: Cursor, { text, content }: Before): Proposals {
  const item = itemAround(cursor);
  const objective = objectiveAt({ ...cursor, item });
  const around = item ?? cursor.scope;
  return {
    from: content,
    // In front of a line that is already there something is put in, not over it.
    over: text.length > content ? REST_OF_KEYWORD : NOTHING,
    items: [
      ...(around === null ? [] : lacking(around)),
      ...(item === null ? [] : journalLines(cursor.plan, item, text.slice(content))),
      ...(objective === null || objective === item ? [] : lacking(objective, item)),
      ...headers(cursor, item),
    ],
  };
}

/** The item that a line about to be written belongs to: not the half-written header that the cursor stands in. */
function itemAround({ item, placed, document }: Cursor): Item | null {
  if (item === null || item.header !== placed?.line) return item;
  const above = document.items[document.items.indexOf(item) - 1];
  return above !== undefined && above.scope === item.scope && above.cycle === item.cycle ? above : null;
}

/** The properties that an item or scope may still get, those that it lacks before those that may stand several times. */
function lacking(around: Item | Scope, nearer: Item | null = null): readonly Proposal[] {
  const belongsTo = (name: PropertyName, kind: Owner): boolean => {
    const of: readonly Owner[] = PROPERTIES[name].of;
    return of.includes(kind);
  };
  const possible = PROPERTY_NAMES.filter((name) => belongsTo(name, around.kind))
    .filter((name) => nearer === null || !belongsTo(name, nearer.kind))
    .filter((name) => PROPERTIES[name].repeats || !around.properties.has(name));
  const present = (name: PropertyName): number => Number(around.properties.has(name));
  return possible
    .sort((a, b) => present(a) - present(b))
    .map((name) => ({
      label: name,
      kind: 'property',
      detail: worded(PROPERTIES[name].says),
      text: `${name}: `,
    }));
}

function headers(cursor: Cursor, item: Item | null): readonly Proposal[] {
  return headerOrder(cursor, item).flatMap((kind): readonly Proposal[] => [
    { label: kind, kind: 'keyword', detail: HEADER_SAYS[kind], ...headerText(cursor.plan, kind) },
    ...blockSnippets(cursor.plan, kind),
  ]);
}

function headerOrder({ scope, cycle }: Cursor, item: Item | null): readonly HeaderKind[] {
  if (item !== null && item.kind !== 'kpi')
    return ['kr', 'objective', 'kpi', 'team', 'department', 'person', 'company', 'cycle'];
  if (scope !== null) return ['objective', 'kpi', 'kr', 'team', 'department', 'person', 'company', 'cycle'];
  if (cycle === null) return ['cycle', 'company', 'department', 'team', 'person', 'objective', 'kpi', 'kr'];
  return ['company', 'department', 'team', 'person', 'objective', 'kpi', 'kr', 'cycle'];
}

function headerText(plan: Plan, kind: HeaderKind): Pick<Proposal, 'text' | 'snippet'> {
  switch (kind) {
    case 'objective':
    case 'kr':
      return { text: `${kind}: ` };
    case 'kpi':
      return { text: 'kpi ', snippet: 'kpi ${1:id}: $0' };
    case 'cycle':
      return { text: 'cycle ', snippet: cycleSnippet(plan) };
    case 'company':
    case 'department':
    case 'team':
    case 'person':
      return { text: `${kind} `, snippet: `${kind} \${1:id}: $0` };
  }
}
