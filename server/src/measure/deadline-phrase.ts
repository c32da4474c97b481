import { tokenMatcher } from 'chevrotain';
import type { TokenType } from 'chevrotain';
import { isAsideLevel } from './aside-level.ts';
import { lookUp } from './lexicon.ts';
import type { Piece, Prose } from './prose.ts';
import { amountAt, hasForm, isBoundary, isMonth, listed } from './prose.ts';
import * as t from './prose-tokens.ts';
import type { DeadlinePhrase } from './reading.ts';
import { mark } from './word-marks.ts';
import { Form, List } from './word-classes.ts';

/** Where the deadline stands among the pieces, so that its numbers are not taken for targets. */
export interface FoundDeadline {
  readonly phrase: DeadlinePhrase;
  readonly first: number;
  readonly last: number;
}

/** "by Friday", "until June": what follows is a day by which it must be true. */
const LIMITS = mark(() => ['by', 'before', 'until', 'till', 'til', 'due', 'eta', 'no later than', 'not later than']);
/** "in Q3", "over the next 6 months", "throughout the year": a stretch of time in which, or for which, it must be true. */
const STRETCHES = mark(() => [
  'in',
  'during',
  'within',
  'over',
  'for',
  'throughout',
  'into',
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
const ALONE = mark(() =>
  'eoq eoq1 eoq2 eoq3 eoq4 eoy eom eow eofy eod eop eos year-end quarter-end month-end today tomorrow'.split(' '),
);
const DAYS: ReadonlySet<TokenType> = new Set([t.IsoDate, t.SlashDate, t.Quarter, t.FiscalYear]);
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
  DAYS.has(piece.token.tokenType) || (piece.marks & ALONE) !== 0 || isMonth(piece);
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
    if (isDay(piece) || listed(piece, List.weekdays)) {
      last = i;
      stated = true;
    } else if (isYear(piece)) {
      last = i;
      stated = true;
    } else if (piece.kind === 'number' || piece.token.tokenType === t.Ordinal) {
      // A day of the month, or the 6 of "next 6 months".
      const before = pieces[i - 1];
      if (before && isMonth(before)) last = i;
      else if (piece.token.tokenType === t.Ordinal) stated = true;
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

function found(prose: Prose, first: number, last: number): FoundDeadline | null {
  const a = prose.pieces[first];
  const b = prose.pieces[last];
  if (!a || !b) return null;
  return { phrase: { text: prose.text.slice(a.from, b.to), from: a.from, to: b.to }, first, last };
}

/** The phrase that says when the result must be true, or null. Frequencies and limits in time ("within 3 hours") are none. */
export function findDeadline(prose: Prose): FoundDeadline | null {
  const { pieces } = prose;
  if ((prose.marks & (LIMITS | STRETCHES | ALONE)) === 0) return null;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece) break;
    const { lower, marks } = piece;
    if ((marks & (LIMITS | STRETCHES | ALONE)) === 0) continue;
    if ((marks & LIMITS) !== 0) {
      let last = timeExpression(pieces, i + 1, true);
      const said = pieces.slice(i + 1, last + 1);
      const counted =
        said.some((p) => tokenMatcher(p.token, t.Digits) && !isYear(p)) &&
        !said.some((p) => isDay(p) || isYear(p) || CURRENT.has(p.lower));
      if (last < 0 || lowerOf(pieces, last) === 'end') last = endOfNamed(pieces, i + 1, last);
      if (last < 0 && NUMBERED_PERIOD.test(lowerOf(pieces, i + 1))) last = i + 1;
      if (last < 0 || ['spring', 'summer', 'autumn', 'fall', 'winter'].includes(lowerOf(pieces, last)))
        last = Math.max(last, launchEvent(pieces, i + 1));
      // "by 3 days" is a change, not a day.
      // "by the end of every sprint" comes again and again.
      const again = pieces.slice(i, last).some((p) => p.lower === 'every' || p.lower === 'each');
      if (last > i && !again && !(lower === 'by' && counted)) return found(prose, i, last);
    } else if (
      (marks & STRETCHES) !== 0 &&
      !(lower === 'from' && pieces[i + 1]?.amount !== -1) &&
      !['today', 'tomorrow'].includes(lowerOf(pieces, i + 1))
    ) {
      const determined = lower === 'this' || lower === 'next';
      const bare = determined || lower === 'throughout' || lower === 'during' || lower === 'over' || lower === 'within';
      const last = timeExpression(pieces, determined ? i : i + 1, false);
      let plain = last < 0 && bare ? bareStretch(pieces, i + 1) : last;
      if (
        plain < 0 &&
        lower === 'in' &&
        /^(?:week|sprint|semester)/.test(NUMBERED_PERIOD.exec(lowerOf(pieces, i + 1))?.[0] ?? '')
      )
        plain = i + 1;
      if (plain < 0) plain = monthsAhead(pieces, i);
      if (plain < 0 && lower === 'within' && i === 0) plain = ofEvent(pieces, i + 3);
      if (plain < 0 && lower === 'for') plain = heldFor(pieces, i);
      if (plain > i && !isPast(prose, i) && (heldFor(pieces, i) === plain || !isScope(pieces, i, plain)))
        return found(prose, i, trailing(pieces, plain));
    } else if ((marks & ALONE) !== 0 && i > 0 && (piece.depth === 0 || isBracketed(pieces, i)))
      return found(prose, i, i);
  }
  return null;
}

/**
 * "15 customers lost in 2025", "more than in 2025", "accounts that churned in Q1": when something was, behind an order to change it.
 * "Have 80% of bugs fixed in Q4" is when it must be. "Reach 600 (412 on 1 Oct)" says how it was then.
 */
function isPast(prose: Prose, at: number): boolean {
  const { pieces } = prose;
  const before = pieces[at - 1];
  const amount = amountAt(prose, at - 1);
  if (amount && isAsideLevel(prose, amount)) return true;
  if (before && /(?:^|\s)than$/.test(before.lower)) return true;
  const thing = lowerOf(pieces, at - 2);
  if (['that', 'who', 'which'].includes(thing)) return true;
  if (!before?.verb || !(hasForm(before, Form.past) || hasForm(before, Form.participle))) return false;
  if (hasForm(before, Form.base)) return false;
  const order = pieces[0];
  return (
    hasForm(order, Form.base) &&
    !['have', 'get', 'see', 'keep', 'make', 'ensure', 'reach', 'achieve'].includes(order.verb.lemma) &&
    !/^(?:is|are|be|been|being|was|were|get|gets|has|have|to|and|or)$/.test(thing)
  );
}

/** "(EOQ)": alone in its brackets. */
const isBracketed = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at - 1]?.kind === 'open' && pieces[at + 1]?.kind === 'close';

const lowerOf = (pieces: readonly Piece[], at: number): string => pieces[at]?.lower ?? '';

/** "by Week 8", "before Sprint 3": a stretch of time that is counted and not dated. */
const NUMBERED_PERIOD =
  /^(?:day|week|month|quarter|year|sprint|cycle|iteration|semester|term|season)[ -]?#?\d+(?:-\d+)?$/;

/** "by the end of the onboarding programme": whatever ends, up to its last noun. */
function endOfNamed(pieces: readonly Piece[], at: number, last: number): number {
  let i = at;
  while (['the', 'our', 'very'].includes(lowerOf(pieces, i))) i++;
  if (lowerOf(pieces, i) !== 'end' || lowerOf(pieces, i + 1) !== 'of') return last;
  i += 2;
  while (listed(pieces[i], List.determiners)) i++;
  let end = last;
  for (let k = i; k < i + 4 && !isBoundary(pieces[k]); k++) end = k;
  return end;
}

/** "for 2026", "in Q4 pipeline": the time says which thing is meant, and not when it must be there. */
function isScope(pieces: readonly Piece[], at: number, last: number): boolean {
  const said = pieces.slice(at + 1, last + 1);
  const lead = lowerOf(pieces, at);
  if (lead === 'for')
    return !(
      (isPeriod(lowerOf(pieces, last)) && said.some((piece) => piece.lower !== 'set' && CURRENT.has(piece.lower))) ||
      said.some((piece) => piece.lower === 'consecutive')
    );
  const next = pieces[last + 1];
  return (
    ['in', 'on'].includes(lead) &&
    pieces[last] !== undefined &&
    (isDay(pieces[last]) || isYear(pieces[last]) || STRETCH_NOUNS.has(lowerOf(pieces, last))) &&
    next?.kind === 'word' &&
    next.entry.nouns !== 0 &&
    next.verb === null
  );
}

/** "in 6 months", "within one year" behind an order: a stretch from now on. Behind days and hours it is a limit. */
function monthsAhead(pieces: readonly Piece[], at: number): number {
  const period = pieces[at + 2];
  const next = pieces[at + 3];
  return ['in', 'within'].includes(lowerOf(pieces, at)) &&
    pieces[at + 1]?.kind === 'number' &&
    period !== undefined &&
    /^(?:month|quarter|year)s?$/.test(period.lower) &&
    pieces.slice(0, 2).some((piece) => hasForm(piece, Form.base))
    ? next === undefined || next.kind === 'stop' || next.kind === 'comma'
      ? at + 2
      : pieces.slice(0, at).every(({ amount }) => amount < 0)
        ? ofEvent(pieces, at + 3)
        : -1
    : -1;
}

/** "within 60 days |of launch|": to the end of what the time is counted from, where the phrase ends there; else -1. */
function ofEvent(pieces: readonly Piece[], at: number): number {
  if (!['of', 'after', 'from'].includes(lowerOf(pieces, at))) return -1;
  let end = at + 1;
  while (pieces[end] && (!isBoundary(pieces[end]) || listed(pieces[end], List.determiners))) end++;
  const next = pieces[end];
  return end > at + 1 && (next === undefined || next.kind === 'stop' || next.kind === 'comma') ? end - 1 : -1;
}

/** "100 % on time for 12 weeks": a stretch for which what is measured must hold, at the end of a title. */
function heldFor(pieces: readonly Piece[], at: number): number {
  const next = pieces[at + 3];
  return pieces[at + 1]?.kind === 'number' &&
    ['weeks', 'months', 'quarters'].includes(lowerOf(pieces, at + 2)) &&
    (next === undefined || next.kind === 'stop' || next.kind === 'comma') &&
    pieces.slice(0, at).some((piece) => piece.amount >= 0 || listed(piece, List.wholeUniversals | List.noneUniversals))
    ? at + 2
    : -1;
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

/** "by launch", "before GA", "by the spring conference": a moment named by what happens then. */
function launchEvent(pieces: readonly Piece[], at: number): number {
  const before = ['before', 'until', 'till'].includes(lowerOf(pieces, at - 1));
  for (let i = at; i < Math.min(pieces.length, at + 5); i++) {
    const piece = pieces[i];
    if (!piece || (piece.kind !== 'word' && piece.kind !== 'name' && !isYear(piece))) return -1;
    // "by the release", "by final demo"; "by conference" alone may be a way and no moment.
    const named = before || i > at;
    if (MOMENTS.has(piece.lower) || (named && listed(piece, List.events) && !piece.entry.plural)) {
      const next = pieces[i + 1];
      if (listed(next, List.events) || MOMENTS.has(next?.lower ?? '')) continue;
      return next === undefined || isBoundary(next) || isYear(next) ? i : -1;
    }
    if (isBoundary(piece) || hasForm(piece, Form.gerund)) return -1;
  }
  return -1;
}

const MOMENTS = new Set(
  'launch release ga go-live deadline kick-off kickoff code-freeze graduation christmas thanksgiving easter ramadan diwali halloween'.split(
    ' ',
  ),
);

const isEvents = (piece: Piece | undefined): boolean =>
  piece?.lower.endsWith('s') === true && (lookUp(piece.lower.replace(/s$/, '')).lists & List.events) !== 0;

/** "in the first month online", "in the first month after public release". */
function trailing(pieces: readonly Piece[], last: number): number {
  const next = pieces[last + 1];
  if (next?.lower === 'online') return last + 1;
  if (next?.lower !== 'after' && next?.lower !== 'of' && next?.lower !== 'following') return last;
  for (let i = last + 2; i < Math.min(pieces.length, last + 6); i++) {
    if (listed(pieces[i], List.events) || isEvents(pieces[i])) return i;
  }
  return last;
}
