import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import { isDay } from '../measure/days.ts';
import { readPeriod } from '../measure/periods.ts';
import type { FiscalYear, Period } from '../measure/periods.ts';
import { fiscalYearAt } from './fiscal.ts';
import { nearest } from '../syntax/nearest.ts';
import type { Block, CycleHeader, Span, Text } from '../syntax/tree.ts';
import type { Cycle, PlanProblem, PlanSettings } from './plan.ts';

/** A cycle line and the file it stands in. */
export interface CycleUse {
  readonly uri: string;
  readonly block: Block;
  readonly header: CycleHeader;
}

/** The cycles of a workspace. */
export interface Calendar {
  /** The cycle that a name means in a file, one object for each; without dates where nobody declares them. */
  named(name: string, uri: string): Cycle;
  /** The cycle of a name that was named already; null for any other. */
  find(name: string, uri: string): Cycle | null;
  /** All that were named so far, by the name as it is compared. */
  readonly byKey: ReadonlyMap<string, Cycle>;
  /** All that were named so far, by start and name; those without dates last. */
  all(): readonly Cycle[];
  /** What is wrong with the cycle lines: days that are none, days declared otherwise before, days never declared. */
  readonly problems: readonly PlanProblem[];
}

interface Declaration {
  readonly start: string;
  readonly end: string;
  readonly use: CycleUse;
  readonly name: Text;
}

/** A cycle's name as it is compared, and the calendar period it is, if any. */
interface Name {
  readonly key: string;
  readonly period: Period | null;
}

/**
 * The calendar of a workspace. A declared cycle has the dates of the line that declares it, any other the days that its
 * name says: those of a fiscal year are other ones where its folder begins the year in another month. `uses` stand in the
 * order in which the first declaration counts. A cycle that `before` has with the same name and days is the same object again.
 */
export function calendarOf(
  uses: readonly CycleUse[],
  settings: PlanSettings,
  before: ReadonlyMap<string, Cycle> | null = null,
): Calendar {
  const names = new Map<FiscalYear, Map<string, Name>>();
  function nameOf(text: string, uri: string): Name {
    const fiscal = fiscalYearAt(settings, uri);
    const known = names.get(fiscal) ?? new Map<string, Name>();
    if (known.size === 0) names.set(fiscal, known);
    let name = known.get(text);
    if (!name) {
      name = readName(text, fiscal, settings.fiscalYear);
      known.set(text, name);
    }
    return name;
  }
  const declared = new Map<string, Declaration>();
  for (const use of uses) {
    const { name } = use.header;
    const dates = name && datesOf(use.header);
    if (!name || !dates) continue;
    const { key } = nameOf(name.text, use.uri);
    if (!declared.has(key)) declared.set(key, { ...dates, use, name });
  }
  const cycles = new Map<string, Cycle>();
  function named(text: string, uri: string): Cycle {
    const { key, period } = nameOf(text, uri);
    let cycle = cycles.get(key);
    if (!cycle) {
      const own = declared.get(key);
      const dates = own ?? period;
      cycle = { name: period?.name ?? own?.name.text ?? text, start: dates?.start ?? null, end: dates?.end ?? null };
      const known = before?.get(key);
      if (known?.name === cycle.name && known.start === cycle.start && known.end === cycle.end) cycle = known;
      cycles.set(key, cycle);
    }
    return cycle;
  }
  for (const { header, uri } of uses) if (header.name) named(header.name.text, uri);
  return {
    named,
    byKey: cycles,
    find: (text, uri) => cycles.get(nameOf(text, uri).key) ?? null,
    all: () =>
      [...cycles.values()].sort((a, b) => compareText(a.start ?? '~', b.start ?? '~') || compareText(a.name, b.name)),
    problems: uses.flatMap((use) => {
      const { name } = use.header;
      if (!name) return [];
      const { key, period } = nameOf(name.text, use.uri);
      const found = problemOf(use, name, period, declared.get(key) ?? null, declared);
      return found ? [found] : [];
    }),
  };
}

/** A period that has other days here than in the rest of the plan has another key. */
function readName(text: string, fiscal: FiscalYear, usual: FiscalYear): Name {
  const period = readPeriod(text, fiscal);
  const key = (period?.name ?? text).normalize('NFC').toLowerCase();
  if (period === null || fiscal === usual || readPeriod(text, usual)?.start === period.start) return { key, period };
  return { key: `${key}|${period.start}`, period };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The days that a cycle line declares; null where it declares none, or none that can be. */
function datesOf(header: CycleHeader): { start: string; end: string } | null {
  const start = header.start?.text;
  const end = header.until?.text;
  return start && end && isDay(start) && isDay(end) && start <= end ? { start, end } : null;
}

/** True where every day of `inner` is a day of `outer` and `outer` is longer. */
export function contains(outer: Cycle, inner: Cycle): boolean {
  if (outer === inner || !outer.start || !outer.end || !inner.start || !inner.end) return false;
  return outer.start <= inner.start && inner.end <= outer.end && (outer.start < inner.start || inner.end < outer.end);
}

function problemOf(
  use: CycleUse,
  name: Text,
  period: Period | null,
  first: Declaration | null,
  declared: ReadonlyMap<string, Declaration>,
): PlanProblem | null {
  const { start, until } = use.header;
  for (const day of [start, until]) {
    if (day && !isDay(day.text)) return problem(use, 'OKR003', day, said`${day.text} is no day of the calendar.`);
  }
  const dates = datesOf(use.header);
  if (start && until && !dates) {
    return problem(
      use,
      'OKR003',
      until,
      said`Cycle ${name.text} ends on ${until.text}, before it begins on ${start.text}.`,
    );
  }
  if (dates && first && (first.start !== dates.start || first.end !== dates.end)) {
    const message = said`Cycle ${name.text} is declared with other dates elsewhere: ${first.start} to ${first.end}.`;
    const related = [{ place: placeOf(first.use, first.name), message: said`Declared here first` }];
    return { ...problem(use, 'OKR005', name, message), related };
  }
  return period || first ? null : undeclared(use, name, declared);
}

function undeclared(use: CycleUse, name: Text, declared: ReadonlyMap<string, Declaration>): PlanProblem {
  const near = nearest(
    name.text,
    [...declared.values()].map((each) => each.name.text),
  ).slice(0, 3);
  const message = /^\d{4}-?q\d$/i.test(name.text)
    ? said`Cycle ${name.text} is no quarter: a year has Q1 to Q4.`
    : said`Cycle ${name.text} has no dates: it is no calendar period, and no line declares it. Write its dates once, e.g. cycle ${name.text}: 2026-10-01 to 2026-12-31`;
  return {
    ...problem(use, 'OKR006', name, message),
    fixes: near.map((other) => ({
      title: said`Write ${other}`,
      safe: false,
      edits: [{ place: placeOf(use, name), newText: other }],
    })),
  };
}

function placeOf(use: CycleUse, span: Span): PlanProblem['place'] {
  return { uri: use.uri, block: use.block, span };
}

function problem(use: CycleUse, rule: PlanProblem['rule'], span: Span, message: Said): PlanProblem {
  return { rule, severity: 'error', message, place: placeOf(use, span), related: [], fixes: [] };
}
