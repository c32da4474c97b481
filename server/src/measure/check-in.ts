import { said } from '../syntax/said.ts';
import type { CheckInReading, EntryState, Mood, ReportReading } from './check-in-reading.ts';
import type { Quantity } from './quantity.ts';
import { unreadableLevel } from './lost-level.ts';
import { readMoved } from './moved.ts';
import { remarkProblems } from './remark-problems.ts';
import { explainQuantity } from './read-quantity.ts';
import type { QuantityReading } from './read-quantity.ts';
import { nextSeparator, reasonOf, segmentOf, spanOf } from './segments.ts';
import type { Segment } from './segments.ts';
import { readShare } from './share.ts';
import { error, hint, shifted } from './value-problem.ts';
import type { ValueProblem } from './value-problem.ts';

export type * from './check-in-reading.ts';

const STATES: readonly EntryState[] = ['dropped', 'postponed', 'blocked', 'closed', 'active'];
const MOOD = /^(on|at|off)[ -](track|risk)$/i;
const CONFIDENCE = /^(?:confidence\s*(?:[:=]|at|of|is)?\s*(\S.*)|(\S+)\s+(?:confidence|confident))$/i;

/** A segment of more characters is a remark. */
const LONGEST_SEGMENT = 200;

/** Reads the body of a journal line, what stands behind `DATE:`. Offsets count from its start. */
export function readCheckIn(body: string): CheckInReading {
  const comma = nextSeparator(body, 0);
  const first = segmentOf(body, 0, comma);
  const state = STATES.find((name) => name === first.text.toLowerCase());
  if (state) {
    const why = segmentOf(body, comma + 1, body.length);
    return { kind: 'state', state, stateAt: spanOf(first), ...reasonOf(why), problems: [] };
  }
  return readMoved(body, first, comma) ?? readReport(body, first, comma);
}

function readReport(body: string, first: Segment, comma: number): ReportReading {
  const problems: ValueProblem[] = [];
  const value = readValue(first, problems);
  let confidence: { value: number | null; at: Segment } | null = null;
  let mood: { value: Mood; at: Segment } | null = null;
  let twice: Segment | null = null;
  // A first segment that was meant as a value is one, even where it cannot be read.
  let start = value ? comma + 1 : 0;
  let segment = segmentOf(body, start, nextSeparator(body, start));
  for (; start < body.length; segment = segmentOf(body, start, nextSeparator(body, start))) {
    const nextMood = moodOf(segment.text);
    const nextConfidence = nextMood ? null : confidenceOf(segment);
    if (nextMood && !mood) mood = { value: nextMood, at: segment };
    else if (nextConfidence && !confidence) confidence = { value: nextConfidence.value, at: segment };
    else if (nextMood ?? nextConfidence) twice ??= segment;
    else if (segment.text) break;
    if (nextConfidence?.problem) problems.push(nextConfidence.problem);
    start = nextSeparator(body, start) + 1;
  }
  if (twice) problems.push(saidTwice(twice));
  const remark = segmentOf(body, Math.min(start, body.length), body.length);
  if (remark.text) problems.push(...remarkProblems(segment, remark, start === 0, value !== null));
  else if (!value && !confidence && !mood) problems.push(nothingSaid(body));
  return {
    kind: 'report',
    value: value?.quantity ?? null,
    valueAt: value ? spanOf(first) : null,
    confidence: confidence?.value ?? null,
    confidenceAt: confidence ? spanOf(confidence.at) : null,
    mood: mood?.value ?? null,
    moodAt: mood ? spanOf(mood.at) : null,
    remark: remark.text || null,
    remarkAt: remark.text ? spanOf(remark) : null,
    problems,
  };
}

const remembered = new Map<string, QuantityReading>();
const MOST_REMEMBERED = 1000;
/** V8 copies slices of so few characters; longer ones would keep the texts of their files. */
const LONGEST_REMEMBERED = 12;

/** As `explainQuantity`: the levels that are reported are the same few again and again, "35%" or "7/10". */
function levelOf(text: string): QuantityReading {
  if (text.length > LONGEST_REMEMBERED) return explainQuantity(text);
  let reading = remembered.get(text);
  if (reading === undefined) {
    reading = explainQuantity(text);
    if (remembered.size === MOST_REMEMBERED) remembered.clear();
    remembered.set(text, reading);
  }
  return reading;
}

/** The value of a first segment, null where it is none; with a null quantity where it is a faulty one. */
function readValue(first: Segment, problems: ValueProblem[]): { quantity: Quantity | 'done' | null } | null {
  if (first.text.length > LONGEST_SEGMENT || !first.text) return null;
  if (/^done$/i.test(first.text)) return { quantity: 'done' };
  const { quantity, problem } = levelOf(first.text);
  if (problem) {
    problems.push(shifted(problem, first.from));
    return { quantity: null };
  }
  if (!quantity) {
    const faulty = unreadableLevel(first);
    if (faulty) problems.push(faulty);
    return faulty && { quantity: null };
  }
  if (isSentence(quantity)) return null;
  if (typeof quantity.value !== 'number') {
    problems.push(
      error(said`A check-in is one level, not a range. Write the level reached that day.`, first.from, first.to),
    );
    return { quantity: null };
  }
  return { quantity: { ...quantity, from: quantity.from + first.from, to: quantity.to + first.from } };
}

/** "two agents hired" tells what happened; "2 agents hired" and "two agents" count. */
function isSentence(quantity: Quantity): boolean {
  return !/\d/.test(quantity.text) && quantity.unit?.dimension === 'count' && quantity.unit.name.includes(' ');
}

function moodOf(text: string): Mood | null {
  const match = MOOD.exec(text);
  if (!match) return null;
  const mood = `${match[1]} ${match[2]}`.toLowerCase();
  return mood === 'on track' || mood === 'at risk' || mood === 'off track' ? mood : null;
}

function confidenceOf(segment: Segment): { value: number | null; problem: ValueProblem | null } | null {
  if (segment.text.length > LONGEST_SEGMENT) return null;
  const match = CONFIDENCE.exec(segment.text);
  const written = match?.[1] ?? match?.[2];
  const share = written === undefined ? null : readShare(written);
  if (!written || !share) return null;
  if (share.inRange) return { value: share.value, problem: null };
  const at = segment.from + segment.text.indexOf(written);
  const better =
    share.form === 'decimal' && Number.isInteger(share.value) && share.value > 1 && share.value <= 10
      ? `${share.value}/10`
      : null;
  const says = better
    ? said`A confidence lies between 0 and 1: write ${better}, or a number such as 0.7, 7/10 or 70%.`
    : said`A confidence lies between 0 and 1: write a number such as 0.7, 7/10 or 70%.`;
  const fix = better ? { title: said`Write ${better}`, from: at, to: at + written.length, newText: better } : null;
  return { value: null, problem: error(says, at, at + written.length, fix) };
}

function saidTwice(segment: Segment): ValueProblem {
  return hint(said`This line says that twice. The first counts, not "${segment.text}".`, segment.from, segment.to);
}

function nothingSaid(body: string): ValueProblem {
  const says = said`This line says nothing of that day. Write the level reached, e.g. 34%, or a remark.`;
  return error(says, 0, body.length);
}
