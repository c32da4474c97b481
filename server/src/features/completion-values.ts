import type { Plan } from '../model/plan.ts';
import { PERSPECTIVE_WORDS, PRIORITY_WORDS, REVIEW_WORDS, STATUS_WORDS, TYPE_WORDS } from '../model/value-words.ts';
import { worded } from '../syntax/said.ts';
import { headerOf } from '../syntax/keywords.ts';
import { PROPERTIES } from '../syntax/properties.ts';
import type { PropertyName, ValueShape } from '../syntax/properties.ts';
import { REST_OF_NAME } from './completion-names.ts';
import type { Before, Proposal, Proposals } from './completion.ts';
import { metricProposals, quantityProposals } from './completion-metric.ts';
import { cycleNames, dueDates } from './completion-dates.ts';
import { people, startOfName, startOfPart } from './completion-people.ts';
import { earlier, references, scopes, scopesOf } from './completion-references.ts';
import { holderOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';

/** What may stand behind a property's name. Null where any text may. */
export function valueProposals(cursor: Cursor, before: Before, property: PropertyName): Proposals | null {
  const { shape } = PROPERTIES[property];
  if (shape === 'metric') return metricProposals(cursor, before);
  if (shape === 'bound' || shape === 'quantity') return quantityProposals(cursor, before, shape);
  // Behind the comma of what is no list stands a reason, in the planner's own words.
  if (!LISTS.has(shape) && before.text.slice(before.content).includes(',')) return null;
  const items = ofShape(cursor, shape);
  if (items === null) return null;
  const from = shape === 'person' || shape === 'people' ? startOfName(before) : startOfPart(before);
  const written = LISTS.has(shape) ? otherParts(cursor) : new Set<string>();
  return { from, over: REST_OF_NAME, items: without(items, written) };
}

function* without(items: Iterable<Proposal>, written: ReadonlySet<string>): Iterable<Proposal> {
  for (const item of items) if (!written.has(item.label)) yield item;
}

const LISTS: ReadonlySet<ValueShape> = new Set<ValueShape>(['people', 'references', 'objectives', 'words']);

/** What the list has already, the part aside that the cursor is in. */
function otherParts({ placed, offset }: Cursor): ReadonlySet<string> {
  if (placed?.line.kind !== 'property') return new Set();
  const at = offset - placed.start;
  return new Set(placed.line.parts.filter(({ from, to }) => at < from || at > to).map(({ text }) => text));
}

function ofShape(cursor: Cursor, shape: ValueShape): Iterable<Proposal> | null {
  const { plan, item, scope } = cursor;
  switch (shape) {
    case 'scope':
      return scopes(plan, scope);
    case 'person':
      return [...people(plan), ...scopes(plan, null)];
    case 'people':
      return people(plan);
    case 'references':
      return references(cursor, ['objective', 'kr']);
    case 'reference':
      return item === null ? null : earlier(cursor, holder(cursor)?.kind ?? item.kind);
    case 'kpi':
      return references(cursor, ['kpi']);
    case 'objectives':
      return references(cursor, ['objective']);
    case 'status':
      return words(STATUS_WORDS);
    case 'priority':
      return words(PRIORITY_WORDS);
    case 'type':
      return words(TYPE_WORDS);
    case 'perspective':
      return words(PERSPECTIVE_WORDS);
    case 'review':
      return words(REVIEW_WORDS);
    case 'cycle':
      return cycleNames(plan);
    case 'by':
      return dueDates(plan, item === null || item.cycle === 'unknown' ? null : item.cycle);
    case 'words':
      return tags(plan);
    case 'text':
    case 'number':
    case 'share':
    case 'links':
    case 'quantity':
    case 'bound':
    case 'metric':
      return null;
  }
}

function holder({ item, placed }: Cursor): Cursor['item'] {
  return item === null || placed === null ? item : holderOf(item, placed.line);
}

/** The words of a closed list, each once, with what they are called in another language. */
export function words(of: { readonly values: ReadonlyMap<string, string> }): readonly Proposal[] {
  return [...new Set(of.values.values())].map((label) => ({ label, kind: 'value', detail: worded(label) }));
}

function tags(plan: Plan): readonly Proposal[] {
  const counts = new Map<string, number>();
  for (const { tags: own } of plan.items.values()) for (const tag of own) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([label]) => ({ label, kind: 'value' }));
}

/** The ids of known scopes behind their keyword, and cycles behind `cycle`. Null elsewhere. */
export function headerProposals({ plan }: Cursor, { text, content }: Before): Proposals | null {
  const match = /^([a-z]+)\s+(?=[^\s:]*$)/i.exec(text.slice(content));
  const kind = match?.[1] === undefined ? null : headerOf(match[1]);
  if (match === null || kind === null) return null;
  const from = content + match[0].length;
  if (kind === 'cycle') return { from, over: REST_OF_NAME, items: cycleNames(plan) };
  if (kind === 'objective' || kind === 'kr' || kind === 'kpi') return { from, over: REST_OF_NAME, items: [] };
  return { from, over: REST_OF_NAME, items: scopesOf(plan, kind) };
}
