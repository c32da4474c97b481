import { formatValue } from '../measure/format-quantity.ts';
import { courseOf } from '../model/course.ts';
import type { Item, JournalEntry, Plan } from '../model/plan.ts';

/** What stands around the number of a check-in: a currency before it, a unit or `of 24` behind it. */
export interface CheckInForm {
  readonly before: string;
  readonly behind: string;
}

const BARE: CheckInForm = { before: '', behind: '' };
/** One number, or one of so many. A value of two, such as `2 min 20 s`, has no form that fits the next. */
const ONE_NUMBER = /^(\p{Sc}?)\d(?:[\d.,]*\d)?(\D*|\s*(?:of|\/)\s*\d+\D*)$/u;

/**
 * What an item's next check-in has around its number: as the planner wrote the last one, else as the unit of its target is
 * written. Both empty where there is no unit.
 */
export function checkInForm(plan: Plan, item: Item): CheckInForm {
  const [, before = '', behind = ''] = ONE_NUMBER.exec(exampleOf(plan, item)) ?? [];
  return before === '' && behind === '' ? BARE : { before, behind };
}

function exampleOf(plan: Plan, item: Item): string {
  const written = item.journal.findLast((entry) => valueIn(entry) !== null);
  if (written !== undefined) return valueIn(written) ?? '';
  const unit = item.kind === 'kr' ? courseOf(plan, item).unit : null;
  return unit === null ? '' : formatValue(1, unit);
}

/** The value of a report as it stands there. */
function valueIn({ line, reading }: JournalEntry): string | null {
  if (reading.kind !== 'report' || reading.value === null || reading.value === 'done' || reading.valueAt === null)
    return null;
  return line.body.text.slice(reading.valueAt.from, reading.valueAt.to);
}
