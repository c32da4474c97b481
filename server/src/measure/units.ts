import { currencyNamed } from './currencies.ts';
import type { Dimension, Unit } from './quantity.ts';

/** canonical name, dimension, factor to the base of the dimension, and every other way it is written (lower case) */
type Row = readonly [name: string, dimension: Dimension, factor: number, spellings: string];

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** The mean year of the Gregorian calendar's leap rule, near enough: 365.25 days. */
const YEAR = 365.25 * DAY;
const MONTH = YEAR / 12;

/**
 * Five business days make a week, so that "5 business days" and "1 week" are the same stretch.
 * A month is a twelfth of a year.
 */
const TABLE: readonly Row[] = [
  ['%', 'percent', 1, '％|percent|per cent|pct'],
  ['pp', 'points', 1, 'ppt|ppts|pps|p.p|percentage point|percentage points|percent points|%-points|p.p.'],
  ['bp', 'points', 0.01, 'bps|basis point|basis points'],
  ['x', 'times', 1, '×|times|fold'],
  ['ms', 'time', 0.001, 'msec|msecs|millisecond|milliseconds'],
  ['µs', 'time', 0.000001, 'us|μs|microsecond|microseconds'],
  ['s', 'time', 1, 'sec|secs|second|seconds'],
  ['min', 'time', MINUTE, 'mins|minute|minutes'],
  ['h', 'time', HOUR, 'hr|hrs|hour|hours'],
  ['days', 'time', DAY, 'd|day|calendar day|calendar days'],
  ['business days', 'time', WEEK / 5, 'business day|working day|working days|workday|workdays|weekday|weekdays'],
  ['weeks', 'time', WEEK, 'w|wk|wks|week'],
  ['months', 'time', MONTH, 'mo|mos|mth|mths|month'],
  ['quarters', 'time', YEAR / 4, 'quarter'],
  ['years', 'time', YEAR, 'y|yr|yrs|year'],
  ['B', 'data', 1, 'byte|bytes'],
  ['KB', 'data', 1e3, 'kilobyte|kilobytes'],
  ['MB', 'data', 1e6, 'megabyte|megabytes'],
  ['GB', 'data', 1e9, 'gigabyte|gigabytes'],
  ['TB', 'data', 1e12, 'terabyte|terabytes'],
  ['PB', 'data', 1e15, 'petabyte|petabytes'],
  ['KiB', 'data', 1024, ''],
  ['MiB', 'data', 1024 ** 2, ''],
  ['GiB', 'data', 1024 ** 3, ''],
  ['TiB', 'data', 1024 ** 4, ''],
  ['kbit', 'data', 125, 'kilobit|kilobits'],
  ['Mbit', 'data', 125e3, 'megabit|megabits'],
  ['Gbit', 'data', 125e6, 'gigabit|gigabits'],
];

/** Units that are written as one word and hold a rate. */
const RATES: Readonly<Record<string, readonly [unit: string, per: string]>> = {
  kbps: ['kbit', 'second'],
  mbps: ['Mbit', 'second'],
  gbps: ['Gbit', 'second'],
};

/** What a word such as `weekly` means as the other side of a rate. */
const ADVERBS: Readonly<Record<string, readonly [per: string, seconds: number]>> = {
  hourly: ['hour', HOUR],
  daily: ['day', DAY],
  weekly: ['week', WEEK],
  biweekly: ['2 weeks', 2 * WEEK],
  'bi-weekly': ['2 weeks', 2 * WEEK],
  fortnightly: ['2 weeks', 2 * WEEK],
  monthly: ['month', MONTH],
  bimonthly: ['2 months', 2 * MONTH],
  'bi-monthly': ['2 months', 2 * MONTH],
  quarterly: ['quarter', YEAR / 4],
  yearly: ['year', YEAR],
  annually: ['year', YEAR],
};

/** The singular in which a stretch of time stands behind "per". */
const PER_NAMES: Readonly<Record<string, string>> = {
  ms: 'millisecond',
  s: 'second',
  min: 'minute',
  h: 'hour',
  days: 'day',
  'business days': 'business day',
  weeks: 'week',
  months: 'month',
  quarters: 'quarter',
  years: 'year',
};

const known = new Map<string, Unit>();
for (const [name, dimension, factor, spellings] of TABLE) {
  const unit: Unit = { name, dimension, factor, per: null, perSeconds: null };
  known.set(name.toLowerCase(), unit);
  for (const spelling of spellings.split('|')) if (spelling) known.set(spelling, unit);
}
for (const [name, [unit, per]] of Object.entries(RATES)) {
  const base = known.get(unit.toLowerCase());
  if (base) known.set(name, { ...base, per, perSeconds: 1 });
}

const currencies = new Map<string, Unit>();

/** The unit of an ISO currency code. */
export function currencyUnit(code: string): Unit {
  let unit = currencies.get(code);
  if (!unit) {
    unit = { name: code, dimension: 'currency', factor: 1, per: null, perSeconds: null };
    currencies.set(code, unit);
  }
  return unit;
}

/**
 * The unit of the table that a text names: a percent sign, a currency, a time, a data size, `x`. Null for anything
 * else, which is then a counted noun. Upper and lower case are the same, save for currencies that are also words.
 */
export function unitNamed(text: string): Unit | null {
  // Watts, which count as a noun; weeks are a "w".
  if (text === 'W') return null;
  const unit = known.get(text) ?? known.get(text.toLowerCase());
  if (unit) return unit;
  const code = currencyNamed(text);
  return code === null ? null : currencyUnit(code);
}

/** A counted noun as a unit; the empty noun is a bare count that has only a rate ("4 per month"). */
export function countedUnit(noun: string): Unit {
  return { name: noun, dimension: 'count', factor: 1, per: null, perSeconds: null };
}

export interface Rate {
  readonly per: string;
  readonly perSeconds: number | null;
}

/**
 * The other side of a rate: what stands behind "per" or "/". `count` is the 30 of "per 30 days".
 * A noun that is no stretch of time is kept as it is, with no seconds.
 */
export function ratePer(noun: string, count = 1): Rate {
  const unit = unitNamed(noun);
  const time = unit?.dimension === 'time' ? unit : null;
  const perSeconds = time ? time.factor * count : null;
  if (count !== 1) return { per: `${count} ${time ? time.name : noun}`, perSeconds };
  return { per: time ? (PER_NAMES[time.name] ?? time.name) : noun, perSeconds };
}

/** The rate that an adverb means: `weekly`, `daily`, `bi-weekly`. Null for any other word. */
export function rateNamed(adverb: string): Rate | null {
  const lower = adverb.toLowerCase();
  const rate = Object.hasOwn(ADVERBS, lower) ? ADVERBS[lower] : undefined;
  return rate ? { per: rate[0], perSeconds: rate[1] } : null;
}

/** The unit as a rate. Without a unit it is a bare count per something. */
export function withRate(unit: Unit | null, rate: Rate): Unit {
  const { name, dimension, factor } = unit ?? countedUnit('');
  return { name, dimension, factor, per: rate.per, perSeconds: rate.perSeconds };
}

/** The singular of an English noun, roughly, and in lower case: what two spellings of a counted noun have in common. */
export function singular(noun: string): string {
  const lower = noun.toLowerCase();
  if (lower.length > 4 && lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(lower)) return lower.slice(0, -2);
  if (lower.length > 3 && lower.endsWith('s') && !/(?:ss|us|is)$/.test(lower)) return lower.slice(0, -1);
  return IRREGULAR[lower] ?? lower;
}

/** The name of a unit of which there is one: `user`, `business day`. Short names (`h`, `NPS`) have no singular. */
export function nameOfOne({ name, dimension }: Unit): string {
  if (dimension !== 'count' && dimension !== 'time') return name;
  const at = name.lastIndexOf(' ') + 1;
  const noun = name.slice(at);
  return noun === noun.toLowerCase() ? name.slice(0, at) + singular(noun) : name;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  criteria: 'criterion',
};

/** Whether two counted nouns are the same but for case, singular and plural. */
export function sameNoun(a: string, b: string): boolean {
  return a === b || singular(a) === singular(b);
}

/** A unit as it is written behind a number: `%`, `h`, `visitors/week`, `USD`. */
export function writeUnit(unit: Unit): string {
  return unit.per === null ? unit.name : `${unit.name}/${unit.per}`;
}
