import type { Piece, Prose } from './prose.ts';
import { listed } from './prose.ts';
import * as t from './prose-tokens.ts';
import type { DeadlinePhrase } from './reading.ts';

/** Where the deadline stands among the pieces, so that its numbers are not taken for targets. */
export interface FoundDeadline {
  readonly phrase: DeadlinePhrase;
  readonly first: number;
  readonly last: number;
}

/** "by Friday", "until June": what follows is a day by which it must be true. */
const LIMITS = new Set(['by', 'before', 'until', 'till', 'til', 'due', 'eta']);
/** "in Q3", "over the next 6 months", "throughout the year": a stretch of time in which, or for which, it must be true. */
const STRETCHES = new Set([
  'in',
  'during',
  'within',
  'over',
  'for',
  'throughout',
  'across',
  'through',
  'at',
  'on',
  'from',
  'this',
  'next',
  'finish',
  'end',
  'close',
  'exit',
  'starting',
  'beginning',
]);
const ALONE = /^(?:eoq|eoy|eom|eow|eofy|eod|year-end|quarter-end|month-end|today|tomorrow)$/;
const CURRENT = new Set([
  'this',
  'next',
  'current',
  'coming',
  'upcoming',
  'first',
  'second',
  'third',
  'fourth',
  'last',
  'final',
  'entire',
  'whole',
  'following',
  'same',
  'set',
  'given',
  'academic',
  'fiscal',
  'financial',
  'calendar',
  'school',
  'planned',
  'agreed',
]);
const STRETCH_NOUNS = new Set([
  'timeframe',
  'time-frame',
  'deadline',
  'campaign',
  'mid-year',
  'midyear',
  'summer',
  'autumn',
  'fall',
  'winter',
  'spring',
  'christmas',
  'year-end',
  'quarter-end',
  'eoq',
  'eoy',
]);

const PERIODS =
  /^(?:day|week|month|quarter|year|hour|minute|second|half|semester|term|sprint|cycle|fortnight|weekend|season|trimester|iteration)s?$/;
const isPeriod = (lower: string): boolean => PERIODS.test(lower);
const isDay = (piece: Piece): boolean =>
  [t.IsoDate, t.SlashDate, t.Quarter, t.FiscalYear].includes(piece.token.tokenType) ||
  ALONE.test(piece.lower) ||
  isMonth(piece);
// "may" and "march" are months only with a capital.
const isMonth = (piece: Piece): boolean => listed(piece, 'months') && /^[A-Z]/.test(piece.text);
const isYear = (piece: Piece): boolean => /^(?:19|20)\d\d$/.test(piece.text);

/**
 * Follows an expression of time from `at`: "the end of Q3 2025", "July 31st", "the next 6 months". Returns the index of its
 * last piece, or -1 where there is none. `bare` says that a naked period ("the quarter") is enough.
 */
function timeExpression(pieces: readonly Piece[], at: number, bare: boolean): number {
  let last = -1;
  let stated = false;
  let count = false;
  let i = at;
  for (; i < Math.min(pieces.length, at + 10); i++) {
    const piece = pieces[i];
    if (!piece) break;
    const { lower } = piece;
    if (isDay(piece) || listed(piece, 'weekdays')) {
      last = i;
      stated = true;
    } else if (isYear(piece)) {
      last = i;
      stated = true;
    } else if (piece.kind === 'number' || piece.token.tokenType === t.Ordinal) {
      // A day of the month, or the 6 of "next 6 months".
      const before = pieces[i - 1];
      if (before && isMonth(before)) last = i;
      else count = true;
    } else if (isPeriod(lower) || STRETCH_NOUNS.has(lower)) {
      if (!(bare || stated) || (lower === 'half' && !stated)) return last;
      if (count && !stated && !bare) return last;
      last = i;
    } else if (
      CURRENT.has(lower) ||
      lower === 'end' ||
      lower === 'mid' ||
      lower === 'middle' ||
      lower === 'beginning' ||
      lower === 'start' ||
      lower === 'late' ||
      lower === 'early' ||
      lower === 'consecutive'
    ) {
      if (last >= 0 && CURRENT.has(lower)) break;
      stated = stated || CURRENT.has(lower) || lower === 'end' || lower === 'mid' || lower === 'consecutive';
      if (lower === 'end') bare = true;
      // "by year end", "by quarter end"
      if (lower === 'end' && last >= 0) last = i;
    } else if (['the', 'of', 'our', 'a', 'course', 'calendar'].includes(lower)) {
      continue;
    } else if (piece.kind === 'comma' && last === i - 1 && isYear(pieces[i + 1] ?? piece)) {
      continue;
    } else if (piece.kind === 'dash' && last === i - 1 && last >= 0) {
      continue;
    } else break;
  }
  return last;
}

/** The phrase that says when the result must be true, or null. Frequencies and limits in time ("within 3 hours") are none. */
export function findDeadline(prose: Prose): FoundDeadline | null {
  const { pieces } = prose;
  let found: FoundDeadline | null = null;
  const accept = (first: number, last: number): void => {
    const a = pieces[first];
    const b = pieces[last];
    if (a && b && !found)
      found = { phrase: { text: prose.text.slice(a.from, b.to), from: a.from, to: b.to }, first, last };
  };
  for (let i = 0; i < pieces.length && !found; i++) {
    const piece = pieces[i];
    if (!piece) break;
    const { lower } = piece;
    if (LIMITS.has(lower)) {
      let last = timeExpression(pieces, i + 1, true);
      const counted =
        pieces.slice(i + 1, last + 1).some((p) => p.kind === 'number' && !isYear(p)) &&
        !pieces.slice(i + 1, last + 1).some((p) => isDay(p) || isYear(p) || CURRENT.has(p.lower));
      if (last < 0) last = launchEvent(pieces, i + 1);
      // "by 3 days" is a change, not a day.
      if (last > i && !(lower === 'by' && counted)) accept(i, last);
    } else if (STRETCHES.has(lower) && !(lower === 'from' && pieces[i + 1]?.amount !== -1)) {
      const determined = lower === 'this' || lower === 'next';
      const bare =
        determined ||
        lower === 'throughout' ||
        lower === 'during' ||
        lower === 'over' ||
        lower === 'within' ||
        lower === 'for';
      const last = timeExpression(pieces, determined ? i : i + 1, false);
      const plain = last < 0 && bare ? bareStretch(pieces, i + 1) : last;
      if (plain > i) accept(i, trailing(pieces, plain));
    } else if (ALONE.test(lower) && piece.depth === 0 && i > 0) accept(i, i);
  }
  return found;
}

/** "throughout the year", "during the quarter": a definite stretch without any other word that says which. */
function bareStretch(pieces: readonly Piece[], at: number): number {
  let i = at;
  if (pieces[i]?.lower === 'the' || pieces[i]?.lower === 'our') i++;
  else if (pieces[at - 1]?.lower !== 'throughout') return -1;
  const piece = pieces[i];
  const next = pieces[i + 1];
  return piece && isPeriod(piece.lower) && next?.kind !== 'word' ? i : -1;
}

/** "by launch", "before GA", "by the conference": a moment named by what happens then. */
function launchEvent(pieces: readonly Piece[], at: number): number {
  let i = at;
  while (pieces[i] && ['the', 'our', 'public', 'official', 'general'].includes(pieces[i]?.lower ?? '')) i++;
  const piece = pieces[i];
  const before = pieces[at - 1]?.lower === 'before';
  return piece &&
    (before ? listed(piece, 'events') : /^(?:launch|release|ga|go-live|deadline|kick-off|kickoff)$/.test(piece.lower))
    ? i
    : -1;
}

/** "in the first month online", "in the first month after public release". */
function trailing(pieces: readonly Piece[], last: number): number {
  const next = pieces[last + 1];
  if (next?.lower === 'online') return last + 1;
  if (next?.lower !== 'after' && next?.lower !== 'of' && next?.lower !== 'following') return last;
  for (let i = last + 2; i < Math.min(pieces.length, last + 6); i++) {
    if (listed(pieces[i], 'events')) return i;
  }
  return last;
}
