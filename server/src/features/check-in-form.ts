import type { Item, Plan } from '../model/plan.ts';
import { standingOf } from '../model/standing.ts';
import { lastLevel } from '../rules/check-in-line.ts';
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
  const last = lastLevel(item, plan.today);
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
