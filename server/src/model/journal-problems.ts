import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import { readBy } from '../measure/by.ts';
import type { FiscalYear } from '../measure/periods.ts';
import { mayBeThousands } from '../measure/point-groups.ts';
import type { Quantity } from '../measure/quantity.ts';
import type { Block, Text } from '../syntax/tree.ts';
import { isCountedFromZero } from './counted.ts';
import { useOf } from './item-values.ts';
import { isPart, traitsOf } from './journal.ts';
import { badValue, problemIn } from './local-problem.ts';
import type { Fault } from './local-problem.ts';
import { kpiTargetQuantity, measureOf, targetOf } from './measure.ts';
import type { Item, JournalEntry, KeyResult, Kpi, Plan, PlanProblem } from './plan.ts';
import { faultOf } from './read-value.ts';
import { isLevelOrChange } from './signs.ts';
import { periodOf } from './time.ts';
import { valueOf } from './values.ts';

/** What a journal line reports as a quantity; null for any other line. */
function quantityOf({ reading }: JournalEntry): Quantity | null {
  return reading.kind === 'report' && reading.value !== 'done' ? reading.value : null;
}

function uriOf(item: Item, { block }: JournalEntry): string {
  const home = item.kind === 'kpi' ? item.declarations.find((declaration) => declaration.block === block) : null;
  return home?.uri ?? item.uri;
}

/** A fault of the value of a journal line. */
function atValue(
  item: Item,
  entry: JournalEntry,
  severity: Fault['severity'],
  message: Said,
  level: string | null = null,
): PlanProblem {
  const { line, block, reading } = entry;
  const at = reading.kind === 'report' ? reading.valueAt : null;
  const from = line.body.from + (at?.from ?? 0);
  const to = at ? line.body.from + at.to : line.body.to;
  const fixes = level === null ? [] : [{ title: said`Write ${level}`, safe: false, from, to, newText: level }];
  return problemIn(uriOf(item, entry), badValue(block, { severity, message, from, to, fixes }));
}

/**
 * What is wrong with the check-ins of key results and the readings of KPIs that only their measure shows: a sign where no
 * change is measured, and a count that falls, which looks as if lines said what was added.
 */
export function journalProblems(items: readonly Item[], plan: Pick<Plan, 'today'>): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  for (const item of items) {
    if (item.kind === 'objective') continue;
    const traits = traitsOf(item.journal);
    if (traits.signed) problems.push(...signed(item, plan));
    if (traits.pointed) problems.push(...pointed(item, plan));
    if (item.kind !== 'kr') continue;
    if (traits.falls) problems.push(...falling(item, plan));
    if (traits.partly) problems.push(...inParts(item, plan));
  }
  return problems;
}

function signed(item: KeyResult | Kpi, plan: Pick<Plan, 'today'>): readonly PlanProblem[] {
  const measured = item.kind === 'kr' ? measureOf(plan, item) : null;
  if (item.kind === 'kr' && !measured) return [];
  return item.journal.flatMap((entry, index) => {
    const quantity = quantityOf(entry);
    if (quantity?.kind !== 'delta') return [];
    // What a KPI measures is not said, so a minus may be a level below zero.
    if (measured ? isLevelOrChange(quantity, measured) : Number(quantity.value) < 0) return [];
    const message = said`"${quantity.text}" says what was added, and nothing here is measured as a change. Write the level reached that day.`;
    return [atValue(item, entry, 'error', message, levelAfter(item.journal[index - 1], quantity))];
  });
}

/** A number alone, as levels that are added to are written; another spelling of it is not made up. */
const PLAIN = /^\d{1,15}(?:\.\d+)?/;

/** The level that is reached where so much was added to the one before it, written as that is; null where that cannot be told. */
function levelAfter(before: JournalEntry | undefined, added: Quantity): string | null {
  const last = before === undefined ? null : quantityOf(before);
  if (last?.kind !== 'abs' || last.whole !== null || typeof last.value !== 'number') return null;
  if (typeof added.value !== 'number' || (added.unit !== null && added.unit.name !== last.unit?.name)) return null;
  const [number] = PLAIN.exec(last.text) ?? [];
  if (number === undefined || Number(number) !== last.value) return null;
  const level = Number((last.value + added.value).toFixed(6));
  return level < 0 ? null : String(level) + last.text.slice(number.length);
}

/** No level with three decimals is reported on the way to a hundred or more: its point groups the digits. */
function pointed(item: KeyResult | Kpi, plan: Pick<Plan, 'today'>): readonly PlanProblem[] {
  const measured = item.kind === 'kr' ? measureOf(plan, item) : null;
  const target = item.kind === 'kpi' ? kpiTargetQuantity(plan, item) : measured && targetOf(measured.measure);
  const level = typeof target?.value === 'number' ? target.value : (target?.value[1] ?? 0);
  if (Math.abs(level) < 100) return [];
  return item.journal.flatMap((entry) => {
    const quantity = quantityOf(entry);
    const found = quantity && mayBeThousands(quantity);
    return found ? [problemIn(uriOf(item, entry), badValue(entry.block, faultOf(found, entry.line.body)))] : [];
  });
}

/** A milestone is there or not: half of one counts for nothing, which its writer has to know. */
function inParts(kr: KeyResult, plan: Pick<Plan, 'today'>): readonly PlanProblem[] {
  if (measureOf(plan, kr)?.measure.kind !== 'done') return [];
  return kr.journal.flatMap((entry) => {
    const quantity = quantityOf(entry);
    if (quantity === null || !isPart(quantity)) return [];
    const { text } = quantity;
    const message = said`"${text}" counts for nothing here: this key result is measured as done or not. Write done once it is, or give it a metric of its parts, such as metric: tasks.`;
    return [atValue(kr, entry, 'error', message)];
  });
}

function falling(kr: KeyResult, plan: Pick<Plan, 'today'>): readonly PlanProblem[] {
  const measured = measureOf(plan, kr);
  if (!measured || !isCountedFromZero(measured.measure, kr.title, measured.unit)) return [];
  let last: Quantity | null = null;
  return kr.journal.flatMap((entry) => {
    const quantity = quantityOf(entry);
    if (!quantity || quantity.kind !== 'abs' || typeof quantity.value !== 'number') return [];
    const before = last;
    last = quantity;
    if (!before || typeof before.value !== 'number' || quantity.value >= before.value) return [];
    const message = said`${quantity.text} after ${before.text}: a count that falls looks like what was added since. A check-in says the level reached that day.`;
    return [atValue(kr, entry, 'hint', message)];
  });
}

/** What is wrong with the deadlines of key results, which only cycle and fiscal year show. */
export function deadlineProblems(items: readonly Item[], fiscal: FiscalYear): readonly PlanProblem[] {
  return items.flatMap((item) => (item.kind === 'kr' ? deadlinesOf(item, fiscal) : []));
}

function deadlinesOf(kr: KeyResult, fiscal: FiscalYear): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  const period = periodOf(kr.cycle);
  function read(block: Block, text: Text): void {
    const { problem } = readBy(text.text, period, fiscal);
    if (problem) problems.push(problemIn(kr.uri, badValue(block, faultOf(problem, text))));
  }
  const use = useOf(kr.properties, 'by');
  const by = use && valueOf(use.line, 'by')?.by;
  if (use && by) read(use.block, by);
  for (const { line, block, reading } of kr.journal) {
    if (reading.kind !== 'moved' || reading.what !== 'by') continue;
    for (const side of [reading.from, reading.to]) {
      const from = line.body.from + (side?.from ?? 0);
      if (side) read(block, { text: side.text, from, to: from + side.text.length });
    }
  }
  return problems;
}
