import type { JournalEntry, Status, StatusOf } from './plan.ts';

interface Stated {
  readonly status: Status;
  readonly why: string | null;
}

const ACTIVE: StatusOf = { status: 'active', why: null, since: null, inherited: false };

/**
 * The status on a day: that of the latest journal line up to it, else the `status:` line, else the objective's, else
 * `active`. Where only later journal lines tell of a status, a `status:` line with the same word was written with them,
 * and is not true yet; any other was true from the start. `journal` is in order of day.
 */
export function statusOf(
  stated: Stated | null,
  journal: readonly JournalEntry[],
  today: string,
  objective: StatusOf | null,
): StatusOf {
  let later = false;
  for (let at = journal.length - 1; at >= 0; at--) {
    const entry = journal[at];
    if (entry?.reading.kind !== 'state') continue;
    const { state, why } = entry.reading;
    if (entry.day <= today) return { status: state, why, since: entry.day, inherited: false };
    later ||= state === stated?.status;
  }
  if (stated && !later) return { status: stated.status, why: stated.why, since: null, inherited: false };
  return objective ? { ...objective, inherited: true } : ACTIVE;
}
