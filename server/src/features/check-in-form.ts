import type { Item, JournalEntry, Plan } from '../model/plan.ts';
import { standingOf } from '../model/standing.ts';
import { withUnit } from './completion-units.ts';
import { plainly, stop } from './snippet.ts';

/**
 * What a check-in is begun with: a level to type over, and what stands around it, a currency before it, a unit or `of 24`
 * behind it. The level is empty where nothing was reported yet.
 */
export interface CheckInForm {
  readonly before: string;
  readonly level: string;
  readonly behind: string;
}

/** One number, or one of so many. */
const ONE_NUMBER = /^(\p{Sc}?)([+-]?\d(?:[\d.,]*\d)?)(\D*|\s*(?:of|\/)\s*\d+\D*)$/u;

/**
 * What an item's next check-in is begun with: the last level as its writer wrote it, whole where it is more than one number
 * (`2 min 20 s`); else the unit of its target.
 */
export function checkInForm(plan: Plan, item: Item): CheckInForm {
  const last = lastLevel(plan, item);
  if (last !== null) {
    const [, before = '', level = last, behind = ''] = ONE_NUMBER.exec(last) ?? [];
    return { before, level, behind };
  }
  const unit = item.kind === 'kr' ? standingOf(plan, item).unit : null;
  const [before = '', behind = ''] = (unit && withUnit('0', unit))?.split('0') ?? [];
  return { before, level: '', behind };
}

/** The form as a snippet, its level selected. */
export function formSnippet({ before, level, behind }: CheckInForm): string {
  return `${plainly(before)}${stop(1, level)}${plainly(behind)}`;
}

/** The latest level up to today, as its writer wrote it; null where none was reported. */
export function lastLevel({ today }: Plan, { journal }: Item): string | null {
  const last = journal.findLast((entry) => entry.day <= today && valueIn(entry) !== null);
  return last === undefined ? null : valueIn(last);
}

/** The value of a report as it stands there. */
function valueIn({ line, reading }: JournalEntry): string | null {
  if (reading.kind !== 'report' || reading.value === null || reading.value === 'done' || reading.valueAt === null)
    return null;
  return line.body.text.slice(reading.valueAt.from, reading.valueAt.to);
}
