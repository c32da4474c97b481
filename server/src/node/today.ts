import { dayOf } from '../measure/days.ts';

/** The ISO day of a moment in the calendar of the person at this machine. */
export function todayOf(moment: Date): string {
  return dayOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
}
