import { writeMetric } from '../measure/write-metric.ts';
import type { Plan } from '../model/plan.ts';
import { standingOf } from '../model/standing.ts';
import { PERSPECTIVE_WORDS, PRIORITY_WORDS, REVIEW_WORDS, STATUS_WORDS, TYPE_WORDS } from '../model/value-words.ts';
import { headerOf } from '../syntax/keywords.ts';
import { PROPERTIES } from '../syntax/properties.ts';
import type { PropertyName, ValueShape } from '../syntax/properties.ts';
import { NOTHING, REST_OF_NAME, REST_OF_WORD } from './completion-names.ts';
import type { Before, Proposal, Proposals } from './completion.ts';
import { cycleNames, dueDates } from './completion-dates.ts';
import { people, startOfName, startOfPart } from './completion-people.ts';
import { references, scopes } from './completion-references.ts';
import { holderOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';

/** What may stand behind a property's name. Null where any text may. */
export function valueProposals(cursor: Cursor, before: Before, property: PropertyName): Proposals | null {
  const { shape } = PROPERTIES[property];
  const items = ofShape(cursor, shape);
  if (items === null) return null;
  const from = shape === 'person' || shape === 'people' ? startOfName(before) : startOfPart(before);
  return { from, over: shape === 'metric' ? NOTHING : REST_OF_NAME, items };
}

function ofShape(cursor: Cursor, shape: ValueShape): readonly Proposal[] | null {
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
      return item === null ? null : references(cursor, [holder(cursor)?.kind ?? item.kind]);
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
    case 'metric':
      return metrics(cursor);
    case 'words':
      return tags(plan);
    case 'text':
    case 'number':
    case 'share':
    case 'links':
    case 'quantity':
    case 'bound':
      return null;
  }
}

function holder({ item, placed }: Cursor): Cursor['item'] {
  return item === null || placed === null ? item : holderOf(item, placed.line);
}

function words(of: { readonly values: ReadonlyMap<string, string> }): readonly Proposal[] {
  return [...new Set(of.values.values())].map((label) => ({ label, kind: 'value' }));
}

/** The measure that the title implies, then the forms that a metric can have. */
function metrics({ plan, item }: Cursor): readonly Proposal[] {
  const standing = item?.kind === 'kr' ? standingOf(plan, item) : null;
  const implied = standing?.source === 'title' ? standing.measure : null;
  const forms: readonly Proposal[] = [
    {
      label: 'from -> to',
      kind: 'snippet',
      detail: 'from a baseline to a target',
      text: '-> ',
      snippet: '${1:0} -> ${2:100}',
    },
    { label: 'at least', kind: 'snippet', detail: 'a bound to reach', text: '>= ', snippet: '>= ${1:90%}' },
    {
      label: 'keep',
      kind: 'snippet',
      detail: 'a bound to hold all along',
      text: 'keep >= ',
      snippet: 'keep >= ${1:99.9%}',
    },
    { label: 'done', kind: 'value', detail: 'a milestone: it is there or it is not' },
    { label: 'tasks', kind: 'value', detail: 'the share of its tasks that is ticked off' },
  ];
  if (implied === null) return forms;
  return [{ label: writeMetric(implied), kind: 'value', detail: 'as the title has it' }, ...forms];
}

function tags(plan: Plan): readonly Proposal[] {
  const counts = new Map<string, number>();
  for (const { tags: own } of plan.items.values()) for (const tag of own) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([label]) => ({ label, kind: 'value' }));
}

/** What may follow the day of a check-in: states and changes first, how it goes behind the value. Null in a remark. */
export function checkInProposals({ item }: Cursor, before: Before): Proposals | null {
  const from = startOfPart(before);
  const first = !before.text.slice(before.content).includes(',');
  const moods: readonly Proposal[] = ['on track', 'at risk', 'off track'].map((label) => ({ label, kind: 'value' }));
  const confidence: Proposal = { label: 'confidence', kind: 'keyword', detail: '0.0 to 1.0', text: 'confidence ' };
  if (item?.kind === 'kpi') return null;
  if (!first) return { from, over: REST_OF_WORD, items: [confidence, ...moods] };
  const changes: readonly Proposal[] = ['target', 'baseline', 'by'].map((name) => ({
    label: name,
    kind: 'keyword',
    detail: 'the goalpost is moved, and why',
    text: `${name} `,
  }));
  return {
    from,
    over: REST_OF_WORD,
    items: [...moods, { label: 'done', kind: 'value' }, ...words(STATUS_WORDS), ...changes],
  };
}

/** The ids of known scopes behind their keyword, and cycles behind `cycle`. Null elsewhere. */
export function headerProposals({ plan }: Cursor, { text, content }: Before): Proposals | null {
  const match = /^([a-z]+)\s+(?=[^\s:]*$)/i.exec(text.slice(content));
  const kind = match?.[1] === undefined ? null : headerOf(match[1]);
  if (match === null || kind === null) return null;
  const from = content + match[0].length;
  if (kind === 'cycle') return { from, over: REST_OF_NAME, items: cycleNames(plan) };
  const items = scopes(plan, null).filter(({ detail }) => detail === kind);
  return { from, over: REST_OF_NAME, items };
}
