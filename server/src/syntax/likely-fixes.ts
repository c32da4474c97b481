import type { Said } from './said.ts';
import { said } from './said.ts';
import { replacing } from './frame.ts';
import type { Frame } from './frame.ts';
import { PROPERTY_WORDS } from './keywords.ts';
import { nearest } from './nearest.ts';
import type { ProblemFix } from './tree.ts';
import { DATE_FORM, isNamedDay, LONG_WORDS } from './unknown-names.ts';

/** What a line that cannot be read was probably meant to be, in words and as a fix. */
export interface Likely {
  readonly says: Said;
  /** Null where the line may mean more than one thing. */
  readonly fix: ProblemFix | null;
}

const PROPERTY_START = new RegExp(`^(${PROPERTY_WORDS.join('|')})(?:[ \\t]+[-\u2013\u2014=])?(?=[ \\t]+[^ \\t])`, 'i');
const OTHER_DATE = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.])[ \t]*[:\uff1a]?[ \t]*/;
/** `22.10.2026`, `10/22/2026`, `5.11.`, `11/3:`: one of two is the day, and only one over 12 tells which. */
const DAY_AND_MONTH =
  /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2})?)?(?:[ \t]*(?:[:\uff1a]|[-\u2013\u2014](?=[ \t]))[ \t]*|[ \t]+|$)/;
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
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const fix = replacing(said`Write "${iso}:"`, true, start, start + whole.length, `${iso}: `);
  return { says: said`A journal line begins with a date such as ${iso}.`, fix };
}

function likelyDayAndMonth(start: number, head: string): Likely | null {
  const named = /^[^:\uff1a\u2013\u2014]{3,20}?(?=[ \t]*(?:[:\uff1a\u2013\u2014]|-[ \t]))/.exec(head)?.[0];
  if (named !== undefined && isNamedDay(named)) return { says: DATE_FORM, fix: null };
  const date = DAY_AND_MONTH.exec(head);
  const [whole = '', one = '', , two = '', year = ''] = date ?? [];
  const [low, high] = [Math.min(Number(one), Number(two)), Math.max(Number(one), Number(two))];
  // "4.5 stars" and "3/5 done" are none: a year, or what separates, tells a date from a figure.
  if (date === null || low < 1 || low > 12 || high > 31 || !(year || /\D[ \t]*$/.test(whole.trim()))) return null;
  const [month, day] = Number(one) > 12 ? [two, one] : [one, two];
  if (year.length !== 4 || Number(day) <= 12) return { says: DATE_FORM, fix: null };
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const fix = replacing(said`Write "${iso}:"`, true, start, start + whole.length, `${iso}: `);
  return { says: said`A journal line begins with a date such as ${iso}.`, fix };
}

function likelyBox(start: number, head: string): Likely | null {
  const box = EMPTY_BOX.exec(head);
  if (box === null) return null;
  const fix = replacing(said`Write "[ ]"`, true, start, start + box[0].length, '[ ] ');
  return { says: said`An open check box has a blank in it: "[ ]".`, fix };
}

function likelyLink(start: number, head: string): Likely | null {
  if (!/^https?:\/\/\S+$/i.test(head)) return null;
  return {
    says: said`A web address is written "link: …".`,
    fix: replacing(said`Write "link:"`, false, start, start, 'link: '),
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
  return { says: said`If "${name}" is the property, its colon is missing.`, fix };
}

function likelyKeyword(frame: Frame, start: number, head: string): Likely | null {
  for (const words of [WORDS.exec(head)?.[0], /^\p{L}{4,20}(?=[ \t]|$)/u.exec(head)?.[0]]) {
    const near = words === undefined ? undefined : nearest(words, LONG_WORDS)[0];
    if (words === undefined || near === undefined) continue;
    const at = start + words.length;
    return {
      says: said`Did you mean "${near}:"?`,
      fix: replacing(said`Write "${near}:"`, false, start, at + blanks(frame, at), `${near}: `),
    };
  }
  return null;
}
