import { english } from '../syntax/said.ts';
import { daysBetween } from '../measure/days.ts';
import { formatQuantity, formatValue } from '../measure/format-quantity.ts';
import type { CheckInReading, ReportReading } from '../measure/check-in.ts';
import { courseOf } from '../model/course.ts';
import type { Item, JournalEntry, KeyResult, Plan } from '../model/plan.ts';
import { moveProgress } from '../model/progress.ts';
import type { EntryLine } from '../syntax/tree.ts';
import { counted } from '../rules/render.ts';
import { dotted, escaped, paragraphs } from './markdown.ts';
import { day, percent } from './words.ts';

/** What a line of an item's journal meant, and what changed since the one before it. Null for a day that is none. */
export function checkInText(plan: Plan, item: Item, line: EntryLine): string | null {
  const index = item.journal.findIndex((entry) => entry.line === line);
  const entry = item.journal[index];
  if (entry === undefined) return null;
  return paragraphs(
    dotted(`**${day(entry.day)}**`, whenOf(plan, item, entry)),
    readingText(entry.reading),
    item.kind === 'kr' ? wayText(plan, item, entry) : null,
    sinceText(item.journal.slice(0, index), entry),
    entry.day > plan.today ? 'This day is yet to come: the line does not count before it.' : null,
  );
}

function whenOf(plan: Plan, { cycle }: Item, entry: JournalEntry): string {
  const ago = daysBetween(entry.day, plan.today);
  const relative =
    ago === 0 ? 'today' : ago > 0 ? `${english(counted(ago, 'day'))} ago` : `in ${english(counted(-ago, 'day'))}`;
  if (cycle === null || cycle === 'unknown' || cycle.start === null || cycle.end === null) return relative;
  const into = daysBetween(cycle.start, entry.day) + 1;
  const days = daysBetween(cycle.start, cycle.end) + 1;
  return dotted(relative, into >= 1 && into <= days ? `day ${String(into)} of ${String(days)}` : 'outside its cycle');
}

function readingText(reading: CheckInReading): string {
  switch (reading.kind) {
    case 'report':
      return reportText(reading);
    case 'state':
      return dotted(`From this day on it is **${reading.state}**`, whyOf(reading.why));
    case 'moved':
      return dotted(
        `The ${reading.what === 'by' ? 'deadline' : reading.what} was moved${movedText(reading)}`,
        whyOf(reading.why) ?? 'no reason is given',
      );
  }
}

function reportText({ value, confidence, mood, remark }: ReportReading): string {
  const level = value === null ? null : value === 'done' ? '**done**' : `**${escaped(formatQuantity(value))}** reached`;
  return dotted(
    level,
    confidence === null ? null : `confidence ${percent(confidence)}`,
    mood === null ? null : `reported ${mood}`,
    whyOf(remark),
  );
}

function movedText(reading: Extract<CheckInReading, { kind: 'moved' }>): string {
  if (reading.what === 'by') {
    const from = reading.from === null ? '' : ` from ${escaped(reading.from.text)}`;
    return `${from}${reading.to === null ? '' : ` to ${escaped(reading.to.text)}`}`;
  }
  const from =
    reading.from === null || reading.from === 'unknown' ? '' : ` from ${escaped(formatQuantity(reading.from))}`;
  return `${from}${reading.to === null ? '' : ` to ${escaped(formatQuantity(reading.to))}`}`;
}

/** How far on its way the level was. */
function wayText(plan: Plan, kr: KeyResult, entry: JournalEntry): string | null {
  const { baseline, target, unit, reports } = courseOf(plan, kr);
  const level = reports.find((report) => report.entry === entry)?.level ?? null;
  if (baseline === null || target === null || level === null || baseline.value === target) return null;
  const from = escaped(formatValue(baseline.value, unit));
  const to = escaped(formatValue(target, unit));
  return `${percent(moveProgress(baseline.value, target, level))} of the way from ${from} to ${to}`;
}

/** The report before it that had a value, where both are levels. */
function sinceText(before: readonly JournalEntry[], { reading }: JournalEntry): string | null {
  const earlier = before.findLast(({ reading: each }) => each.kind === 'report' && each.value !== null);
  if (reading.kind !== 'report' || reading.value === null || earlier?.reading.kind !== 'report') return null;
  const { value } = earlier.reading;
  if (value === null || value === 'done' || reading.value === 'done') return null;
  return `${escaped(formatQuantity(value))} on ${day(earlier.day, 'short')} → ${escaped(formatQuantity(reading.value))}`;
}

function whyOf(text: string | null): string | null {
  return text === null || text === '' ? null : escaped(text);
}
