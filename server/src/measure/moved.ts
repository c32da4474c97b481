import { said } from '../syntax/said.ts';
import { isDay } from './days.ts';
import type { MovedDeadlineReading, MovedLevelReading } from './check-in-reading.ts';
import { level } from './levels.ts';
import { notOneQuantity, readBaseline } from './measure-from.ts';
import { readPeriod } from './periods.ts';
import { explainQuantity } from './read-quantity.ts';
import { reasonOf, segmentOf } from './segments.ts';
import type { Segment } from './segments.ts';
import { error, shifted } from './value-problem.ts';
import type { ValueProblem } from './value-problem.ts';

const GOALPOST = /^(target|baseline|by|due|deadline)(?:\s*:\s*|\s+)(.*)$/i;
const ARROW = /-{1,3}>|[–—]>|=+>|[→⇒⟶]/;
const TO = /\sto\s/i;
/** Begins as a quantity does, so that "target 45%" is not taken for a remark about a target. */
const FIGURE = /^(?:[-+<>=≥≤~]|\p{Sc}|\d)/u;

/** "by 2026-13-40" is meant as a deadline; `readBy` says what is wrong with it. */
const DATE_SHAPE = /^\d{4}-\d{1,2}(?:-\d{1,2})?$/;
const END_OF_CYCLE = /^end of (?:the )?cycle$/i;

/** No such segment is longer; what is longer is a remark. */
const LONGEST = 200;

/**
 * Reads `target QUANTITY -> QUANTITY`, `baseline …` and `by DATE -> DATE` from the first segment of a journal line, whose
 * comma stands at `comma`. The new level or date may stand alone: `by 2026-12-15`. Null where the segment is none of these.
 */
export function readMoved(
  body: string,
  first: Segment,
  comma: number,
): MovedLevelReading | MovedDeadlineReading | null {
  const match = first.text.length > LONGEST ? null : GOALPOST.exec(first.text);
  const word = match?.[1];
  const rest = match?.[2];
  if (!word || !rest) return null;
  const start = first.to - rest.length;
  const link = ARROW.exec(rest) ?? TO.exec(rest);
  const head = {
    kind: 'moved',
    whatAt: { from: first.from, to: first.from + word.length },
    ...reasonOf(segmentOf(body, comma + 1, body.length)),
  } as const;
  const what = goalpostOf(word);
  if (what === 'by') {
    if (link) return { ...head, what, ...datesOf(body, start, link, first.to) };
    return isDate(rest) ? { ...head, what, from: null, to: segmentOf(body, start, first.to), problems: [] } : null;
  }
  if (!link && !FIGURE.test(rest)) return null;
  const problems: ValueProblem[] = [];
  const from = link ? levelFrom(segmentOf(body, start, start + link.index), problems) : null;
  const to = levelTo(segmentOf(body, link ? start + link.index + link[0].length : start, first.to), what, problems);
  if (!link && to?.unit?.dimension === 'count') {
    // "target 25 reached" reads like 25 of something: only the arrow tells that the target was moved.
    return { ...head, what, from, to: null, problems: [...problems, fromWhat(what, rest, start)] };
  }
  return { ...head, what, from, to, problems };
}

/** Whether a text is a date or period and nothing else; which days a fiscal period has does not matter here. */
function isDate(text: string): boolean {
  if (isDay(text) || DATE_SHAPE.test(text) || END_OF_CYCLE.test(text)) return true;
  return readPeriod(text, { startMonth: 1, namedBy: 'end' }) !== null;
}

function goalpostOf(word: string): 'target' | 'baseline' | 'by' {
  const lower = word.toLowerCase();
  return lower === 'target' || lower === 'baseline' ? lower : 'by';
}

function datesOf(body: string, start: number, link: RegExpExecArray, end: number) {
  const from = segmentOf(body, start, start + link.index);
  const to = segmentOf(body, start + link.index + link[0].length, end);
  const problems = to.text
    ? []
    : [error(said`Say the new deadline behind the arrow, e.g. by 2026-12-15 -> 2027-01-15.`, start, end)];
  return { from: from.text ? from : null, to: to.text ? to : null, problems };
}

function levelFrom(side: Segment, problems: ValueProblem[]): MovedLevelReading['from'] {
  const from = side.text.replace(/^from\s+/i, '');
  if (!from) return null;
  const at = side.to - from.length;
  const { from: baseline, problem } = readBaseline(from);
  if (problem) problems.push(shifted(problem, at));
  if (baseline === null || baseline === 'unknown') return baseline;
  return level({ ...baseline, from: baseline.from + at, to: baseline.to + at });
}

function levelTo(side: Segment, what: string, problems: ValueProblem[]): MovedLevelReading['to'] {
  const { quantity, problem } = explainQuantity(side.text);
  if (!quantity) {
    problems.push(shifted(problem ?? notOneQuantity(side.text, what), side.from));
    return null;
  }
  return level({ ...quantity, from: quantity.from + side.from, to: quantity.to + side.from });
}

function fromWhat(what: string, rest: string, start: number): ValueProblem {
  const says = said`Say from what to what the ${what} was moved, e.g. ${what} 40% -> ${rest}.`;
  return error(says, start, start + rest.length, {
    title: said`Write -> ${rest}`,
    from: start,
    to: start,
    newText: '-> ',
  });
}
