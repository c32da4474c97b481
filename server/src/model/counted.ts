import { lookUp } from '../measure/lexicon.ts';
import type { Measure, MoveMeasure } from '../measure/measure.ts';
import type { Quantity, Unit } from '../measure/quantity.ts';
import { hasForm, isVerb } from '../measure/prose.ts';
import { Form, Verb } from '../measure/word-classes.ts';

/** What is a level, though it is written as a count: it never starts from nothing when a cycle begins. */
const LEVELS =
  /(?:^|[\s-])(?:nps|csat|ces|score|scores|rating|ratings|rate|index|rank|ranking|percentile|stars?|dau|mau|wau|active|level|levels|average|median)(?:$|[\s-])/i;
const NEW = /(?:^|\s)(?:new|additional|more|extra|net-new)(?:$|\s)/i;

/** "pilots", "sign-ups", and plurals that are in no list; not "access", "status", "analysis" or "NPS". */
const PLURAL = /\p{Ll}{2}(?:[^siu\P{Ll}]|ie)s$/u;

/**
 * Whether the amounts of a measure without a unit count things, by its name, or by the title where it has none: "pilots 0 ->
 * 25", or "0 -> 25" below "Win 25 pilots". A percentage is no such amount.
 */
export function countsThings(name: string, titled: readonly Quantity[]): boolean {
  const last = name.trim().split(/\s+/).at(-1) ?? '';
  if (last !== '') return lookUp(last.toLowerCase()).plural || PLURAL.test(last);
  const [target, second] = titled;
  return target !== undefined && second === undefined && target.unit?.dimension === 'count';
}

const ANY_FORM = Form.base | Form.present | Form.past | Form.participle | Form.gerund;

/** Verbs of which each object is one more: won, closed, hired, published; not those that move a level. */
function countsUp(word: string, forms: number): boolean {
  const entry = lookUp(word.toLowerCase());
  if (!hasForm(entry, forms) || isVerb(entry, Verb.up | Verb.down | Verb.better)) return false;
  return isVerb(entry, Verb.obtain | Verb.work);
}

/**
 * Whether a key result counts things within its cycle, so that it starts from 0: "Win 20 customers", "50 tickets closed",
 * "+10 sign-ups". Only counts and money without a rate can be; a figure such as a rating or an active user never is.
 * The verb is that of the title, or a participle in what is counted.
 */
export function isCountedFromZero(measure: Measure, title: string, unit: Unit | null): boolean {
  if (measure.kind !== 'move' && measure.kind !== 'bound' && measure.kind !== 'change') return false;
  if (unit && (unit.per !== null || (unit.dimension !== 'count' && unit.dimension !== 'currency'))) return false;
  if (measure.kind === 'change') {
    // "+25%" is a share of what was there before, and of nothing it would be nothing.
    const { kind, unit: of, value } = measure.by;
    return kind === 'delta' && (!of || of.dimension === 'count' || of.dimension === 'currency') && isUpward(value);
  }
  if (measure.kind === 'bound' && (measure.to.op === '<=' || measure.to.op === '<')) return false;
  if (measure.kind === 'move' && falls(measure)) return false;
  const counted = `${measure.name} ${unit?.name ?? ''}`.trim();
  if (LEVELS.test(counted)) return false;
  if (NEW.test(counted)) return true;
  if (counted.split(/\s+/).some((word) => countsUp(word, Form.past | Form.participle))) return true;
  const first = /^[\p{L}-]+/u.exec(title.trim())?.[0] ?? '';
  return countsUp(first, ANY_FORM);
}

/** "34 -> 5" says that it goes down: its check-ins fall, and it starts where it says. */
function falls({ from, to }: MoveMeasure): boolean {
  if (from === null || from === 'unknown' || typeof from.value !== 'number') return false;
  return from.value > (typeof to.value === 'number' ? to.value : to.value[0]);
}

function isUpward(value: number | readonly [number, number]): boolean {
  return (typeof value === 'number' ? value : value[0]) >= 0;
}
