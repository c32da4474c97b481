import type { Said } from './said.ts';
import { said } from './said.ts';
import { replacing } from './frame.ts';
import type { Frame } from './frame.ts';
import { PROPERTY_WORDS } from './keywords.ts';
import { nearest } from './nearest.ts';
import type { ProblemFix } from './tree.ts';
import { LONG_WORDS } from './unknown-names.ts';
import { DATE_FORM, dayInDigits, isoDay, namedDay } from './written-days.ts';

/** What a line that cannot be read was probably meant to be, in words and as a fix. */
export interface Likely {
  readonly says: Said;
  /** None where nothing can be told, several where the line may mean more than one thing. */
  readonly fixes: readonly ProblemFix[];
}

const PROPERTY_START = new RegExp(`^(${PROPERTY_WORDS.join('|')})(?:[ \\t]+[-\u2013\u2014=])?(?=[ \\t]+[^ \\t])`, 'i');
const OTHER_DATE = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.])[ \t]*[:\uff1a]?[ \t]*/;
const EMPTY_BOX = /^\[\][ \t]*/;
const WORDS = /^\p{L}{4,20}(?:[ \t-]\p{L}{4,10})?(?=[ \t]|$)/u;

/** What the words of a line suggest; null where they suggest nothing. `head` is the line's text from `start`. */
export function likely(frame: Frame, start: number, head: string): Likely | null {
  return (
    likelyDate(start, head) ??
    likelyDayAndMonth(start, head) ??
    likelyBox(start, head) ??
    likelyLink(start, head) ??
    likelyProperty(frame, start, head) ??
    likelyKeyword(frame, start, head)
  );
}

function likelyDate(start: number, head: string): Likely | null {
  const date = OTHER_DATE.exec(head);
  if (date === null) return null;
  const [whole = '', year = '', , month = '', day = ''] = date;
  return likelyDay(start, whole.length, isoDay(year, month, day));
}

/** The fix that writes a day in place of the first characters of a line. */
function dayFix(start: number, length: number, day: string, safe: boolean): ProblemFix {
  return replacing(said`Write "${day}:"`, safe, start, start + length, `${day}: `);
}

function likelyDay(start: number, length: number, day: string): Likely {
  return {
    says: said`A journal line begins with a date such as ${day}.`,
    fixes: [dayFix(start, length, day, true)],
  };
}

/** A day with the name of its month, and what separates it from what follows. */
const NAMED = /^([^:\uff1a\u2013\u2014]{3,30}?)[ \t]*(?:[:\uff1a\u2013\u2014]|-(?=[ \t]))[ \t]*/;

function likelyDayAndMonth(start: number, head: string): Likely | null {
  const [whole = '', name = ''] = NAMED.exec(head) ?? [];
  const named = namedDay(name);
  if (named !== null) {
    return named.iso === null ? { says: DATE_FORM, fixes: [] } : likelyDay(start, whole.length, named.iso);
  }
  const date = dayInDigits(head);
  if (date === null) return null;
  const [first, second] = date.days;
  if (first === undefined) return { says: DATE_FORM, fixes: [] };
  if (second === undefined) return likelyDay(start, date.length, first);
  return {
    says: said`A journal line begins with a date, the year first: ${first} or ${second}.`,
    fixes: date.days.map((day) => dayFix(start, date.length, day, false)),
  };
}

function likelyBox(start: number, head: string): Likely | null {
  const box = EMPTY_BOX.exec(head);
  if (box === null) return null;
  const fix = replacing(said`Write "[ ]"`, true, start, start + box[0].length, '[ ] ');
  return { says: said`An open check box has a blank in it: "[ ]".`, fixes: [fix] };
}

function likelyLink(start: number, head: string): Likely | null {
  if (!/^https?:\/\/\S+$/i.test(head)) return null;
  return {
    says: said`A web address is written "link: …".`,
    fixes: [replacing(said`Write "link:"`, false, start, start, 'link: ')],
  };
}

function blanks(frame: Frame, at: number): number {
  return /^[ \t]*/.exec(frame.text.slice(at, Math.min(frame.end, at + 200)))?.[0].length ?? 0;
}

function likelyProperty(frame: Frame, start: number, head: string): Likely | null {
  const match = PROPERTY_START.exec(head);
  const name = match?.[1];
  if (match === null || name === undefined) return null;
  const at = start + match[0].length;
  const fix = replacing(said`Write "${name}:"`, false, start + name.length, at + blanks(frame, at), ': ');
  return { says: said`If "${name}" is the property, its colon is missing.`, fixes: [fix] };
}

function likelyKeyword(frame: Frame, start: number, head: string): Likely | null {
  for (const words of [WORDS.exec(head)?.[0], /^\p{L}{4,20}(?=[ \t]|$)/u.exec(head)?.[0]]) {
    const near = words === undefined ? undefined : nearest(words, LONG_WORDS)[0];
    if (words === undefined || near === undefined) continue;
    const at = start + words.length;
    return {
      says: said`Did you mean "${near}:"?`,
      fixes: [replacing(said`Write "${near}:"`, false, start, at + blanks(frame, at), `${near}: `)],
    };
  }
  return null;
}
