import { said } from '../syntax/said.ts';
import type { Item, Plan } from '../model/plan.ts';
import { STATUS_WORDS } from '../model/value-words.ts';
import { lastLevel } from '../rules/check-in-line.ts';
import { checkInForm, formSnippet } from './check-in-form.ts';
import { REST_OF_WORD } from './completion-names.ts';
import { startOfPart } from './completion-people.ts';
import { unitProposals } from './completion-units.ts';
import { words } from './completion-values.ts';
import type { Before, Proposal, Proposals } from './completion.ts';
import type { Cursor } from './cursor.ts';
import { day } from './words.ts';

/**
 * The journal line of today with the unit of the item filled in, found by its date and by "today" alike, and a task.
 * `typed` is what stands before the cursor.
 */
export function journalLines(plan: Plan, item: Item, typed: string): readonly Proposal[] {
  const { today } = plan;
  const form = checkInForm(plan, item);
  const isEmpty = Object.values(form).every((part) => part === '');
  const dated: Proposal = {
    label: today,
    kind: 'date',
    description: item.kind === 'kpi' ? said`reading of today` : said`check-in of today`,
    text: `${today}: `,
    ...(isEmpty ? {} : { snippet: `${today}: ${formSnippet(form)}$0` }),
    // Clients that go by the first letters find it by either.
    find: /^\d/.test(typed) ? `${today} today check-in` : `today check-in ${today}`,
  };
  if (item.kind === 'kpi') return [dated];
  const task: Proposal = {
    label: '[ ]',
    kind: 'snippet',
    detail: said`a task that should move it`,
    text: '[ ] ',
    find: /^\p{L}/u.test(typed) ? 'task initiative [ ]' : '[ ] task initiative',
  };
  return [dated, task];
}

const MOODS = [said`on track`, said`at risk`, said`off track`];

/** What may follow the day of a check-in: the last level, states and changes; behind the value how it goes. */
export function checkInProposals({ plan, item }: Cursor, before: Before): Proposals | null {
  const from = startOfPart(before);
  const units = unitProposals(plan, item, before);
  const first = !before.text.slice(before.content).includes(',');
  if (units !== null && first) return units;
  const last = item === null ? null : lastLevel(item, plan.today);
  const level: readonly Proposal[] =
    item === null || last === null
      ? []
      : [{ label: last, kind: 'value', detail: said`the last level`, snippet: formSnippet(checkInForm(plan, item)) }];
  if (item?.kind === 'kpi') return first ? { from, over: REST_OF_WORD, items: level } : null;
  const moods: readonly Proposal[] = MOODS.map((mood) => ({
    label: mood.text,
    kind: 'value',
    detail: mood,
  }));
  const confidence: Proposal = { label: 'confidence', kind: 'keyword', detail: said`0.0 to 1.0`, text: 'confidence ' };
  if (!first) {
    // Behind "confidence " its number is to come, and a check-in says it once.
    const isSaid = /,\s*confidence\s/.test(before.text);
    return { from, over: REST_OF_WORD, items: isSaid ? moods : [confidence, ...moods] };
  }
  const changes: readonly Proposal[] = ['target', 'baseline', 'by'].map((name) => ({
    label: name,
    kind: 'keyword',
    detail: said`moved on ${day(plan.today, 'short')}, and why`,
    text: `${name} `,
  }));
  return {
    from,
    over: REST_OF_WORD,
    items: [
      ...level,
      ...moods,
      { label: 'done', kind: 'value', detail: said`done` },
      ...words(STATUS_WORDS),
      ...changes,
    ],
  };
}
