import { said } from '../syntax/said.ts';
import type { Said, Say } from '../syntax/said.ts';
import { daysBetween } from '../measure/days.ts';
import { formatQuantity, formatValue } from '../measure/format-quantity.ts';
import type { CheckInReading, ReportReading } from '../measure/check-in.ts';
import { courseOf } from '../model/course.ts';
import type { Item, JournalEntry, KeyResult, Plan } from '../model/plan.ts';
import { targetText } from '../model/level-text.ts';
import { moveProgress } from '../model/progress.ts';
import type { EntryLine } from '../syntax/tree.ts';
import { dotted, escaped, paragraphs } from './markdown.ts';
import { STATUS_NAMES } from './figure-words.ts';
import { day, daysAgo, inDays, percent } from './words.ts';

type MovedReading = Extract<CheckInReading, { kind: 'moved' }>;

/** What a line of an item's journal meant, and what changed since the one before it. Null for a day that is none. */
export function checkInText(plan: Plan, item: Item, line: EntryLine, say: Say): string | null {
  const index = item.journal.findIndex((entry) => entry.line === line);
  const entry = item.journal[index];
  if (entry === undefined) return null;
  return paragraphs(
    dotted(`**${say(day(entry.day))}**`, whenOf(plan, item, entry, say)),
    readingText(entry.reading, say),
    item.kind === 'kr' ? wayText(plan, item, entry, say) : null,
    sinceText(item.journal.slice(0, index), entry, say),
    entry.day > plan.today ? say(said`This day is yet to come: the line does not count before it.`) : null,
  );
}

function whenOf(plan: Plan, { cycle }: Item, entry: JournalEntry, say: Say): string {
  const ago = daysBetween(entry.day, plan.today);
  const relative = say(ago === 0 ? said`today` : ago > 0 ? daysAgo(ago) : inDays(-ago));
  if (cycle === null || cycle === 'unknown' || cycle.start === null || cycle.end === null) return relative;
  const into = daysBetween(cycle.start, entry.day) + 1;
  const days = daysBetween(cycle.start, cycle.end) + 1;
  const inside = into >= 1 && into <= days;
  return dotted(relative, say(inside ? said`day ${into} of ${days}` : said`outside its cycle`));
}

function readingText(reading: CheckInReading, say: Say): string {
  switch (reading.kind) {
    case 'report':
      return reportText(reading, say);
    case 'state':
      return dotted(say(said`From this day on it is **${STATUS_NAMES[reading.state]}**`), whyOf(reading.why));
    case 'moved':
      return dotted(say(movedText(reading)), whyOf(reading.why) ?? say(said`no reason is given`));
  }
}

function reportText({ value, confidence, mood, remark }: ReportReading, say: Say): string {
  const reached = value === null || value === 'done' ? null : escaped(formatQuantity(value));
  return dotted(
    value === 'done' ? `**${say(said`done`)}**` : reached && say(said`**${reached}** reached`),
    confidence === null ? null : say(said`confidence ${percent(confidence)}`),
    mood === null ? null : say(said`reported ${mood}`),
    whyOf(remark),
  );
}

interface Moved {
  readonly alone: Said;
  readonly from: (from: string) => Said;
  readonly to: (to: string) => Said;
  readonly both: (from: string, to: string) => Said;
}

/** Whole sentences: what "to" is called differs with what was moved. */
const MOVED: Readonly<Record<MovedReading['what'], Moved>> = {
  by: {
    alone: said`The deadline was moved`,
    from: (from) => said`The deadline was moved from ${from}`,
    to: (to) => said`The deadline was moved to ${to}`,
    both: (from, to) => said`The deadline was moved from ${from} to ${to}`,
  },
  target: {
    alone: said`The target was moved`,
    from: (from) => said`The target was moved from ${from}`,
    to: (to) => said`The target was moved to ${to}`,
    both: (from, to) => said`The target was moved from ${from} to ${to}`,
  },
  baseline: {
    alone: said`The baseline was moved`,
    from: (from) => said`The baseline was moved from ${from}`,
    to: (to) => said`The baseline was moved to ${to}`,
    both: (from, to) => said`The baseline was moved from ${from} to ${to}`,
  },
};

function movedText(reading: MovedReading): Said {
  const { from, to } = endsOf(reading);
  const moved = MOVED[reading.what];
  if (from !== null) return to === null ? moved.from(from) : moved.both(from, to);
  return to === null ? moved.alone : moved.to(to);
}

function endsOf(reading: MovedReading): { readonly from: string | null; readonly to: string | null } {
  if (reading.what === 'by') {
    return { from: reading.from && escaped(reading.from.text), to: reading.to && escaped(reading.to.text) };
  }
  const from = reading.from === 'unknown' ? null : reading.from;
  return { from: from && escaped(formatQuantity(from)), to: reading.to && escaped(formatQuantity(reading.to)) };
}

/** How far on its way the level was. */
function wayText(plan: Plan, kr: KeyResult, entry: JournalEntry, say: Say): string | null {
  const { measured, baseline, target, unit, reports } = courseOf(plan, kr);
  const level = reports.find((report) => report.entry === entry)?.level ?? null;
  if (baseline === null || target === null || level === null || baseline.value === target) return null;
  const from = escaped(formatValue(baseline.value, unit));
  const to = escaped(targetText({ measure: measured?.measure ?? null, unit, baseline, target }));
  return say(said`${percent(moveProgress(baseline.value, target, level))} of the way from ${from} to ${to}`);
}

/** The report before it that had a value, where both are levels. */
function sinceText(before: readonly JournalEntry[], { reading }: JournalEntry, say: Say): string | null {
  const earlier = before.findLast(({ reading: each }) => each.kind === 'report' && each.value !== null);
  if (reading.kind !== 'report' || reading.value === null || earlier?.reading.kind !== 'report') return null;
  const { value } = earlier.reading;
  if (value === null || value === 'done' || reading.value === 'done') return null;
  const was = escaped(formatQuantity(value));
  return say(said`${was} on ${day(earlier.day, 'short')} → ${escaped(formatQuantity(reading.value))}`);
}

function whyOf(text: string | null): string | null {
  return text === null || text === '' ? null : escaped(text);
}
