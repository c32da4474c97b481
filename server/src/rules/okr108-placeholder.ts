import type { Item } from '../model/plan.ts';
import { titlePlace } from './places.ts';
import { readingOf } from '../model/title.ts';
import { defineRule } from './rule.ts';

export const okr108 = defineRule({
  code: 'OKR108',
  name: 'placeholder',
  severity: 'warning',
  says: 'TODO, TBD, "X%" or "Key Result 1" left as the title, or no title at all.',
  why: `A placeholder is a promise to think later, and it looks finished in every list. Write what is known, or set
\`status: draft\` on the objective until it is: drafts are left in peace.`,
  sources: ['practice'],
  bad: `objective: Be quick to help
  kr: TBD
  kr: Resolve X% of tickets within the first contact`,
  good: `objective: Be quick to help
  kr: Answer within 6 h
  kr: Resolve 85% of tickets within the first contact`,
  messages: {
    placeholder:
      '{item} still has a placeholder in its title. Say what is meant, or mark the objective as a draft (status: draft).',
    kpi: '{item} still has a placeholder in its title. Say what is measured.',
    empty: '{item}. Say what it is about, behind the colon.',
  },
  insteadOf: ['OKR101', 'OKR103', 'OKR102'],
  objective: (objective) => leftOver(objective),
  keyResult: (kr) => leftOver(kr),
  kpi: (kpi) => leftOver(kpi),
});

/** "Objective 2", "Key result", "KPI #3": the label of a template, and nothing else. */
const LABEL =
  /^(?:the\s+)?(?:objective|goal|key\s*result|kr|kpi)\s*#?\s*(?:\d+(?:\.\d+)*|[a-c])?\s*(?:title|name|here)?[.:]?$/i;

function leftOver(item: Item) {
  const place = titlePlace(item);
  // A header without its colon is told of as such.
  if (item.title.trim() === '') return item.header.faulty ? [] : [{ message: 'empty' as const, args: {}, place }];
  if (!readingOf(item).placeholder && !LABEL.test(item.title.trim())) return [];
  const because = readingOf(item)
    .because.slice(0, 1)
    .map(({ text, says }) => ({ text, says }));
  return [{ message: item.kind === 'kpi' ? ('kpi' as const) : ('placeholder' as const), args: {}, place, because }];
}
