import type { Said } from './said.ts';
import { said } from './said.ts';
import { skipWhite, trimEnd } from './alphabet.ts';
import { openingAt } from './boundaries.ts';
import { beforeMarks, isBulleted, replacing, syntaxError } from './frame.ts';
import type { Frame } from './frame.ts';
import { colonIn } from './header-faults.ts';
import { likely } from './likely-fixes.ts';
import { PROPERTIES } from './properties.ts';
import type { Owner } from './properties.ts';
import { quoted } from './text.ts';
import type { Line, Problem, ProblemFix, Span, Text } from './tree.ts';

/** The problems of lines that begin like no line of the language, or like another than they are. */

/** So many characters of a line are looked at to find out what it was meant to be. */
const HEAD = 200;

/** What draws a line across a page of Markdown. */
const RULER = /^([-*_=~\u2013\u2014])\1{2,}$/;

/** What a date begins with while it is being written: `2`, `2026-`, `2026-11-2`. */
const BEGUN_DATE = /^\d{1,4}$|^\d{4}-(?:\d{0,2}|\d\d-\d?)$/;

/** The problem of a line that begins a check-in and goes no further. */
function begunDateProblem(span: Span, head: string, fixes: readonly ProblemFix[]): Problem {
  const year = /^20\d\d/.exec(head)?.[0] ?? '2026';
  return syntaxError(span, said`Is ${quoted(head)} to be a check-in? Finish its date, e.g. ${year}-11-02: 40`, fixes);
}

/** Joins a line to the one above; null where that line has no text to go on. */
function joinFix(above: Line | undefined, start: number): ProblemFix | null {
  if (above === undefined) return null;
  switch (above.kind) {
    case 'property':
      return above.property === null || above.value.text === '' || PROPERTIES[above.property].shape !== 'text'
        ? null
        : joinBehind(above.value, ' ', start);
    case 'entry':
    case 'note':
    case 'initiative':
      return above.body.text === '' ? null : joinBehind(above.body, ' ', start);
    case 'header':
      if (above.header === 'cycle' || above.title === null || (above.faulty && above.title.text !== '')) return null;
      return joinBehind(above.title, above.faulty ? ': ' : ' ', start);
    case 'blank':
    case 'comment':
    case 'directive':
    case 'label':
    case 'error':
      return null;
  }
}

function joinBehind(text: Text, glue: string, start: number): ProblemFix {
  return replacing(said`Join it to the line above`, false, text.to, start, glue);
}

/** The fixes that make another line of it, the likeliest first: below an item, bullets are mostly its parts. */
function makeFixes(frame: Frame, start: number, head: string, kind: Owner | null): ProblemFix[] {
  const make = (title: Said, mark: string) => replacing(title, false, frame.start, start, mark);
  const before = frame.text.slice(frame.start, start);
  const note = make(said`Make it a note`, '> ');
  const notes = before.includes('##') ? [make(said`Make it a comment`, '# '), note] : [note];
  if (!/\p{L}/u.test(head)) return notes;
  const objective =
    openingAt(`objective: ${head}`, 0) === null ? [] : [make(said`Make it an objective`, 'objective: ')];
  const keyResult = make(said`Make it a key result`, 'kr: ');
  if (!isBulleted(before)) return [...notes, ...objective, keyResult];
  const task = make(said`Make it a task`, '[ ] ');
  return kind === 'objective' ? [keyResult, task, ...notes, ...objective] : [task, ...notes, keyResult, ...objective];
}

/** The way out that the message names, where the line's own words suggest none. */
function wayOut(isListed: boolean, kind: Owner | null): Said {
  if (isListed && kind === 'objective') return said`Begin it with "kr:", or put a line "Key Results:" above the list.`;
  if (isListed && kind === 'kr') return said`A task begins with "[ ]", a note with ">".`;
  return said`Begin it with a keyword such as "objective:", "kr:" or "owner:", or with ">" to make it a note.`;
}

/** The problem of a line that begins like no line of the language; `kind` is the item it stands below. */
export function strayProblem(frame: Frame, content: number, above: Line | undefined, kind: Owner | null): Problem {
  const start = beforeMarks(frame, content);
  const end = trimEnd(frame.text, start, frame.end);
  const head = frame.text.slice(start, Math.min(end, start + HEAD));
  const span = { from: start, to: end };
  if (/[\0\ufffd]/.test(head)) {
    return syntaxError(span, said`This line holds characters that are not text. Is the file saved as UTF-8?`, []);
  }
  const isJournaled = kind === 'objective' || kind === 'kr' || kind === 'kpi';
  if (isJournaled && BEGUN_DATE.test(head.trimEnd()) && !isBulleted(frame.text.slice(frame.start, start))) {
    return begunDateProblem(span, head.trimEnd(), makeFixes(frame, start, head, kind));
  }
  if (RULER.test(head.trimEnd())) {
    const says = said`${quoted(head.trimEnd())} is not a line of the language. Headers part what they begin: take it away.`;
    return syntaxError(span, says, [replacing(said`Take the line away`, true, frame.from, frame.to, '')]);
  }
  const guess = likely(frame, start, head);
  const join = joinFix(above, start);
  const isTitle = above?.kind === 'header' && 'title' in above && above.title?.text === '';
  const fixes = [
    ...(guess?.fixes ?? []),
    ...(join !== null && isTitle ? [join] : []),
    ...makeFixes(frame, start, head, kind),
    ...(join === null || isTitle ? [] : [join]),
  ];
  const says = isTitle
    ? said`The title stands on the line of its header.`
    : (guess?.says ?? wayOut(isBulleted(frame.text.slice(frame.start, start)), kind));
  return syntaxError(span, said`${quoted(head)} is not a line of the language. ${says}`, fixes);
}

/** The problem of "Goal: 10 km": a quantity where a title should be opens no objective. */
export function quantityProblem(frame: Frame, content: number): Problem {
  const span = { from: content, to: trimEnd(frame.text, content, frame.end) };
  const text = frame.text.slice(span.from, span.to);
  const colon = colonIn(text);
  const keyword = /^\p{L}+/u.exec(text)?.[0].length ?? 0;
  const value = text.slice(skipWhite(text, colon + 1, text.length)).replace(/^[*_]+\s*/, '');
  return syntaxError(
    span,
    said`${quoted(value)} is a quantity, not an objective. A quantity to reach is written "target: ${quoted(value).slice(1)}.`,
    [replacing(said`Write "target:"`, true, span.from, span.from + keyword, 'target')],
  );
}

/** The problem of a comment that reads like a header: a Markdown heading of one mark. */
export function headingComment(frame: Frame, content: number): Problem {
  const behind = skipWhite(frame.text, content + 1, frame.end);
  return {
    rule: 'OKR001',
    severity: 'warning',
    from: content,
    to: trimEnd(frame.text, content, frame.end),
    message: said`One "#" makes this header a comment, and nothing is read from it. Take the "#" away, or write "##".`,
    fixes: [replacing(said`Take the "#" away`, false, content, behind, '')],
  };
}

/** The problem of a journal line without its colon, and perhaps without anything behind its date. */
export function dateColonProblem(frame: Frame, date: Text, body: Text): Problem {
  if (body.text === '') {
    return syntaxError(date, said`Behind the day of a check-in go a colon and the level reached, e.g. ": 40".`, []);
  }
  const behind = frame.text.slice(date.to, Math.min(frame.end, date.to + HEAD));
  const gap = /^(?:[ \t]*[-\u2013\u2014](?=[ \t]))?[ \t]*/.exec(behind)?.[0].length ?? 0;
  return syntaxError(date, said`A colon is missing after the date: "${date.text}: \u2026".`, [
    replacing(said`Put the colon after the date`, true, date.to, date.to + gap, ': '),
  ]);
}
