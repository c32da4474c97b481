import type { Item, JournalEntry, PlanFix } from '../model/plan.ts';
import type { Line } from '../syntax/tree.ts';
import { indentBelow, lineBelow, linesOf } from './edits.ts';

/** The latest level up to a day, as its writer wrote it; null where none was reported. */
export function lastLevel({ journal }: Item, today: string): string | null {
  const last = journal.findLast((entry) => entry.day <= today && levelIn(entry) !== null);
  return last === undefined ? null : levelIn(last);
}

/** The value of a report as it stands there. */
function levelIn({ line, reading }: JournalEntry): string | null {
  if (reading.kind !== 'report' || reading.value === null || reading.value === 'done' || reading.valueAt === null)
    return null;
  return line.body.text.slice(reading.valueAt.from, reading.valueAt.to);
}

/** A new line of an item's journal: below its last one, else at its end. */
export function newCheckIn(item: Item, today: string, body: string): PlanFix['edits'][number] {
  return lineBelow(item.uri, item.block, lineAbove(item), indentBelow(item), `${today}: ${body}`);
}

function lineAbove(item: Item): Line {
  const lines = linesOf(item);
  const entry = lines.findLast(({ kind }) => kind === 'entry');
  return entry ?? lines.findLast(({ kind }) => kind !== 'blank' && kind !== 'comment') ?? item.header;
}
