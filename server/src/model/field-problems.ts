import { readBy } from '../measure/by.ts';
import { readCheckIn } from '../measure/check-in.ts';
import { deadlineDay } from '../measure/deadline.ts';
import { readMetric } from '../measure/metric.ts';
import { explainQuantity } from '../measure/read-quantity.ts';
import { readShare } from '../measure/share.ts';
import { isToldByPlan, pastedMeaning } from '../syntax/pasted-names.ts';
import { PROPERTIES } from '../syntax/properties.ts';
import type { Owner, PropertyName } from '../syntax/properties.ts';
import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import { quoted } from '../syntax/text.ts';
import type { Block, PropertyLine } from '../syntax/tree.ts';
import { A_KIND, OWN_TEXT } from '../syntax/unknown-names.ts';
import { DATE_FORM } from '../syntax/written-days.ts';
import { fiscalYearAt } from './fiscal.ts';
import { badValue, problemIn } from './local-problem.ts';
import { measureOf } from './measure.ts';
import type { Item, Plan, PlanProblem } from './plan.ts';
import { periodOf } from './time.ts';
import { moodIn, readWord, TYPE_WORDS } from './value-words.ts';

/** What problems of fields look at besides their item. */
type Surroundings = Pick<Plan, 'today' | 'settings'>;

/** A line that is to be written in another way: what to say, and the line that was meant, null where it cannot be told. */
interface Meant {
  readonly says: Said;
  readonly line: string | null;
  readonly safe: boolean;
}

/** A line whose value is none of what its name speaks of. */
const NO_FIELD: Meant = { says: OWN_TEXT, line: null, safe: false };

/**
 * The problems of lines that are pasted from templates and mean a property or a check-in of the language: what to write
 * for them depends on the day, the cycle and the measure. `itemAt` is the item above an offset of a block.
 */
export function fieldProblems(
  uri: string,
  blocks: readonly Block[],
  itemAt: (block: Block, at: number) => Item | null,
  plan: Surroundings,
): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  const offered = new Map<Item, Set<PropertyName>>();
  for (const block of blocks) {
    for (const line of block.lines) {
      if (line.kind !== 'property') continue;
      if (line.property === 'status') {
        const item = itemAt(block, line.from);
        if (item === null || item.kind === 'kpi') continue;
        const [word = ''] = line.value.text.split(/,\s/);
        const mood = moodIn(word);
        const checkIn = `${plan.today}: ${mood ?? ''}${line.value.text.slice(word.length)}`;
        if (mood !== null) problems.push(problemIn(uri, moodProblem(block, line, checkIn)));
      } else if (line.property === null) {
        const item = itemAt(block, line.from);
        const kind = item?.kind ?? (block.header?.kind === 'label' ? block.header.items : null);
        if (kind === null || !isToldByPlan(line.name.text, kind)) continue;
        const meant = item === null ? { says: DATE_FORM, line: null, safe: false } : meantBy(line, item, plan, offered);
        problems.push(problemIn(uri, nameProblem(block, line, kind, meant)));
      }
    }
  }
  return problems;
}

/** "Status: On track" tells how it goes on a day, which is a part of a check-in. */
function moodProblem(block: Block, line: PropertyLine, checkIn: string) {
  const { value } = line;
  const says = said`${quoted(value.text)} is no status: how it goes is told by a check-in, e.g. ${checkIn}`;
  const fixes = [fixFor(block, line, checkIn, false)];
  return badValue(block, { severity: 'error', message: says, from: value.from, to: value.to, fixes });
}

function nameProblem(block: Block, line: PropertyLine, kind: Owner, { says, line: meant, safe }: Meant) {
  const { name } = line;
  const start = block.text.slice(line.from, name.from).search(/\S|$/) + line.from;
  const note = {
    title: said`Make it a note`,
    safe: false,
    from: start,
    to: emphasisBefore(block, line),
    newText: '> ',
  };
  const fixes = [...(meant === null ? [] : [fixFor(block, line, meant, safe)]), note];
  const what = said`${quoted(name.text)} is not a property of ${A_KIND[kind]}.`;
  const message = said`${what} ${says}`;
  const fault = { severity: 'error', message, from: name.from, to: name.to, fixes } as const;
  return { ...badValue(block, fault), rule: 'OKR002' as const };
}

/** Writes another line in place of one, with the emphasis that it began with. */
function fixFor(block: Block, line: PropertyLine, newText: string, safe: boolean) {
  return { title: said`Write ${newText}`, safe, from: emphasisBefore(block, line), to: line.value.to, newText };
}

/** Where the name of a line begins, with the emphasis before it. */
function emphasisBefore(block: Block, { from, name }: PropertyLine): number {
  return name.from - (/[*_]*$/.exec(block.text.slice(from, name.from))?.[0].length ?? 0);
}

/** What a line meant; `offered` are the properties that lines above it are to be, and are taken note of. */
function meantBy(line: PropertyLine, item: Item, plan: Surroundings, offered: Map<Item, Set<PropertyName>>): Meant {
  const meaning = pastedMeaning(line.name.text, item.kind);
  if (meaning === null) return dayMeant(line, item, plan);
  if (meaning === 'check-in') return checkInMeant(line, item, plan);
  if (meaning === 'task') return written(`[ ] ${line.value.text}`, false);
  const taken = offered.get(item) ?? new Set<PropertyName>();
  if (taken.has(meaning) && !PROPERTIES[meaning].repeats) {
    return { says: said`A line above means "${meaning}" already.`, line: null, safe: false };
  }
  const meant = propertyMeant(line, item, meaning, plan);
  if (meant.line !== null) offered.set(item, taken.add(meaning));
  return meant;
}

function dayMeant({ name, value }: PropertyLine, item: Item, plan: Surroundings): Meant {
  const period = periodOf(item.kind === 'kpi' ? null : item.cycle);
  const day = deadlineDay(name.text, period, fiscalYearAt(plan.settings, item.uri));
  if (day === null || period === null) return { says: DATE_FORM, line: null, safe: false };
  const says = said`A journal line begins with a date such as ${day}.`;
  return { says, line: `${day}: ${value.text}`, safe: day <= period.end };
}

function propertyMeant({ value }: PropertyLine, item: Item, name: PropertyName, plan: Surroundings): Meant {
  const { text } = value;
  if (item.properties.has(name) && !PROPERTIES[name].repeats) {
    return { says: said`That is what "${name}" says, which stands there already.`, line: null, safe: false };
  }
  switch (name) {
    case 'by': {
      const period = periodOf(item.kind === 'kpi' ? null : item.cycle);
      const { day, problem } = readBy(text, period, fiscalYearAt(plan.settings, item.uri));
      const written = problem === null ? text : day;
      return writtenAs(name, written ?? text, text !== '' && written !== null);
    }
    case 'baseline':
    case 'target': {
      const isQuantity = explainQuantity(text).quantity !== null;
      return isQuantity ? writtenAs(name, text, true) : NO_FIELD;
    }
    case 'metric': {
      const { measure, problem } = readMetric(text);
      if (measure !== null) return writtenAs(name, text, problem === null);
      return /\s/.test(text) ? NO_FIELD : writtenAs('measures', text, false);
    }
    case 'type':
      return readWord(value, TYPE_WORDS, name).value === null ? NO_FIELD : writtenAs(name, text, true);
    case 'confidence':
      return readShare(text) === null ? NO_FIELD : writtenAs(name, text, true);
    default:
      return writtenAs(name, text, text.startsWith('@'));
  }
}

function writtenAs(name: PropertyName, value: string, safe: boolean): Meant {
  return written(`${name}: ${value}`, safe);
}

function written(line: string, safe: boolean): Meant {
  return { says: said`Write ${line}`, line, safe };
}

/** A level or how it goes is what a check-in says; a share of the way is not, unless shares are measured. */
function checkInMeant({ value }: PropertyLine, item: Item, plan: Surroundings): Meant {
  const mood = moodIn(value.text);
  const reading = readCheckIn(mood ?? value.text);
  const isReport = reading.kind === 'report' && reading.problems.length === 0 && reading.remark === null;
  const level = isReport ? reading.value : null;
  const isShare = level !== null && level !== 'done' && level.unit?.dimension === 'percent' && level.whole === null;
  const measured = isShare && item.kind === 'kr' ? measureOf(plan, item) : null;
  const isOfTheWay = measured !== null && measured.unit?.dimension !== 'percent';
  if (!isReport || isOfTheWay) {
    return { says: said`A check-in says the level reached, e.g. ${plan.today}: 40`, line: null, safe: false };
  }
  const line = `${plan.today}: ${mood ?? value.text}`;
  if (mood !== null) return { says: said`How it goes is told by a check-in, e.g. ${line}`, line, safe: false };
  return { says: said`A check-in says the level reached: ${line}`, line, safe: false };
}
