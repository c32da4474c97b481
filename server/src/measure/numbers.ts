import type { Said } from '../syntax/said.ts';
import { said } from '../syntax/said.ts';
/** A written number as it was understood, or why it could not be. `better` is the spelling that was probably meant. */
export type NumberReading =
  | { readonly value: number; readonly says: null; readonly better: null }
  | { readonly value: null; readonly says: Said; readonly better: string | null };

const PLAIN = /^\d*(?:\.\d+)?$/;
/** Groups of three behind a first group that is not 0: `15,000`, `10'000`, `1,234.5`, also with no-break spaces. */
const GROUPED = /^[1-9]\d{0,2}(?:(?:,\d{3})+|(?:['’]\d{3})+|(?:[\u00a0\u202f]\d{3})+)(?:\.\d+)?$/;
const COMMA_DECIMAL = /^(\d+),(\d+)$/;
const DOT_GROUPS = /^([1-9]\d{0,2}(?:\.\d{3})+),(\d+)$/;
const DOT_GROUPS_ONLY = /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/;
const POINT_GROUPS = /^\d{1,3}(?:(?:\.\d{3}){2,}|\.\d{3}(?=,\d{1,2}$))/;
const SEPARATORS = /[,'’\u00a0\u202f]/g;

/**
 * Reads digits with their separators: `1500`, `.5`, `15,000`, `10'000`, `1,234.5`. A comma groups three digits and
 * never follows a 0; where it seems to mean a decimal point (`13,1`), the reading says so and offers it.
 */
export function readDigits(text: string): NumberReading {
  if (PLAIN.test(text)) return finite(Number(text), text);
  if (GROUPED.test(text)) return finite(Number(text.replace(SEPARATORS, '')), text);
  const decimal = COMMA_DECIMAL.exec(text);
  if (decimal) {
    const better = `${decimal[1]}.${decimal[2]}`;
    return {
      value: null,
      says: said`"${text}" has a comma where a decimal point belongs. Write ${better}. Commas only group digits by three, as in 15,000.`,
      better,
    };
  }
  const continental = DOT_GROUPS.exec(text);
  if (continental?.[1] !== undefined) {
    const better = `${continental[1].replace(/\./g, ',')}.${continental[2]}`;
    return {
      value: null,
      says: said`"${text}" has the comma and the points the other way round. Write ${better}.`,
      better,
    };
  }
  if (DOT_GROUPS_ONLY.test(text)) {
    const better = text.replace(/\./g, ',');
    return { value: null, says: said`"${text}" groups digits by points. Write ${better}.`, better };
  }
  return {
    value: null,
    says: said`"${text}" is not a number. Commas group digits by three, as in 15,000.`,
    better: null,
  };
}

/** The value of the digits of prose, where spaces may group by three and a comma may stand for the decimal point. */
export function proseNumber(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const groups = POINT_GROUPS.test(text) ? text.replace(/\./g, '') : text;
  const plain = groups.replace(/[ \u2009]/g, '').replace(/,(?=\d{1,2}$)/, '.');
  return readDigits(plain).value ?? (Number.parseFloat(plain) || 0);
}

function finite(value: number, text: string): NumberReading {
  if (Number.isFinite(value)) return { value, says: null, better: null };
  return { value: null, says: said`"${text.slice(0, 12)}…" is too large a number.`, better: null };
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const words = new Map<string, number>();
ONES.forEach((word, i) => words.set(word, i));
TENS.forEach((word, i) => words.set(word, 20 + 10 * i));
words.set('fourty', 40);
words.set('dozen', 12);
words.set('hundred', 100);
words.set('thousand', 1e3);
words.set('million', 1e6);
words.set('billion', 1e9);
words.set('trillion', 1e12);

/** Words that are numbers on their own, in lower case: `zero` … `ninety`, `dozen`, `hundred` … `trillion`. */
export const NUMBER_WORDS: readonly string[] = [...words.keys()];

/** The value of a single number word in any case (`three`, `hundred`), or null. */
export function numberWord(word: string): number | null {
  return words.get(word.toLowerCase()) ?? null;
}

/**
 * The value of number words in a row: `three`, `twenty-five`, `two hundred fifty`, `one million`. Null where a word is
 * none, or where they do not make one number ("two three").
 */
export function readNumberWords(text: string): number | null {
  let total = 0;
  let scale = Infinity;
  let group: number | null = null;
  // What may still be added to the group: 5 after "twenty", nothing after "five".
  let room = Infinity;
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    const value = words.get(word);
    if (value === undefined) return null;
    if (value >= 1000) {
      if (value >= scale || (group === null && total > 0)) return null;
      total += (group ?? 1) * value;
      scale = value;
      group = null;
      room = Infinity;
    } else if (value === 100 || value === 12) {
      if (group !== null && group >= (value === 12 ? 10 : 100)) return null;
      group = (group ?? 1) * value;
      room = value === 100 ? 100 : 0;
    } else {
      if (value >= room) return null;
      group = (group ?? 0) + value;
      room = value >= 20 ? 10 : 0;
    }
  }
  return total + (group ?? 0);
}

const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    k: 1e3,
    K: 1e3,
    thousand: 1e3,
    M: 1e6,
    mn: 1e6,
    mln: 1e6,
    mio: 1e6,
    million: 1e6,
    millions: 1e6,
    milhão: 1e6,
    milhões: 1e6,
    bn: 1e9,
    mrd: 1e9,
    tsd: 1e3,
    millones: 1e6,
    millionen: 1e6,
    milliarden: 1e9,
    billion: 1e9,
    billions: 1e9,
    tn: 1e12,
    trillion: 1e12,
    万: 1e4,
    亿: 1e8,
  }),
);
const MONEY_SCALES: ReadonlyMap<string, number> = new Map(Object.entries({ m: 1e6, mm: 1e6, b: 1e9, t: 1e12 }));

/**
 * The factor of a scale behind a number: `k`, `M`, `bn`, `thousand`. `m`, `b` and `t` are scales of money only. Null for
 * any other word.
 */
export function scaleNamed(written: string, money: boolean): number | null {
  const word = written.endsWith('.') ? written.slice(0, -1) : written;
  const scale = SCALES.get(word);
  if (scale !== undefined) return scale;
  const lower = word.toLowerCase();
  return (money ? MONEY_SCALES.get(lower) : undefined) ?? (lower.length > 1 ? SCALES.get(lower) : undefined) ?? null;
}
