import { said } from '../syntax/said.ts';
import { explainQuantity, readQuantityAt } from './read-quantity.ts';
import type { Segment } from './segments.ts';
import { error, hint } from './value-problem.ts';
import type { ValueProblem } from './value-problem.ts';

/** How numbers are written elsewhere, and how here: "1,25 Mio. €" is 1.25M €, "900 000 $" is 900,000 $. */
const WRITTEN_OTHERWISE: readonly (readonly [pattern: RegExp, here: string])[] = [
  [/(?<=\d),(?=\d{1,2}(?!\d))/g, '.'],
  [/(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))/g, ','],
  [/(?<=\d)\s*(?:tsd|tausend)\b\.?/giu, 'k'],
  [/(?<=\d)\s*(?:mio|mill|mln|millionen)\b\.?/giu, 'M'],
  [/(?<=\d)\s*(?:mrd|milliarden?)\b\.?/giu, 'bn'],
  [/(?<=\d)\s*(?:std|stunden?)\b\.?/giu, ' h'],
  [/(?<=\d)\s*(?:minuten?)\b/giu, ' min'],
  [/(?<=\d)\s*(?:tagen?)\b/giu, ' days'],
  [/(?<=\d)\s*(?:wochen?)\b/giu, ' weeks'],
  [/[\s!?.;…]+$/u, ''],
];

const BEGINS_WITH_NUMBER = /^[-+−~≈]?\s?\p{Sc}?\s?\d/u;
const CLOCK = /^\d{1,3}:\d{2}(?::\d{2})?[\s!?.]*$/;

/** Enough of a line to see whether it is a number. */
const LONGEST = 60;

/**
 * What is wrong with the first segment of a journal line that is a number, but not as numbers are written here. Null where
 * it is none: words, or a number with words behind it.
 */
export function unreadableLevel({ text, from, to }: Segment): ValueProblem | null {
  if (text.length > LONGEST || !BEGINS_WITH_NUMBER.test(text)) return null;
  if (CLOCK.test(text)) {
    const says = said`"${text}" cannot be read as a level. Write 7 h 15 min or 7 min 15 s for 7:15, and a time of day as a remark.`;
    return error(says, from, to);
  }
  const better = WRITTEN_OTHERWISE.reduce((written, [pattern, here]) => written.replace(pattern, here), text);
  if (better === text || typeof explainQuantity(better).quantity?.value !== 'number') return null;
  const fix = { title: said`Write ${better}`, from, to, newText: better };
  return error(said`"${text}" cannot be read as a level. Write ${better}.`, from, to, fix);
}

const WORDS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|' +
  'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen|half|halfway';
/** A number that stands by itself, not part of a name (`Q3`, `v2`, `#12`, `KR1`), a date, a time or an address. */
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}#@_/:.,'’-])(?:[-+−]?\\p{Sc}?\\d[\\d,]*(?:\\.\\d+)?(?:\\s?%|k|m|bn|ms|s|h|min|d|x|pp|[kmgt]b)?|${WORDS})(?![\\p{L}\\p{N}_]|[-/:.,'’][\\p{L}\\p{N}])`,
  'giu',
);
const YEAR = /^(?:19|20)\d\d$/;
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const TIME = '(?:s|sec|min|h|hr|hours?|minutes?|seconds?|days?|weeks?|months?|quarters?|years?|sprints?|am|pm)';
/** Words before a number that make it part of a name, or of when something was. */
const NAMING = new RegExp(
  `(?:^|\\s)(?:top|bottom|tier|level|phase|stage|step|version|release|part|round|sprint|week|day|page|slide|room|kr|key result|objective|o|issue|ticket|pr|no\\.?|number|nr\\.?|${MONTH})\\s$`,
  'iu',
);
const WHEN_BEFORE =
  /(?:^|\s)(?:in|for|since|within|after|before|last|next|past|every|until|till|by|over|another)(?: the)?(?: (?:last|next|past|first))?\s$/iu;
const WHEN_BEHIND = new RegExp(`^\\s*(?:${TIME}(?![\\p{L}])|${MONTH}(?![\\p{L}]))`, 'iu');
const AGO = new RegExp(`^\\s*${TIME} (?:ago|later|before|left|to go)(?![\\p{L}])`, 'iu');

/** More of a remark is not looked through. */
const BEGINNING = 200;

/**
 * A hint about a remark that has a number in it where the line tells no level: the number may be the level that was meant.
 * Null where there is none, or where all belong to names, dates and times.
 */
export function numberInRemark({ text, from, to }: Segment): ValueProblem | null {
  const start = text.slice(0, BEGINNING);
  if (/^(?:none|nothing|nil)$/i.test(start)) return lost('0', start, from, to);
  const numbers = [...start.matchAll(NUMBER)].filter(({ 0: number, index }) => {
    const [before, behind] = [start.slice(0, index), start.slice(index + number.length)];
    if (YEAR.test(number) || NAMING.test(before) || AGO.test(behind)) return false;
    return !(WHEN_BEHIND.test(behind) && (WHEN_BEFORE.test(before) || !new RegExp(`^\\s*${TIME}`, 'iu').test(behind)));
  });
  const [only, second] = numbers;
  if (only === undefined) return null;
  const level = second === undefined ? levelAt(start, only) : null;
  return lost(level, level ?? only[0], from, to);
}

function lost(level: string | null, number: string, from: number, to: number): ValueProblem {
  const fix = level === null ? null : { title: said`Write ${level} in front`, from, to: from, newText: `${level}, ` };
  const says =
    level === null
      ? said`Read as a remark, so that no level is told. If the level reached is in it, write it first, with a comma behind it; if not, make it a note: > …`
      : said`Read as a remark, so that no level is told. If ${number} is the level reached, write it first: ${level}, … If not, make it a note: > …`;
  return hint(says, from, to, fix);
}

/**
 * The number as it is written, with its unit but for what is counted; a word for one in digits. Null where it says no number
 * by itself.
 */
function levelAt(text: string, { 0: number, index }: RegExpExecArray): string | null {
  const whole = readQuantityAt(text, index);
  if (
    typeof whole?.value === 'number' &&
    whole.unit !== null &&
    whole.unit.dimension !== 'count' &&
    /\d/.test(number)
  ) {
    return text.slice(index, whole.to);
  }
  const { quantity } = explainQuantity(number);
  if (typeof quantity?.value !== 'number') return null;
  return /\d/.test(number) ? number : String(quantity.value);
}
